import { useEffect, useMemo, useRef, useState } from 'react'
import type { Proposal } from '../../core/contract/register.ts'
import { useIsReadOnly } from '../state/book.ts'
import { useView } from '../state/follow-topics.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { goTo } from '../state/navigation.ts'
import { register } from '../state/register.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Assessments, Consultations } from './assessments.tsx'
import { ChangeProposalDialog } from './change-proposal-dialog.tsx'
import { MoveStageDialog } from './move-stage-dialog.tsx'
import { Particulars } from './particulars.tsx'
import { ProposalHead, type ProposalAct } from './proposal-head.tsx'
import { RecordAssessmentDialog, RecordConsultationDialog } from './record-dialogs.tsx'
import { StageHistory } from './stage-history.tsx'
import { TimetableChart } from './timetable-chart.tsx'
import { useNeighbours } from './use-neighbours.ts'
import { VoteHistory } from './vote-history.tsx'
import './proposal.css'

/** One proposal whole: what it is, where it stands, and everything that was ever decided on it. */
export function ProposalScreen({ proposalId }: { proposalId: string }) {
  const { value, error } = useView('proposal.read', { proposalId }, ['register', 'items'])
  if (error?.code === 'not-found') return <NotThere />
  if (value === null) {
    return <section className="screen">{error === null ? null : <ErrorNotice error={error} />}</section>
  }
  return <ProposalPage key={value.id} proposal={value} />
}

function ProposalPage({ proposal }: { proposal: Proposal }) {
  const isReadOnly = useIsReadOnly()
  const [act, setAct] = useState<ProposalAct | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const neighbours = useNeighbours(proposal.id)
  const { previous, next } = neighbours

  // A new page: from the top, and a screen reader says what it is about.
  useEffect(() => {
    register.setCurrent(proposal.id)
    title.current?.closest('main')?.scrollTo(0, 0)
    title.current?.focus({ preventScroll: true })
  }, [proposal.id])

  const commands = useMemo<KeyCommand[]>(() => {
    const open = (proposalId: string | undefined) => {
      if (proposalId !== undefined) goTo({ screen: 'proposal', proposalId })
    }
    const editing = { group: 'Proposal', isEnabled: !isReadOnly }
    return [
      {
        id: 'proposal.change',
        title: 'Change particulars',
        key: 'e',
        ...editing,
        run: () => setAct('change'),
      },
      {
        id: 'proposal.move',
        title: 'Move to another stage',
        key: 'm',
        ...editing,
        run: () => setAct('move'),
      },
      {
        id: 'proposal.assessment',
        title: 'Record an assessment or advice',
        ...editing,
        run: () => setAct('assessment'),
      },
      {
        id: 'proposal.consultation',
        title: 'Record a consultation',
        ...editing,
        run: () => setAct('consultation'),
      },
      {
        id: 'proposal.next',
        title: 'Next proposal of the list',
        key: 'Alt+ArrowDown',
        group: 'Proposal',
        isEnabled: next !== undefined,
        run: () => open(next?.id),
      },
      {
        id: 'proposal.previous',
        title: 'Previous proposal of the list',
        key: 'Alt+ArrowUp',
        group: 'Proposal',
        isEnabled: previous !== undefined,
        run: () => open(previous?.id),
      },
      {
        id: 'proposal.back',
        title: 'Back to the register',
        key: 'Escape',
        group: 'Proposal',
        run: () => goTo({ screen: 'register' }),
      },
    ]
  }, [isReadOnly, next, previous])
  useCommands('proposal', commands)

  const close = () => setAct(null)
  return (
    <article className="screen proposal" aria-labelledby="proposal-title">
      <ProposalHead
        proposal={proposal}
        titleRef={title}
        neighbours={neighbours}
        onAct={isReadOnly ? null : setAct}
      />
      <div className="proposal-columns">
        <div className="proposal-main">
          {proposal.summary === '' ? null : (
            <section aria-label="Summary">
              <p className="proposal-summary">{proposal.summary}</p>
            </section>
          )}
          <TimetableChart proposal={proposal} />
          <VoteHistory proposal={proposal} />
          <Assessments proposal={proposal} />
          <Consultations proposal={proposal} />
        </div>
        <div className="proposal-side">
          <StageHistory proposal={proposal} />
          <Particulars proposal={proposal} />
        </div>
      </div>
      {act === 'change' ? <ChangeProposalDialog proposal={proposal} onClose={close} /> : null}
      {act === 'move' ? <MoveStageDialog proposal={proposal} onClose={close} /> : null}
      {act === 'assessment' ? <RecordAssessmentDialog proposal={proposal} onClose={close} /> : null}
      {act === 'consultation' ? <RecordConsultationDialog proposal={proposal} onClose={close} /> : null}
    </article>
  )
}

function NotThere() {
  return (
    <section className="screen" aria-label="Proposal">
      <h1>Proposal</h1>
      <EmptyState
        title="This proposal is not in the register"
        action={
          <Button variant="primary" onClick={() => goTo({ screen: 'register' })}>
            Go to the register
          </Button>
        }
      >
        <p>One whose adding was undone comes back with redo.</p>
      </EmptyState>
    </section>
  )
}
