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
import { useTyped } from '../ui/use-typed.ts'
import { changesOf, formOf } from './proposal-form.ts'
import { nameInList } from './proposal-words.ts'
import { WorkgroupSelect } from './workgroup-select.tsx'

/** Changes what the register says of a proposal. Only what was touched is sent, so nothing else is overwritten. */
export function ChangeProposalDialog({ proposal, onClose }: { proposal: Proposal; onClose(): void }) {
  // As it was when the dialog opened: a change that arrives meanwhile is not taken for one of the secretary's.
  const [before] = useState(() => formOf(proposal))
  const [wasUrgent] = useState(proposal.isUrgent)
  const { values, field } = useTyped(before)
  const [isUrgent, setIsUrgent] = useState(wasUrgent)
  const codeId = proposal.code.id
  const releases = useView('release.list', { codeId }, ['register']).value?.releases ?? []
  const others = useView('proposal.list', { codeId }, ['register']).value?.proposals ?? []

  const save = async (): Promise<Saved> => {
    const input = changesOf(before, values)
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
      {(problemOf) => (
        <>
          <TextInput label="Reference" {...field('reference', problemOf)} />
          <TextInput label="Short title" hint="For lists" {...field('shortTitle', problemOf)} />
          <div className="across">
            <TextInput label="Title" {...field('title', problemOf)} />
          </div>
          <TextInput label="Proposer" {...field('proposer', problemOf)} />
          <TextInput label="Path" hint="Who decides" {...field('path', problemOf)} />
          <div className="across">
            <TextArea label="Summary" rows={4} {...field('summary', problemOf)} />
          </div>
          <WorkgroupSelect codeId={codeId} {...field('workgroupId', problemOf)} />
          <Select
            label="Alternative to"
            {...field('alternativeToId', problemOf)}
            options={[
              { value: '', label: 'Nothing: it is an original' },
              ...others
                .filter(({ id }) => id !== proposal.id)
                .map((other) => ({ value: other.id, label: nameInList(other) })),
            ]}
          />
          <CheckBox label="Treated as urgent" isChecked={isUrgent} onChange={setIsUrgent} />
          <h3>Dates</h3>
          <DateInput label="Raised on" {...field('raisedOn', problemOf)} />
          <DateInput label="Workgroup reports by" {...field('reportingOn', problemOf)} />
          <DateInput label="Consultation closes on" {...field('consultationClosesOn', problemOf)} />
          <DateInput label="Implementation on" {...field('implementationOn', problemOf)} />
          <h3>Release</h3>
          <Select
            label="Release"
            {...field('releaseId', problemOf)}
            options={[
              { value: '', label: 'None' },
              ...releases.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <TextArea label="Note on the release" rows={2} {...field('releaseNote', problemOf)} />
          <h3>Impacts and other names, one on each line</h3>
          <TextArea label="Documents" rows={3} {...field('documents', problemOf, 'impacts.documents')} />
          <TextArea label="Systems" rows={3} {...field('systems', problemOf, 'impacts.systems')} />
          <TextArea
            label="Other references"
            rows={3}
            {...field('otherReferences', problemOf, 'aliases.references')}
          />
          <TextArea label="Other titles" rows={3} {...field('otherTitles', problemOf, 'aliases.titles')} />
          <div className="across">
            <TextInput label="Address of its page" {...field('link', problemOf)} />
          </div>
        </>
      )}
    </FormDialog>
  )
}
