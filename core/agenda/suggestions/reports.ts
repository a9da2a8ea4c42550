import { dayFor, proposalWaits, type Filling, type OpenProposal, type Source } from './filling.ts'

/**
 * The day by which a workgroup is to report, where it falls by the meeting and the report has not been dealt with:
 * neither considered on or after that day, nor followed by a later stage, a consultation or an implementation.
 */
function dueReport(proposal: OpenProposal, { until }: Filling): string | null {
  const { reportingOn, consideredOn, stageSince, consultationClosesOn, implementationOn } = proposal
  if (reportingOn === null || reportingOn > until || implementationOn !== null) return null
  const isDealtWith = [consideredOn, stageSince, consultationClosesOn].some(
    (day) => day !== null && day >= reportingOn,
  )
  return isDealtWith ? null : reportingOn
}

/** Workgroup reports that fall due by this meeting. */
export const workgroupReports: Source = {
  isOfTheCode: true,
  find: (filling) =>
    filling.proposals.flatMap((proposal) => {
      const due = dueReport(proposal, filling)
      if (due === null || due <= filling.before) return []
      return proposalWaits(proposal, {
        kind: 'workgroup-reports',
        reason: `report due ${dayFor(filling, due)}`,
        presenter: proposal.workgroup,
      })
    }),
}

/** Reports that were due at the meeting before or earlier and have not come: they need another reporting date. */
export const missedReports: Source = {
  isOfTheCode: true,
  find: (filling) =>
    filling.proposals.flatMap((proposal) => {
      const due = dueReport(proposal, filling)
      if (due === null || due > filling.before) return []
      return proposalWaits(proposal, {
        kind: 'reporting-dates',
        reason: `report was due ${dayFor(filling, due)} and has not come`,
        presenter: proposal.workgroup,
      })
    }),
}

/** Assessments and advice that were to be here by this meeting and are not. */
export const lateAssessments: Source = {
  isOfTheCode: true,
  find: (filling) => {
    const proposals = new Map(filling.proposals.map((proposal) => [proposal.id, proposal]))
    return filling.db
      .all<{ proposalId: string; kind: string; dueOn: string }>(
        `SELECT assessment.proposal_id AS proposalId, assessment.kind, assessment.due_on AS dueOn
         FROM json_each(?) AS wanted JOIN assessment ON assessment.proposal_id = wanted.value
         WHERE assessment.received_on IS NULL AND assessment.due_on <= ?
         ORDER BY assessment.due_on, assessment.id`,
        JSON.stringify([...proposals.keys()]),
        filling.until,
      )
      .flatMap(({ proposalId, kind, dueOn }) => {
        const proposal = proposals.get(proposalId)
        if (proposal === undefined || proposal.implementationOn !== null) return []
        return proposalWaits(proposal, {
          kind: 'reporting-dates',
          reason: `${kind} due ${dayFor(filling, dueOn)}, not received`,
          presenter: proposal.workgroup,
        })
      })
  },
}
