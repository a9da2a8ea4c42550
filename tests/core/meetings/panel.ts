import type { CallOutput } from '../../../core/contract/calls.ts'
import type { Item, PositionView, QuestionView, RoundView } from '../../../core/contract/voting.ts'
import type { QuestionKind } from '../../../core/contract/question-kinds.ts'
import { bytesOf, makeCore, type TestCore } from '../../support/make-core.ts'
import { once } from '../../support/once.ts'

type Meeting = CallOutput<'meeting.read'>

export interface Panel extends TestCore {
  bodyId: string
  meetingId: string
  /** Ids by initials. */
  people: Record<string, string>
  /** Seat ids by the initials of their members; V is vacant. */
  seats: Record<string, string>
  /** Item ids: the sections one and two, the proposal p, and other. */
  items: Record<'one' | 'two' | 'p' | 'other', string>
  proposalId: string
  person(initials: string): string
  seat(initials: string): string
  meeting(): Promise<Meeting>
  item(itemId?: string): Promise<Item>
  /** The same for everybody named: 'AB CD EF'. */
  arrive(initials: string): Promise<Meeting>
  leave(initials: string): Promise<Meeting>
  /** Puts a question on the proposal and answers with its id. */
  put(kind: string, more?: { isIndicative?: boolean; method?: 'roll-call' | 'written' }): Promise<string>
  question(questionId: string): Promise<QuestionView>
  /** 'AB for, CD against'; a value after 'rest' is that of all the others. */
  record(questionId: string, positions: string): Promise<RoundView>
  /** Values by heading, as 'AB:for CD:pending'. */
  positions(questionId: string): Promise<string>
  openMeeting(): Promise<Meeting>
}

const sure = <T>(value: T | undefined | null, what: string): T => {
  if (value === undefined || value === null) throw new Error(`The test has no ${what}.`)
  return value
}

const phrases = {
  unanimousFor: '{proposal}: yes, by unanimous vote in favour',
  unanimousAgainst: '{proposal}: no, by unanimous vote against',
  carried: '{proposal}: yes, by majority {count}',
  notCarried: '{proposal}: no, there being no majority {count}',
  tied: '{proposal}: tied {count}',
  noDecision: '{proposal}: no decision',
}

const kind = (key: string, rule: QuestionKind['rule'], more: Partial<QuestionKind> = {}): QuestionKind => ({
  key,
  label: key,
  text: `What of {proposal} as to ${key}?`,
  rule,
  polarity: 'for-carries',
  phrases,
  determinationKind: key,
  decisionMaker: 'body',
  sourceNote: '',
  consequences: [],
  objectives: [],
  ...more,
})

export const kinds = [
  kind('cast', { kind: 'majority-of-cast', tie: 'casting-vote' }, { decisionMaker: 'authority' }),
  kind('exercisable', { kind: 'majority-of-exercisable' }),
  kind('related', { kind: 'majority-of-cast' }, { polarity: 'against-expected' }),
  kind(
    'to-workgroup',
    { kind: 'majority-of-cast' },
    {
      phrases: {
        ...phrases,
        unanimousFor: 'Issued to Workgroup {workgroup} with a report by the {date} Panel',
      },
    },
  ),
]

interface PanelOptions {
  chairVote?: 'none' | 'casting' | 'full'
  cap?: number | null
  carriers?: 'anyone' | 'members'
}

const now = '2016-12-15T10:00:00.000+00:00'

/**
 * A panel of six seats: shippers AB, CD (alternate XA) and EF, transporters KL and MN, and a vacant consumers' one;
 * the chair CH, the secretary SE. Quorum three people. Meeting 199 is planned, with two sections.
 */
export async function makePanel(options: PanelOptions = {}): Promise<Panel> {
  const { begun, ...facts } = await once(`panel ${JSON.stringify(options)}`, () => beginPanel(options))
  return panelOn(await makeCore({ now, begun }), facts)
}

type Facts = Pick<Panel, 'bodyId' | 'meetingId' | 'people' | 'seats' | 'items' | 'proposalId'>

async function beginPanel(options: PanelOptions): Promise<Facts & { begun: Uint8Array }> {
  const test = await makeCore({ now })
  const { must } = test
  const code = await must('code.create', {
    shortName: 'TNC',
    name: 'Test Network Code',
    stages: [
      { key: 'raised', name: 'Raised', isOpen: true },
      { key: 'workgroup', name: 'Workgroup', isOpen: true },
    ],
  })
  const body = await must('body.create', {
    name: 'Test Panel',
    shortName: 'TST',
    kind: 'panel',
    codeId: code.id,
  })
  const bodyId = body.id
  await must('body.change', {
    bodyId,
    quorumTotal: 3,
    quorumCounts: 'people',
    chairVote: options.chairVote ?? 'casting',
    votesPerPersonCap: options.cap ?? null,
    carriers: options.carriers ?? 'anyone',
    itemNumbering: '{meeting}.{section}',
    subItemNumbering: '({letter})',
  })
  const people: Record<string, string> = {}
  const seats: Record<string, string> = {}
  for (const initials of ['AB', 'CD', 'EF', 'KL', 'MN', 'XA', 'CH', 'SE', 'GU']) {
    people[initials] = (await must('person.add', { name: `Person ${initials}`, initials })).id
  }
  const constituencies: Record<string, string[]> = {
    Shippers: ['AB', 'CD', 'EF'],
    Transporters: ['KL', 'MN'],
    Consumers: ['V'],
  }
  for (const [name, members] of Object.entries(constituencies)) {
    const after = await must('body.add-constituency', { bodyId, name, shortName: name.slice(0, 3) })
    const constituencyId = sure(after.constituencies.at(-1), 'constituency').id
    for (const initials of members) {
      const { seats: all } = await must('body.add-seat', {
        bodyId,
        constituencyId,
        name: `${name} ${initials}`,
      })
      const seatId = sure(
        all.find((seat) => seat.name === `${name} ${initials}`),
        'seat',
      ).id
      seats[initials] = seatId
      const personId = people[initials]
      if (personId !== undefined) await must('body.add-member', { bodyId, personId, role: 'member', seatId })
    }
  }
  const { person, seat } = named({ people, seats })
  await must('body.add-member', { bodyId, personId: person('XA'), role: 'alternate', seatId: seat('CD') })
  await must('body.add-member', { bodyId, personId: person('CH'), role: 'chair' })
  await must('body.add-member', { bodyId, personId: person('SE'), role: 'secretary' })
  await must('body.set-questions', { bodyId, questionKinds: kinds })
  await must('body.set-agenda-template', {
    bodyId,
    items: [
      { kind: 'general', title: 'Opening', purpose: 'information', plannedMinutes: 5, presenter: 'Chair' },
      {
        kind: 'new-proposals',
        title: 'New proposals',
        purpose: 'decision',
        plannedMinutes: 30,
        presenter: '',
      },
    ],
  })
  const proposalId = (await must('proposal.add', { codeId: code.id, reference: '0621A', title: 'Charging' }))
    .id
  const created = await must('meeting.create', { bodyId, number: '199', startsOn: '2016-12-15' })
  const meetingId = created.id
  const [one, two] = created.agenda.map(({ id }) => id)
  const add = (title: string, more: { proposalId?: string }) =>
    must('agenda.add', { meetingId, parentId: sure(two, 'section'), title, ...more })
  const items = {
    one: sure(one, 'section'),
    two: sure(two, 'section'),
    p: (await add('0621A Charging', { proposalId })).itemId,
    other: (await add('Another matter', {})).itemId,
  }
  return { bodyId, meetingId, people, seats, items, proposalId, begun: await bytesOf(test) }
}

function named({ people, seats }: Pick<Facts, 'people' | 'seats'>): Pick<Panel, 'person' | 'seat'> {
  return {
    person: (initials) => sure(people[initials], initials),
    seat: (initials) => sure(seats[initials], `seat ${initials}`),
  }
}

function panelOn(test: TestCore, facts: Facts): Panel {
  const { must } = test
  const { meetingId, items } = facts
  const { person, seat } = named(facts)
  const door = (presence: 'present' | 'left') => (initials: string) =>
    must('attendance.record-many', { meetingId, personIds: initials.split(' ').map(person), presence })
  const question = async (questionId: string) => {
    const item = await must('agenda.read', { itemId: items.p })
    return sure(
      item.questions.find(({ id }) => id === questionId),
      'question',
    )
  }
  return {
    ...test,
    ...facts,
    person,
    seat,
    meeting: () => must('meeting.read', { meetingId }),
    item: (itemId = items.p) => must('agenda.read', { itemId }),
    arrive: door('present'),
    leave: door('left'),
    put: async (key, more = {}) =>
      (await must('question.put', { itemId: items.p, kind: key, ...more })).questionId,
    question,
    async record(questionId, written) {
      const parts = written.split(', ').map((part) => part.split(' ') as [string, PositionView['value']])
      const rest = parts.find(([who]) => who === 'rest')?.[1]
      const positions = parts
        .filter(([who]) => who !== 'rest')
        .map(([initials, value]) => ({ initials, value: value as 'for' }))
      await must('vote.record-many', {
        questionId,
        positions,
        ...(rest === undefined ? {} : { rest: rest as 'for' }),
      })
      return (await question(questionId)).round
    },
    async positions(questionId) {
      const { round } = await question(questionId)
      return round.positions.map(({ initials, value }) => `${initials}:${value}`).join(' ')
    },
    openMeeting: () => must('meeting.open', { meetingId }),
  }
}
