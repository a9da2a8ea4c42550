import { useState } from 'react'
import type { Suggestion } from '../../core/contract/agenda-building.ts'
import type { Refusal } from '../../core/contract/errors.ts'
import { keyWords } from '../state/keys.ts'
import { act } from '../state/live.ts'
import { notice } from '../state/notice.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { countWords, joinWords } from '../ui/words.ts'
import { subjectOf } from './item-words.ts'
import { TickList, type TickGroup } from './tick-list.tsx'
import { useSuggestions } from './use-suggestions.ts'

/** What the register has for the meeting, by section and with the reason for each: one, the ticked ones, or all. */
export function SuggestionsDialog({ meetingId, onClose }: { meetingId: string; onClose(): void }) {
  const { value, error } = useSuggestions(meetingId)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const suggestions = value?.suggestions ?? []
  const chosen = suggestions.filter(({ key }) => ticked.has(key))

  const add = async (keys: readonly string[] | undefined) => {
    const answer = await act(
      'agenda.add-suggested',
      keys === undefined ? { meetingId } : { meetingId, keys: [...keys] },
      { isQuiet: true },
    )
    setRefusal(answer.ok ? null : answer.error)
    if (!answer.ok) return
    const added = answer.value.meeting.agenda.filter(({ id }) => answer.value.itemIds.includes(id))
    const [first] = added
    notice.announce(
      added.length === 1 && first !== undefined
        ? `${subjectOf(first)} is now ${first.fullLabel}`
        : `${countWords(added.length, 'item')} added`,
    )
    if (added.length === suggestions.length) onClose()
  }
  const addChosen = () => void add(chosen.length === 0 ? undefined : chosen.map(({ key }) => key))

  return (
    <Dialog
      title="Suggestions from the register"
      isWide
      onClose={onClose}
      onSubmit={suggestions.length === 0 ? onClose : addChosen}
      foot={
        <>
          <Button onClick={onClose}>Close</Button>
          {suggestions.length === 0 ? null : (
            <Button variant="primary" type="submit" shortcut={keyWords('Mod+Enter')}>
              {chosen.length > 0 ? `Add ${chosen.length} ticked` : `Add all ${suggestions.length}`}
            </Button>
          )}
        </>
      }
    >
      {value === null ? null : <p>{value.sentence}</p>}
      {suggestions.length === 0 ? null : (
        <>
          <p className="soft">
            <Kbd>⏎</Kbd> adds the one in hand, <Kbd>Space</Kbd> ticks it. One undo takes back what was added
            together.
          </p>
          <TickList
            label="Suggestions"
            takesFocus
            groups={groupsOf(suggestions)}
            ticked={ticked}
            onTick={setTicked}
            onEnter={(key) => void add([key])}
          />
        </>
      )}
      {refusal === null && error === null ? null : <ErrorNotice error={(refusal ?? error) as Refusal} />}
    </Dialog>
  )
}

/** By the section in which they would stand, in the order of the agenda. */
function groupsOf(suggestions: readonly Suggestion[]): TickGroup[] {
  const groups = Map.groupBy(suggestions, ({ section }) => section?.itemId ?? '')
  return [...groups].map(([id, members]) => {
    const section = members[0]?.section ?? null
    return {
      id,
      title: section === null ? 'As items of their own' : `${section.label} ${section.title}`,
      options: members.map((each) => ({ id: each.key, content: <Content suggestion={each} /> })),
    }
  })
}

function Content({ suggestion }: { suggestion: Suggestion }) {
  const { presenter, plannedMinutes, reason } = suggestion
  return (
    <span className="suggestion">
      <span className="what">{subjectOf(suggestion)}</span>
      <span className="soft numbers">
        {joinWords([presenter, plannedMinutes === 0 ? '' : `${plannedMinutes} min`])}
      </span>
      <span className="why soft">{reason}</span>
    </span>
  )
}
