import { beforeEach, describe, expect, test } from 'vitest'
import { type SubjectBook, makeSubjectBook } from '../../support/subject-book.ts'
import { writePanel } from './small-panel.ts'

let book: SubjectBook
beforeEach(() => {
  book = makeSubjectBook()
  writePanel(book)
})
const read = (line: string) => book.call('action.read-line', { itemId: 'i3', line })

test('who, what, by when and about which proposal', () => {
  expect(read('! EF, "Legal team" to provide legal text by 12 Jan #0621A')).toEqual({
    text: 'Provide legal text',
    owners: [
      { written: 'EF', name: 'Erik F', personId: 'ef' },
      { written: 'Legal team', name: 'Legal team', personId: null },
    ],
    dueOn: '2017-01-12',
    dueMeeting: '',
    dueWords: 'Thu 12 Jan 2017, in 17 working days',
    proposal: { id: 'p621', reference: '0621A', title: 'Amendments to Gas Transmission Charging' },
    problems: [],
  })
})

test.each([
  ['Provide legal text', 'Provide legal text', [], null],
  ['EF to write to Shippers', 'Write to Shippers', ['Erik F'], null],
  ['EF and Joint Office to meet in 10 WD', 'Meet', ['Erik F', 'Joint Office'], '2017-01-03'],
  ['EF, "Gas & Co" to meet', 'Meet', ['Erik F', 'Gas & Co'], null],
  ['"North, South and West"/EF to meet', 'Meet', ['North, South and West', 'Erik F'], null],
  ['Talk to Shippers by Friday', 'Talk to Shippers', [], '2016-12-16'],
  ['EF to write by hand to Shippers', 'Write by hand to Shippers', ['Erik F'], null],
  ['EF to stand by the panel by 20/12', 'Stand by the panel', ['Erik F'], '2016-12-20'],
  ['all to read item 3 in 2017', 'Read item 3 in 2017', ['all'], null],
  ['  !  EF to think  ', 'Think', ['Erik F'], null],
])('“%s”', (line, text, owners, dueOn) => {
  const { problems, ...action } = read(line)
  expect(problems).toEqual([])
  expect(action).toMatchObject({ text, dueOn, proposal: null })
  expect(action.owners.map(({ name }) => name)).toEqual(owners)
})

describe('what is wrong is shown at the word', () => {
  const wrong = (line: string) =>
    read(line).problems.map(({ from, to, message, isWarning }) => [line.slice(from, to), message, isWarning])

  test('initials that nobody has; a name is what stands in quotation marks', () => {
    expect(wrong('EF, XY to think')).toEqual([
      ['XY', 'Nobody in the book has the initials XY; a name stands in quotation marks: "XY".', false],
    ])
    expect(wrong('EF, "XY" to think')).toEqual([])
  })
  test('a day in the past, a day that is none, a proposal that is not there, nothing to do', () => {
    expect(wrong('EF to think by 2016-12-01')).toEqual([
      ['2016-12-01', 'Thu 1 Dec 2016 is before the day on which it is raised, 15 December 2016.', false],
    ])
    expect(wrong('EF to think by 31 Feb')).toEqual([['31 Feb', 'There is no day 31 February.', false]])
    expect(wrong('EF to think #0999')).toEqual([
      ['0999', 'There is no proposal 0999 in the register.', false],
    ])
    expect(wrong('EF to by Friday').at(-1)?.[2]).toBe(false)
  })
  test('initials of two people', () => {
    const [problem] = wrong('AF to think')
    // One of the two belongs to the body and is meant.
    expect(problem).toBeUndefined()
  })
})

test('a line that cannot be taken is refused whole and changes nothing', () => {
  const before = book.call('action.list', {})
  const line = 'EF to think by 1 Dec 2016'
  expect(book.refusal('action.add-line', { itemId: 'i3', line })).toMatchObject({
    code: 'bad-input',
    fields: [{ field: 'line' }],
  })
  expect(book.call('action.list', {})).toEqual(before)
})

test('an action is added from a line, changed from a line, and tells its line', () => {
  const added = book.call('action.add-line', { itemId: 'i3', line: 'EF to provide legal text by 12 Jan' })
  expect(added).toMatchObject({
    text: 'Provide legal text',
    dueOn: '2017-01-12',
    proposal: { reference: '0621A' },
    line: 'EF to provide legal text by 12 January 2017 #0621A',
  })
  const { line } = added
  expect(book.call('action.change-line', { actionId: added.id, line })).toEqual(added)
  const changed = book.call('action.change-line', {
    actionId: added.id,
    line: '"Legal team", AF to provide it by next panel',
  })
  expect(changed).toMatchObject({
    text: 'Provide it',
    dueOn: null,
    dueMeeting: 'next meeting',
    proposal: null,
    line: '"Legal team", AF to provide it by next meeting',
  })
  expect(book.call('action.change-line', { actionId: added.id, line: changed.line })).toEqual(changed)
})
