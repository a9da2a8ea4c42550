import { useState } from 'react'
import type { Paper } from '../../core/contract/papers.ts'
import type { Item } from '../../core/contract/voting.ts'
import { AcceptanceInput, LateFields, lateInput, type Late } from '../agenda/late-fields.tsx'
import { act } from '../state/live.ts'
import { useAnswer } from '../state/use-answer.ts'
import { DateInput } from '../ui/date-input.tsx'
import { TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import type { Saved } from '../ui/use-form.ts'
import { useTyped } from '../ui/use-typed.ts'
import { orNull } from '../ui/words.ts'

/**
 * The particulars of a paper: of a listed one, or of a new one without its file. By the day on which it came in the core
 * says whether it is late, while that is typed; where nobody knows the day, the secretary says so.
 */
export function PaperDialog({
  item,
  paper,
  onClose,
}: {
  item: Item
  /** Null for a new one. */
  paper: Paper | null
  onClose(): void
}) {
  const { meetingId, line } = item
  const [before] = useState({
    title: paper?.title ?? '',
    reference: paper?.reference ?? '',
    receivedOn: paper?.receivedOn ?? '',
  })
  const { values, field } = useTyped(before)
  const [lateBefore] = useState<Late>({
    isLate: paper?.isLate ?? false,
    acceptance: paper?.lateAcceptance ?? '',
  })
  const [late, setLate] = useState(lateBefore)
  const isDated = values.receivedOn !== ''
  const lateness = useAnswer('paper.lateness', isDated ? { meetingId, receivedOn: values.receivedOn } : null)
  const isLateByItsDay = lateness?.isLate === true

  const save = async (): Promise<Saved> => {
    // Enter right after the file was filed: nothing was changed, and undo has nothing more to take back.
    const isAsBefore = JSON.stringify([values, late]) === JSON.stringify([before, lateBefore])
    if (paper !== null && isAsBefore) return { ok: true }
    const particulars = {
      ...values,
      receivedOn: orNull(values.receivedOn),
      ...(isDated
        ? // What was recorded stays as long as the core has not said that it is in time.
          lateInput({ ...late, isLate: lateness?.isLate ?? late.isLate })
        : lateInput(late)),
    }
    return paper === null
      ? act('agenda.add-paper', { itemId: line.id, ...particulars }, { isQuiet: true })
      : act('paper.change', { paperId: paper.id, ...particulars }, { isQuiet: true })
  }
  return (
    <FormDialog
      title={
        paper === null
          ? `A paper for ${line.proposal?.reference ?? line.title}`
          : 'Change what is recorded of the paper'
      }
      submitLabel={paper === null ? 'List it' : 'Keep'}
      save={save}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <TextInput label="Title" autoFocus {...field('title', problemOf)} />
          <div className="side-by-side">
            <TextInput label="Reference" {...field('reference', problemOf)} />
            <DateInput label="Received on" {...field('receivedOn', problemOf)} />
          </div>
          {isDated ? (
            <p className={isLateByItsDay ? 'late' : 'soft'} role="status">
              {lateness?.sentence ?? ''}
            </p>
          ) : (
            <LateFields
              label="It came after the deadline"
              late={late}
              meetingId={meetingId}
              what="paper"
              onChange={setLate}
              problemOf={problemOf}
            />
          )}
          {isLateByItsDay ? (
            <AcceptanceInput
              meetingId={meetingId}
              what="paper"
              value={late.acceptance}
              onChange={(acceptance) => setLate({ ...late, acceptance })}
              problemOf={problemOf}
            />
          ) : null}
        </>
      )}
    </FormDialog>
  )
}
