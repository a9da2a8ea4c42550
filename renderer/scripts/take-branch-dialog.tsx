import type { ForeseenBranch } from '../../core/contract/scripts.ts'
import { act } from '../state/live.ts'
import { useAnswer } from '../state/use-answer.ts'
import { DateInput } from '../ui/date-input.tsx'
import { TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useTyped } from '../ui/use-typed.ts'
import { orLeftOut } from '../ui/words.ts'

/** What a branch still asks for, with what it will then do. */
export function TakeBranchDialog({
  itemId,
  branch,
  onClose,
}: {
  itemId: string
  branch: ForeseenBranch
  onClose(): void
}) {
  const known = (name: ForeseenBranch['asks'][number]['name']) =>
    branch.asks.find((each) => each.name === name)?.value ?? ''
  const typed = useTyped({
    workgroup: known('workgroup'),
    date: known('date'),
    closingDate: known('closingDate'),
  })
  const parameters = {
    workgroup: orLeftOut(typed.values.workgroup),
    date: orLeftOut(typed.values.date),
    closingDate: orLeftOut(typed.values.closingDate),
  }
  const foreseen = useAnswer('script.read', { itemId, parameters })
    ?.steps.flatMap(({ branches }) => branches)
    .find(({ number }) => number === branch.number)
  return (
    <FormDialog
      title={branch.label}
      submitLabel="Take it"
      save={() => act('script.take', { itemId, branch: branch.number, parameters }, { isQuiet: true })}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          {branch.asks.map(({ name, label, isDate }, index) => {
            const Field = isDate ? DateInput : TextInput
            return (
              <Field
                key={name}
                label={label}
                autoFocus={index === 0}
                {...typed.field(name, problemOf, `parameters.${name}`)}
              />
            )
          })}
          <ul className="will-do" aria-label="What it will do">
            {[...(foreseen ?? branch).effects, ...(foreseen ?? branch).warnings].map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </FormDialog>
  )
}
