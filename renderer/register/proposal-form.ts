import type { CallInput } from '../../core/contract/calls.ts'
import type { Proposal } from '../../core/contract/register.ts'
import { orNull } from '../ui/words.ts'
import { linesOf } from './proposal-words.ts'

/** The particulars as they are typed: every field a text. */
export const formOf = (proposal: Proposal) => ({
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
export type ProposalForm = ReturnType<typeof formOf>

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

type Changes = Omit<CallInput<'proposal.change'>, 'proposalId'>

/** What was touched; lists that go together go whole. */
export function changesOf(before: ProposalForm, form: ProposalForm): Changes {
  const isTouched = (...names: (keyof ProposalForm)[]) => names.some((name) => form[name] !== before[name])
  const changes: Changes = {}
  for (const name of texts) if (isTouched(name)) changes[name] = form[name]
  for (const name of choices) if (isTouched(name)) changes[name] = orNull(form[name])
  if (isTouched('otherReferences', 'otherTitles')) {
    changes.aliases = { references: linesOf(form.otherReferences), titles: linesOf(form.otherTitles) }
  }
  if (isTouched('documents', 'systems')) {
    changes.impacts = { documents: linesOf(form.documents), systems: linesOf(form.systems) }
  }
  return changes
}
