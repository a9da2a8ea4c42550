import { useState } from 'react'
import type { Meeting } from '../../core/contract/meetings.ts'
import type { Item } from '../../core/contract/voting.ts'
import { subjectOf } from '../agenda/item-words.ts'
import { act, selectItem } from '../state/live.ts'
import { Button } from '../ui/button.tsx'
import { CheckBox } from '../ui/check-box.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { itemsToChoose } from './joint-items.ts'
import { KindSelect, useTakenHow, TakenHow } from './joint-taken-how.tsx'
import './joint-items-dialog.css'

/** Puts the same question on several items of the meeting. Each keeps its own vote, electorate and result. */
export function JointItemsDialog({
  item,
  meeting,
  onPut,
  onClose,
}: {
  item: Item
  meeting: Meeting
  onPut(jointVoteId: string): void
  onClose(): void
}) {
  const kinds = item.questionKinds.filter(({ asksForPreference }) => !asksForPreference)
  const [kindKey, setKindKey] = useState(kinds[0]?.key ?? '')
  const lines = itemsToChoose(meeting.agenda, item.line.id)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set([item.line.id]))
  const how = useTakenHow()
  const proposals = lines.filter(({ proposal }) => proposal !== null).map(({ id }) => id)
  const chosen = lines.filter(({ id }) => ticked.has(id))
  const isHere = ticked.has(item.line.id)

  const put = async () => {
    // The item that is looked at goes first: it is the one at which the votes are put.
    const itemIds = chosen.map(({ id }) => id).sort((one, other) => rank(one) - rank(other))
    const answer = await act(
      'joint-vote.put-on-items',
      { itemIds, kind: kindKey, ...how.input },
      { isQuiet: true },
    )
    if (answer.ok) {
      onPut(answer.value.jointVoteId)
      if (!isHere) void selectItem(answer.value.item.line.id)
    }
    return answer
  }
  const rank = (id: string) => (id === item.line.id ? -1 : 0)
  return (
    <FormDialog
      title="One vote for several items"
      submitLabel={chosen.length > 1 ? `Put it on ${chosen.length} items` : 'Put it'}
      canSubmit={kindKey !== '' && chosen.length > 1}
      save={put}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <KindSelect
            kinds={kinds}
            value={kindKey}
            ofEach
            onChange={setKindKey}
            problem={problemOf('kind')}
          />
          <fieldset className="joint-items">
            <legend>Items</legend>
            {problemOf('itemIds') === undefined ? null : (
              <p className="problem" role="alert">
                {problemOf('itemIds')}
              </p>
            )}
            <ul>
              {lines.map((line) => (
                <li key={line.id}>
                  <CheckBox
                    label={`${line.fullLabel} ${subjectOf(line)}`}
                    isChecked={ticked.has(line.id)}
                    onChange={(isTicked) => setTicked(changed(ticked, line.id, isTicked))}
                  />
                </li>
              ))}
            </ul>
            {proposals.length < 2 ? null : (
              <Button variant="quiet" onClick={() => setTicked(new Set([...ticked, ...proposals]))}>
                Tick all {proposals.length} with a proposal
              </Button>
            )}
          </fieldset>
          <TakenHow how={how} problemOf={problemOf} />
        </>
      )}
    </FormDialog>
  )
}

function changed(ticked: ReadonlySet<string>, id: string, isTicked: boolean): ReadonlySet<string> {
  const next = new Set(ticked)
  if (isTicked) next.add(id)
  else next.delete(id)
  return next
}
