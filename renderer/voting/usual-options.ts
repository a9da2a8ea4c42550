import type { Proposal } from '../../core/contract/register.ts'

/** An option as it is typed. */
export interface OptionLine {
  label: string
  /** The proposal of the register that it is; null where it is none. */
  proposalId: string | null
  /** What that proposal is called, to tell it by. */
  title: string
}

/** The options that there usually are. An alternative is found with the original that it belongs to. */
export function usualOptions(
  original: Pick<Proposal, 'id' | 'reference' | 'title' | 'alternatives'> | null,
): OptionLine[] {
  if (original === null) return [{ label: 'Original', proposalId: null, title: '' }]
  const { id, reference, title, alternatives } = original
  if (alternatives.length === 0)
    return [{ label: 'Original', proposalId: id, title: `${reference} ${title}` }]
  return [original, ...alternatives].map((option) => ({
    label: option.reference,
    proposalId: option.id,
    title: option.title,
  }))
}
