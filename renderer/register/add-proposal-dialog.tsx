import { useState } from 'react'
import { change } from '../state/client.ts'
import { useView } from '../state/follow-topics.ts'
import { goTo } from '../state/navigation.ts'
import { notice } from '../state/notice.ts'
import { register, useRegister } from '../state/register.ts'
import { CheckBox } from '../ui/check-box.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Select, TextArea, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useTyped } from '../ui/use-typed.ts'
import { orLeftOut, orNull } from '../ui/words.ts'
import { referenceExample } from './proposal-words.ts'
import type { Code } from './stage-counts.ts'
import { WorkgroupSelect } from './workgroup-select.tsx'

/** A new proposal. What is known later is added on its own screen, which opens then. */
export function AddProposalDialog({ codes, onClose }: { codes: readonly Code[]; onClose(): void }) {
  const chosenCodeId = useRegister((store) => store.filter.codeId)
  const { values, set, field } = useTyped({
    codeId: chosenCodeId === '' ? (codes[0]?.id ?? '') : chosenCodeId,
    reference: '',
    title: '',
    shortTitle: '',
    proposer: '',
    path: '',
    raisedOn: '',
    stage: '',
    workgroupId: '',
    summary: '',
  })
  const [isUrgent, setIsUrgent] = useState(false)
  const { codeId } = values
  const code = codes.find(({ id }) => id === codeId)
  const last = useView('proposal.list', { codeId }, ['register']).value?.proposals.findLast(
    (proposal) => proposal.code.id === codeId,
  )

  const save = async () => {
    const answer = await change('proposal.add', {
      ...values,
      isUrgent,
      raisedOn: orNull(values.raisedOn),
      workgroupId: orNull(values.workgroupId),
      // The first one of the code where none was chosen.
      stage: orLeftOut(values.stage),
    })
    if (answer.ok) {
      const { id, reference } = answer.value
      notice.say(`${reference} is in the register.`)
      register.setCurrent(id)
      goTo({ screen: 'proposal', proposalId: id })
    }
    return answer
  }

  return (
    <FormDialog title="Add a proposal" submitLabel="Add" isWide save={save} onClose={onClose}>
      {(problemOf) => (
        <>
          {codes.length > 1 ? (
            <Select
              label="Code"
              options={codes.map(({ id, shortName, name }) => ({
                value: id,
                label: `${shortName} · ${name}`,
              }))}
              {...field('codeId', problemOf)}
              onChange={(id) => set({ codeId: id, stage: '', workgroupId: '' })}
            />
          ) : null}
          <TextInput
            label="Reference"
            autoFocus={codes.length === 1}
            hint={
              last === undefined
                ? `As in ${code === undefined ? '0025' : referenceExample(code)}`
                : `The last one is ${last.reference}`
            }
            {...field('reference', problemOf)}
          />
          <div className="across">
            <TextInput label="Title" {...field('title', problemOf)} />
          </div>
          <TextInput
            label="Short title"
            hint="For lists; the title where it is left empty"
            {...field('shortTitle', problemOf)}
          />
          <TextInput label="Proposer" hint="An organisation or a role" {...field('proposer', problemOf)} />
          <DateInput label="Raised on" {...field('raisedOn', problemOf)} />
          <Select
            label="Stage"
            options={(code?.stages ?? []).map(({ key, name }, index) => ({
              value: index === 0 ? '' : key,
              label: name,
            }))}
            {...field('stage', problemOf)}
          />
          <TextInput label="Path" hint="Who decides, such as self-governance" {...field('path', problemOf)} />
          <WorkgroupSelect codeId={codeId} {...field('workgroupId', problemOf)} />
          <div className="across">
            <TextArea label="Summary" rows={4} {...field('summary', problemOf)} />
          </div>
          <div className="across">
            <CheckBox label="Treated as urgent" isChecked={isUrgent} onChange={setIsUrgent} />
          </div>
        </>
      )}
    </FormDialog>
  )
}
