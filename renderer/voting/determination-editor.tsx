import { useMemo } from 'react'
import type { Item, QuestionView } from '../../core/contract/voting.ts'
import type { DecisionMaker } from '../../core/contract/words.ts'
import { useView } from '../state/follow-topics.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { DeterminationForm } from './determination-form.tsx'
import { StaleWords } from './stale-words.tsx'
import './determination.css'

/** The determination: composed in the body's phrase once the last position is in, in words of one's own where need be. */
export function DeterminationEditor({
  item,
  question,
  isEditable,
  isWriting,
  onWriting,
}: {
  item: Item
  question: QuestionView
  isEditable: boolean
  isWriting: boolean
  onWriting(isWriting: boolean): void
}) {
  const { determination, round } = question
  const isComplete = round.result !== null
  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'determination.write',
        title: 'Write the determination',
        key: 'd',
        group: 'Item',
        isEnabled: isEditable && isComplete,
        run: () => onWriting(true),
      },
    ],
    [isEditable, isComplete, onWriting],
  )
  useCommands('determination', commands)

  if (isWriting && isEditable && isComplete) {
    return <DeterminationForm item={item} question={question} onDone={() => onWriting(false)} />
  }
  if (determination === null) return null
  return (
    <div className="determination-block">
      <WhoseItIs item={item} decisionMaker={determination.decisionMaker} />
      <blockquote className="determination">{determination.text}</blockquote>
      {determination.consequences.working === undefined ? null : (
        <ul className="determination-applied" aria-label="What it changed">
          {determination.consequences.working.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {determination.isStale ? <StaleWords item={item} question={question} isEditable={isEditable} /> : null}
    </div>
  )
}

/** A recommendation and a view bind nobody: who decides is called what the code calls it now. */
function WhoseItIs({ item, decisionMaker }: { item: Item; decisionMaker: DecisionMaker }) {
  const codes = useView('code.list', {}, ['bodies']).value?.codes ?? []
  const decides = codes.find(({ id }) => id === item.proposal?.code.id)?.decisionMaker ?? 'the Authority'
  if (decisionMaker === 'body') return null
  return (
    <p className="determination-of">
      {decisionMaker === 'authority' ? `Recommendation to ${decides}` : `View; ${decides} decides`}
    </p>
  )
}
