import { useState } from 'react'
import type { Proposal } from '../../core/contract/register.ts'
import { change } from '../state/client.ts'
import { useView } from '../state/follow-topics.ts'
import { notice } from '../state/notice.ts'
import { CheckBox } from '../ui/check-box.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Select, TextArea, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import type { Saved } from '../ui/use-form.ts'
import { changesOf, formOf, type ProposalForm } from './proposal-form.ts'
import { nameInList } from './proposal-words.ts'
import { WorkgroupSelect } from './workgroup-select.tsx'

/** Changes what the register says of a proposal. Only what was touched is sent, so nothing else is overwritten. */
export function ChangeProposalDialog({ proposal, onClose }: { proposal: Proposal; onClose(): void }) {
  // As it was when the dialog opened: a change that arrives meanwhile is not taken for one of the secretary's.
  const [before] = useState(() => formOf(proposal))
  const [wasUrgent] = useState(proposal.isUrgent)
  const [form, setForm] = useState(before)
  const [isUrgent, setIsUrgent] = useState(wasUrgent)
  const codeId = proposal.code.id
  const releases = useView('release.list', { codeId }, ['register']).value?.releases ?? []
  const others = useView('proposal.list', { codeId }, ['register']).value?.proposals ?? []

  const save = async (): Promise<Saved> => {
    const input = changesOf(before, form)
    if (isUrgent !== wasUrgent) input.isUrgent = isUrgent
    if (Object.keys(input).length === 0) return { ok: true }
    const answer = await change('proposal.change', { proposalId: proposal.id, ...input })
    if (answer.ok) notice.say(`${answer.value.reference} is changed.`)
    return answer
  }
  return (
    <FormDialog
      title={`Particulars of ${proposal.reference}`}
      submitLabel="Save"
      isWide
      save={save}
      onClose={onClose}
    >
      {(problemOf) => {
        const typed = (name: keyof ProposalForm, contractName: string = name) => ({
          value: form[name],
          onChange: (value: string) => setForm((now) => ({ ...now, [name]: value })),
          problem: problemOf(contractName),
        })
        return (
          <>
            <TextInput label="Reference" {...typed('reference')} />
            <TextInput label="Short title" hint="For lists" {...typed('shortTitle')} />
            <div className="across">
              <TextInput label="Title" {...typed('title')} />
            </div>
            <TextInput label="Proposer" {...typed('proposer')} />
            <TextInput label="Path" hint="Who decides" {...typed('path')} />
            <div className="across">
              <TextArea label="Summary" rows={4} {...typed('summary')} />
            </div>
            <WorkgroupSelect codeId={codeId} {...typed('workgroupId')} />
            <Select
              label="Alternative to"
              {...typed('alternativeToId')}
              options={[
                { value: '', label: 'Nothing: it is an original' },
                ...others
                  .filter(({ id }) => id !== proposal.id)
                  .map((other) => ({ value: other.id, label: nameInList(other) })),
              ]}
            />
            <CheckBox label="Treated as urgent" isChecked={isUrgent} onChange={setIsUrgent} />
            <h3>Dates</h3>
            <DateInput label="Raised on" {...typed('raisedOn')} />
            <DateInput label="Workgroup reports by" {...typed('reportingOn')} />
            <DateInput label="Consultation closes on" {...typed('consultationClosesOn')} />
            <DateInput label="Implementation on" {...typed('implementationOn')} />
            <h3>Release</h3>
            <Select
              label="Release"
              {...typed('releaseId')}
              options={[
                { value: '', label: 'None' },
                ...releases.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <TextArea label="Note on the release" rows={2} {...typed('releaseNote')} />
            <h3>Impacts and other names, one on each line</h3>
            <TextArea label="Documents" rows={3} {...typed('documents', 'impacts.documents')} />
            <TextArea label="Systems" rows={3} {...typed('systems', 'impacts.systems')} />
            <TextArea label="Other references" rows={3} {...typed('otherReferences', 'aliases.references')} />
            <TextArea label="Other titles" rows={3} {...typed('otherTitles', 'aliases.titles')} />
            <div className="across">
              <TextInput label="Address of its page" {...typed('link')} />
            </div>
          </>
        )
      }}
    </FormDialog>
  )
}
