import { beforeEach, describe, expect, test } from 'vitest'
import { makeSubjectBook, type SubjectBook } from '../../support/subject-book.ts'

let book: SubjectBook
beforeEach(() => {
  book = makeSubjectBook()
})

const panel = () => book.call('body.create', { profile: 'unc-modification-panel' })

describe('a body from a profile', () => {
  test('brings its code, constituencies, seats, questions and agenda template', () => {
    const body = panel()
    expect(body).toMatchObject({
      name: 'UNC Modification Panel',
      profile: 'unc-modification-panel',
      quorumTotal: 6,
    })
    expect(body.seats).toHaveLength(13)
    expect(body.constituencies.map((constituency) => constituency.quorumMinimum)).toEqual([2, 2, 0, 0])
    expect(body.questionKinds[0]).toMatchObject({
      key: 'scr-relation',
      rule: { kind: 'majority-of-exercisable' },
    })
    expect(body.agendaTemplate[5]).toMatchObject({ kind: 'new-proposals', plannedMinutes: 30 })
    const { codes } = book.call('code.list', {})
    expect(codes.map((code) => code.shortName)).toEqual(['UNC'])
    expect(codes[0]?.stages.at(-1)).toMatchObject({ key: 'withdrawn', isOpen: false })
    expect(book.summaries).toEqual(['UNC Modification Panel added'])
  })

  test('the second body of a code uses the code that is there', () => {
    const secPanel = book.call('body.create', { profile: 'sec-panel' })
    const changeBoard = book.call('body.create', { profile: 'sec-change-board' })
    expect(changeBoard.codeId).toBe(secPanel.codeId)
    expect(book.call('code.list', {}).codes).toHaveLength(1)
    expect(book.call('body.list', {}).bodies.map(({ name, seats, votes }) => [name, seats, votes])).toEqual([
      ['SEC Change Board', 23, 23],
      ['SEC Panel', 11, 11],
    ])
  })

  test('the name may be another, but not one that is taken', () => {
    panel()
    const refusal = book.refusal('body.create', { profile: 'unc-modification-panel' })
    expect(refusal.code).toBe('already-exists')
    expect(refusal.message).toContain('UNC Modification Panel')
    expect(
      book.call('body.create', { profile: 'unc-modification-panel', name: 'UNC Committee' }).seats,
    ).toHaveLength(13)
  })

  test('an unknown profile or code is refused, and nothing is left behind', () => {
    expect(book.refusal('body.create', { profile: 'no-such-panel' }).fields?.[0]?.field).toBe('profile')
    expect(book.refusal('body.create', { profile: 'sec-panel', codeId: 'nowhere' }).code).toBe('not-found')
    expect(book.call('code.list', {}).codes).toEqual([])
  })

  test('a bare body needs its names', () => {
    expect(book.refusal('body.create', { name: 'Sub-committee' }).fields?.[0]?.field).toBe('shortName')
    expect(book.call('body.create', { name: 'Sub-committee', shortName: 'SC' })).toMatchObject({
      kind: 'committee',
      codeId: null,
      seats: [],
      questionKinds: [],
    })
  })

  test('undo takes all of it back', () => {
    panel()
    book.store.undo({ requestId: 'undo', actor: 'Secretary', at: '2016-12-15T10:01:00.000+00:00' })
    expect(book.call('body.list', {}).bodies).toEqual([])
    expect(book.call('code.list', {}).codes).toEqual([])
  })
})

describe('settings', () => {
  test('only what is given is changed', () => {
    const before = panel()
    const after = book.call('body.change', {
      bodyId: before.id,
      quorumTotal: 7,
      paragraphsRunOn: false,
      votesPerPersonCap: 2,
    })
    expect(after).toEqual({ ...before, quorumTotal: 7, paragraphsRunOn: false, votesPerPersonCap: 2 })
    expect(
      book.call('body.change', { bodyId: before.id, votesPerPersonCap: null }).votesPerPersonCap,
    ).toBeNull()
  })

  test.each([
    [{ itemNumbering: '{meeting}' }, 'itemNumbering'],
    [{ itemNumbering: '{meeting}.{letter}' }, 'itemNumbering'],
    [{ subItemNumbering: '(x)' }, 'subItemNumbering'],
    [{ itemNumbering: '{meeting}{section}' }, 'itemNumbering'],
    [{ subItemNumbering: '{section}{number}' }, 'subItemNumbering'],
    [{ actionReference: 'PAN {month}/{sequence' }, 'actionReference'],
    [{ actionReference: 'PAN {month}' }, 'actionReference'],
    [{ actionReference: '{sequence:0}' }, 'actionReference'],
    [{ usualEnd: '10:30' }, 'usualEnd'],
  ])('%j is refused', (settings, field) => {
    const { id } = panel()
    expect(book.refusal('body.change', { bodyId: id, ...settings }).fields?.[0]?.field).toBe(field)
  })

  test('a width may be given', () => {
    const { id } = panel()
    const actionReference = '{short} {year}/{month:2}-{sequence:3}'
    expect(book.call('body.change', { bodyId: id, actionReference }).actionReference).toBe(actionReference)
  })

  test('a body cannot take the name of another', () => {
    const { id } = panel()
    book.call('body.create', { profile: 'sec-panel' })
    expect(book.refusal('body.change', { bodyId: id, name: 'sec panel' }).code).toBe('already-exists')
    expect(book.call('body.change', { bodyId: id, name: 'UNC MODIFICATION PANEL' }).name).toBe(
      'UNC MODIFICATION PANEL',
    )
  })

  test('an unknown body is named as what was not found', () => {
    expect(book.refusal('body.read', { bodyId: 'nowhere' }).message).toContain('body')
    expect(book.refusal('body.change', { bodyId: 'nowhere', quorumTotal: 1 }).code).toBe('not-found')
  })
})

describe('constituencies and seats', () => {
  test('seats stand in the order of their constituencies', () => {
    const { id, constituencies } = panel()
    const after = book.call('body.add-seat', {
      bodyId: id,
      constituencyId: constituencies[0]!.id,
      name: 'Shipper representative 6',
      votes: 2,
    })
    expect(after.seats[5]).toMatchObject({ name: 'Shipper representative 6', votes: 2, effectiveTo: null })
    expect(book.call('body.list', {}).bodies[0]).toMatchObject({ seats: 14, votes: 15 })
  })

  test('a seat that has ended no longer counts, and stays', () => {
    const { id, seats } = panel()
    book.call('body.change-seat', { seatId: seats[0]!.id, effectiveTo: '2016-12-14' })
    expect(book.call('body.list', {}).bodies[0]).toMatchObject({ seats: 12, votes: 12 })
    expect(book.call('body.read', { bodyId: id }).seats[0]).toMatchObject({ effectiveTo: '2016-12-14' })
  })

  test('a seat cannot end before it begins', () => {
    const { seats } = panel()
    book.call('body.change-seat', { seatId: seats[0]!.id, effectiveFrom: '2017-01-01' })
    expect(book.refusal('body.change-seat', { seatId: seats[0]!.id, effectiveTo: '2016-12-31' }).code).toBe(
      'bad-input',
    )
  })

  test('a constituency of another body is refused', () => {
    const { id } = panel()
    const other = book.call('body.create', { profile: 'sec-panel' })
    const constituencyId = other.constituencies[0]!.id
    expect(book.refusal('body.add-seat', { bodyId: id, constituencyId, name: 'X' }).code).toBe('bad-input')
    expect(book.refusal('body.add-seat', { bodyId: id, constituencyId: 'nowhere', name: 'X' }).code).toBe(
      'not-found',
    )
  })

  test('a constituency is added, changed, and not had twice', () => {
    const { id } = panel()
    const added = book.call('body.add-constituency', {
      bodyId: id,
      name: 'Storage operators',
      shortName: 'Storage',
    })
    const { id: constituencyId } = added.constituencies.at(-1)!
    const changed = book.call('body.change-constituency', { constituencyId, quorumMinimum: 1 })
    expect(changed.constituencies.at(-1)).toMatchObject({ name: 'Storage operators', quorumMinimum: 1 })
    expect(
      book.refusal('body.add-constituency', { bodyId: id, name: 'storage operators', shortName: 'S' }).code,
    ).toBe('already-exists')
  })
})

describe('people and members', () => {
  const person = (initials: string) => book.call('person.add', { name: `Person ${initials}`, initials })

  test('a person is added and changed', () => {
    const { id } = person('AB')
    expect(book.call('person.change', { personId: id, organisation: 'A shipper' })).toMatchObject({
      initials: 'AB',
      organisation: 'A shipper',
      email: '',
    })
    expect(book.call('person.list', {}).people).toHaveLength(1)
    expect(book.refusal('person.change', { personId: 'nowhere', name: 'X' }).code).toBe('not-found')
  })

  test('members, alternates and those without a vote', () => {
    const { id: bodyId, seats } = panel()
    const [ab, cd, ch] = ['AB', 'CD', 'CH'].map((initials) => person(initials).id) as [string, string, string]
    book.call('body.add-member', { bodyId, personId: ch, role: 'chair' })
    book.call('body.add-member', { bodyId, personId: cd, role: 'alternate', seatId: seats[0]!.id })
    const after = book.call('body.add-member', { bodyId, personId: ab, role: 'member', seatId: seats[0]!.id })
    expect(after.memberships.map(({ initials, role }) => [initials, role])).toEqual([
      ['AB', 'member'],
      ['CD', 'alternate'],
      ['CH', 'chair'],
    ])
    expect(book.summaries.at(-1)).toBe('AB member of UNC Panel')
  })

  test('what cannot be is refused', () => {
    const { id: bodyId, seats } = panel()
    const personId = person('AB').id
    const seatId = seats[0]!.id
    const otherSeatId = book.call('body.create', { profile: 'sec-panel' }).seats[0]!.id
    const refused = (input: Parameters<typeof book.call<'body.add-member'>>[1]) =>
      book.refusal('body.add-member', input)
    expect(refused({ bodyId, personId, role: 'member' }).fields?.[0]?.field).toBe('seatId')
    expect(refused({ bodyId, personId, role: 'observer', seatId }).fields?.[0]?.field).toBe('seatId')
    expect(refused({ bodyId, personId, role: 'member', seatId: otherSeatId }).fields?.[0]?.field).toBe(
      'seatId',
    )
    expect(refused({ bodyId, personId, role: 'member', seatId: 'nowhere' }).code).toBe('not-found')
    expect(refused({ bodyId, personId: 'nowhere', role: 'member', seatId }).code).toBe('not-found')
    book.call('body.add-member', { bodyId, personId, role: 'member', seatId })
    expect(refused({ bodyId, personId, role: 'member', seatId }).code).toBe('already-exists')
  })

  test('a membership that has ended may begin again', () => {
    const { id: bodyId, seats } = panel()
    const personId = person('AB').id
    const member = { bodyId, personId, role: 'member', seatId: seats[0]!.id } as const
    const [membership] = book.call('body.add-member', { ...member, effectiveFrom: '2015-01-01' }).memberships
    const membershipId = membership!.id
    expect(book.refusal('body.end-membership', { membershipId, effectiveTo: '2014-12-31' }).code).toBe(
      'bad-input',
    )
    book.call('body.end-membership', { membershipId, effectiveTo: '2016-06-30' })
    expect(book.refusal('body.add-member', { ...member, effectiveFrom: '2016-06-30' }).code).toBe(
      'already-exists',
    )
    expect(book.call('body.add-member', { ...member, effectiveFrom: '2016-07-01' }).memberships).toHaveLength(
      2,
    )
  })
})

describe('questions and agenda template', () => {
  test('are replaced whole, in the order given', () => {
    const { id: bodyId, questionKinds, agendaTemplate } = panel()
    const kinds = [
      { ...questionKinds[2]!, label: 'Other' },
      { ...questionKinds[0]!, key: 'quite-new' },
    ]
    expect(book.call('body.set-questions', { bodyId, questionKinds: kinds }).questionKinds).toEqual(kinds)
    const items = [agendaTemplate[3]!, agendaTemplate[0]!]
    expect(book.call('body.set-agenda-template', { bodyId, items }).agendaTemplate).toEqual(items)
  })

  test('a key twice is refused by its place', () => {
    const { id: bodyId, questionKinds } = panel()
    const [first] = questionKinds
    const refusal = book.refusal('body.set-questions', { bodyId, questionKinds: [first!, first!] })
    expect(refusal.fields?.[0]?.field).toBe('questionKinds.1.key')
  })
})

describe('codes', () => {
  const stages = [{ key: 'new', name: 'New', isOpen: true }]

  test('a code is added once, and called what it is called now', () => {
    const code = book.call('code.create', { shortName: 'BSC', name: 'Balancing and Settlement Code', stages })
    expect(code).toMatchObject({
      decisionMaker: 'the Authority',
      referenceDigits: 4,
      stages: [{ key: 'new' }],
    })
    expect(book.refusal('code.create', { shortName: 'bsc', name: 'Another', stages }).code).toBe(
      'already-exists',
    )
    expect(book.call('code.change', { codeId: code.id, decisionMaker: 'Ofgem' })).toEqual({
      ...code,
      decisionMaker: 'Ofgem',
    })
  })

  test('a stage key twice is refused by its place', () => {
    const refusal = book.refusal('code.create', { shortName: 'X', name: 'X', stages: [...stages, ...stages] })
    expect(refusal.fields?.[0]?.field).toBe('stages.1.key')
  })
})
