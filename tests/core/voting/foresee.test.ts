import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { QuestionKind } from '../../../core/contract/question-kinds.ts'
import type { CallInput } from '../../../core/contract/calls.ts'
import { kinds, makePanel, type Panel } from '../meetings/panel.ts'

type Given = NonNullable<CallInput<'body.set-questions'>['questionKinds']>[number]
type Consequences = Given['consequences']

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
  await panel.arrive('AB CD EF KL CH')
  await panel.openMeeting()
})
afterEach(() => panel.close())

const phrase = 'Issued to consultation, closing on {closingDate}'
const closing = {
  kind: 'date' as const,
  key: 'closing',
  label: 'Consultation closes',
  parameter: 'closingDate' as const,
  count: { workingDays: 20, after: 'meeting' },
  sets: 'consultationClosesOn' as const,
}

/** A question with these consequences, answered for or against by everybody. */
async function answered(
  consequences: Consequences,
  answer: 'for' | 'against' = 'for',
  more: Partial<QuestionKind> = {},
): Promise<string> {
  const base = kinds[1]
  if (base === undefined) throw new Error('The panel has no question.')
  const kind = {
    ...base,
    key: 'follows',
    phrases: { ...base.phrases, unanimousFor: phrase },
    ...more,
    consequences,
  } as Given
  await panel.must('body.set-questions', { bodyId: panel.bodyId, questionKinds: [...kinds, kind] })
  const questionId = await panel.put('follows')
  await panel.record(questionId, `rest ${answer}`)
  return questionId
}
const foresee = (questionId: string, more: Omit<CallInput<'determination.foresee'>, 'questionId'> = {}) =>
  panel.must('determination.foresee', { questionId, ...more })
const write = (questionId: string, more: Partial<CallInput<'determination.write'>> = {}) =>
  panel.must('determination.write', { itemId: panel.items.p, questionId, ...more })
const proposal = () => panel.must('proposal.read', { proposalId: panel.proposalId })

describe('what a determination will change', () => {
  test('is shown with its arithmetic, fills the phrase, is applied as shown and undone whole', async () => {
    const questionId = await answered([{ kind: 'stage', stage: 'workgroup' }, closing])
    const foreseen = await foresee(questionId)
    const arithmetic =
      '20 working days after Thu 15 Dec 2016; 26 Dec, 27 Dec and 2 Jan are bank holidays; ' +
      'calendar England and Wales 2016–2027'
    expect(foreseen).toMatchObject({
      text: 'Issued to consultation, closing on 17 January 2017',
      parameters: { closingDate: '2017-01-17' },
      places: [{ name: 'closingDate', label: 'Consultation closes', value: '2017-01-17', isCounted: true }],
      missing: [],
      whyNone: '',
      consequences: [
        { key: 'stage', words: 'Moves to Workgroup', arithmetic: '', problem: null },
        {
          key: 'closing',
          words: 'Consultation closes Tue 17 Jan 2017',
          arithmetic,
          warning: null,
          date: '2017-01-17',
          calendarVersion: 'england-and-wales 2016-2027/1',
        },
      ],
      values: {
        stage: 'workgroup',
        consultationClosesOn: '2017-01-17',
        working: ['Moves to Workgroup', `Consultation closes Tue 17 Jan 2017: ${arithmetic}`],
        calendarVersion: 'england-and-wales 2016-2027/1',
      },
    })
    expect((await foresee(questionId, { without: ['stage'] })).values).toEqual({
      consultationClosesOn: '2017-01-17',
      working: [`Consultation closes Tue 17 Jan 2017: ${arithmetic}`],
      calendarVersion: 'england-and-wales 2016-2027/1',
    })
    const before = await proposal()
    expect(before.consultationClosesOn).toBeNull()

    const { parameters, values } = foreseen
    const item = await write(questionId, { parameters, consequences: values })
    expect(item.questions[0]?.determination).toMatchObject({
      text: foreseen.text,
      isStale: false,
      parameters,
      consequences: values,
    })
    expect(await proposal()).toMatchObject({
      stage: { key: 'workgroup' },
      consultationClosesOn: '2017-01-17',
    })
    await panel.must('history.undo', {})
    expect(await proposal()).toEqual(before)
  })

  test('counts one date from another: referral 7 December, implementation 14 December 2016', async () => {
    await panel.must('meeting.change', {
      meetingId: panel.meetingId,
      startsOn: '2016-11-23',
      endsOn: '2016-11-23',
    })
    const questionId = await answered([
      { kind: 'stage', stage: 'workgroup', stageDetail: 'Referral period until {referral}' },
      {
        kind: 'date',
        key: 'referral',
        label: 'Referral period ends',
        count: { workingDays: 10, after: 'decision' },
      },
      {
        kind: 'date',
        key: 'implementation',
        label: 'Implementation',
        count: { workingDays: 5, after: 'referral' },
        sets: 'implementationOn',
      },
    ])
    const foreseen = await foresee(questionId)
    expect(foreseen.consequences.map(({ words }) => words)).toEqual([
      'Moves to Workgroup: Referral period until 7 December 2016',
      'Referral period ends Wed 7 Dec 2016',
      'Implementation Wed 14 Dec 2016',
    ])
    expect(foreseen.values).toMatchObject({
      stage: 'workgroup',
      stageDetail: 'Referral period until 7 December 2016',
      implementationOn: '2016-12-14',
    })
    // The referral window itself is no date of the register, and yet the working is kept.
    expect(foreseen.values.working).toHaveLength(3)

    const later = await foresee(questionId, { dates: { referral: '2016-12-09' } })
    expect(later.consequences[1]).toMatchObject({
      date: '2016-12-09',
      arithmetic: expect.stringMatching(/^given instead of Wed 7 Dec 2016: 10 working days/),
    })
    expect(later.values.implementationOn).toBe('2016-12-16')
  })

  test('takes a date that is given for the place in the phrase, and warns of one that is odd', async () => {
    const questionId = await answered([closing])
    const given = await foresee(questionId, { parameters: { closingDate: '2017-01-21' } })
    expect(given.text).toBe('Issued to consultation, closing on 21 January 2017')
    expect(given.places[0]).toMatchObject({ value: '2017-01-21', isCounted: false })
    expect(given.consequences[0]?.warning).toBe('Sat 21 Jan 2017 is no working day: Saturday.')
    const past = await foresee(questionId, { parameters: { closingDate: '2016-12-01' } })
    expect(past.consequences[0]?.warning).toBe('Thu 1 Dec 2016 lies before the decision.')
    const far = await foresee(questionId, { dates: { closing: '2017-01-17' } })
    expect(far.consequences[0]?.arithmetic).toMatch(/^20 working days after/)
  })

  test('names what is still missing, and what cannot be done for want of it', async () => {
    const questionId = await answered(
      [
        { kind: 'workgroup' },
        { kind: 'date', key: 'report', label: 'Report by', parameter: 'date', sets: 'reportingOn' },
      ],
      'for',
      { phrases: { ...kinds[0]!.phrases, unanimousFor: 'Issued to {workgroup} with a report by {date}' } },
    )
    const foreseen = await foresee(questionId)
    expect(foreseen.missing).toEqual(['workgroup', 'date'])
    expect(foreseen.places.map(({ label }) => label)).toEqual(['Workgroup', 'Report by'])
    expect(foreseen.consequences.map(({ problem }) => problem)).toEqual([
      'The workgroup is not given yet.',
      'The date is not given yet.',
    ])
    expect(foreseen.values).toEqual({})

    const { codeId } = await panel.must('body.read', { bodyId: panel.bodyId })
    const workgroup = await panel.must('workgroup.add', {
      codeId: codeId ?? '',
      shortName: 'WG1',
      name: 'Working Group 1',
    })
    const parameters = { workgroup: 'wg 1', date: '2017-02-16' }
    expect((await foresee(questionId, { parameters })).values).toMatchObject({
      workgroupId: workgroup.id,
      reportingOn: '2017-02-16',
    })
    const unknown = await foresee(questionId, { parameters: { ...parameters, workgroup: '0621' } })
    expect(unknown.consequences[0]?.problem).toMatch(/no workgroup 0621/)
    expect(unknown.values).not.toHaveProperty('workgroupId')
  })

  test('goes by the verdict: what usually follows on a vote against is named for it', async () => {
    const list: Consequences = [
      { kind: 'stage', stage: 'workgroup', when: ['carried'] },
      { kind: 'stage', stage: 'raised', stageDetail: 'Not related', when: ['not-carried'] },
    ]
    const questionId = await answered(list, 'against', { polarity: 'against-expected' })
    expect((await foresee(questionId)).values).toMatchObject({ stage: 'raised', stageDetail: 'Not related' })
  })

  test('says why nothing follows', async () => {
    const none = await answered([])
    expect((await foresee(none)).whyNone).toMatch(/no consequences for the register/)
    const against = await answered([closing], 'against')
    expect(await foresee(against)).toMatchObject({
      consequences: [],
      whyNone: 'Nothing follows from this result.',
    })
    const open = await panel.put('follows')
    expect(await foresee(open)).toMatchObject({
      text: '',
      consequences: [],
      places: [],
      whyNone: 'Positions are still to come.',
    })
    const elsewhere = await panel.must('question.put', { itemId: panel.items.other, kind: 'follows' })
    await panel.must('vote.record-many', { questionId: elsewhere.questionId, rest: 'for' })
    expect((await foresee(elsewhere.questionId)).whyNone).toMatch(/about no proposal/)
  })

  test('of a vote that was an indication is nothing', async () => {
    await panel.leave('AB CD')
    const base = kinds[1]!
    await panel.must('body.set-questions', {
      bodyId: panel.bodyId,
      questionKinds: [{ ...base, consequences: [closing] }] as Given[],
    })
    const questionId = await panel.put(base.key, { isIndicative: true })
    await panel.record(questionId, 'rest for')
    expect(await foresee(questionId)).toMatchObject({
      consequences: [],
      whyNone: 'The vote was an indication only, so the proposal does not move.',
    })
  })

  test('warns beyond the calendar', async () => {
    await panel.must('meeting.change', {
      meetingId: panel.meetingId,
      startsOn: '2027-12-16',
      endsOn: '2027-12-16',
    })
    const questionId = await answered([closing])
    expect((await foresee(questionId)).consequences[0]?.warning).toMatch(/outside the calendar/)
  })

  test('stays what it was when the question was put, whatever Bodies says since', async () => {
    const questionId = await answered([closing])
    await panel.must('body.set-questions', { bodyId: panel.bodyId, questionKinds: kinds })
    expect((await foresee(questionId)).values.consultationClosesOn).toBe('2017-01-17')
  })

  test('is kept with a determination that is written again without any', async () => {
    const questionId = await answered([closing])
    const { parameters, values } = await foresee(questionId)
    await write(questionId, { parameters, consequences: values })
    await write(questionId, { parameters, text: 'In other words.' })
    expect((await panel.question(questionId)).determination).toMatchObject({
      text: 'In other words.',
      consequences: values,
    })
  })
})

describe('consequences of a kind of question', () => {
  const refusedAt = async (consequences: Consequences) => {
    const questionKinds = [{ ...kinds[0]!, consequences }] as Given[]
    const answer = await panel.call('body.set-questions', { bodyId: panel.bodyId, questionKinds })
    return answer.ok ? 'not refused' : answer.error.fields?.[0]?.field
  }
  const date = (key: string, more = {}) => ({
    kind: 'date' as const,
    key,
    label: key,
    count: { workingDays: 5, after: 'meeting' },
    ...more,
  })

  test.each<[string, Consequences, string]>([
    ['a date twice', [date('a'), date('a')], '1.key'],
    [
      'a date counted from one that comes later',
      [date('a', { count: { workingDays: 1, after: 'b' } }), date('b')],
      '0.count.after',
    ],
    ['a date that is neither counted nor given', [date('a', { count: null })], '0.count'],
    [
      'two stages for one result',
      [
        { kind: 'stage', stage: 'raised' },
        { kind: 'stage', stage: 'workgroup' },
      ],
      '1.when',
    ],
    [
      'a place in the detail that is no date',
      [{ kind: 'stage', stage: 'raised', stageDetail: 'until {x}' }],
      '0.stageDetail',
    ],
    ['a stage that the code has not', [{ kind: 'stage', stage: 'elsewhere' }], '0.stage'],
  ])('refuse %s', async (_what, consequences, field) => {
    expect(await refusedAt(consequences)).toBe(`questionKinds.0.consequences.${field}`)
  })
})
