import { useState } from 'react'
import type { CallInput } from '../../core/contract/calls.ts'
import type { Proposal } from '../../core/contract/register.ts'
import { change } from '../state/client.ts'
import { useView } from '../state/follow-topics.ts'
import { notice } from '../state/notice.ts'
import { CheckBox } from '../ui/check-box.tsx'
import { DateInput } from '../ui/date-input.tsx'
import { Select, TextArea, TextInput } from '../ui/field.tsx'
import { FormDialog } from './form-dialog.tsx'
import { linesOf, titleInList } from './proposal-words.ts'

/** The particulars as they are typed: every field a text. */
const formOf = (proposal: Proposal) => ({
  reference: proposal.reference,
  title: proposal.title,
  shortTitle: proposal.shortTitle,
  summary: proposal.summary,
  proposer: proposal.proposer,
  path: proposal.path,
  link: proposal.link,
  workgroupId: proposal.workgroup?.id ?? '',
  releaseId: proposal.release?.id ?? '',
  releaseNote: proposal.releaseNote,
  alternativeToId: proposal.alternativeTo?.id ?? '',
  raisedOn: proposal.raisedOn ?? '',
  reportingOn: proposal.reportingOn ?? '',
  consultationClosesOn: proposal.consultationClosesOn ?? '',
  implementationOn: proposal.implementationOn ?? '',
  otherReferences: proposal.aliases.references.join('\n'),
  otherTitles: proposal.aliases.titles.join('\n'),
  documents: proposal.impacts.documents.join('\n'),
  systems: proposal.impacts.systems.join('\n'),
})
type Form = ReturnType<typeof formOf>

const texts = [
  'reference',
  'title',
  'shortTitle',
  'summary',
  'proposer',
  'path',
  'link',
  'releaseNote',
] as const
const choices = [
  'workgroupId',
  'releaseId',
  'alternativeToId',
  'raisedOn',
  'reportingOn',
  'consultationClosesOn',
  'implementationOn',
] as const

/** Changes what the register says of a proposal. Only what was touched is sent, so nothing else is overwritten. */
export function ChangeProposalDialog({ proposal, onClose }: { proposal: Proposal; onClose(): void }) {
  // As it was when the dialog opened: a change that arrives meanwhile is not taken for one of the secretary's.
  const [before] = useState(() => formOf(proposal))
  const [wasUrgent] = useState(proposal.isUrgent)
  const [form, setForm] = useState(before)
  const [isUrgent, setIsUrgent] = useState(wasUrgent)
  const codeId = proposal.code.id
  const workgroups = useView('workgroup.list', { codeId }, ['register']).value?.workgroups ?? []
  const releases = useView('release.list', { codeId }, ['register']).value?.releases ?? []
  const others = useView('proposal.list', { codeId }, ['register']).value?.proposals ?? []

  const save = async () => {
    const input = changesOf(before, form)
    if (isUrgent !== wasUrgent) input.isUrgent = isUrgent
    if (Object.keys(input).length === 0) return null
    const answer = await change('proposal.change', { proposalId: proposal.id, ...input })
    if (!answer.ok) return answer.error
    notice.say(`${answer.value.reference} is changed.`)
    return null
  }
  const field = (name: keyof Form) => ({
    value: form[name],
    onChange: (value: string) => setForm((now) => ({ ...now, [name]: value })),
  })
  return (
    <FormDialog
      title={`Particulars of ${proposal.reference}`}
      submitLabel="Save"
      isWide
      save={save}
      onClose={onClose}
    >
      {(problemOf) => {
        const typed = (name: keyof Form, contractName: string = name) => ({
          ...field(name),
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
            <Select
              label="Workgroup"
              {...typed('workgroupId')}
              options={[
                { value: '', label: 'None' },
                ...workgroups.map(({ id, shortName, name }) => ({
                  value: id,
                  label: `${shortName} · ${name}`,
                })),
              ]}
            />
            <Select
              label="Alternative to"
              {...typed('alternativeToId')}
              options={[
                { value: '', label: 'Nothing: it is an original' },
                ...others
                  .filter(({ id }) => id !== proposal.id)
                  .map((other) => ({ value: other.id, label: `${other.reference} ${titleInList(other)}` })),
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

type Changes = Omit<CallInput<'proposal.change'>, 'proposalId'>

function changesOf(before: Form, form: Form): Changes {
  const isTouched = (...names: (keyof Form)[]) => names.some((name) => form[name] !== before[name])
  const changes: Changes = {}
  for (const name of texts) if (isTouched(name)) changes[name] = form[name]
  for (const name of choices) if (isTouched(name)) changes[name] = form[name] === '' ? null : form[name]
  if (isTouched('otherReferences', 'otherTitles')) {
    changes.aliases = { references: linesOf(form.otherReferences), titles: linesOf(form.otherTitles) }
  }
  if (isTouched('documents', 'systems')) {
    changes.impacts = { documents: linesOf(form.documents), systems: linesOf(form.systems) }
  }
  return changes
}
