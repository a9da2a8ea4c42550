export function ProposalScreen(_: { proposalId: string }) {
  return null
}
