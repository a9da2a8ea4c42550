import type { MeetingRecord, RecordAction, RecordItem } from '../../core/minutes/record-types.ts'
import { fixtureAttendance } from './fixture-attendance.ts'
import { at, corrected, day, question, round } from './fixture-votes.ts'

/** An item that was discussed and done; `more` says what is special about it. */
export function item(id: string, label: string, title: string, more: Partial<RecordItem> = {}): RecordItem {
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

/**
 * A UNC Panel of 13 seats: 15 items, 63 paragraphs, votes on five questions with a correction, a superseded vote and
 * a casting vote, actions raised, closed and carried forward.
 */
export function fixtureRecord(): MeetingRecord {
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
    attendance: fixtureAttendance(),
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
                  'KL',
                  'for',
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
                    GH: 'against',
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
        outcomeReason: 'the Authority’s letter had not arrived',
        goesTo: { meetingId: 'meeting-200', number: '200', startsOn: '2017-01-19' },
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
            [round(1, { ...notPresent, MN: 'not-present', WX: 'abstain' }, 'for')],
            'The Panel recommends implementation, by majority (10 for, 0 against, 1 abstained)',
            { decisionMaker: 'authority' },
          ),
        ],
      }),
      item('i9b', '(b)', 'Modification 0601', {
        parentId: 'i9',
        fullLabel: '199.9 (b)',
        purpose: 'decision',
        proposal: proposal('0601', 'Use of estimated reads at the end of the gas year'),
        paragraphs: paragraphs(1453, 3),
        questions: [
          question(
            'Should the reporting date of 0601 be extended to 16 February 2017?',
            [
              round(
                1,
                { ...notPresent, AB: 'for', CD: 'for', EF: 'for', GH: 'for', IJ: 'for', KL: 'for' },
                'against',
                {
                  rule: { kind: 'majority-of-cast', tie: 'casting-vote' },
                  castingVote: { value: 'against', by: { initials: 'PC', name: 'Panel Chair' } },
                },
              ),
            ],
            'Reporting date not extended (6 for, 6 against, 1 not present, chair’s casting vote against)',
          ),
        ],
      }),
      item('i10', '199.10', 'Consider variation requests', {
        outcome: 'not-reached',
        outcomeReason: 'time',
        goesTo: null,
      }),
      item('i11', '199.11', 'Any other business', {
        paragraphs: paragraphs(1456, 7),
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
      item('i12', '199.12', 'Date of next meeting', { paragraphs: paragraphs(1463, 1) }),
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
