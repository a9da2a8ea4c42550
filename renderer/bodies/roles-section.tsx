import { MoreHorizontal, Plus, UserPlus } from 'lucide-react'
import type { MembershipRole } from '../../core/contract/words.ts'
import { useBodies } from '../state/bodies.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { roleWords } from './body-words.ts'
import { FillForm } from './fill-form.tsx'
import { isOver, usualRoles, vacanciesOf } from './in-force.ts'
import { nonVotingRoles } from './non-voting-roles.ts'
import { Holder, membershipItems } from './seat-row.tsx'
import type { FillingProps } from './seats-tab.tsx'

/** Those who attend without a vote, role by role; the usual ones say so where nobody has them. */
export function RolesSection({ body, isEditable, fillingKey, onFill, onFilled, onShow }: FillingProps) {
  const showsPast = useBodies((store) => store.showsPast)
  const usual = usualRoles(body)
  const vacancies = vacanciesOf(body)
  const holdersOf = (role: MembershipRole) =>
    body.memberships.filter((other) => other.role === role && (showsPast || !isOver(other)))
  const roles = nonVotingRoles.filter((role) => usual.includes(role) || holdersOf(role).length > 0)
  return (
    <section className="seat-group" aria-label="Without a vote">
      <header>
        <h3>Without a vote</h3>
        {body.chairVote === 'none' ? null : (
          <span className="soft">
            the chair has {body.chairVote === 'casting' ? 'a casting vote' : 'a vote'}
          </span>
        )}
        {isEditable ? (
          <span className="acts">
            <Button
              variant="quiet"
              icon={<Plus size={14} aria-hidden />}
              aria-label="Add a person without a vote"
              onClick={() => onShow({ kind: 'membership', role: 'observer', seatId: null })}
            >
              Person
            </Button>
          </span>
        ) : null}
      </header>
      <ul>
        {roles.map((role) => {
          const vacancy = vacancies.find(({ key }) => key === role)
          const holders = holdersOf(role)
          return (
            <li key={role} className="seat-row">
              <div className="seat-name">{roleWords(role)}</div>
              {vacancy !== undefined && fillingKey === role ? (
                <FillForm body={body} vacancy={vacancy} onFilled={onFilled} onCancel={() => onFill(null)} />
              ) : (
                <>
                  <div className="holders">
                    {holders.map((membership) => (
                      <Holder key={membership.id} membership={membership} names={false} />
                    ))}
                    {vacancy === undefined ? null : (
                      <p className="vacant">
                        <span>Nobody yet</span>
                        {isEditable ? (
                          <Button
                            variant="quiet"
                            icon={<UserPlus size={14} aria-hidden />}
                            data-vacancy={role}
                            aria-label={`Add the ${roleWords(role)}`}
                            onClick={() => onFill(role)}
                          >
                            Add
                          </Button>
                        ) : null}
                      </p>
                    )}
                  </div>
                  {isEditable && holders.length > 0 ? (
                    <Menu
                      label={`More for ${roleWords(role)}`}
                      variant="quiet"
                      items={[
                        {
                          id: 'another',
                          label: 'Add another person…',
                          run: () => onShow({ kind: 'membership', role, seatId: null }),
                        },
                        ...holders.flatMap((membership) => membershipItems(membership, onShow)),
                      ]}
                    >
                      <MoreHorizontal size={16} aria-hidden />
                    </Menu>
                  ) : null}
                </>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
