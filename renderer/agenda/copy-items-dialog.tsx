import { useMemo, useState } from 'react'
import type { AgendaLine, Meeting, MeetingSummary } from '../../core/contract/meetings.ts'
import { useView } from '../state/follow-topics.ts'
import { act } from '../state/live.ts'
import { dayWords } from '../ui/dates.ts'
import { Select } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { countWords, joinWords } from '../ui/words.ts'
import { shortLabel, subjectOf } from './item-words.ts'
import { TickList } from './tick-list.tsx'

/** Items of another meeting, as they were planned there: which meeting, and what of it. */
export function CopyItemsDialog({ meeting, onClose }: { meeting: Meeting; onClose(): void }) {
  const list = useView('meeting.list', { form: 'meeting' }, ['meetings', 'bodies']).value?.meetings
  const offered = useMemo(() => (list === undefined ? [] : likelyFirst(list, meeting)), [list, meeting])
  const [chosenId, setChosenId] = useState('')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const fromId = chosenId === '' ? (offered[0]?.id ?? '') : chosenId

  const copy = () =>
    act(
      'agenda.copy',
      { meetingId: meeting.id, fromMeetingId: fromId, itemIds: [...ticked] },
      { isQuiet: true },
    )
  return (
    <FormDialog
      title="Copy items from another meeting"
      submitLabel={ticked.size === 0 ? 'Copy' : `Copy ${countWords(ticked.size, 'item')}`}
      canSubmit={ticked.size > 0}
      save={copy}
      onClose={onClose}
    >
      {(problemOf) =>
        list !== undefined && offered.length === 0 ? (
          <p>There is no other meeting in this book.</p>
        ) : (
          <>
            <Select
              label="Meeting"
              value={fromId}
              onChange={(id) => {
                setChosenId(id)
                setTicked(new Set())
              }}
              options={offered.map((each) => ({ value: each.id, label: meetingWords(each) }))}
              problem={problemOf('fromMeetingId')}
              autoFocus
            />
            {fromId === '' ? null : (
              <Items fromId={fromId} agenda={meeting.agenda} ticked={ticked} onTick={setTicked} />
            )}
            <p className="soft">
              Title, purpose, presenter, planned minutes and proposal are copied; papers, notes and votes are
              not.
            </p>
          </>
        )
      }
    </FormDialog>
  )
}

function Items({
  fromId,
  agenda,
  ticked,
  onTick,
}: {
  fromId: string
  /** What the meeting has already. */
  agenda: readonly AgendaLine[]
  ticked: ReadonlySet<string>
  onTick(ticked: ReadonlySet<string>): void
}) {
  const { value } = useView('meeting.read', { meetingId: fromId }, ['agenda', 'meetings'])
  if (value === null || value.id !== fromId) return null
  if (value.agenda.length === 0) return <p>Its agenda is empty.</p>
  const options = value.agenda.map((line) => {
    const section = value.agenda.find(({ id }) => id === line.parentId)
    return {
      id: line.id,
      isUnder: section !== undefined,
      content: (
        <span className="suggestion">
          <span className="what">
            <span className="soft numbers">{shortLabel(line, section)}</span> {subjectOf(line)}
          </span>
          <span className="soft numbers">
            {joinWords([
              isThere(line, agenda) ? 'on this agenda' : '',
              line.plannedMinutes === 0 ? '' : `${line.plannedMinutes} min`,
            ])}
          </span>
        </span>
      ),
    }
  })
  return (
    <TickList
      label="Items"
      groups={[{ id: 'items', title: '', options }]}
      ticked={ticked}
      onTick={onTick}
      onEnter={(id) => onTick(new Set([...ticked, id]))}
    />
  )
}

function isThere(line: AgendaLine, agenda: readonly AgendaLine[]): boolean {
  return agenda.some((other) =>
    line.proposal === null ? other.title === line.title : other.proposal?.id === line.proposal.id,
  )
}

/** Those of the same body first, each newest first; a written resolution has no agenda to copy. */
function likelyFirst(meetings: readonly MeetingSummary[], { id, body }: Meeting): MeetingSummary[] {
  const others = meetings.filter((other) => other.id !== id && other.form === 'meeting')
  const isOwn = (other: MeetingSummary) => other.body.id === body.id
  return [...others.filter(isOwn), ...others.filter((other) => !isOwn(other))]
}

function meetingWords({ number, body, startsOn }: MeetingSummary): string {
  return `${number} · ${body.shortName} · ${dayWords(startsOn)}`
}
