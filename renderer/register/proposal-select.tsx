import { useView } from '../state/follow-topics.ts'
import { Select } from '../ui/field.tsx'
import { nameInList } from './proposal-words.ts'

const nothing = { id: '', reference: '' }

/** An open proposal of the register, or none. */
export function ProposalSelect({
  value,
  onChange,
}: {
  /** The proposal's id; empty for none. */
  value: string
  onChange(proposal: { id: string; reference: string }): void
}) {
  const proposals = useView('proposal.list', { openOnly: true }, ['register']).value?.proposals ?? []
  return (
    <Select
      label="Proposal"
      value={value}
      onChange={(chosen) => onChange(proposals.find(({ id }) => id === chosen) ?? nothing)}
      options={[
        { value: '', label: 'None' },
        ...proposals.map((proposal) => ({ value: proposal.id, label: nameInList(proposal) })),
      ]}
    />
  )
}
