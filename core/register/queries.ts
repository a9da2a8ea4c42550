import type { AllHandlers } from '../handler.ts'
import { filterProposals } from './filter-proposals.ts'
import { proposalIdsByReference } from './find-proposals.ts'
import { readProposal, readProposalBrief } from './proposal-view.ts'
import { readReleases } from './release-view.ts'
import { readWorkgroups } from './workgroup-view.ts'

export const registerQueries = {
  'proposal.list': ({ db }, filter) => ({
    proposals: filterProposals(db, filter),
    total: db.get<{ total: number }>('SELECT count(*) AS total FROM proposal')?.total ?? 0,
  }),
  'proposal.read': ({ db }, { proposalId }) => readProposal(db, proposalId),
  'proposal.resolve': ({ db }, { reference, codeId }) => ({
    proposals: proposalIdsByReference(db, reference, codeId).map((id) => readProposalBrief(db, id)),
  }),
  'workgroup.list': ({ db }, { codeId }) => ({ workgroups: readWorkgroups(db, codeId) }),
  'release.list': ({ db }, { codeId }) => ({ releases: readReleases(db, codeId) }),
} satisfies Partial<AllHandlers>
