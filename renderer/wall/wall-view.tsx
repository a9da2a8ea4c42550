import { useEffect } from 'react'
import type { JointVote } from '../../core/contract/joint-votes.ts'
import type { AgendaLine } from '../../core/contract/meetings.ts'
import type { Item, QuestionView } from '../../core/contract/voting.ts'
import { subjectOf } from '../agenda/item-words.ts'
import { useNow } from '../meetings/live/use-now.ts'
import { useView } from '../state/follow-topics.ts'
import { clockWords, dayWords } from '../ui/dates.ts'
import { itemLabels } from '../voting/joint-cells.ts'
import { WallJointVote } from './wall-joint-vote.tsx'
import './wall.css'

/**
 * The screen that the room sees: the item before the meeting, the question, and the result once its determination is
 * written. It belongs to the open meeting and to nothing else, and never shows what is over.
 */
export function WallView() {
  const { value } = useView('meeting.list', { state: 'open', form: 'meeting' }, ['meetings'])
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
        <CurrentItem key={line.id} line={line} />
      )}
      <footer className="wall-foot">{meeting.room.quorum.sentence}</footer>
    </>
  )
}

/** Keyed by its item: with the next one, nothing of the last is left. */
function CurrentItem({ line }: { line: AgendaLine }) {
  const item = useView('agenda.read', { itemId: line.id }, ['items', 'agenda', 'room']).value
  const question = item?.questions.findLast(({ withdrawn }) => withdrawn === null)
  return (
    <section className="wall-item">
      <p className="wall-label">{line.fullLabel}</p>
      <h1>{subjectOf(line)}</h1>
      {item === null || question === undefined ? null : <Question item={item} question={question} />}
    </section>
  )
}

/** What stands is what was put last. Options that are voted on together stand together. */
function Question({ item, question }: { item: Item; question: QuestionView }) {
  const joint = item.jointVotes.find(({ id }) => id === question.joint?.id)
  return joint?.form === 'options' ? (
    <WallJointVote key={joint.id} vote={joint} />
  ) : (
    <OneQuestion key={question.round.id} question={question} others={othersOf(item, joint)} />
  )
}

/** The numbers of the items whose votes are taken at the same time: "199.6 (a), (c)". */
function othersOf({ line }: Item, joint: JointVote | undefined): string {
  const others = (joint?.rows ?? []).filter(
    ({ itemId, state }) => itemId !== line.id && state !== 'withdrawn',
  )
  return others.length > mostNamed
    ? `${String(others.length)} other items`
    : itemLabels(others.map(({ itemLabel }) => itemLabel))
}

/** More numbers than this are no help to anybody who reads them from afar. */
const mostNamed = 6

function OneQuestion({
  question: { text, round, determination },
  others,
}: {
  question: QuestionView
  others: string
}) {
  const all = round.positions.length
  return (
    <div className="wall-question">
      <h2>{text}</h2>
      {others === '' ? null : <p className="wall-label">Taken together with {others}</p>}
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
