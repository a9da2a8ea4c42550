import { splitOwners } from '../../actions/action-words.ts'
import { OwnersInput } from '../../actions/owners-input.tsx'
import { act } from '../../state/live.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { TextInput } from '../../ui/field.tsx'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useTyped } from '../../ui/use-typed.ts'
import { orNull } from '../../ui/words.ts'

const nothing = { text: '', owners: '', dueOn: '' }

/** An action in one line: what, who, by when. Enter adds it and stays for the next. */
export function AddAction({ itemId }: { itemId: string }) {
  const { values, set, field } = useTyped(nothing)
  const form = useForm()
  const add = async () => {
    const answer = await act(
      'action.add',
      { itemId, text: values.text, owners: splitOwners(values.owners), dueOn: orNull(values.dueOn) },
      { isQuiet: true },
    )
    if (answer.ok) {
      set(nothing)
      form.fields.current?.querySelector('input')?.focus()
    }
    return answer
  }
  return (
    <>
      <form
        ref={form.fields}
        className="add-action"
        onSubmit={(event) => {
          event.preventDefault()
          void form.send(add)
        }}
      >
        <TextInput
          label="Action: what is to be done"
          isLabelHidden
          placeholder="New action: what is to be done"
          data-takes-focus="action"
          {...field('text', form.problemOf)}
        />
        <OwnersInput isInLine {...field('owners', form.problemOf)} />
        <DateInput label="Due date" isLabelHidden {...field('dueOn', form.problemOf)} />

        <Button type="submit" shortcut="⏎">
          Add
        </Button>
      </form>
      <FormRefusal form={form} />
    </>
  )
}
