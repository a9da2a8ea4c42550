import { useMemo } from 'react'
import type { Meeting } from '../../core/contract/meetings.ts'
import type { Resolution } from '../../core/contract/resolution-calls.ts'
import type { ItemKind } from '../../core/contract/words.ts'
import type { Item } from '../../core/contract/voting.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { act, useLive } from '../state/live.ts'
import { notice } from '../state/notice.ts'
import { Button } from '../ui/button.tsx'
import { useResolutions } from './use-resolutions.ts'
import './resolutions.css'

/** Where a meeting usually ratifies: with what was decided before, or at the end. */
const usualItems: readonly ItemKind[] = ['minutes', 'any-other-business']

/**
 * The written resolutions that wait for a meeting to ratify them: a line on the items where that is usual and on the
 * one about the same proposal, and for every item a command.
 */
export function ToRatify({ item }: { item: Item }) {
  const meeting = useLive((store) => store.meeting)
  return meeting === null ? null : <Waiting meeting={meeting} item={item} />
}

function Waiting({ meeting, item }: { meeting: Meeting; item: Item }) {
  const resolutions = useResolutions(meeting.body.id)
  const waiting = useMemo(
    () => (resolutions ?? []).filter(({ state }) => state === 'to-ratify'),
    [resolutions],
  )
  const itemId = item.line.id
  const commands = useMemo<KeyCommand[]>(
    () =>
      waiting.map((resolution) => ({
        id: `resolution.ratify.${resolution.questionId}`,
        title: `Ratify ${resolution.number} at this item`,
        group: 'Item',
        run: () => void ratify(itemId, resolution),
      })),
    [waiting, itemId],
  )
  useCommands('to-ratify', commands)
  const isUsual = usualItems.includes(item.line.kind)
  const about = item.proposal?.reference
  const shown = waiting.filter(
    ({ title }) => isUsual || (about !== undefined && title.startsWith(`${about} `)),
  )
  if (shown.length === 0) return null
  return (
    <ul className="to-ratify" aria-label="Waiting to be ratified">
      {shown.map((resolution) => (
        <li key={resolution.questionId}>
          <span>
            <strong>{resolution.number}</strong> {resolution.title} waits to be ratified:{' '}
            {resolution.determination ?? resolution.result}
          </span>
          <Button onClick={() => void ratify(itemId, resolution)}>Ratify {resolution.number}</Button>
        </li>
      ))}
    </ul>
  )
}

async function ratify(itemId: string, { questionId, number }: Resolution): Promise<void> {
  const answer = await act('resolution.ratify', { itemId, questionId })
  if (answer.ok) notice.say(`${number} is ratified.`)
}
