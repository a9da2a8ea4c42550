import { describe, expect, it } from 'vitest'
import { detailWords, markWords, routeOfHit } from '../../../renderer/search/hits.ts'
import type { Hit } from '../../../renderer/search/use-search.ts'

const hit = (parts: Partial<Hit>) =>
  ({
    kind: 'note',
    id: 'h',
    title: '',
    detail: '',
    meetingId: null,
    itemId: null,
    proposalId: null,
    ...parts,
  }) as Hit

describe('what was found', () => {
  it.each([
    [hit({ kind: 'proposal', id: 'p' }), { screen: 'proposal', proposalId: 'p' }],
    [hit({ meetingId: 'm', itemId: 'i' }), { screen: 'meeting', meetingId: 'm', itemId: 'i' }],
    [hit({}), { screen: 'meetings' }],
    [hit({ kind: 'action', meetingId: 'm' }), { screen: 'actions' }],
    [hit({ kind: 'person' }), { screen: 'bodies' }],
    [hit({ kind: 'workgroup' }), { screen: 'register' }],
  ])('%j is to be seen at %j', (found, route) => {
    expect(routeOfHit(found)).toEqual(route)
  })

  it('says the day of its meeting, and no other date in another way', () => {
    const detail = 'UNC Panel 199, 2016-12-15: due 2017-01-19'
    expect(detailWords(hit({ detail, meetingId: 'm' }))).toBe(
      'UNC Panel 199, Thu 15 Dec 2016: due 2017-01-19',
    )
    expect(detailWords(hit({ detail }))).toBe(detail)
  })

  it('marks the words, whatever their capitals, and signs as they are', () => {
    expect(markWords('Gas Quality (a+b)', ['qual', '(a+'])).toEqual([
      { piece: 'Gas ', isMarked: false },
      { piece: 'Qual', isMarked: true },
      { piece: 'ity ', isMarked: false },
      { piece: '(a+', isMarked: true },
      { piece: 'b)', isMarked: false },
    ])
    expect(markWords('Gas', [])).toEqual([{ piece: 'Gas', isMarked: false }])
  })
})
