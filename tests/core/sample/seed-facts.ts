/**
 * What the SEC's update paper of 7 December 2016 and the Modification Status Report behind it say, written down
 * apart from the sample so that the one can be held against the other.
 */

export interface ProposalFacts {
  reference: string
  /** Every title under which the paper has it, the one of its own table (section 3.3) first. */
  titles: string[]
  workgroup?: string
  stage: string
  release?: string
  documents?: string[]
  systems?: string[]
}

const february = 'February 2018 Release'
const june = 'June 2018 Release'

const inRefinement = (
  number: string,
  workgroup: string,
  titles: string[],
  release?: [name: string, documents: string, systems: string],
): ProposalFacts => ({
  reference: `SECMP${number}`,
  titles,
  workgroup,
  stage: 'refinement',
  ...(release === undefined
    ? {}
    : { release: release[0], documents: namesIn(release[1]), systems: namesIn(release[2]) }),
})

const namesIn = (list: string) => (list === '' ? [] : list.split(', '))

export const proposalFacts: ProposalFacts[] = [
  inRefinement(
    '0002',
    'WG1',
    ['Add New Command to Reset Debt Registers'],
    [june, 'SMETS2, GBCS, DUIS, MMC', 'DCC'],
  ),
  {
    reference: 'SECMP0003',
    titles: ['Deficiencies in the Service Request (SR) for setting Maximum Demand Configurable Time'],
    stage: 'withdrawn',
  },
  inRefinement(
    '0004',
    'WG2',
    [
      'Inclusion of Meter Serial Number data item in the Smart Metering Inventory',
      'Including the DSN in the Smart Metering Inventory',
      'Add MSN data item in SMI',
    ],
    [february, 'SMETS2, GBCS, DUIS', 'DCC'],
  ),
  inRefinement(
    '0005',
    'WG1',
    [
      'Inclusion of Tariff and Register Labels on SMETS2 Devices',
      'Tariff and Register Labels',
      'Add Tariff and Register Labels in SMETS2 Devices',
    ],
    [june, 'SMETS2, GBCS, DUIS', 'DCC'],
  ),
  inRefinement(
    '0006',
    'WG1',
    ['Specifying the number of digits for device displays', 'Specify number of digits for device displays'],
    [june, 'SMETS2, GBCS, CHTS', 'SMS'],
  ),
  inRefinement(
    '0007',
    'WG1',
    ['Firmware updates to mandated HAN devices', 'Enable OTA firmware updates to mandated HAN devices'],
    [june, 'SMETS2, GBCS, CHTS', 'DCC'],
  ),
  inRefinement(
    '0008',
    'WG2',
    [
      'Provision of a DCC Alert (formerly Service Request Error Response) for Quarantined Service Requests',
      'Provision of a DCC Alert for quarantined SRs',
      'Provide a DCC Alert for Quarantined SRs',
    ],
    [february, 'DUIS, TADP', 'DCC'],
  ),
  inRefinement('0009', 'WG3', ['Centralised Firmware Library'], [june, 'SEC', 'TBC']),
  inRefinement(
    '0010',
    'WG4',
    [
      'Introduction of triage arrangements for Communication Hubs',
      'Introduce triage arrangements for Communication Hubs',
      'Introduce triage arrangements for Comms Hubs',
    ],
    [june, 'CHIMSM, CHTS', 'DCC'],
  ),
  inRefinement(
    '0011',
    'WG2',
    ['Including the MAP ID in the Smart Metering Inventory', 'Add MAP ID data item to the SMI'],
    [february, 'DUIS', 'DCC'],
  ),
  inRefinement(
    '0012',
    'WG4',
    ['Channel selection to support Shared HAN Solutions', 'Add channel selection for Shared HAN solutions'],
    [june, 'SMETS2, GBCS, DUIS, CHTS, MMC, DUGIS', 'TBC'],
  ),
  inRefinement(
    '0013',
    'WG4',
    [
      'Smart meter device diagnostics and triage',
      'Introduce triage arrangements for SMETS2 devices',
      'Introduce triage arrangements for SMETS2 devices (e.g. smart meters)',
    ],
    [june, 'DUIS', 'DCC, SMS'],
  ),
  inRefinement(
    '0015',
    'WG1',
    [
      'GPF timestamp for reading instantaneous Gas values',
      'GPF Timestamp for Reading Instantaneous Gas Values',
    ],
    [june, 'SMETS2, GBCS', 'DCC'],
  ),
  {
    reference: 'SECMP0016',
    titles: [
      'Consideration of "Maximum Credit" value in credit cover calculation',
      'Consideration of "maximum credit" value in credit cover calculation',
    ],
    stage: 'modification-report',
    release: june,
    documents: ['SEC'],
    systems: ['DCC'],
  },
  inRefinement(
    '0018',
    'WG1',
    ['Standard Electricity Distributor Configuration Settings', 'Standardise ENO Configuration settings'],
    [june, 'GBCS', ''],
  ),
  inRefinement(
    '0019',
    'WG1',
    [
      'Auxiliary Load Control Switches (ALCS) Description Label',
      'Standardise ALCS/HCALCS description labels',
    ],
    [june, 'DUIS', 'DCC, DCC Users'],
  ),
  {
    reference: 'SECMP0020',
    titles: ['Removing confidential classification of unique IDs in Schedule 5'],
    stage: 'pending-implementation',
  },
  inRefinement('0021', 'WG5', ['Increase Other SEC Party representation for TABASC and SSC']),
  {
    reference: 'SECMP0022',
    titles: ['Expanding SMKI PMA membership and removing Alternate restrictions'],
    stage: 'pending-implementation',
  },
  inRefinement('0023', 'WG1', [
    'Correct Units of Measurement for Uncontrolled Gas Flow Rate',
    'Correct Units of Measure for Uncontrolled Gas Flow Rate',
  ]),
  inRefinement('0024', 'WG4', ['Enduring Approach to Communication Hub Firmware Management']),
  {
    reference: 'SECMP0025',
    titles: [
      'Electricity Network Party Access to Load Switching Information',
      'Interested network party access to load switching information',
    ],
    stage: 'initial-modification-report',
  },
]

/** The chart of open proposals. */
export const openByStage = {
  'initial-modification-report': 1,
  refinement: 17,
  'modification-report': 1,
  'change-board': 0,
  'awaiting-authority-decision': 0,
  'pending-implementation': 2,
}
export const refinementByDetail = {
  'Further refinement': 13,
  'DCC Impact Assessment': 1,
  'DCC Preliminary Assessment': 3,
}
export const openByWorkgroup = { WG1: 8, WG2: 3, WG3: 1, WG4: 4, WG5: 1 }

/** When each workgroup met in November 2016, and the proposals of which something came. */
export const workgroupMeetings: Record<string, { heldOn: string | null; about: string[] }> = {
  WG1: { heldOn: '2016-11-28', about: ['SECMP0005', 'SECMP0006', 'SECMP0023'] },
  WG2: { heldOn: '2016-11-29', about: ['SECMP0004', 'SECMP0008', 'SECMP0011'] },
  WG3: { heldOn: null, about: [] },
  WG4: { heldOn: null, about: ['SECMP0010', 'SECMP0012', 'SECMP0013'] },
  WG5: { heldOn: '2016-11-30', about: ['SECMP0016', 'SECMP0021'] },
}

export const releaseFacts = [
  { name: 'June 2017 Release', releasedOn: '2017-06-29', contents: 0, directed: [] },
  {
    name: 'November 2017 Release',
    releasedOn: '2017-11-02',
    contents: 0,
    directed: ['BEIS CR195', 'BEIS CR193', 'DCC internal CR205', 'DCC internal CR183'],
  },
  { name: february, releasedOn: '2018-02-22', contents: 3, directed: ['BEIS CR184', 'BEIS CR194'] },
  { name: june, releasedOn: '2018-06-28', contents: 12, directed: [] },
]
