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
import { orNull } from '../ui/words.ts'
import { referenceExample } from './proposal-words.ts'
import type { Code } from './stage-counts.ts'
import { WorkgroupSelect } from './workgroup-select.tsx'

/** A new proposal. What is known later is added on its own screen, which opens then. */
export function AddProposalDialog({ codes, onClose }: { codes: readonly Code[]; onClose(): void }) {
  const chosenCodeId = useRegister((store) => store.filter.codeId)
  const [codeId, setCodeId] = useState(chosenCodeId === '' ? (codes[0]?.id ?? '') : chosenCodeId)
  const [reference, setReference] = useState('')
  const [title, setTitle] = useState('')
  const [shortTitle, setShortTitle] = useState('')
  const [proposer, setProposer] = useState('')
  const [path, setPath] = useState('')
  const [raisedOn, setRaisedOn] = useState('')
  const [stage, setStage] = useState('')
  const [workgroupId, setWorkgroupId] = useState('')
  const [isUrgent, setIsUrgent] = useState(false)
  const [summary, setSummary] = useState('')
  const code = codes.find(({ id }) => id === codeId)
  const last = useView('proposal.list', { codeId }, ['register']).value?.proposals.findLast(
    (proposal) => proposal.code.id === codeId,
  )

  const save = async () => {
    const answer = await change('proposal.add', {
      codeId,
      reference,
      title,
      shortTitle,
      proposer,
      path,
      summary,
      isUrgent,
      raisedOn: orNull(raisedOn),
      workgroupId: orNull(workgroupId),
      ...(stage === '' ? {} : { stage }),
    })
    if (answer.ok) {
      const { id, reference: written } = answer.value
      notice.say(`${written} is in the register.`)
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
              value={codeId}
              onChange={(id) => {
                setCodeId(id)
                setStage('')
                setWorkgroupId('')
              }}
              options={codes.map(({ id, shortName, name }) => ({
                value: id,
                label: `${shortName} · ${name}`,
              }))}
              problem={problemOf('codeId')}
            />
          ) : null}
          <TextInput
            label="Reference"
            value={reference}
            onChange={setReference}
            autoFocus={codes.length === 1}
            hint={
              last === undefined
                ? `As in ${code === undefined ? '0025' : referenceExample(code)}`
                : `The last one is ${last.reference}`
            }
            problem={problemOf('reference')}
          />
          <div className="across">
            <TextInput label="Title" value={title} onChange={setTitle} problem={problemOf('title')} />
          </div>
          <TextInput
            label="Short title"
            hint="For lists; the title where it is left empty"
            value={shortTitle}
            onChange={setShortTitle}
            problem={problemOf('shortTitle')}
          />
          <TextInput
            label="Proposer"
            hint="An organisation or a role"
            value={proposer}
            onChange={setProposer}
            problem={problemOf('proposer')}
          />
          <DateInput
            label="Raised on"
            value={raisedOn}
            onChange={setRaisedOn}
            problem={problemOf('raisedOn')}
          />
          <Select
            label="Stage"
            value={stage}
            onChange={setStage}
            options={(code?.stages ?? []).map(({ key, name }, index) => ({
              value: index === 0 ? '' : key,
              label: name,
            }))}
            problem={problemOf('stage')}
          />
          <TextInput
            label="Path"
            hint="Who decides, such as self-governance"
            value={path}
            onChange={setPath}
            problem={problemOf('path')}
          />
          <WorkgroupSelect
            codeId={codeId}
            value={workgroupId}
            onChange={setWorkgroupId}
            problem={problemOf('workgroupId')}
          />
          <div className="across">
            <TextArea
              label="Summary"
              rows={4}
              value={summary}
              onChange={setSummary}
              problem={problemOf('summary')}
            />
          </div>
          <div className="across">
            <CheckBox label="Treated as urgent" isChecked={isUrgent} onChange={setIsUrgent} />
          </div>
        </>
      )}
    </FormDialog>
  )
}
