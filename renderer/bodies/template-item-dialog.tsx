import { useState } from 'react'
import type { Body, TemplateItem } from '../../core/contract/bodies.ts'
import { itemKinds, itemKindWords, type ItemKind } from '../../core/contract/words.ts'
import { plannedMinutes, PlanFields, type Plan } from '../agenda/plan-fields.tsx'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { Select, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'

/** An item with which a new meeting begins; a new one comes last. Agendas already made stay. */
export function TemplateItemDialog({
  body,
  at,
  onClose,
}: {
  body: Body
  /** Its place in the template; null for a new one. */
  at: number | null
  onClose(): void
}) {
  const { agendaTemplate: items } = body
  const before = at === null ? undefined : items[at]
  const [title, setTitle] = useState(before?.title ?? '')
  const [kind, setKind] = useState<ItemKind>(before?.kind ?? 'general')
  const [presenter, setPresenter] = useState(before?.presenter ?? '')
  const [plan, setPlan] = useState<Plan>({
    purpose: before?.purpose ?? 'decision',
    minutes: String(before?.plannedMinutes ?? 10),
  })
  const place = at ?? items.length

  const save = async () => {
    const item: TemplateItem = {
      kind,
      title,
      purpose: plan.purpose,
      plannedMinutes: plannedMinutes(plan),
      presenter,
    }
    const answer = await change('body.set-agenda-template', {
      bodyId: body.id,
      items: at === null ? [...items, item] : items.with(at, item),
    })
    if (answer.ok) notice.say(`${title.trim()} is ${at === null ? 'added' : 'changed'}.`)
    return answer
  }
  return (
    <FormDialog
      title={before === undefined ? 'Add an item to the agenda template' : `Change ${before.title}`}
      submitLabel={before === undefined ? 'Add the item' : 'Change it'}
      save={save}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <TextInput
            label="Title"
            value={title}
            onChange={setTitle}
            problem={problemOf(`items.${place}.title`)}
            autoFocus
          />
          <Select
            label="What it is for"
            hint="The register fills an item for proposals by what it is for."
            value={kind}
            onChange={(value) => setKind(value as ItemKind)}
            options={itemKinds.map((value) => ({ value, label: itemKindWords[value] }))}
          />
          <PlanFields
            plan={plan}
            onChange={setPlan}
            problemOf={(field) => problemOf(`items.${place}.${field}`)}
          />
          <TextInput
            label="Presented by"
            hint="By role."
            value={presenter}
            onChange={setPresenter}
            problem={problemOf(`items.${place}.presenter`)}
          />
        </>
      )}
    </FormDialog>
  )
}
