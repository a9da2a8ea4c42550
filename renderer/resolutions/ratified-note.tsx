import type { Item } from '../../core/contract/voting.ts'
import { addressOf } from '../state/routes.ts'
import { Badge } from '../ui/badge.tsx'

/** Under a ratification: the way to the resolution, and whether its words still match it. */
export function RatifiedNote({ determination }: { determination: Item['determinations'][number] }) {
  const { ratifies, isStale, composedNow } = determination
  if (ratifies === null) return null
  return (
    <p className="ratified-note">
      <a href={addressOf({ screen: 'meeting', meetingId: ratifies.meetingId, itemId: ratifies.itemId })}>
        Written resolution {ratifies.number}
      </a>
      {isStale ? (
        <Badge tone="warn">{composedNow === '' ? 'not carried any more' : 'wording no longer matches'}</Badge>
      ) : null}
    </p>
  )
}
