import { readSuffix } from '../../register/reference.ts'
import { dayFor, proposalWaits, type Filling, type OpenProposal, type Source } from './filling.ts'

/** Raised by the day of the meeting, and on no agenda of this body so far. */
function isUnconsidered(proposal: OpenProposal, { until }: Filling): boolean {
  return proposal.consideredOn === null && (proposal.raisedOn === null || proposal.raisedOn <= until)
}

function unconsideredWords({ raisedOn }: OpenProposal, filling: Filling): string {
  return raisedOn === null ? 'not considered yet' : `raised ${dayFor(filling, raisedOn)}, not considered yet`
}

const isVariation = ({ suffix }: OpenProposal) => readSuffix(suffix).isVaried

/** Urgent proposals that the body has not considered. Urgent is a marker of the register, not a suffix. */
export const urgentProposals: Source = {
  isOfTheCode: true,
  find: (filling) =>
    filling.proposals
      .filter((proposal) => proposal.isUrgent && proposal.isNew && isUnconsidered(proposal, filling))
      .map((proposal) =>
        proposalWaits(proposal, {
          kind: 'urgent-proposals',
          reason: `urgent, ${unconsideredWords(proposal, filling)}`,
          presenter: proposal.proposer,
        }),
      ),
}

/** Proposals at the first stage of the code that the body has not considered. */
export const newProposals: Source = {
  isOfTheCode: true,
  find: (filling) =>
    filling.proposals
      .filter(
        (proposal) =>
          proposal.isNew && !proposal.isUrgent && !isVariation(proposal) && isUnconsidered(proposal, filling),
      )
      .map((proposal) =>
        proposalWaits(proposal, {
          kind: 'new-proposals',
          reason: unconsideredWords(proposal, filling),
          presenter: proposal.proposer,
        }),
      ),
}

/** Varied proposals, the suffix V of the UNC, that the body has not considered and that have no date of implementation. */
export const variationRequests: Source = {
  isOfTheCode: true,
  find: (filling) =>
    filling.proposals
      .filter(
        (proposal) =>
          isVariation(proposal) && proposal.implementationOn === null && isUnconsidered(proposal, filling),
      )
      .map((proposal) =>
        proposalWaits(proposal, {
          kind: 'variation-requests',
          reason: `varied, ${unconsideredWords(proposal, filling)}`,
          presenter: proposal.proposer,
        }),
      ),
}
