import { describe, expect, it } from 'vitest'
import type { Meeting } from '../../../core/contract/meetings.ts'
import { triggerBefore } from '../../../renderer/minutes/completion.ts'
import { nextPlace } from '../../../renderer/minutes/known-words.ts'
import { choicesFor } from '../../../renderer/minutes/note-choices.ts'
import { docOf } from '../../../renderer/minutes/note-doc.ts'
import { findPeople, peopleHere } from '../../../renderer/minutes/people-here.ts'

type Room = Meeting['room']
const somebody = (initials: string, name: string, more: Partial<Room['attendees'][number]>) =>
  ({
    initials,
    name,
    capacity: 'member',
    seatId: null,
    presence: 'present',
    ...more,
  }) as Room['attendees'][number]
const seat = (seatId: string, name: string) => ({ seatId, name }) as Room['seatList'][number]
const room = {
  attendees: [
    somebody('AB', 'Shipper 1', { seatId: '1' }),
    somebody('CD', 'Transporter 1', { seatId: '2', presence: 'apologies' }),
    somebody('HA', 'Another', { seatId: '2', capacity: 'alternate' }),
    somebody('SE', 'Secretary', { capacity: 'secretary' }),
  ],
  seatList: [seat('1', 'Shipper 1'), seat('2', 'Transporter seat')],
} as Room

describe('what a word that is typed asks for', () => {
  it.each([
    ['@', { of: 'people', typed: '' }],
    ['AB and @ship', { of: 'people', typed: 'ship' }],
    ['(@Shipper mem', { of: 'people', typed: 'Shipper mem' }],
    ['@O’N', { of: 'people', typed: 'O’N' }],
    [';', { of: 'snippets', typed: '' }],
    ['First ;SG', { of: 'snippets', typed: 'SG' }],
    ['first\n;con-2', { of: 'snippets', typed: 'con-2' }],
  ])('%j', (text, found) => expect(triggerBefore(text)).toEqual(found))

  it.each([
    'a@example',
    'he said; and',
    'said;sg',
    '@AB, and',
    '; and',
    '@ ab',
    '',
    '@one two three four five',
  ])('nothing: %j', (text) => expect(triggerBefore(text)).toBeNull())
})

describe('the people at the meeting', () => {
  const people = peopleHere(room)

  it('come in the order of the room, those who are not in it last', () => {
    expect(people.map(({ initials, part }) => [initials, part])).toEqual([
      ['AB', 'Member'],
      ['HA', 'Alternate, Transporter seat'],
      ['SE', 'Secretary'],
      ['CD', 'Transporter seat'],
    ])
  })

  it('are found by initials first, then by any word of the name', () => {
    const found = (typed: string) => findPeople(people, typed).map(({ initials }) => initials)
    expect(found('')).toEqual(['AB', 'HA', 'SE', 'CD'])
    expect(found('s')).toEqual(['SE', 'AB'])
    expect(found('a')).toEqual(['AB', 'HA'])
    expect(found('transporter 1')).toEqual(['CD'])
    expect(found('1')).toEqual(['AB', 'CD'])
    expect(found('hipper')).toEqual([])
  })

  it('say who is not there', () => {
    const [choice] = choicesFor(
      { itemId: '', people, snippets: [] },
      { of: 'people', from: 0, to: 0, typed: 'cd' },
    )
    expect(choice).toMatchObject({
      label: 'CD',
      detail: 'Transporter 1 · Transporter seat · not in the room',
    })
  })
})

describe('the next place to be filled', () => {
  const doc = docOf('The Panel [agreed] that\n\n- it [is or is not] so\n- see [here](https://example.com)')
  const next = (from: number) => {
    const place = nextPlace(doc, from)
    return place === null ? null : doc.textBetween(place.from, place.to)
  }
  it('is found from the caret on, and there is an end to them', () => {
    expect(next(0)).toBe('[agreed]')
    const first = nextPlace(doc, 0)
    expect(next(first?.to ?? 0)).toBe('[is or is not]')
    const second = nextPlace(doc, first?.to ?? 0)
    expect(next(second?.to ?? 0)).toBeNull()
    expect(next(doc.content.size + 10)).toBeNull()
  })
})
