import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeCirculating, type Circulating, type Sent } from './circulating.ts'

let panel: Circulating
let sent: Sent
beforeEach(async () => {
  panel = await makeCirculating()
  sent = await panel.circulate()
})
afterEach(() => panel.close())

const words =
  'The Test Panel ratified the written resolution WR1 of 12 December 2016: 0621A: yes, by unanimous vote in favour'

const ratify = (more: { itemId?: string; questionId?: string; text?: string } = {}) => ({
  itemId: panel.items.other,
  questionId: sent.questionId,
  ...more,
})
/** Meeting 199 is open, and the resolution carried. */
const ready = async () => {
  await sent.carry()
  panel.setNow('2016-12-15T10:30:00.000+00:00')
  await panel.openMeeting()
}

describe('resolution.ratify', () => {
  it('writes a determination without vote at the item, about the proposal of the resolution', async () => {
    await ready()
    const item = await panel.must('resolution.ratify', ratify())
    expect(item.determinations).toMatchObject([
      {
        kind: 'ratification',
        text: words,
        isStale: false,
        decisionMaker: 'body',
        ratifies: {
          questionId: sent.questionId,
          meetingId: sent.meetingId,
          itemId: sent.itemId,
          number: 'WR1',
        },
      },
    ])
    const ratification = {
      meetingId: panel.meetingId,
      meeting: '199',
      itemId: panel.items.other,
      item: '199.2 (b)',
      on: '2016-12-15',
      text: words,
      isStale: false,
    }
    expect((await sent.question()).ratification).toMatchObject(ratification)
    expect(await sent.listed()).toMatchObject({ state: 'ratified', ratification })
    const { votes, determinations } = await panel.must('proposal.read', { proposalId: panel.proposalId })
    expect(votes.map(({ meeting }) => meeting)).toEqual([
      'Test Panel written resolution WR1, 12 December 2016',
    ])
    expect(determinations.map(({ meeting, text }) => [meeting, text])).toEqual([
      ['Test Panel 199, 15 December 2016', words],
    ])
  })

  it('is what the list of the body has waiting, until it is done or undone', async () => {
    await ready()
    const waiting = async () => {
      const { resolutions } = await panel.must('resolution.list', {
        bodyId: panel.bodyId,
        state: 'to-ratify',
      })
      return resolutions.map(({ number }) => number)
    }
    expect(await waiting()).toEqual(['WR1'])
    await panel.must('resolution.ratify', ratify())
    expect(await waiting()).toEqual([])
    await panel.must('history.undo', {})
    expect(await waiting()).toEqual(['WR1'])
    expect((await panel.item(panel.items.other)).determinations).toEqual([])
    await panel.must('history.redo', {})
    expect((await sent.question()).ratification?.meeting).toBe('199')
  })

  it('takes the words of the determination, or words of its own', async () => {
    await ready()
    await panel.must('determination.write', {
      itemId: sent.itemId,
      questionId: sent.questionId,
      text: 'Charging is to be extended',
    })
    const { determinations } = await panel.must('resolution.ratify', ratify())
    expect(determinations[0]?.text).toBe(
      'The Test Panel ratified the written resolution WR1 of 12 December 2016: Charging is to be extended',
    )
    await panel.must('history.undo', {})
    const own = await panel.must('resolution.ratify', ratify({ text: 'WR1 is ratified as it went round.' }))
    expect(own.determinations).toMatchObject([
      {
        text: 'WR1 is ratified as it went round.',
        isStale: false,
        composedNow: expect.stringContaining('WR1') as string,
      },
    ])
  })

  it('is taken back like any determination, and holds what it rests on meanwhile', async () => {
    const reason = 'Too early.'
    await ready()
    await panel.must('determination.write', { itemId: sent.itemId, questionId: sent.questionId })
    const { determinations } = await panel.must('resolution.ratify', ratify())
    const decided = (await sent.question()).determination?.id ?? ''
    expect(await panel.refused('determination.take-back', { determinationId: decided, reason })).toBe(
      'conflict',
    )
    await panel.must('determination.take-back', {
      determinationId: determinations[0]?.id ?? '',
      reason,
    })
    expect((await sent.question()).ratification).toBeNull()
    await panel.must('determination.take-back', { determinationId: decided, reason })
  })

  it('keeps a resolution that was ratified from being withdrawn', async () => {
    await ready()
    await panel.must('resolution.ratify', ratify())
    const input = { questionId: sent.questionId, reason: 'A mistake' }
    expect(await panel.refused('question.withdraw', input)).toBe('conflict')
  })

  it('says so where the vote is corrected afterwards and is not carried any more', async () => {
    await ready()
    await panel.must('resolution.ratify', ratify())
    for (const initials of ['AB', 'CD']) {
      await panel.must('vote.correct', {
        questionId: sent.questionId,
        initials,
        value: 'against',
        reason: 'Misread.',
      })
    }
    expect(await sent.listed()).toMatchObject({ state: 'ratified', ratification: { isStale: true } })
    expect((await sent.question()).ratification).toMatchObject({ isStale: true })
    const { determinations } = await panel.item(panel.items.other)
    expect(determinations[0]).toMatchObject({ text: words, isStale: true, composedNow: '' })
  })

  it('is refused a second time, naming where it was done', async () => {
    await ready()
    await panel.must('resolution.ratify', ratify())
    const answer = await panel.call('resolution.ratify', ratify({ itemId: panel.items.p }))
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'already-exists',
        message: 'WR1 was ratified already, at meeting 199 (199.2 (b)).',
      },
    })
  })

  it('waits for the meeting to be open', async () => {
    await sent.carry()
    expect(await panel.refused('resolution.ratify', ratify())).toBe('meeting-not-open')
    await panel.openMeeting()
    await panel.must('meeting.close', { meetingId: panel.meetingId })
    expect(await panel.refused('resolution.ratify', ratify())).toBe('meeting-closed')
  })

  it('waits for the vote to be in, and closed', async () => {
    await panel.openMeeting()
    expect(await panel.refused('resolution.ratify', ratify())).toBe('vote-open')
    await sent.record('rest for')
    const answer = await panel.call('resolution.ratify', ratify())
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'vote-open', message: 'The vote on WR1 has not been closed yet.' },
    })
    await panel.must('vote.close', { questionId: sent.questionId })
    await panel.must('resolution.ratify', ratify())
  })

  it('is for what was carried, and not withdrawn', async () => {
    await panel.openMeeting()
    await sent.record('rest against')
    await panel.must('vote.close', { questionId: sent.questionId })
    expect(await sent.listed()).toMatchObject({ state: 'decided' })
    expect(await panel.call('resolution.ratify', ratify())).toMatchObject({
      ok: false,
      error: { code: 'bad-input', fields: [{ field: 'questionId' }] },
    })
    const other = await panel.circulate()
    await panel.must('question.withdraw', { questionId: other.questionId, reason: 'A mistake' })
    expect(await panel.refused('resolution.ratify', ratify({ questionId: other.questionId }))).toBe(
      'vote-closed',
    )
  })

  it('is for resolutions of the body, at its meetings, and for no other question', async () => {
    await ready()
    await panel.arrive('AB CD EF KL MN')
    const put = await panel.put('exercisable')
    expect(await panel.refused('resolution.ratify', ratify({ questionId: put }))).toBe('bad-input')
    expect(await panel.refused('resolution.ratify', ratify({ itemId: sent.itemId }))).toBe('bad-input')
    const second = await panel.circulate()
    expect(await panel.refused('resolution.ratify', ratify({ itemId: second.itemId }))).toBe('bad-input')
    const { id: bodyId } = await panel.must('body.create', {
      name: 'Other',
      shortName: 'OTH',
      kind: 'committee',
    })
    const created = await panel.must('meeting.create', {
      bodyId,
      startsOn: '2016-12-15',
      fromTemplate: false,
    })
    const { itemId } = await panel.must('agenda.add', { meetingId: created.id, title: 'Ratification' })
    await panel.must('meeting.open', { meetingId: created.id })
    expect(await panel.call('resolution.ratify', ratify({ itemId }))).toMatchObject({
      ok: false,
      error: {
        code: 'bad-input',
        message: 'WR1 is a resolution of the Test Panel, which ratifies it itself.',
      },
    })
    for (const wrong of [ratify({ questionId: 'nothing' }), ratify({ itemId: 'nothing' })]) {
      expect(await panel.refused('resolution.ratify', wrong)).toBe('not-found')
    }
  })
})

describe('the check before closing', () => {
  const kinds = async (meetingId: string) => {
    const { findings } = await panel.must('meeting.check', { meetingId })
    return findings.map(({ kind }) => kind)
  }

  it('asks nothing of a resolution that only a room could answer', async () => {
    await sent.record('rest against')
    await panel.must('vote.close', { questionId: sent.questionId })
    await panel.must('note.write', { itemId: sent.itemId, text: 'GU had asked for it.' })
    expect(await kinds(sent.meetingId)).toEqual(['no-determination'])
    await panel.must('determination.write', { itemId: sent.itemId, questionId: sent.questionId })
    expect(await kinds(sent.meetingId)).toEqual([])
  })

  it('says that a carried one is to be ratified, there and at the meeting that could do it', async () => {
    await ready()
    await panel.must('determination.write', { itemId: sent.itemId, questionId: sent.questionId })
    expect(await kinds(sent.meetingId)).toEqual(['not-ratified'])
    expect(await kinds(panel.meetingId)).toContain('not-ratified')
    await panel.must('resolution.ratify', ratify())
    expect(await kinds(sent.meetingId)).toEqual([])
    expect(await kinds(panel.meetingId)).not.toContain('not-ratified')
  })

  it('does not ask a meeting for what went round after it', async () => {
    await panel.openMeeting()
    panel.setNow('2016-12-19T10:00:00.000+00:00')
    const later = await panel.circulate({ deadline: '2017-01-10T17:00:00.000+00:00' })
    await later.carry()
    expect(await kinds(panel.meetingId)).not.toContain('not-ratified')
  })

  it('still waits for positions', async () => {
    expect(await kinds(sent.meetingId)).toEqual(['open-vote'])
    expect(await panel.refused('meeting.close', { meetingId: sent.meetingId })).toBe('vote-open')
  })
})
