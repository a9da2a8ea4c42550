import { useCallback, useState } from 'react'
import { outcomeWords, purposeWords } from '../../core/contract/words.ts'
import { ItemActions } from '../meetings/live/item-actions.tsx'
import { NoteEditor } from '../minutes/note-editor.tsx'
import { PaperLine } from '../papers/paper-line.tsx'
import { addressOf } from '../state/routes.ts'
import { useLive } from '../state/live.ts'
import { Badge } from '../ui/badge.tsx'
import { dayWords } from '../ui/dates.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { ToRatify } from '../resolutions/to-ratify.tsx'
import { ScriptButton } from '../scripts/script-button.tsx'
import { ScriptPanel, type AskedQuestion } from '../scripts/script-panel.tsx'
import { Questions } from '../voting/questions.tsx'
import { subjectOf } from './item-words.ts'
import { GoesTo } from './goes-to.tsx'
import { ItemMenu } from './item-menu.tsx'
import { OutcomeMenu } from './outcome-menu.tsx'

/** The item before the meeting, or the one that is looked at: question, note, actions. */
export function ItemPanel({ isEditable, isOpen }: { isEditable: boolean; isOpen: boolean }) {
  const item = useLive((store) => store.item)
  const error = useLive((store) => store.error)
  // A question of the chair’s script, on its way to be put.
  const [asked, setAsked] = useState<AskedQuestion | null>(null)
  const forgetAsked = useCallback(() => setAsked(null), [])
  // A written resolution is its own outcome.
  const isMeeting = useLive((store) => store.meeting?.form !== 'written-resolution')
  if (item === null) {
    return <section className="item">{error === null ? null : <ErrorNotice error={error} />}</section>
  }
  const { line, proposal } = item
  const recused = item.interests.map((interest) =>
    interest.kind === 'recused'
      ? `${interest.initials} recused`
      : `${interest.initials} declared an interest`,
  )
  return (
    <section className="item" aria-label="Item">
      <header className="item-head">
        <p className="over">
          <span>{line.fullLabel}</span>
          <span>{purposeWords[line.purpose]}</span>
          {line.presenter === '' ? null : <span>{line.presenter}</span>}
          {line.plannedMinutes > 0 ? <span>{line.plannedMinutes} min</span> : null}
          {line.isLate ? <Badge tone="warn">Late item</Badge> : null}
        </p>
        <div className="title-row">
          <h2>{subjectOf(line)}</h2>
          {isEditable ? (
            <span className="title-acts">
              {isMeeting ? <ScriptButton key={`script ${line.id}`} item={item} /> : null}
              {isMeeting ? <OutcomeMenu key={line.id} meetingId={item.meetingId} line={line} /> : null}
              <ItemMenu key={`more ${line.id}`} line={line} />
            </span>
          ) : line.outcome === null ? null : (
            <Badge>{outcomeWords[line.outcome]}</Badge>
          )}
        </div>
        <div className="about">
          <p className="facts">
            {proposal === null ? null : (
              <>
                <a href={addressOf({ screen: 'proposal', proposalId: proposal.id })}>{proposal.reference}</a>
                {proposal.proposer === '' ? null : <span>{proposal.proposer}</span>}
                <span>
                  stage ▸ {proposal.stage.name}
                  {proposal.stageDetail === '' ? '' : `, ${proposal.stageDetail}`}
                </span>
                {proposal.reportingOn === null ? null : (
                  <span>report by {dayWords(proposal.reportingOn)}</span>
                )}
                {proposal.consultationClosesOn === null ? null : (
                  <span>consultation closes {dayWords(proposal.consultationClosesOn)}</span>
                )}
              </>
            )}
            {line.lateAcceptance === '' ? null : <span>{line.lateAcceptance}</span>}
            {line.outcomeReason === '' ? null : <span>{line.outcomeReason}</span>}
            <GoesTo line={line} />
            {recused.map((words) => (
              <span key={words}>{words}</span>
            ))}
          </p>
          <PaperLine key={`papers ${line.id}`} item={item} isEditable={isEditable} isOpen={isOpen} />
        </div>
      </header>
      {isMeeting && isEditable ? (
        <ScriptPanel key={`script of ${line.id}`} item={item} onAsk={setAsked} />
      ) : null}
      {isOpen ? <ToRatify key={`ratify ${line.id}`} item={item} /> : null}
      <Questions
        key={line.id}
        item={item}
        isOpen={isOpen}
        isEditable={isEditable}
        asked={asked}
        onAsked={forgetAsked}
      />
      <NoteEditor key={`note ${line.id}`} item={item} isEditable={isEditable} />
      <ItemActions key={`actions ${line.id}`} item={item} isEditable={isEditable} />
    </section>
  )
}
