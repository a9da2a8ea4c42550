import { describe, expect, it } from 'vitest'
import { type SubjectBook, makeSubjectBook, request } from '../../support/subject-book.ts'
import { writePanel } from './small-panel.ts'

function panel(pattern?: string): SubjectBook {
  const book = makeSubjectBook()
  writePanel(book, pattern)
  return book
}

describe('action.add', () => {
  it('takes body, proposal, day and reference from the item', () => {
    const action = panel().call('action.add', {
      itemId: 'i3',
      text: 'Write to Shippers',
      owners: ['EF', 'Joint Office'],
    })
    expect(action).toMatchObject({
      bodyId: 'panel',
      reference: 'PAN 12/01',
      year: 2016,
      raisedOn: '2016-12-15',
      raisedAt: { meetingId: 'm199', meeting: '199', itemId: 'i3', item: 'Charging' },
      proposal: { id: 'p621', reference: '0621A' },
      owners: [
        { personId: 'ef', name: 'Erik F' },
        { personId: null, name: 'Joint Office' },
      ],
      status: 'open',
      isOverdue: false,
    })
  })

  it('gives each the next reference, and the freed one again after an undo', () => {
    const book = panel()
    book.call('action.add', { itemId: 'i1', text: 'One' })
    expect(book.call('action.add', { itemId: 'i1', text: 'Two' }).reference).toBe('PAN 12/02')
    book.store.undo(request())
    expect(book.call('action.add', { itemId: 'i1', text: 'Two again' }).reference).toBe('PAN 12/02')
  })

  it('asks for the full name where initials are two people’s, and prefers who is of the body', () => {
    const book = panel()
    expect(book.call('action.add', { itemId: 'i1', text: 'x', owners: ['af'] }).owners).toEqual([
      { personId: 'af1', name: 'Anna F' },
    ])
    const elsewhere = book.refusal('action.add', { bodyId: 'board', text: 'x', owners: ['EF', 'AF'] })
    expect(elsewhere).toMatchObject({ code: 'bad-input', fields: [{ field: 'owners.1' }] })
    expect(book.call('action.add', { bodyId: 'board', text: 'x', owners: ['Arthur F'] }).owners).toEqual([
      { personId: 'af2', name: 'Arthur F' },
    ])
  })

  it('goes by the initials at the meeting before those in the book', () => {
    const book = panel()
    book.write((db) =>
      db.insert('attendance', {
        id: 'a1',
        meeting_id: 'm199',
        person_id: 'af2',
        capacity: 'observer',
        initials: 'AF2',
      }),
    )
    expect(book.call('action.add', { itemId: 'i1', text: 'x', owners: ['AF2'] }).owners[0]?.personId).toBe(
      'af2',
    )
  })

  it.each([
    [{ itemId: 'i1', text: 'x', dueOn: '2016-12-14' }, 'bad-input', 'dueOn'],
    [{ text: 'x' }, 'bad-input', 'bodyId'],
    [{ itemId: 'i1', bodyId: 'board', text: 'x' }, 'bad-input', 'bodyId'],
    [{ itemId: 'i1', text: 'x', owners: ['EF', 'ef'] }, 'bad-input', 'owners.1'],
    [{ itemId: 'none', text: 'x' }, 'not-found', undefined],
    [{ bodyId: 'none', text: 'x' }, 'not-found', undefined],
    [{ itemId: 'i1', proposalId: 'none', text: 'x' }, 'not-found', undefined],
  ])('refuses %j', (input, code, field) => {
    const refusal = panel().refusal('action.add', input)
    expect([refusal.code, refusal.fields?.[0]?.field]).toEqual([code, field])
  })

  it('refuses a reference twice in a year and takes it in another', () => {
    const book = panel()
    book.call('action.add', { bodyId: 'panel', text: 'x', reference: 'Minute 5604' })
    expect(book.refusal('action.add', { bodyId: 'panel', text: 'x', reference: 'Minute 5604' }).code).toBe(
      'already-exists',
    )
    const later = { bodyId: 'panel', text: 'x', reference: 'Minute 5604', raisedOn: '2017-01-19' }
    expect(book.call('action.add', later).year).toBe(2017)
  })

  it('refuses to raise anything at a closed meeting', () => {
    const book = panel()
    book.write((db) => db.update('meeting', 'm199', { state: 'closed' }))
    expect(book.refusal('action.add', { itemId: 'i1', text: 'x' }).code).toBe('meeting-closed')
  })

  it('needs a reference where the body numbers by meeting and there is none', () => {
    const book = panel('{meeting}/{sequence}')
    expect(book.refusal('action.add', { bodyId: 'panel', text: 'x' }).fields?.[0]?.field).toBe('reference')
    expect(book.call('action.add', { itemId: 'i1', text: 'x' }).reference).toBe('199/1')
  })
})

describe('an action’s life', () => {
  it('is updated, carried forward, closed with the reason, and reopened only by an update', () => {
    const book = panel()
    const { id } = book.call('action.add', { itemId: 'i1', text: 'x', dueOn: '2016-12-20' })
    const carried = book.call('action.update', {
      actionId: id,
      meetingId: 'm199',
      text: 'Letter drafted',
      status: 'carried-forward',
      dueOn: '2017-01-19',
    })
    expect(carried).toMatchObject({ status: 'carried-forward', dueOn: '2017-01-19' })
    expect(carried.updates).toEqual([
      {
        madeOn: '2016-12-15',
        meeting: '199',
        meetingId: 'm199',
        text: 'Letter drafted',
        statusAfter: 'carried-forward',
      },
    ])
    const closed = book.call('action.close', { actionId: id, meetingId: 'm199', update: 'Letter sent' })
    expect(closed).toMatchObject({ status: 'closed', closedOn: '2016-12-15', closedMeetingId: 'm199' })
    expect(closed.updates.map(({ statusAfter }) => statusAfter)).toEqual(['carried-forward', 'closed'])

    for (const refused of [
      book.refusal('action.update', { actionId: id, text: 'More' }),
      book.refusal('action.update', { actionId: id, text: 'More', status: 'carried-forward' }),
      book.refusal('action.change', { actionId: id, text: 'Other' }),
      book.refusal('action.close', { actionId: id, update: 'Again' }),
    ]) {
      expect(refused.code).toBe('conflict')
    }
    const reopened = book.call('action.update', { actionId: id, text: 'No answer', status: 'open' })
    expect(reopened).toMatchObject({ status: 'open', closedOn: null, closedMeetingId: null })
  })

  it('is withdrawn with the reason', () => {
    const book = panel()
    const { id } = book.call('action.add', { itemId: 'i1', text: 'x' })
    expect(book.call('action.close', { actionId: id, update: 'Not needed', isWithdrawn: true }).status).toBe(
      'withdrawn',
    )
  })

  it('is overdue from the day after it was due, until it is closed', () => {
    const book = panel()
    const { id } = book.call('action.add', { itemId: 'i1', text: 'x', dueOn: '2016-12-20' })
    const isOverdue = () => book.call('action.list', {}).actions.find((action) => action.id === id)?.isOverdue
    book.setNow('2016-12-20T23:59:00.000+00:00')
    expect(isOverdue()).toBe(false)
    book.setNow('2016-12-21T00:01:00.000+01:00')
    expect(isOverdue()).toBe(true)
    book.call('action.close', { actionId: id, update: 'Done' })
    expect(isOverdue()).toBe(false)
  })

  it('writes owners anew only when they differ', () => {
    const book = panel()
    const { id } = book.call('action.add', { itemId: 'i1', text: 'x', owners: ['EF', 'Ofgem'] })
    book.call('action.change', { actionId: id, owners: ['EF', 'Ofgem'] })
    expect(book.store.changes(book.store.seq())).toEqual([])
    expect(
      book.call('action.change', { actionId: id, owners: ['Ofgem', 'EF'] }).owners.map(({ name }) => name),
    ).toEqual(['Ofgem', 'Erik F'])
    expect(book.refusal('action.change', { actionId: id, dueOn: '2016-12-01' }).fields?.[0]?.field).toBe(
      'dueOn',
    )
  })

  it('can be taken back and put back, owners and updates with it', () => {
    const book = panel()
    const { id } = book.call('action.add', { itemId: 'i1', text: 'x', owners: ['EF'] })
    book.call('action.close', { actionId: id, update: 'Done' })
    const state = book.call('history.state', {})
    expect(state.undo).toBe('action PAN 12/01 closed')
    book.store.undo(request())
    const [action] = book.call('action.list', {}).actions
    expect(action).toMatchObject({ status: 'open', updates: [], owners: [{ personId: 'ef' }] })
    expect(book.call('history.verify', {})).toMatchObject({ isSound: true, problems: [] })
  })
})

describe('action.list', () => {
  it('shows what is due first first, closed ones last, and filters', () => {
    const book = panel()
    const add = (text: string, dueOn: string | null, owners: string[] = []) =>
      book.call('action.add', { itemId: 'i1', text, dueOn, owners }).id
    add('no date', null)
    add('later', '2017-02-01', ['EF'])
    const done = add('done', '2016-12-16')
    add('soon', '2016-12-20', ['Joint Office'])
    book.call('action.add', { bodyId: 'board', text: 'elsewhere' })
    book.call('action.close', { actionId: done, update: 'x' })
    const texts = (input: Parameters<typeof book.call<'action.list'>>[1]) =>
      book.call('action.list', input).actions.map(({ text }) => text)
    expect(texts({ bodyId: 'panel' })).toEqual(['soon', 'later', 'no date', 'done'])
    expect(texts({ status: 'unfinished', bodyId: 'panel' })).toEqual(['soon', 'later', 'no date'])
    expect(texts({ status: 'closed' })).toEqual(['done'])
    expect(texts({ owner: 'ef' })).toEqual(['later'])
    expect(texts({ owner: 'joint' })).toEqual(['soon'])
    expect(texts({ meetingId: 'm199' })).not.toContain('elsewhere')
  })
})
