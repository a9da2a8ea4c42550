import { describe, expect, it } from 'vitest'
import { excerpt, fold } from '../../../core/search/fold.ts'
import { type SubjectBook, makeSubjectBook } from '../../support/subject-book.ts'
import { writePanel } from '../actions/small-panel.ts'

function panel(): SubjectBook {
  const book = makeSubjectBook()
  writePanel(book)
  book.write((db) => {
    db.insert('proposal_alias', {
      id: 'al1',
      proposal_id: 'p621',
      kind: 'title',
      text: 'Gas charging review',
    })
    db.insert('determination', {
      id: 'd1',
      agenda_item_id: 'i3',
      proposal_id: 'p621',
      kind: 'to-workgroup',
      text: 'Issued to Workgroup 0621 with a report by the March Panel.',
      written_at: '2016-12-15T11:00:00.000+00:00',
      position: 1,
    })
  })
  book.call('note.write', {
    itemId: 'i1',
    text: 'Zoë asked about the 100% threshold_value.\n\nNobody objected – all agreed.',
  })
  book.call('action.add', { itemId: 'i3', text: 'Circulate the légal text', owners: ['EF'] })
  return book
}

describe('search.find', () => {
  const book = () => panel()
  const found = (of: SubjectBook, text: string) =>
    of.call('search.find', { text }).hits.map(({ kind, id }) => `${kind} ${id}`)

  it.each(['0621A', '621A', 'UNC 0621A', 'unc-621a', 'Modification 0621A', '621'])(
    'finds a proposal first by %s',
    (spelling) => {
      const [first] = book().call('search.find', { text: spelling }).hits
      expect(first).toMatchObject({ kind: 'proposal', id: 'p621', proposalId: 'p621' })
    },
  )

  it('needs every word, in any order and any field', () => {
    const one = book()
    expect(found(one, 'charging gas')).toContain('proposal p621')
    expect(found(one, 'transparent gas')).toContain('proposal p621')
    expect(found(one, 'review 621')).toContain('proposal p621')
    expect(found(one, 'charging nonsense')).toEqual([])
  })

  it.each([
    ['cafe', 'proposal'],
    ['CAFÉ', 'proposal'],
    ['zoe', 'note'],
    ['legal TEXT', 'action'],
    ['légal', 'action'],
    ['objected - all', 'note'],
    ['march panel', 'determination'],
    ['erik', 'person'],
    ['joint office', 'person'],
    ['pan 12/01', 'action'],
    ['change board', 'body'],
    ['pan 199', 'meeting'],
    ['any other', 'item'],
  ])('%s finds a %s', (text, kind) => {
    expect(
      book()
        .call('search.find', { text })
        .hits.map((hit) => hit.kind),
    ).toContain(kind)
  })

  it('reads % and _ and \\ as themselves', () => {
    const one = book()
    expect(found(one, '100%')).toHaveLength(1)
    expect(found(one, 'threshold_value')).toHaveLength(1)
    expect(found(one, 'threshold%value')).toEqual([])
    expect(found(one, 'thresholdxvalue')).toEqual([])
    expect(found(one, '\\')).toEqual([])
    expect(found(one, '   ')).toEqual([])
  })

  it('says where a note is, and leads there', () => {
    expect(book().call('search.find', { text: 'objected' }).hits).toMatchObject([
      {
        kind: 'note',
        title: 'Minutes',
        detail: 'PAN 199, 2016-12-15: Nobody objected – all agreed.',
        meetingId: 'm199',
        itemId: 'i1',
      },
    ])
  })

  it('reads the words of a note, not its marks', () => {
    const one = book()
    one.call('note.write', {
      itemId: 'i2',
      text: 'The **thr**eshold\\* of [the *legal* text](https://a.example/hidden):\n- is high',
    })
    expect(one.call('search.find', { text: 'threshold* legal' }).hits).toMatchObject([
      { kind: 'note', detail: 'PAN 199, 2016-12-15: The threshold* of the legal text: is high' },
    ])
    expect(one.call('search.find', { text: 'hidden' }).hits).toEqual([])
    expect(one.call('search.find', { text: '**' }).hits).toEqual([])
  })

  it('puts a name before a mention, and keeps to the limit', () => {
    const one = book()
    const kinds = one.call('search.find', { text: 'charging' }).hits.map(({ kind }) => kind)
    expect(kinds.slice(0, 2)).toEqual(['proposal', 'item'])
    expect(one.call('search.find', { text: 'a', limit: 2 }).hits).toHaveLength(2)
  })
})

describe('excerpt', () => {
  it('shows what stands around the word, cutting no character', () => {
    const text = `${'😀 before '.repeat(30)}the Éclair ${'after 😀 '.repeat(30)}`
    const piece = excerpt(text, [fold('eclair')])
    expect(piece).toContain('the Éclair')
    expect(piece.length).toBeLessThan(150)
    expect(piece.isWellFormed()).toBe(true)
    expect(piece).toMatch(/^….*…$/u)
  })
})
