import { memo } from 'react'
import type { Ref } from 'react'
import type { ProposalBrief } from '../../core/contract/register.ts'
import { goTo } from '../state/navigation.ts'
import { addressOf } from '../state/routes.ts'
import { register } from '../state/register.ts'
import { Badge } from '../ui/badge.tsx'
import { dayWords } from '../ui/dates.ts'
import { keyDates, titleInList } from './proposal-words.ts'

/** The list itself. One row at a time is a stop of the Tab key; the arrow keys move between them. */
export function ProposalTable({
  proposals,
  currentId,
  hasCodes,
  tableRef,
}: {
  proposals: readonly ProposalBrief[]
  currentId: string | null
  /** Whether proposals of several codes stand in it. */
  hasCodes: boolean
  tableRef: Ref<HTMLTableElement>
}) {
  const stopId = proposals.some(({ id }) => id === currentId) ? currentId : proposals[0]?.id
  return (
    <table className="table register-table" ref={tableRef}>
      <caption className="hidden">Proposals. Arrow keys move, Enter opens.</caption>
      <thead>
        <tr>
          {hasCodes ? <th scope="col">Code</th> : null}
          <th scope="col">Reference</th>
          <th scope="col" className="title">
            Title
          </th>
          <th scope="col">Stage</th>
          <th scope="col">Workgroup</th>
          <th scope="col">Release</th>
          <th scope="col">Key dates</th>
        </tr>
      </thead>
      <tbody>
        {proposals.map((proposal) => (
          <Row
            key={proposal.id}
            proposal={proposal}
            hasCode={hasCodes}
            isCurrent={proposal.id === currentId}
            isStop={proposal.id === stopId}
          />
        ))}
      </tbody>
    </table>
  )
}

// A row is drawn again only when its own proposal changed: the list is narrowed at every keystroke.
const Row = memo(
  function Row({
    proposal,
    hasCode,
    isCurrent,
    isStop,
  }: {
    proposal: ProposalBrief
    hasCode: boolean
    isCurrent: boolean
    isStop: boolean
  }) {
    const { id, stage, stageDetail } = proposal
    const dates = keyDates(proposal)
    return (
      <tr
        className={isCurrent ? 'current' : undefined}
        onClick={(event) => {
          // A click opens; marking words of a title to copy them does not.
          if (event.defaultPrevented || window.getSelection()?.isCollapsed === false) return
          if (!(event.target as Element).closest('a')) goTo({ screen: 'proposal', proposalId: id })
        }}
      >
        {hasCode ? <td className="code">{proposal.code.shortName}</td> : null}
        <th scope="row" className="reference">
          <a
            href={addressOf({ screen: 'proposal', proposalId: id })}
            data-proposal={id}
            tabIndex={isStop ? 0 : -1}
            onFocus={() => register.setCurrent(id)}
          >
            {proposal.reference}
          </a>
        </th>
        <td className="title">
          {titleInList(proposal)} {proposal.isUrgent ? <Badge tone="warn">Urgent</Badge> : null}
        </td>
        <td>
          {stage.isOpen ? stage.name : <Badge>{stage.name}</Badge>}
          {stageDetail === '' ? null : <span className="detail">{stageDetail}</span>}
        </td>
        <td>{proposal.workgroup?.shortName}</td>
        <td>{proposal.release?.name}</td>
        <td>
          {dates.map(({ what, on }) => (
            <div key={what}>
              <span className="what">{what}</span> {dayWords(on)}
            </div>
          ))}
        </td>
      </tr>
    )
  },
  (before, after) =>
    before.hasCode === after.hasCode &&
    before.isCurrent === after.isCurrent &&
    before.isStop === after.isStop &&
    JSON.stringify(before.proposal) === JSON.stringify(after.proposal),
)
