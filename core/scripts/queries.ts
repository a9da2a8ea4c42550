import type { ScriptAtItem } from '../contract/scripts.ts'
import type { AllHandlers } from '../handler.ts'
import { itemName } from '../agenda/item-row.ts'
import { asksForPreference } from '../contract/voting-rule.ts'
import { fill } from '../snippets/fill.ts'
import type { ItemPlace } from '../contract/places.ts'
import { questionText } from '../voting/question-text.ts'
import { ruleName } from '../voting/rule-words.ts'
import { readAtItem, scriptAt, type AtItem } from './at-item.ts'
import { foreseeBranch, whyNotOpen } from './foresee-branch.ts'

export const scriptQueries = {
  'script.read': ({ db, now }, { itemId, parameters }) => {
    const at = readAtItem(db, itemId, now)
    const { script, whyNone } = scriptAt(at)
    let number = 0
    return {
      bodyId: at.meeting.body_id,
      itemKind: at.item.kind,
      whyNone,
      sourceNote: script?.sourceNote ?? '',
      steps: (script?.steps ?? []).map(({ say, ask, branches }) => ({
        say: fill(say, (name) => at.values[name as ItemPlace]).text,
        ask: ask === null ? null : questionAt(at, ask),
        branches: branches.map((branch) => {
          number += 1
          return foreseeBranch(at, branch, number, parameters).view
        }),
      })),
    }
  },
} satisfies Partial<AllHandlers>

/** The question of a step as it would be put here, and whether it was. */
function questionAt(at: AtItem, key: string): ScriptAtItem['steps'][number]['ask'] {
  const kind = at.questionKinds.find((each) => each.key === key)
  if (kind === undefined) {
    const problem = `${at.meeting.body_name} does not put this question any more: change the script in Bodies.`
    return { key, label: key, text: '', ruleName: '', asksForPreference: false, problem, put: null }
  }
  const put = at.questions.findLast(({ kindKey, withdrawn }) => kindKey === key && withdrawn === null)
  return {
    key,
    label: kind.label,
    text: questionText(kind, itemName(at.item)),
    ruleName: ruleName(kind.rule),
    asksForPreference: asksForPreference(kind.rule.kind),
    problem: whyNotOpen(at.meeting),
    put:
      put === undefined
        ? null
        : (put.determination?.text ?? put.round.result ?? 'Put; positions are still to come.'),
  }
}
