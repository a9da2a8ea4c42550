import { MoreHorizontal } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { QuestionView } from '../../core/contract/voting.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { Menu } from '../ui/menu.tsx'
import { RewordQuestionDialog, TakeBackDialog, WithdrawQuestionDialog } from './second-thought-dialogs.tsx'
import { keepFromRoom } from './show-room.tsx'
import { isUntouched } from './untouched.ts'
import './withdraw-question.css'

type Shown = 'withdraw' | 'reword' | 'take-back'

/** Second thoughts on the question at hand: other words, withdrawing it, taking its determination back. */
export function QuestionMenu({ question }: { question: QuestionView }) {
  const [shown, setShown] = useState<Shown | null>(null)
  const { determination } = question
  const acts = useMemo(
    () =>
      [
        {
          id: 'question.reword',
          title: 'Change the words of the question',
          label: 'Change the words…',
          isEnabled: isUntouched(question),
          run: () => setShown('reword'),
        },
        {
          id: 'question.withdraw',
          title: 'Withdraw the question',
          label: 'Withdraw the question…',
          isEnabled: determination === null,
          run: () => setShown('withdraw'),
        },
        {
          id: 'determination.take-back',
          title: 'Take the determination back',
          label: 'Take the determination back…',
          isEnabled: determination !== null,
          run: () => setShown('take-back'),
        },
      ].filter(({ isEnabled }) => isEnabled),
    [question, determination],
  )
  const commands = useMemo<KeyCommand[]>(
    () => acts.map(({ id, title, run }) => ({ id, title, group: 'Item', run })),
    [acts],
  )
  useCommands('second-thoughts', commands)
  const { id, joint, round } = question
  // A written resolution has no room; votes that are taken together are kept from it together.
  const keep =
    joint === null && round.deadline === null
      ? keepFromRoom({ questionId: id }, round.roomSees, round.result !== null)
      : []
  const onClose = () => setShown(null)
  return (
    <span className="question-menu">
      <Menu label="What to do with the question" variant="quiet" items={[...acts, ...keep]}>
        <MoreHorizontal size={16} aria-hidden />
      </Menu>
      {shown === 'withdraw' ? <WithdrawQuestionDialog question={question} onClose={onClose} /> : null}
      {shown === 'reword' ? <RewordQuestionDialog question={question} onClose={onClose} /> : null}
      {shown === 'take-back' && determination !== null ? (
        <TakeBackDialog determination={determination} isOnVote onClose={onClose} />
      ) : null}
    </span>
  )
}

/** A question that was put by mistake: struck, with its reason, and nothing to do with it. */
export function WithdrawnQuestion({
  question: { text, withdrawn },
}: {
  question: Pick<QuestionView, 'text' | 'withdrawn'>
}) {
  if (withdrawn === null) return null
  return (
    <p className="question-withdrawn">
      <s>{text}</s>
      <span>Withdrawn: {withdrawn.reason}</span>
    </p>
  )
}
