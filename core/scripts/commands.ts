import { itemName, itemRow } from '../agenda/item-row.ts'
import { readItem } from '../agenda/item-view.ts'
import { readBody } from '../bodies/body-view.ts'
import { refuseUnknownStages } from '../bodies/refuse-unknown-stages.ts'
import type { Body } from '../contract/bodies.ts'
import { badInput } from '../contract/errors.ts'
import type { ScriptStep } from '../contract/script-words.ts'
import { itemKindWords } from '../contract/words.ts'
import type { AllHandlers } from '../handler.ts'
import { lowerFirst } from '../sentence.ts'
import { readScripts } from './script-view.ts'
import { takeBranch } from './take-branch.ts'
import { writeScript } from './write-script.ts'

export const scriptCommands = {
  'script.take': (context, { itemId, branch, parameters }) => {
    const label = takeBranch(context, itemId, branch, parameters)
    context.summarise(`“${label}” on ${itemName(itemRow(context.db, itemId))}`)
    return readItem(context.db, itemId, context.now)
  },

  'script.change': (context, { bodyId, itemKind, steps, sourceNote }) => {
    const { db, summarise } = context
    const body = readBody(db, bodyId)
    refuseUnknownQuestions(body, steps)
    refuseUnknownStages(
      db,
      body.codeId,
      steps.flatMap(({ branches }, step) =>
        branches.map(({ consequences }, branch) => ({
          path: `steps.${step}.branches.${branch}.consequences`,
          consequences,
        })),
      ),
    )
    writeScript(context, bodyId, { itemKind, steps, sourceNote })
    const kind = lowerFirst(itemKindWords[itemKind])
    summarise(`script for ${kind} of ${body.shortName} ${steps.length === 0 ? 'removed' : 'changed'}`)
    return { scripts: readScripts(db, bodyId) }
  },
} satisfies Partial<AllHandlers>

/** @throws PanelbookError `bad-input` naming the step and listing the questions that there are */
function refuseUnknownQuestions({ shortName, questionKinds }: Body, steps: readonly ScriptStep[]): void {
  const keys = questionKinds.map(({ key }) => key)
  steps.forEach(({ ask }, index) => {
    if (ask === null || keys.includes(ask)) return
    const there = keys.length === 0 ? 'it has none at all' : `it has ${keys.join(', ')}`
    throw badInput(`steps.${index}.ask`, `${shortName} has no question "${ask}"; ${there}`)
  })
}
