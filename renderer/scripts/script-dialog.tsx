import { useState } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import { itemKinds, itemKindWords, type ItemKind } from '../../core/contract/words.ts'
import { PlacesList } from '../snippets/places-list.tsx'
import { change } from '../state/client.ts'
import { useView } from '../state/follow-topics.ts'
import { notice } from '../state/notice.ts'
import { Button } from '../ui/button.tsx'
import { Select, TextArea } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { draftOf, emptyStep, stepsOf, type StepDraft } from './script-draft.ts'
import { StepFields } from './step-fields.tsx'
import './script-dialog.css'

/** The script of a kind of item, step by step. */
export function ScriptDialog({
  body,
  itemKind: chosen,
  onClose,
}: {
  body: Body
  /** The kind whose script it is; null for one that is still to be chosen. */
  itemKind: ItemKind | null
  onClose(): void
}) {
  const usualKind = usualKindOf(body)
  const [itemKind, setItemKind] = useState<ItemKind>(chosen ?? usualKind)
  const before = body.scripts.find((script) => script.itemKind === itemKind)
  const [steps, setSteps] = useState<StepDraft[]>(() => draftOf(before))
  const [sourceNote, setSourceNote] = useState(before?.sourceNote ?? 'Check against the code.')
  const code = useView('code.list', {}, ['bodies']).value?.codes.find(({ id }) => id === body.codeId)
  const name = itemKindWords[itemKind]
  const isNew = before === undefined

  const save = async () => {
    const answer = await change('script.change', {
      bodyId: body.id,
      itemKind,
      steps: stepsOf(steps),
      sourceNote,
    })
    if (answer.ok) notice.say(`The script for ${name.toLowerCase()} is ${isNew ? 'written' : 'changed'}.`)
    return answer
  }
  const set = (at: number, step: StepDraft) => setSteps(steps.with(at, step))
  return (
    <FormDialog
      title={chosen === null ? 'Write a script' : `Script for ${name.toLowerCase()}`}
      submitLabel={isNew ? 'Write it' : 'Change it'}
      canSubmit={steps.length > 0}
      isWide
      save={save}
      onClose={onClose}
    >
      {(problemOf) => (
        <div className="script-fields">
          {chosen === null ? (
            <Select
              label="Kind of item"
              hint={isNew ? undefined : 'It has a script already, which is changed here.'}
              value={itemKind}
              onChange={(value) => {
                const kind = value as ItemKind
                setItemKind(kind)
                setSteps(draftOf(body.scripts.find((script) => script.itemKind === kind)))
              }}
              options={itemKinds.map((value) => ({ value, label: itemKindWords[value] }))}
              problem={problemOf('itemKind')}
              autoFocus
            />
          ) : null}
          <PlacesList />
          {steps.map((step, at) => (
            // There are no ids: a step is its place.
            <StepFields
              key={at}
              at={at}
              count={steps.length}
              step={step}
              questionKinds={body.questionKinds}
              stages={code?.stages ?? []}
              takesFocus={chosen !== null && at === 0}
              problemOf={(field) => problemOf(`steps.${at}.${field}`)}
              onChange={(changed) => set(at, changed)}
              onMove={(to) => setSteps(steps.toSpliced(at, 1).toSpliced(to, 0, step))}
              onRemove={() => setSteps(steps.toSpliced(at, 1))}
            />
          ))}
          <div className="acts">
            <Button onClick={() => setSteps([...steps, emptyStep])}>Add a step</Button>
          </div>
          <TextArea
            label="Where this is from"
            rows={2}
            value={sourceNote}
            onChange={setSourceNote}
            problem={problemOf('sourceNote')}
          />
        </div>
      )}
    </FormDialog>
  )
}

/** The first kind of the body’s own agenda that has none yet. */
function usualKindOf({ agendaTemplate, scripts }: Body): ItemKind {
  const kinds = [...agendaTemplate.map(({ kind }) => kind), ...itemKinds]
  return kinds.find((kind) => !scripts.some(({ itemKind }) => itemKind === kind)) ?? 'general'
}
