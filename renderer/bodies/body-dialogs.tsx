import type { Body } from '../../core/contract/bodies.ts'
import type { MembershipRole } from '../../core/contract/words.ts'
import type { Constituency, Membership, Seat } from './body-words.ts'
import { BodySettingsDialog } from './body-settings-dialog.tsx'
import { ConstituencyDialog } from './constituency-dialog.tsx'
import { EndMembershipDialog } from './end-membership-dialog.tsx'
import { MembershipDialog } from './membership-dialog.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { SeatDialog } from './seat-dialog.tsx'

/** What is open over a body. */
export type BodyDialog =
  | { kind: 'settings' }
  | { kind: 'constituency'; constituency: Constituency | null }
  | { kind: 'seat'; seat: Seat }
  | { kind: 'seat'; seat: null; constituencyId: string | null }
  | { kind: 'membership'; role: MembershipRole; seatId: string | null }
  | { kind: 'end'; membership: Membership }
  | { kind: 'person'; personId: string }

/** The dialog that is open over a body, if one is. */
export function BodyDialogs({
  body,
  shown,
  onClose,
}: {
  body: Body
  shown: BodyDialog | null
  onClose(): void
}) {
  switch (shown?.kind) {
    case undefined:
      return null
    case 'settings':
      return <BodySettingsDialog body={body} onClose={onClose} />
    case 'constituency':
      return <ConstituencyDialog body={body} constituency={shown.constituency} onClose={onClose} />
    case 'seat':
      return (
        <SeatDialog
          body={body}
          seat={shown.seat}
          constituencyId={shown.seat === null ? shown.constituencyId : shown.seat.constituencyId}
          onClose={onClose}
        />
      )
    case 'membership':
      return <MembershipDialog body={body} role={shown.role} seatId={shown.seatId} onClose={onClose} />
    case 'end':
      return <EndMembershipDialog membership={shown.membership} onClose={onClose} />
    case 'person':
      return <PersonDialog personId={shown.personId} onClose={onClose} />
  }
}
