import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedProfiles } from '../../../core/bodies/shipped-profiles.ts'
import type { CallOutput } from '../../../core/contract/calls.ts'
import { composeDetermination } from '../../../core/voting/determination.ts'
import { evaluate } from '../../../core/voting/evaluate.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'

let book: TestCore
beforeAll(async () => {
  book = await makeCore()
})
afterAll(() => book.close())

type Body = CallOutput<'body.read'>

/** One member for each seat, all of them in the room of an open meeting with a proposal on its agenda. */
async function sit(body: Body): Promise<string> {
  const { must } = book
  const personIds: string[] = []
  for (const [index, seat] of body.seats.entries()) {
    const { id } = await must('person.add', {
      name: `Member ${index + 1} of ${body.shortName}`,
      initials: `M${index + 1}`,
    })
    await must('body.add-member', { bodyId: body.id, personId: id, role: 'member', seatId: seat.id })
    personIds.push(id)
  }
  const { id: meetingId } = await must('meeting.create', {
    bodyId: body.id,
    number: '1',
    startsOn: '2016-12-15',
  })
  await must('attendance.record-many', { meetingId, personIds, presence: 'present' })
  await must('meeting.open', { meetingId })
  const code = (await must('code.list', {})).codes.find(({ id }) => id === body.codeId)
  const proposal =
    code === undefined
      ? {}
      : {
          proposalId: (
            await must('proposal.add', {
              codeId: code.id,
              reference: `${code.referencePrefix}${body.shortName.length + 100}`,
              title: `A proposal for ${body.shortName}`,
            })
          ).id,
        }
  return (await must('agenda.add', { meetingId, title: 'A proposal', ...proposal })).itemId
}

const options = [
  { key: 'original', label: 'Original' },
  { key: 'a', label: 'A' },
  { key: 'b', label: 'B' },
]

describe.each(shippedProfiles())('$key', (profile) => {
  test('is created whole, and a vote can be taken with each of its questions', async () => {
    const { must } = book
    const body = await must('body.create', { profile: profile.key })
    expect(body.seats).toHaveLength(profile.seats.length)
    expect(body.constituencies.map(({ shortName }) => shortName)).toEqual(
      profile.constituencies.map(({ shortName }) => shortName),
    )
    expect(body.questionRules).toHaveLength(profile.questionKinds.length)
    const itemId = await sit(body)
    for (const kind of profile.questionKinds) {
      const isPreference = kind.rule.kind === 'preference'
      const { questionId } = await must('question.put', {
        itemId,
        kind: kind.key,
        ...(isPreference ? { options } : {}),
      })
      const item = await must('vote.record-many', {
        questionId,
        rest: 'for',
        ...(isPreference ? { restOption: 'a' } : {}),
      })
      const round = item.questions.find(({ id }) => id === questionId)?.round
      expect(round, kind.key).toMatchObject({ isIndicative: false, evaluation: { verdict: 'carried' } })
      const isByConstituency = kind.rule.kind.endsWith('-by-constituency')
      expect(round?.evaluation.byConstituency?.map(({ constituency }) => constituency) ?? null).toEqual(
        isByConstituency ? profile.constituencies.map(({ name }) => name) : null,
      )
      expect(round?.result, kind.key).not.toBe('')
      await must('determination.write', { itemId, questionId })
    }
    const { questions } = await must('agenda.read', { itemId })
    expect(questions.map(({ determination }) => determination?.text)).not.toContain('')
    expect(questions).toHaveLength(profile.questionKinds.length)
  })

  test('has scripts that can be read on an item of their kind, with branches that can each be taken', async () => {
    const { must } = book
    const body = await must('body.create', { profile: profile.key, name: `${profile.body.name} again` })
    const place = { bodyId: body.id, fromTemplate: false }
    const { id: meetingId } = await must('meeting.create', { ...place, number: '1', startsOn: '2016-12-15' })
    await must('meeting.create', { ...place, number: '2', startsOn: '2017-01-19' })
    await must('meeting.open', { meetingId })
    const { codeId } = body
    const proposalId =
      codeId === null
        ? null
        : (
            await must('proposal.add', {
              codeId,
              reference: String(900 + profile.key.length),
              title: 'Title',
              proposer: 'Party & Co',
            })
          ).id
    const known = { meetingId, presenter: 'Presenter', proposalId }
    const parameters = { workgroup: 'WG1', date: '2017-02-16', closingDate: '2017-01-31' }
    for (const { itemKind } of profile.scripts) {
      const { itemId } = await must('agenda.add', { ...known, title: itemKind, kind: itemKind })
      const { steps, whyNone } = await must('script.read', { itemId, parameters })
      expect(whyNone, itemKind).toBe('')
      expect(steps.flatMap(({ ask }) => ask?.problem ?? [])).toEqual([])
      if (proposalId !== null) expect(steps.map(({ say }) => say).join()).not.toMatch(/[[\]{}]/)
      for (const branch of steps.flatMap((step) => step.branches)) {
        expect(branch.sentence, itemKind).not.toMatch(/[[\]{}]|^\.|undefined/)
        await must('script.take', { itemId, branch: branch.number, parameters })
        const after = await must('script.read', { itemId, parameters })
        const taken = after.steps
          .flatMap((step) => step.branches)
          .find(({ number }) => number === branch.number)
        expect(taken?.taken, `${itemKind} ${branch.label}`).not.toBeNull()
        await must('history.undo', {})
      }
    }
  })

  test('has a phrase for every result, without a hole where a count should be', () => {
    for (const { phrases, rule } of profile.questionKinds) {
      if (rule.kind === 'preference') continue
      for (const position of ['for', 'against', 'abstain'] as const) {
        const seats = profile.seats.map((seat, index) => ({
          id: `s${index}`,
          weight: seat.votes,
          ...(seat.constituency === null ? {} : { constituency: seat.constituency }),
        }))
        const positions = Object.fromEntries(
          seats.map(({ id }, index) => [id, index === 0 ? 'against' : position]),
        )
        const evaluation = evaluate({ rule, seats, positions: positions as Record<string, 'for'> })
        const parameters = { workgroup: '1', date: '2017-01-19', closingDate: '2017-01-20' }
        const text = composeDetermination({ phrases, evaluation, rule, proposal: 'P1', parameters })
        expect(text).not.toMatch(/[[\]{}]|undefined/)
      }
    }
  })

  test('has a phrase for every result of a vote by preference as well', () => {
    const results = [
      ['a', 'a', 'a'],
      ['a', 'a', 'b'],
      ['a', 'b', null],
      [null, null, null],
    ]
    for (const { phrases, rule } of profile.questionKinds.filter((kind) => kind.rule.kind === 'preference')) {
      const texts = results.map((votes) => {
        const evaluation = evaluate({
          rule: { ...rule, options },
          seats: votes.map((_vote, index) => ({ id: `s${index}` })),
          positions: Object.fromEntries(
            votes.map((vote, index) => [`s${index}`, vote === null ? 'abstain' : 'for']),
          ),
          preferences: Object.fromEntries(
            votes.flatMap((vote, index) => (vote === null ? [] : [[`s${index}`, vote]])),
          ),
        })
        return composeDetermination({ phrases, evaluation, rule, proposal: 'P1' })
      })
      expect(texts.join()).not.toMatch(/[[\]{}]|undefined/)
      expect(texts).toEqual([
        'The Panel prefers A, by unanimous vote',
        'The Panel prefers A (Original 0, A 2, B 1)',
        'The Panel prefers no option, A and B sharing the lead (Original 0, A 1, B 1, 1 abstained)',
        'No vote named a preferred option',
      ])
    }
  })
})
