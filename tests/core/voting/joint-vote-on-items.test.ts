import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallInput } from '../../../core/contract/calls.ts'
import { makePanel, type Panel } from '../meetings/panel.ts'
import { grid, jointOf } from './joint-grid.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
  await panel.arrive('AB CD EF KL CH')
  await panel.openMeeting()
})
afterEach(() => panel.close())

type OnItems = CallInput<'joint-vote.put-on-items'>

const onItems = (more: Partial<OnItems> = {}): OnItems => ({
  itemIds: [panel.items.p, panel.items.other],
  kind: 'cast',
  ...more,
})
const undo = async () => (await panel.must('history.state', {})).undo
const refusal = async (input: OnItems) => {
  const before = await undo()
  const answer = await panel.call('joint-vote.put-on-items', input)
  if (answer.ok) throw new Error('was not refused')
  expect(await undo()).toBe(before)
  expect((await panel.item()).questions).toEqual([])
  return answer.error
}

describe('one question on several items', () => {
  test('gives each item an ordinary question with its proposal, and its own vote', async () => {
    const { jointVoteId, item } = await panel.must('joint-vote.put-on-items', onItems())
    expect(item.line.id).toBe(panel.items.p)
    const joint = jointOf(item, jointVoteId)
    expect(joint).toMatchObject({
      itemId: panel.items.p,
      form: 'items',
      title: 'cast on 199.2 (a), (b)',
      kindKey: 'cast',
      ruleName: 'majority of votes cast',
      method: 'roll-call',
      stillToCome: 8,
      options: [],
      objectives: [],
    })
    expect(joint.seats.map(({ initials }) => initials)).toEqual(['AB', 'CD', 'EF', 'KL', 'MN', 'Consumers V'])
    expect(grid(joint)).toEqual(['0621A: ....--', '“Another matter”: ....--'])
    expect(joint.rows.map(({ itemLabel, text }) => [itemLabel, text])).toEqual([
      ['199.2 (a)', 'What of 0621A as to cast?'],
      ['199.2 (b)', 'What of “Another matter” as to cast?'],
    ])
    const other = await panel.item(panel.items.other)
    expect(jointOf(other)).toEqual(joint)
    expect(other.questions).toHaveLength(1)
    expect(other.questions[0]?.joint).toEqual({ id: jointVoteId, option: null, objective: null })
    expect(await undo()).toBe('cast put on 0621A and “Another matter” together')
  })

  test('leaves somebody who is recused from one of them out of that one alone', async () => {
    await panel.must('attendance.declare-interest', {
      itemId: panel.items.other,
      personId: panel.person('AB'),
      kind: 'recused',
    })
    const { item } = await panel.must('joint-vote.put-on-items', onItems())
    expect(grid(jointOf(item))).toEqual(['0621A: ....--', '“Another matter”: r...--'])
  })

  test('is shown in the order of the agenda, in whatever order the items are named', async () => {
    const { item } = await panel.must(
      'joint-vote.put-on-items',
      onItems({ itemIds: [panel.items.other, panel.items.one, panel.items.p], title: ' Two \n lines ' }),
    )
    expect(item.line.id).toBe(panel.items.other)
    const joint = jointOf(item)
    expect(joint.title).toBe('Two lines')
    expect(joint.rows.map(({ itemLabel }) => itemLabel)).toEqual(['199.1', '199.2 (a)', '199.2 (b)'])
    await panel.must('joint-vote.put-on-items', onItems({ itemIds: [panel.items.one, panel.items.other] }))
    expect(jointOf(await panel.item(panel.items.one)).title).toBe('cast on 199.1, 199.2 (b)')
  })

  test('is refused whole, naming the item', async () => {
    const refuse = async (itemIds: string[]) => {
      const { code, fields } = await refusal(onItems({ itemIds }))
      return [code, ...(fields ?? []).map(({ field, problem }) => `${field}: ${problem}`)]
    }
    const { p, other } = panel.items
    expect(await refuse([p])).toEqual(['bad-input', 'itemIds: must name at least two items'])
    expect(await refuse([p, other, p])).toEqual(['bad-input', 'itemIds.2: 0621A is named twice'])
    expect(await refuse([p, 'none'])).toEqual([
      'not-found',
      'itemIds.1: There is no such agenda item in this book.',
    ])
    const next = await panel.must('meeting.create', {
      bodyId: panel.bodyId,
      number: '200',
      startsOn: '2017-01-19',
    })
    expect(await refuse([p, next.agenda[0]?.id ?? ''])).toEqual([
      'bad-input',
      'itemIds.1: “Opening” is an item of another meeting',
    ])
  })

  test('is refused whole where one of the items has no quorum, and taken as an indication there alone', async () => {
    await panel.leave('EF')
    const { bodyId } = panel
    await panel.must('body.change', { bodyId, recusedCountsForQuorum: false })
    await panel.must('attendance.declare-interest', {
      itemId: panel.items.other,
      personId: panel.person('AB'),
      kind: 'recused',
    })
    const { code, fields } = await refusal(onItems())
    expect([code, fields?.[0]?.field]).toEqual(['not-quorate', 'itemIds.1'])
    await panel.must('joint-vote.put-on-items', onItems({ isIndicative: true }))
    const isIndicative = async (itemId: string) => (await panel.item(itemId)).questions[0]?.round.isIndicative
    expect(await isIndicative(panel.items.p)).toBe(false)
    expect(await isIndicative(panel.items.other)).toBe(true)
  })
})
