import type { Wall } from '../../core/contract/wall.ts'
import { taken } from '../meetings/live/agenda-clock.ts'
import { useNow } from '../meetings/live/use-now.ts'
import { useWindowTitle } from '../rehearsal/use-window-title.ts'
import { useView } from '../state/follow-topics.ts'
import { useConnection } from '../state/use-connection.ts'
import { clockWords, dayWords } from '../ui/dates.ts'
import { useFit } from './use-fit.ts'
import { WallQuestion } from './wall-question.tsx'
import './wall.css'

/**
 * The screen that the room sees. The core says what stands on it, and no more crosses to this window than the room may
 * see. Where it does not answer, nothing of what was shown is left.
 */
export function WallView() {
  const { value, error } = useView('wall.read', {}, [
    'meetings',
    'agenda',
    'room',
    'items',
    'bodies',
    'people',
    'register',
  ])
  const isConnected = useConnection()
  useWindowTitle('Panelbook · the room’s screen')
  const wall = error === null && isConnected ? value : null
  return (
    <main className="wall">
      {wall === null || wall.meeting === null ? (
        <h1 className="wall-quiet">
          {wall?.sentence ?? (value === null && error === null ? '' : 'No meeting is open.')}
        </h1>
      ) : (
        <OpenMeeting wall={wall} meeting={wall.meeting} />
      )}
    </main>
  )
}

function OpenMeeting({ wall, meeting }: { wall: Wall; meeting: NonNullable<Wall['meeting']> }) {
  const { item, sentence, quorum } = wall
  return (
    <>
      <header className="wall-head">
        <span>
          {meeting.body} · meeting {meeting.number} · {dayWords(meeting.startsOn)}
        </span>
        <Clock />
      </header>
      {item === null ? (
        <h1 className="wall-quiet">{sentence}</h1>
      ) : (
        // Keyed by the item: with the next one, nothing of the last is left.
        <CurrentItem key={item.id} item={item} question={wall.question} />
      )}
      <footer className="wall-foot">
        <span>{item === null ? '' : quorum}</span>
        {item === null ? null : <TimeTaken item={item} />}
      </footer>
    </>
  )
}

function CurrentItem({ item, question }: { item: NonNullable<Wall['item']>; question: Wall['question'] }) {
  const section = useFit<HTMLElement>()
  return (
    <section ref={section} className="wall-item">
      <p className="wall-label">
        {[item.label, item.place, ...(item.isLate ? ['late item'] : [])]
          .filter((each) => each !== '')
          .join(' · ')}
      </p>
      <h1>{item.subject}</h1>
      {question === null ? null : <WallQuestion key={question.id} question={question} />}
    </section>
  )
}

function Clock() {
  return <time>{clockWords(useNow(1000))}</time>
}

/** Quiet: it is for the chair, who knows where to look. */
function TimeTaken({ item }: { item: NonNullable<Wall['item']> }) {
  const minutes = Math.floor(taken(item, useNow(1000)) / 60)
  return (
    <span className="numbers">
      {minutes} min{item.plannedMinutes === 0 ? '' : ` of ${String(item.plannedMinutes)} planned`}
    </span>
  )
}
