import type { ReactNode, Ref } from 'react'
import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react'
import type { Proposal, ProposalBrief } from '../../core/contract/register.ts'
import { goTo } from '../state/navigation.ts'
import { addressOf } from '../state/routes.ts'
import { Badge } from '../ui/badge.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { dayWords } from '../ui/dates.ts'
import { Menu } from '../ui/menu.tsx'
import type { Neighbours } from './use-neighbours.ts'

/** What can be done to a proposal; each has its dialog. */
export type ProposalAct = 'change' | 'move' | 'assessment' | 'consultation'

/** Which proposal, where it stands, and what can be done to it. */
export function ProposalHead({
  proposal,
  titleRef,
  neighbours,
  onAct,
}: {
  proposal: Proposal
  titleRef: Ref<HTMLHeadingElement>
  neighbours: Neighbours
  /** Null where nothing may be changed. */
  onAct: ((act: ProposalAct) => void) | null
}) {
  const since = proposal.stageHistory.at(-1)?.changedOn ?? null
  return (
    <header className="proposal-head">
      <div className="proposal-place">
        <a className="back" href={addressOf({ screen: 'register' })}>
          <ArrowLeft size={14} aria-hidden /> Register
        </a>
        <span className="steps">
          {neighbours.place === 0 ? null : (
            <span>
              {neighbours.place} of {neighbours.count}
            </span>
          )}
          <Step label="Previous proposal of the list" to={neighbours.previous}>
            <ChevronUp size={16} aria-hidden />
          </Step>
          <Step label="Next proposal of the list" to={neighbours.next}>
            <ChevronDown size={16} aria-hidden />
          </Step>
        </span>
      </div>
      <div className="proposal-title">
        <h1 id="proposal-title" ref={titleRef} tabIndex={-1}>
          <span className="reference">{proposal.reference}</span> {proposal.title}
        </h1>
        {onAct === null ? null : (
          <span className="acts">
            <Button shortcut="E" onClick={() => onAct('change')}>
              Change
            </Button>
            <Button shortcut="M" onClick={() => onAct('move')}>
              Move to another stage
            </Button>
            <Menu
              label="Record something asked for"
              items={[
                {
                  id: 'assessment',
                  label: 'Assessment or advice',
                  run: () => onAct('assessment'),
                },
                { id: 'consultation', label: 'Consultation', run: () => onAct('consultation') },
              ]}
            >
              Record …
            </Menu>
          </span>
        )}
      </div>
      <p className="proposal-facts">
        <span>
          {proposal.stage.isOpen ? (
            <Badge tone="accent">{proposal.stage.name}</Badge>
          ) : (
            <Badge>{proposal.stage.name}</Badge>
          )}
        </span>
        {proposal.stageDetail === '' ? null : <span>{proposal.stageDetail}</span>}
        {since === null ? null : <span>since {dayWords(since)}</span>}
        {proposal.isUrgent ? <Badge tone="warn">Urgent</Badge> : null}
        {proposal.alternativeTo === null ? null : (
          <span>
            alternative to{' '}
            <a href={addressOf({ screen: 'proposal', proposalId: proposal.alternativeTo.id })}>
              {proposal.alternativeTo.reference}
            </a>
          </span>
        )}
        {proposal.shortTitle === '' ? null : <span>in lists “{proposal.shortTitle}”</span>}
      </p>
    </header>
  )
}

function Step({
  label,
  to,
  children,
}: {
  label: string
  to: ProposalBrief | undefined
  children: ReactNode
}) {
  return (
    <IconButton
      label={to === undefined ? label : `${label}: ${to.reference}`}
      disabled={to === undefined}
      onClick={() => {
        if (to !== undefined) goTo({ screen: 'proposal', proposalId: to.id })
      }}
    >
      {children}
    </IconButton>
  )
}
