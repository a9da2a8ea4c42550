import { dayFor, proposalWaits, type Source } from './filling.ts'

/** Proposals whose consultation has closed since the body last had them on its agenda: their final report is due. */
export const closedConsultations: Source = {
  isOfTheCode: true,
  find: (filling) =>
    filling.proposals.flatMap((proposal) => {
      const { consultationClosesOn: closed, consideredOn, implementationOn } = proposal
      // A consultation takes responses to the end of its last day.
      if (closed === null || closed >= filling.until || implementationOn !== null) return []
      if (consideredOn !== null && consideredOn > closed) return []
      return proposalWaits(proposal, {
        kind: 'final-reports',
        reason: `consultation closed ${dayFor(filling, closed)}`,
      })
    }),
}
