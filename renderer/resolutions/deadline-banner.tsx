import { useMemo, useState } from 'react'
import { AlarmClock } from 'lucide-react'
import type { Room } from '../../core/contract/meetings.ts'
import type { Resolution } from '../../core/contract/resolution-calls.ts'
import type { Item } from '../../core/contract/voting.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { act } from '../state/live.ts'
import { addressOf } from '../state/routes.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { MoveDeadlineDialog } from './move-deadline-dialog.tsx'
import { ReceivedDialog } from './received-dialog.tsx'
import { moveWords, momentWords, ratifiedWords, resolutionTones, toComeWords } from './resolution-words.ts'

/** Until when a resolution is answered and by whom it is not yet; afterwards what is left to do, or where it ended. */
export function DeadlineBanner({
  resolution,
  item,
  room,
  isEditable,
}: {
  resolution: Resolution
  item: Item
  room: Room
  isEditable: boolean
}) {
  const [shows, setShows] = useState<'received' | 'move' | null>(null)
  const { questionId, state, deadline, deadlineMoves, stillToCome } = resolution
  const canAnswer = isEditable && (state === 'out' || state === 'past-deadline')
  const isLate = canAnswer && state === 'past-deadline'
  const canRest = isLate && stillToCome.length > 0
  const isStale = resolution.ratification?.isStale === true

  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'resolution.received',
        title: 'Record a position with the time when it came',
        key: 'Shift+W',
        group: 'Written resolution',
        isEnabled: canAnswer,
        run: () => setShows('received'),
      },
      {
        id: 'resolution.move-deadline',
        title: 'Move the deadline…',
        group: 'Written resolution',
        isEnabled: canAnswer,
        run: () => setShows('move'),
      },
      {
        id: 'resolution.rest-none',
        title: 'Rest: no vote recorded',
        group: 'Written resolution',
        isEnabled: canRest,
        run: () => void restNone(questionId),
      },
    ],
    [canAnswer, canRest, questionId],
  )
  useCommands('resolution', commands)
  return (
    <section
      className={classNames('deadline-banner', isStale ? 'warn' : resolutionTones[state])}
      aria-label="Deadline"
    >
      <div className="words">
        <p className="main">
          {canAnswer || state === 'out' || state === 'past-deadline' ? (
            <AlarmClock size={18} aria-hidden />
          ) : null}
          <Standing resolution={resolution} item={item} />
        </p>
        {deadlineMoves.map((move) => (
          <p key={move.movedAt} className="quiet">
            {moveWords(move)}
          </p>
        ))}
      </div>
      {canAnswer ? (
        <span className="acts">
          {canRest ? (
            <Button variant="primary" onClick={() => void restNone(questionId)}>
              Rest: no vote recorded
            </Button>
          ) : null}
          <Button shortcut="⇧W" onClick={() => setShows('received')}>
            {isLate ? 'It came in time…' : 'Position received…'}
          </Button>
          <Button variant="quiet" onClick={() => setShows('move')}>
            Move the deadline…
          </Button>
        </span>
      ) : null}
      {shows === 'received' ? (
        <ReceivedDialog resolution={resolution} item={item} room={room} onClose={() => setShows(null)} />
      ) : null}
      {shows === 'move' ? (
        <MoveDeadlineDialog
          number={resolution.number}
          questionId={questionId}
          deadline={deadline}
          onClose={() => setShows(null)}
        />
      ) : null}
    </section>
  )
}

function Standing({ resolution, item }: { resolution: Resolution; item: Item }) {
  const { state, deadline, stillToCome, ratification } = resolution
  switch (state) {
    case 'out':
      return (
        <span>
          Answer by <strong>{momentWords(deadline)}</strong> · {toComeWords(stillToCome)}
        </span>
      )
    case 'past-deadline':
      return (
        <span>
          The deadline passed on <strong>{momentWords(deadline)}</strong> ·{' '}
          {stillToCome.length === 0
            ? 'all positions are in; the vote can be closed'
            : toComeWords(stillToCome)}
        </span>
      )
    case 'to-ratify':
      return (
        <span>
          <strong>To be ratified at the next meeting.</strong>
        </span>
      )
    case 'ratified':
      return ratification === null ? null : (
        <span>
          <a
            href={addressOf({
              screen: 'meeting',
              meetingId: ratification.meetingId,
              itemId: ratification.itemId,
            })}
          >
            {ratifiedWords(ratification)}
          </a>
          {ratification.isStale ? '. Its vote was corrected since, and is not carried any more.' : ''}
        </span>
      )
    case 'decided':
      return <span>Not carried, so there is nothing to ratify.</span>
    case 'withdrawn':
      return <span>Withdrawn: {item.questions[0]?.withdrawn?.reason ?? ''}</span>
  }
}

async function restNone(questionId: string): Promise<void> {
  await act('vote.record-many', { questionId, rest: 'none' }, { key: `rest:${questionId}` })
}
