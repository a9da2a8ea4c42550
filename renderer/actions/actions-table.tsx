import { Fragment, useId } from 'react'
import { actions, useActions } from '../state/actions.ts'
import { ActionDetails, type ActionAct } from './action-details.tsx'
import { ActionRow } from './action-row.tsx'
import type { ActionGroup } from './group-actions.ts'

/** The actions in their groups, in columns that stay where they are whatever is filtered. */
export function ActionsTable({
  groups,
  currentKey,
  showsBody,
  isEditable,
  onAct,
}: {
  groups: readonly ActionGroup[]
  currentKey: string
  showsBody: boolean
  isEditable: boolean
  onAct(actionId: string, act: ActionAct): void
}) {
  const unfolded = useActions((store) => store.unfolded)
  const grouping = useActions((store) => store.grouping)
  const id = useId()
  return (
    <div className="actions-scroll">
      <table className="actions-table">
        <caption className="hidden">Actions, grouped by {grouping}</caption>
        <colgroup>
          <col className="reference" />
          <col />
          <col className="owners" />
          <col className="due" />
          <col className="raised" />
          <col className="proposal" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Reference</th>
            <th scope="col">Action</th>
            <th scope="col">Owners</th>
            <th scope="col">Due</th>
            <th scope="col">Raised at</th>
            <th scope="col">Proposal</th>
          </tr>
        </thead>
        {groups.map((group, at) => (
          <tbody key={group.id}>
            <tr className="action-group">
              <th scope="rowgroup" colSpan={6}>
                <h2>{group.title}</h2>
                <span className="soft">
                  {group.rows.length}
                  {group.overdue === 0 ? '' : `, ${group.overdue} overdue`}
                </span>
              </th>
            </tr>
            {group.rows.map(({ key, action }) => (
              <Fragment key={key}>
                <ActionRow
                  rowKey={key}
                  action={action}
                  detailsId={`${id}${String(at)}-${action.id}`}
                  isCurrent={key === currentKey}
                  isUnfolded={unfolded.has(key)}
                  showsBody={showsBody}
                  showsStatus={grouping === 'owner'}
                  onChoose={() => actions.choose(key)}
                  onToggle={() => {
                    actions.choose(key)
                    actions.toggle(key)
                    requestAnimationFrame(() => scrollToDetails(`${id}${String(at)}-${action.id}`))
                  }}
                />
                {unfolded.has(key) ? (
                  <tr id={`${id}${String(at)}-${action.id}`} className="action-unfolded">
                    <td />
                    <td colSpan={5}>
                      <ActionDetails
                        action={action}
                        isEditable={isEditable}
                        onAct={(act) => {
                          actions.choose(key)
                          onAct(action.id, act)
                        }}
                      />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** What was unfolded at the foot of the screen comes into sight, as far as that leaves its row there. */
function scrollToDetails(id: string): void {
  const details = document.getElementById(id)
  details?.scrollIntoView({ block: 'nearest' })
  details?.previousElementSibling?.scrollIntoView({ block: 'nearest' })
}
