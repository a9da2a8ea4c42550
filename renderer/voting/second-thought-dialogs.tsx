import { useState } from 'react'
import type { Item, QuestionView } from '../../core/contract/voting.ts'
import { act } from '../state/live.ts'
import { notice } from '../state/notice.ts'
import { TextArea, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { putBackWords } from './put-back-words.ts'
import { ReasonDialog } from './reason-dialog.tsx'

type Determination = Item['determinations'][number]

/** Withdraws a question that was put by mistake; it stays on record with the reason. */
export function WithdrawQuestionDialog({
  question,
  onClose,
}: {
  question: Pick<QuestionView, 'id' | 'text'>
  onClose(): void
}) {
  const withdraw = async (reason: string) => {
    const answer = await act('question.withdraw', { questionId: question.id, reason }, { isQuiet: true })
    if (answer.ok) notice.say('The question is withdrawn.')
    return answer
  }
  return (
    <ReasonDialog
      title="Withdraw the question"
      submitLabel="Withdraw it"
      hint="Such as: put on the wrong item."
      save={withdraw}
      onClose={onClose}
    >
      <p>“{question.text}”</p>
      <p className="quiet">
        Nothing more is recorded on it, and its vote counts nowhere. The minutes keep it with this reason.
      </p>
    </ReasonDialog>
  )
}

/** Other words for a question on which nobody’s position is recorded yet. */
export function RewordQuestionDialog({
  question,
  onClose,
}: {
  question: Pick<QuestionView, 'id' | 'text'>
  onClose(): void
}) {
  const [text, setText] = useState(question.text)
  const reword = () => act('question.reword', { questionId: question.id, text }, { isQuiet: true })
  return (
    <FormDialog
      title="Change the words of the question"
      submitLabel="Put it in these words"
      canSubmit={text.trim() !== question.text}
      save={reword}
      onClose={onClose}
    >
      {(problemOf) => (
        <TextInput label="Question" value={text} onChange={setText} problem={problemOf('text')} autoFocus />
      )}
    </FormDialog>
  )
}

/** Takes a determination back, with what it changed in the register. */
export function TakeBackDialog({
  determination,
  isOnVote,
  onClose,
}: {
  determination: Determination
  isOnVote: boolean
  onClose(): void
}) {
  const { working } = determination.consequences
  const takeBack = async (reason: string) => {
    const answer = await act(
      'determination.take-back',
      { determinationId: determination.id, reason },
      { isQuiet: true },
    )
    if (answer.ok) notice.say(putBackWords(answer.value))
    return answer
  }
  return (
    <ReasonDialog
      title="Take the determination back"
      submitLabel="Take it back"
      hint="The history keeps it; the minutes do not print it."
      save={takeBack}
      onClose={onClose}
    >
      <p>“{determination.text}”</p>
      <p className="quiet">
        {isOnVote ? 'The vote stands as it was taken. ' : ''}
        What it changed in the register goes back to what it was, but for what has been changed since.
      </p>
      {working === undefined ? null : (
        <ul className="quiet" aria-label="What it changed">
          {working.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </ReasonDialog>
  )
}

/** Other words for a determination that rests on no vote. */
export function ChangeDeterminationDialog({
  determination,
  onClose,
}: {
  determination: Determination
  onClose(): void
}) {
  const [text, setText] = useState(determination.text)
  const [reason, setReason] = useState('')
  const save = () =>
    act('determination.change', { determinationId: determination.id, text, reason }, { isQuiet: true })
  return (
    <FormDialog
      title="Change the words of the determination"
      submitLabel="Change them"
      canSubmit={text !== determination.text}
      save={save}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <TextArea
            label="Determination"
            rows={3}
            value={text}
            onChange={setText}
            problem={problemOf('text')}
            autoFocus
          />
          <TextInput
            label="Why"
            hint="Where it matters. The history keeps it; the minutes do not print it."
            value={reason}
            onChange={setReason}
            problem={problemOf('reason')}
          />
        </>
      )}
    </FormDialog>
  )
}
