import type { PositionValue, VotingRule } from '../../core/contract/voting-rule.ts'
import type {
  MeetingRecord,
  RecordAction,
  RecordAttendee,
  RecordItem,
  RecordPosition,
  RecordQuestion,
  RecordRound,
} from '../../core/minutes/record-types.ts'
import { evaluate } from '../../core/voting/evaluate.ts'
import { ruleExplanation, ruleName } from '../../core/voting/rule-words.ts'

const day = '2016-12-15'
export const at = (time: string) => `${day}T${time}:00.000+00:00`
const rule: VotingRule = { kind: 'majority-of-exercisable' }

const constituencies = [
  { id: 'c1', name: 'Shippers', shortName: 'Shippers', seats: ['AB', 'CD', 'EF', 'GH', 'IJ'] },
  { id: 'c2', name: 'Transporters', shortName: 'Transporters', seats: ['KL', 'MN', 'OP', 'QR', 'ST'] },
  { id: 'c3', name: 'Independent gas transporter', shortName: 'IGT', seats: ['UV'] },
  { id: 'c4', name: 'Consumers', shortName: 'Consumers', seats: ['WX', 'YZ'] },
]
export const fixtureSeats = constituencies.flatMap(({ seats }) => seats)

const singular: Record<string, string> = {
  c1: 'Shipper representative',
  c2: 'Transporter representative',
  c3: 'Independent gas transporter representative',
  c4: 'Consumers’ representative',
}

function attendee(initials: string, more: Partial<RecordAttendee> = {}): RecordAttendee {
  return {
    attendanceId: `attendance-${initials}`,
    personId: `person-${initials}`,
    initials,
    name: `Member ${initials}`,
    organisation: 'Example Energy Supply and Trading Limited',
    capacity: 'member',
    alternateFor: null,
    presence: 'present',
    isRemote: false,
    isPartMeeting: false,
    intervals: [{ arrivedAt: at('10:30'), arrivedAtItem: null, leftAt: at('13:05'), leftAtItem: '199.14' }],
    ...more,
  }
}

/** Positions by initials; everybody else is `rest`. ST is carried by QR, GH has the alternate HA. */
export function round(
  number: number,
  positions: Record<string, PositionValue>,
  rest: PositionValue,
  more: Partial<RecordRound> = {},
): RecordRound {
  const seats = constituencies.flatMap((constituency) =>
    constituency.seats.map((member, index): RecordPosition => {
      const value = positions[member] ?? rest
      const isCarried = member === 'ST'
      const initials = member === 'GH' ? 'HA' : member
      const caster = isCarried ? 'QR' : initials
      return {
        seatId: `seat-${member}`,
        seat: `${singular[constituency.id] ?? ''} ${index + 1}`,
        constituency: { id: constituency.id, name: constituency.name, shortName: constituency.shortName },
        votes: 1,
        initials,
        value,
        basis: isCarried ? 'carried' : member === 'GH' ? 'alternate' : 'member',
        castBy: value === 'not-present' ? null : { initials: caster, name: `Member ${caster}` },
        recordedAt: at('11:43'),
        corrections: [],
      }
    }),
  )
  const evaluation = evaluate({
    rule,
    seats: seats.map(({ seatId, constituency }) => ({ id: seatId, constituency: constituency?.name ?? '' })),
    positions: Object.fromEntries(seats.map(({ seatId, value }) => [seatId, value])),
  })
  return {
    roundId: `round-${number}`,
    number,
    state: 'closed',
    method: 'roll-call',
    rule,
    ruleName: ruleName(rule),
    ruleExplanation: ruleExplanation(rule),
    isIndicative: false,
    quorum: 'Quorate: 11 people of 6 needed, with 12 votes.',
    openedAt: at('11:41'),
    closedAt: at('11:44'),
    supersededReason: '',
    positions: seats,
    counts: evaluation.counts,
    denominator: evaluation.denominator,
    verdict: evaluation.verdict,
    unanimous: evaluation.unanimous,
    arithmetic: evaluation.arithmetic,
    reconciliation: evaluation.reconciliation,
    castingVote: null,
    stillToCome: [],
    result: evaluation.verdict === 'pending' ? null : 'As determined',
    ...more,
  }
}

let questions = 0
function question(text: string, rounds: RecordRound[], determination: string | null): RecordQuestion {
  questions += 1
  return {
    questionId: `question-${questions}`,
    kind: 'self-governance',
    text,
    polarity: 'for-carries',
    decisionMaker: 'body',
    putAt: at('11:40'),
    rounds,
    determination:
      determination === null
        ? null
        : {
            id: `determination-${questions}`,
            kind: 'self-governance',
            text: determination,
            decisionMaker: 'body',
            writtenAt: at('11:45'),
          },
  }
}

function item(id: string, label: string, title: string, more: Partial<RecordItem> = {}): RecordItem {
  return {
    itemId: id,
    parentId: null,
    label,
    fullLabel: label,
    kind: 'general',
    title,
    purpose: 'discussion',
    plannedMinutes: 5,
    presenter: '',
    proposal: null,
    isLate: false,
    lateAcceptance: '',
    timings: [{ startedAt: at('10:40'), endedAt: at('10:48') }],
    outcome: 'done',
    outcomeReason: '',
    paragraphs: [],
    interests: [],
    papers: [],
    questions: [],
    determinations: [],
    ...more,
  }
}

const proposal = (reference: string, title: string): NonNullable<RecordItem['proposal']> => ({
  id: `proposal-${reference}`,
  reference,
  title,
  proposer: 'Example Gas Shipping Limited',
  stage: 'Workgroup',
  stageDetail: 'report v1.0',
  code: 'UNC',
  isUrgent: false,
})

const remarks = [
  'EF asked whether the proposed change to the energy balancing arrangements would be ready before the winter, and how shippers with small portfolios would be expected to meet the cost of the new data items in the meantime.',
  'The Proposer explained that the analysis had been extended at the request of the Workgroup, and that the charges set out in the legal text were those of the draft determination and not of the final one.',
  'KL confirmed that the Transporters had no objection in principle.',
  'The Panel noted that the Authority had not yet expressed a view, that the consultation responses were due on 19 January 2017, and that the Workgroup would consider them at its meeting in February before reporting to the Panel.',
  'WX raised a concern on behalf of domestic consumers about the distribution of costs between regions; it was agreed that the matter should be covered in the Workgroup report.',
]

function paragraphs(from: number, count: number): RecordItem['paragraphs'] {
  return Array.from({ length: count }, (_unused, index) => ({
    number: from + index,
    text: remarks[(from + index) % remarks.length] ?? '',
  }))
}

function action(sequence: string, text: string, more: Partial<RecordAction> = {}): RecordAction {
  return {
    id: `action-${sequence}`,
    reference: `PAN ${sequence}`,
    year: 2016,
    text,
    owners: ['Joint Office'],
    raisedOn: day,
    raisedAt: '199',
    itemId: null,
    itemLabel: null,
    proposal: null,
    dueOn: '2017-01-19',
    dueMeeting: '',
    status: 'open',
    closedOn: null,
    ...more,
  }
}

function corrected(vote: RecordRound): RecordRound {
  return {
    ...vote,
    positions: vote.positions.map((position) =>
      position.initials === 'KL'
        ? {
            ...position,
            corrections: [
              {
                oldValue: 'for' as const,
                newValue: position.value,
                recordedAt: at('11:43'),
                correctedAt: at('11:52'),
                correctedBy: 'Secretary',
                reason: 'KL had been heard as for',
              },
            ],
          }
        : position,
    ),
  }
}

/** A UNC Panel of 13 seats: 14 items, 60 paragraphs, five votes, a correction, a superseded vote, actions. */
export function fixtureRecord(): MeetingRecord {
  questions = 0
  const notPresent = { YZ: 'not-present' as const }
  return {
    format: 'panelbook-meeting-record',
    formatVersion: 1,
    heading: {
      meetingId: 'meeting-199',
      body: { id: 'body-unc', name: 'UNC Modification Panel', shortName: 'UNC Panel' },
      code: {
        shortName: 'UNC',
        name: 'Uniform Network Code',
        administrator: 'Joint Office of Gas Transporters',
      },
      number: '199',
      title: '',
      startsOn: day,
      endsOn: day,
      startTime: '10:30',
      endTime: '13:00',
      openedAt: at('10:32'),
      closedAt: at('13:05'),
      sittings: [{ startedAt: at('10:32'), endedAt: at('13:05') }],
      place: 'Elexon, 350 Euston Road, London, and by teleconference',
      state: 'closed',
    },
    version: { number: '1.0', status: 'draft' },
    attendance: {
      constituencies: constituencies.map((constituency) => ({
        id: constituency.id,
        name: constituency.name,
        shortName: constituency.shortName,
        seats: constituency.seats.map((member, index) => ({
          seatId: `seat-${member}`,
          seat: `${singular[constituency.id] ?? ''} ${index + 1}`,
          votes: 1,
          member: {
            personId: `person-${member}`,
            initials: member,
            name: `Member ${member}`,
            organisation: 'Example Energy Supply and Trading Limited',
          },
          attendees:
            member === 'GH'
              ? [attendee('HA', { capacity: 'alternate', alternateFor: 'GH' })]
              : member === 'ST' || member === 'YZ'
                ? []
                : member === 'MN'
                  ? [
                      attendee('MN', {
                        isRemote: true,
                        isPartMeeting: true,
                        presence: 'left',
                        intervals: [
                          {
                            arrivedAt: at('10:55'),
                            arrivedAtItem: '199.4',
                            leftAt: at('12:30'),
                            leftAtItem: '199.9 (a)',
                          },
                        ],
                      }),
                    ]
                  : [attendee(member)],
        })),
      })),
      nonVoting: [
        attendee('PC', { name: 'Panel Chair', capacity: 'chair', organisation: 'Independent' }),
        attendee('JO', {
          name: 'Secretary',
          capacity: 'secretary',
          organisation: 'Joint Office of Gas Transporters',
        }),
        attendee('OF', {
          name: 'Authority representative',
          capacity: 'authority',
          organisation: 'Ofgem',
          isRemote: true,
        }),
      ],
      apologies: ['GH', 'ST', 'YZ'].map((initials) => ({
        initials,
        name: `Member ${initials}`,
        organisation: 'Example Energy Supply and Trading Limited',
        seat: initials === 'YZ' ? 'Consumers’ representative 2' : null,
      })),
      carriedVotes: [
        {
          seatId: 'seat-ST',
          seat: 'Transporter representative 5',
          of: 'ST',
          by: { initials: 'QR', name: 'Member QR' },
          givenAt: at('10:30'),
          givenAtItem: null,
          endedAt: null,
          note: 'notified by e-mail on 14 December 2016',
        },
      ],
    },
    items: [
      item('i1', '199.1', 'Note of any alternates attending meeting', { paragraphs: paragraphs(1401, 2) }),
      item('i2', '199.2', 'Record of invitees to the meeting', { paragraphs: paragraphs(1403, 1) }),
      item('i3', '199.3', 'Record of apologies for absence', { paragraphs: paragraphs(1404, 1) }),
      item('i4', '199.4', 'Minutes and actions of the last meeting', {
        kind: 'actions',
        paragraphs: paragraphs(1405, 3),
      }),
      item('i5', '199.5', 'Consider urgent modifications', {
        outcome: 'noted',
        outcomeReason: 'none had been raised',
      }),
      item('i6', '199.6', 'Consider new, non-urgent modifications', { kind: 'section', plannedMinutes: 0 }),
      item(
        'i6a',
        '(a)',
        '0620 – Accounting for energy smearing and the treatment of shrinkage at sub-deducts',
        {
          parentId: 'i6',
          fullLabel: '199.6 (a)',
          purpose: 'decision',
          plannedMinutes: 15,
          presenter: 'Proposer',
          proposal: proposal(
            '0620',
            'Accounting for energy smearing and the treatment of shrinkage at sub-deducts',
          ),
          papers: [
            {
              id: 'p1',
              reference: '199/6a',
              title: 'Modification 0620 v1.0',
              receivedOn: '2016-12-02',
              isLate: false,
              lateAcceptance: '',
            },
          ],
          paragraphs: paragraphs(1408, 9),
          interests: [
            { initials: 'CD', name: 'Member CD', kind: 'declared', text: 'employer is the Proposer' },
          ],
          questions: [
            question(
              'Is 0620 related to the Significant Code Review?',
              [round(1, notPresent, 'against')],
              'Not related to the Significant Code Review, by unanimous vote against',
            ),
            question(
              'Does 0620 satisfy the Self-Governance Criteria?',
              [
                corrected(
                  round(1, { ...notPresent, AB: 'for', CD: 'for', WX: 'abstain', IJ: 'none' }, 'against'),
                ),
              ],
              'Does not satisfy the Self-Governance Criteria, there being no majority in favour (2 for, 8 against, 1 abstained, 1 no vote recorded)',
            ),
          ],
        },
      ),
      item(
        'i6b',
        '(b)',
        'Amendments to the gas charging methodology: an alternative regime for exit capacity with transitional arrangements for existing contracts until 2021',
        {
          parentId: 'i6',
          fullLabel: '199.6 (b)',
          purpose: 'decision',
          plannedMinutes: 20,
          presenter: 'Proposer',
          isLate: true,
          lateAcceptance: 'accepted by the Panel at short notice without dissent',
          proposal: proposal('0621A', 'Amendments to the gas charging methodology'),
          papers: [
            {
              id: 'p2',
              reference: '199/6b',
              title: 'Modification 0621A v0.3',
              receivedOn: '2016-12-13',
              isLate: true,
              lateAcceptance: 'accepted at the meeting',
            },
          ],
          paragraphs: paragraphs(1417, 14),
          questions: [
            question(
              'Should 0621A be issued to Workgroup 0621 with a report by the 16 March 2017 Panel?',
              [
                round(
                  1,
                  {
                    ...notPresent,
                    AB: 'against',
                    CD: 'against',
                    EF: 'against',
                    HA: 'against',
                    IJ: 'against',
                  },
                  'for',
                  {
                    state: 'superseded',
                    supersededReason: 'the question had been read out with the wrong reporting date',
                  },
                ),
                round(2, { ...notPresent, AB: 'recused' }, 'for', { openedAt: at('12:02') }),
              ],
              'Issued to Workgroup 0621 with a report by the 16 March 2017 Panel, by majority (11 for, 0 against, 1 recused)',
            ),
          ],
        },
      ),
      item('i7', '199.7', 'Existing modifications for reconsideration', {
        outcome: 'deferred',
        outcomeReason: 'the Authority’s letter had not arrived; to meeting 200',
      }),
      item('i8', '199.8', 'Consider workgroup issues', { paragraphs: paragraphs(1431, 10) }),
      item('i9', '199.9', 'Workgroup reports for consideration', { kind: 'section' }),
      item('i9a', '(a)', '0597 – Rules for the release of incremental capacity at interconnection points', {
        parentId: 'i9',
        fullLabel: '199.9 (a)',
        purpose: 'decision',
        proposal: proposal('0597', 'Rules for the release of incremental capacity at interconnection points'),
        paragraphs: paragraphs(1441, 12),
        questions: [
          question(
            'Should 0597 be implemented?',
            [round(1, { ...notPresent, MN: 'not-present', WX: 'abstain' }, 'for', { isIndicative: false })],
            'Implementation recommended, by majority (10 for, 0 against, 1 abstained)',
          ),
        ],
      }),
      item('i10', '199.10', 'Consider variation requests', { outcome: 'not-reached', outcomeReason: 'time' }),
      item('i11', '199.11', 'Any other business', {
        paragraphs: paragraphs(1453, 7),
        determinations: [
          {
            id: 'determination-x',
            kind: 'noted',
            text: 'The update from the Smart Energy Code was noted',
            decisionMaker: 'body',
            writtenAt: at('12:50'),
          },
        ],
      }),
      item('i12', '199.12', 'Date of next meeting', { paragraphs: paragraphs(1460, 1) }),
    ],
    actions: {
      raised: [
        action(
          '12/01',
          'Publish the analysis of sub-deduct sites that was shown to the Panel, with the assumptions on shrinkage.',
          {
            itemId: 'i6a',
            itemLabel: '199.6 (a)',
            proposal: '0620',
          },
        ),
        action('12/02', 'Ask the Authority for its view on urgency.', {
          itemId: 'i6b',
          itemLabel: '199.6 (b)',
          proposal: '0621A',
          owners: ['PC', 'Joint Office'],
          dueOn: null,
          dueMeeting: 'Meeting 200',
        }),
      ],
      carriedIn: [
        action('11/01', 'Provide a comparison of the code timetables for the first quarter.', {
          raisedOn: '2016-11-17',
          raisedAt: '198',
          dueOn: '2016-12-15',
          status: 'closed',
          closedOn: day,
        }),
        action('11/02', 'Review the guidance on self-governance statements.', {
          raisedOn: '2016-11-17',
          raisedAt: '198',
          status: 'carried-forward',
          owners: [],
          dueOn: null,
        }),
      ],
      updates: [
        {
          actionId: 'action-11/01',
          reference: 'PAN 11/01',
          year: 2016,
          madeOn: day,
          text: 'The comparison was published on 9 December 2016.',
          statusAfter: 'closed',
        },
      ],
    },
    nextMeeting: {
      number: '200',
      startsOn: '2017-01-19',
      endsOn: '2017-01-19',
      startTime: '10:30',
      endTime: '13:00',
      place: 'Elexon, 350 Euston Road, London',
    },
    history: { seq: 412, hash: 'c0ffee'.repeat(10).padEnd(64, '0') },
  }
}
