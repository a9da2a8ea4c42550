import type { Proposal } from '../../../core/contract/register.ts'

/** 0621 at its workgroup, with what a test says of it. */
export function aProposal(parts: Partial<Proposal> = {}): Proposal {
  return {
    id: '0621',
    reference: '0621',
    title: 'Amendments to the gas charging regime',
    shortTitle: '',
    code: { id: 'unc', shortName: 'UNC' },
    stage: { key: 'workgroup', name: 'Workgroup', isOpen: true },
    stageDetail: '',
    isUrgent: false,
    workgroup: null,
    release: null,
    proposer: 'A transporter',
    reportingOn: null,
    consultationClosesOn: null,
    implementationOn: null,
    summary: '',
    path: '',
    releaseNote: '',
    raisedOn: null,
    link: '',
    aliases: { references: [], titles: [] },
    impacts: { documents: [], systems: [] },
    alternativeTo: null,
    alternatives: [],
    stageHistory: [],
    assessments: [],
    consultations: [],
    votes: [],
    determinations: [],
    ...parts,
  }
}
