import type { CallOutput } from '../../core/contract/calls.ts'
import type { ProposalBrief } from '../../core/contract/register.ts'

export type Code = CallOutput<'code.list'>['codes'][number]

export interface StageCount {
  key: string
  name: string
  count: number
}

/** How many of these proposals stand at each open stage of a code, in the order of its process. */
export function stageCounts(
  code: Code,
  proposals: readonly ProposalBrief[],
): { total: number; stages: StageCount[] } {
  const ofCode = proposals.filter((proposal) => proposal.code.id === code.id)
  const stages = code.stages
    .filter((stage) => stage.isOpen)
    .map(({ key, name }) => ({
      key,
      name,
      count: ofCode.filter((proposal) => proposal.stage.key === key).length,
    }))
  return { total: ofCode.length, stages }
}
