import { X } from 'lucide-react'
import type { Item } from '../../core/contract/voting.ts'
import type { WrittenPosition } from '../../core/contract/written-positions.ts'
import { positionWords } from '../../core/contract/words.ts'
import { act } from '../state/live.ts'
import { IconButton } from '../ui/button.tsx'
import { joinWords } from '../ui/words.ts'
import './written-positions.css'

/** What came beforehand for the item, in one line; a withdrawn position is told no more. */
export function WrittenPositions({ item, isEditable }: { item: Item; isEditable: boolean }) {
  const standing = item.writtenPositions.filter(({ state }) => state !== 'withdrawn')
  if (standing.length === 0) return null
  return (
    <p className="written-positions">
      <span>Written positions</span>
      {standing.map((written) => (
        <span key={written.id} className="written" title={joinWords([written.seat, written.note])}>
          <strong>{written.initials}</strong>{' '}
          <span aria-hidden="true">{positionWords[written.value].mark}</span> {words(written)}
          {isEditable ? (
            <IconButton
              label={`Withdraw the written position of ${written.initials}`}
              onClick={() => void act('written-position.withdraw', { writtenPositionId: written.id })}
            >
              <X size={12} aria-hidden />
            </IconButton>
          ) : null}
        </span>
      ))}
    </p>
  )
}

/** "against 0621A, on Self-governance, held": an empty kind is any question, an empty option all of them. */
function words({ value, option, kindLabel, state }: WrittenPosition): string {
  const name = positionWords[value].name.toLowerCase()
  const of = value === 'abstain' ? 'on ' : ''
  return [
    option === '' ? name : `${name} ${of}${option}`,
    ...(kindLabel === '' ? [] : [`on ${kindLabel}`]),
    state,
  ].join(', ')
}
