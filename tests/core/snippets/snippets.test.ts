import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plainParagraph, readParagraph } from '../../../core/contract/note-text.ts'
import { everyRow } from '../../support/every-row.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'

let book: TestCore
let bodyId: string
beforeEach(async () => {
  book = await makeCore()
  bodyId = (await book.must('body.create', { profile: 'unc-modification-panel' })).id
})
afterEach(() => book.close())

const keys = async () => (await book.must('body.read', { bodyId })).snippets.map(({ key }) => key)
const idOf = async (key: string) =>
  (await book.must('body.read', { bodyId })).snippets.find((each) => each.key === key)?.id ?? key

/** An item of meeting 199, about a proposal where there is one. */
async function anItem(proposal: Record<string, string> | null = {}) {
  const { must } = book
  const [code] = (await must('code.list', {})).codes
  const meeting = await must('meeting.create', {
    bodyId,
    number: '199',
    startsOn: '2016-12-15',
    fromTemplate: false,
  })
  const proposalId =
    proposal === null
      ? null
      : (
          await must('proposal.add', {
            codeId: code?.id ?? '',
            reference: '0621',
            title: 'Charging regime',
            proposer: 'Shipper A',
            ...proposal,
          })
        ).id
  const { itemId } = await must('agenda.add', { meetingId: meeting.id, title: 'Update papers', proposalId })
  return { itemId, meetingId: meeting.id }
}
const expand = (itemId: string, key: string) => book.must('snippet.expand', { itemId, key })

describe('the snippets of a body', () => {
  test('come with its profile, and are added, changed, moved and removed', async () => {
    const shipped = await keys()
    expect(shipped.slice(0, 3)).toEqual(['sg', 'scr', 'wg'])
    await book.must('snippet.add', { bodyId, key: 'thx', text: 'Thanks to {chair}.' })
    expect(await keys()).toEqual([...shipped, 'thx'])
    await book.must('snippet.move', { snippetId: await idOf('thx'), beforeId: await idOf('scr') })
    expect((await keys()).slice(0, 4)).toEqual(['sg', 'thx', 'scr', 'wg'])
    await book.must('snippet.move', { snippetId: await idOf('sg'), beforeId: null })
    expect((await keys()).at(-1)).toBe('sg')
    const { snippets } = await book.must('snippet.change', { snippetId: await idOf('thx'), key: 'ty' })
    expect(snippets[0]).toMatchObject({ key: 'ty', text: 'Thanks to {chair}.' })
    await book.must('snippet.remove', { snippetId: await idOf('ty') })
    expect(await keys()).toEqual([...shipped.slice(1), 'sg'])
  })

  test.each([
    [
      'a place that is not known',
      { key: 'x', text: 'About {refrence}' },
      'text',
      /\{refrence\} is not a place.*\{reference\}/,
    ],
    ['a loose brace', { key: 'x', text: 'About {reference' }, 'text', /brace/],
    ['no words', { key: 'x', text: ' ' }, 'text', /empty/],
    ['a key of several words', { key: 'self gov', text: 'x' }, 'key', /letters, digits and hyphens/],
    ['a key that is too long', { key: 'x'.repeat(21), text: 'x' }, 'key', /up to 20/],
  ])('refuses %s, naming the field', async (_what, input, field, problem) => {
    const before = everyRow(book.book)
    const answer = await book.call('snippet.add', { bodyId, ...input })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'bad-input', fields: [{ field, problem: expect.stringMatching(problem) as string }] },
    })
    expect(everyRow(book.book)).toEqual(before)
  })

  test('has each key once, whatever its capitals, and may keep its own', async () => {
    expect(await book.refused('snippet.add', { bodyId, key: 'SG', text: 'x' })).toBe('already-exists')
    expect(await book.refused('snippet.change', { snippetId: await idOf('scr'), key: 'sg' })).toBe(
      'already-exists',
    )
    await book.must('snippet.change', { snippetId: await idOf('sg'), key: 'SG' })
    const other = await book.must('body.create', { profile: 'sec-panel' })
    const snippetId = await idOf('SG')
    const beforeId = other.snippets[0]?.id ?? ''
    expect(await book.refused('snippet.move', { snippetId, beforeId })).toBe('bad-input')
  })
})

describe('a snippet at an item', () => {
  test('is filled from the item, its proposal and the meeting', async () => {
    const { itemId, meetingId } = await anItem()
    await book.must('agenda.change', { itemId, presenter: 'Joint Office' })
    const chair = await book.must('person.add', { name: 'The Independent Chair', initials: 'CH' })
    await book.must('attendance.record', {
      meetingId,
      personId: chair.id,
      capacity: 'chair',
      presence: 'present',
    })
    await book.must('meeting.create', { bodyId, startsOn: '2017-01-19' })
    const text = [
      '{reference} {title} {proposer} {presenter} {chair} {body} {meeting} {date} {next-meeting}',
      '{decision-maker} {workgroup} [reason]',
    ].join(' | ')
    await book.must('snippet.add', { bodyId, key: 'all', text })
    expect(await expand(itemId, 'ALL')).toEqual({
      text: [
        '0621 Charging regime Shipper A Joint Office The Independent Chair UNC Modification Panel 199',
        '15 December 2016 19 January 2017 | Ofgem [workgroup] [reason]',
      ].join(' '),
      places: ['[workgroup]', '[reason]'],
    })
  })

  test('leaves in square brackets what is not known', async () => {
    const { itemId } = await anItem(null)
    await book.must('snippet.add', {
      bodyId,
      key: 'x',
      text: '{title}: {reference} on {next-meeting}, {chair}',
    })
    expect(await expand(itemId, 'x')).toEqual({
      text: 'Update papers: [reference] on [next-meeting], [chair]',
      places: ['[reference]', '[next-meeting]', '[chair]'],
    })
  })

  test('fills in words that look like markup as words', async () => {
    const { itemId } = await anItem({ title: 'A *new* [regime](https://example.com)' })
    await book.must('snippet.add', { bodyId, key: 'x', text: '**{title}** [reason]' })
    const { text, places } = await expand(itemId, 'x')
    expect(plainParagraph(text)).toBe('A *new* [regime](https://example.com) [reason]')
    expect(readParagraph(text)).toMatchObject([{ runs: [{ bold: true }, { text: ' [reason]' }] }])
    expect(places).toEqual(['[reason]'])
  })

  test('that the body does not have is refused with those that it has', async () => {
    const { itemId } = await anItem()
    expect(await book.call('snippet.expand', { itemId, key: 'none' })).toMatchObject({
      ok: false,
      error: {
        code: 'bad-input',
        message: expect.stringMatching(/no snippet none; it has sg, scr/) as string,
      },
    })
  })
})
