import type { Suggestion } from '../../contract/agenda-building.ts'
import { badInput, PanelbookError } from '../../contract/errors.ts'
import type { CommandContext } from '../../handler.ts'
import type { MeetingRow } from '../../meetings/meeting-row.ts'
import { appendItem } from '../order.ts'
import { suggest } from './suggest.ts'

/**
 * Puts suggestions on the agenda, each at the end of its section: those of these keys, or all.
 * @returns the items that were made, in the order of the agenda
 * @throws PanelbookError `bad-input` for a key that is not suggested, `already-exists` where nothing waits
 */
export function addSuggested(
  context: CommandContext,
  meeting: MeetingRow,
  keys: readonly string[] | undefined,
): string[] {
  const { suggestions, sentence } = suggest(context.db, meeting)
  if (keys === undefined && suggestions.length === 0) throw new PanelbookError('already-exists', sentence)
  const known = new Set(suggestions.map(({ key }) => key))
  keys?.forEach((key, index) => {
    if (!known.has(key))
      throw badInput(
        `keys.${index}`,
        'is not suggested for this meeting, or is on its agenda by now',
        'One of the suggestions does not wait for this meeting any more, or is on its agenda by now.',
      )
  })
  return layIn(
    context,
    meeting,
    suggestions.filter(({ key }) => keys?.includes(key) ?? true),
  )
}

/** Everything that the register has for a meeting, laid into its agenda. Nothing where nothing waits. */
export function layInRegister(context: CommandContext, meeting: MeetingRow): void {
  layIn(context, meeting, suggest(context.db, meeting).suggestions)
}

function layIn(context: CommandContext, meeting: MeetingRow, suggestions: readonly Suggestion[]): string[] {
  return suggestions.map((each) =>
    appendItem(context, meeting.id, {
      parent_id: each.section?.itemId ?? null,
      kind: each.kind,
      title: each.title,
      purpose: each.purpose,
      planned_minutes: each.plannedMinutes,
      presenter: each.presenter,
      proposal_id: each.proposal?.id ?? null,
    }),
  )
}
