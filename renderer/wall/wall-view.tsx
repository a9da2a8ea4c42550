import { useEffect } from 'react'
import type { AgendaLine, Meeting } from '../../core/contract/meetings.ts'
import type { QuestionView } from '../../core/contract/voting.ts'
import { fullLabel, subjectOf } from '../agenda/item-words.ts'
import { useNow } from '../meetings/live/use-now.ts'
import { useView } from '../state/follow-topics.ts'
import { clockWords, dayWords } from '../ui/dates.ts'
import './wall.css'

/**
 * The screen that the room sees: the item before the meeting, the question, and the result once its determination is
 * written. It belongs to the open meeting and to nothing else, and never shows what is over.
 */
export function WallView() {
  const { value } = useView('meeting.list', { state: 'open' }, ['meetings'])
  const open = value?.meetings[0]
  useEffect(() => {
    document.title = 'Panelbook · the room’s screen'
  }, [])
  return (
    <main className="wall">
      {open === undefined ? <p className="wall-quiet">No meeting is open.</p> : <OpenMeeting id={open.id} />}
    </main>
  )
}

function OpenMeeting({ id }: { id: string }) {
  const meeting = useView('meeting.read', { meetingId: id }, ['meetings', 'agenda', 'room', 'items']).value
  const line = meeting?.agenda.find((each) => each.id === meeting.currentItemId)
  if (meeting === null) return null
  return (
    <>
      <header className="wall-head">
        <span>
          {meeting.body.name} · meeting {meeting.number} · {dayWords(meeting.startsOn)}
        </span>
        <Clock />
      </header>
      {line === undefined ? (
        <p className="wall-quiet">No item is before the meeting yet.</p>
      ) : (
        <CurrentItem key={line.id} meeting={meeting} line={line} />
      )}
      <footer className="wall-foot">{meeting.room.quorum.sentence}</footer>
    </>
  )
}

/** Keyed by its item: with the next one, nothing of the last is left. */
function CurrentItem({ meeting, line }: { meeting: Meeting; line: AgendaLine }) {
  const item = useView('agenda.read', { itemId: line.id }, ['items', 'agenda', 'room']).value
  const parent = meeting.agenda.find(({ id }) => id === line.parentId)
  const question = item?.questions.at(-1)
  return (
    <section className="wall-item">
      <p className="wall-label">{fullLabel(line, parent)}</p>
      <h1>{subjectOf(line)}</h1>
      {question === undefined ? null : <Question key={question.round.id} question={question} />}
    </section>
  )
}

function Question({ question: { text, round, determination } }: { question: QuestionView }) {
  const all = round.positions.length
  return (
    <div className="wall-question">
      <h2>{text}</h2>
      {determination === null ? (
        <p className="wall-label">
          {round.stillToCome.length === 0
            ? 'Every position is in.'
            : `${String(all - round.stillToCome.length)} of ${String(all)} positions are in.`}
        </p>
      ) : (
        <>
          <p className="wall-result">{determination.text}</p>
          <p className="wall-label">{round.evaluation.reconciliation}</p>
        </>
      )}
    </div>
  )
}

function Clock() {
  return <time>{clockWords(useNow(1000))}</time>
}
