import { addReadLine } from '../actions/add-action.ts'
import { writeOutcome } from '../agenda/onward.ts'
import type { CheckedInput } from '../contract/calls.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import { openMeeting } from '../meetings/meeting-row.ts'
import { writeDetermination } from '../voting/write-determination.ts'
import { readAtItem, scriptAt } from './at-item.ts'
import { foreseeBranch } from './foresee-branch.ts'

/**
 * Takes a branch of the script: everything that it shows, in one step.
 * @returns what the branch is called
 * @throws PanelbookError `not-found` where the script has no such branch, `meeting-not-open`, `meeting-closed`,
 *   `bad-input` naming what has to be given with it, `conflict` with the reason for which it cannot be taken now
 */
export function takeBranch(
  context: CommandContext,
  itemId: string,
  number: number,
  given: CheckedInput<'script.take'>['parameters'],
): string {
  const { db, now } = context
  const at = readAtItem(db, itemId, now)
  openMeeting(db, at.meeting.id)
  const branch = scriptAt(at).script?.steps.flatMap(({ branches }) => branches)[number - 1]
  if (branch === undefined) throw new PanelbookError('not-found', 'The script has no such branch here.')
  const { view, reason, determination, parameters, consequences, action } = foreseeBranch(
    at,
    branch,
    number,
    given,
  )
  if (view.problem !== null) {
    throw new PanelbookError('conflict', view.problem, { safe: 'Nothing was changed.' })
  }
  const missing = view.asks.find(({ value }) => value === null)
  if (missing !== undefined) {
    const problem = 'is not given yet'
    throw badInput(`parameters.${missing.name}`, problem, `${missing.label} ${problem}.`)
  }
  if (branch.outcome !== null)
    writeOutcome(context, at.meeting, [at.item], { outcome: branch.outcome, reason })
  if (determination !== null) {
    writeDetermination(context, at.item, {
      itemId,
      questionId: null,
      ...determination,
      parameters,
      consequences,
    })
  }
  if (action !== null) addReadLine(context, itemId, action)
  return branch.label
}
