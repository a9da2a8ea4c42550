import type { ProposalBrief } from '../../core/contract/register.ts'
import { useView } from '../state/follow-topics.ts'
import { listInput, useRegister } from '../state/register.ts'

export interface Neighbours {
  previous: ProposalBrief | undefined
  next: ProposalBrief | undefined
  /** Place in the list, from 1; 0 where what is chosen there leaves it out. */
  place: number
  count: number
}

/** What stands before and after a proposal in the register's list as it was narrowed last. */
export function useNeighbours(proposalId: string): Neighbours {
  const filter = useRegister((store) => store.filter)
  const proposals = useView('proposal.list', listInput(filter), ['register']).value?.proposals ?? []
  const at = proposals.findIndex(({ id }) => id === proposalId)
  return {
    previous: at > 0 ? proposals[at - 1] : undefined,
    next: at === -1 ? undefined : proposals[at + 1],
    place: at + 1,
    count: proposals.length,
  }
}
