import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { CallInput } from '../../../core/contract/calls.ts'
import {
  about,
  body,
  book,
  file,
  item,
  meeting,
  meetingId,
  proposal,
  reasons,
  suggested,
  unc,
  useJanuary,
} from './january.ts'

useJanuary()

describe('what the register has for a meeting', () => {
  test('is what waits by its day, in the order of the agenda and each with its reason', async () => {
    expect(await reasons()).toEqual([
      '200.4 Minutes of meeting 197: minutes of 197 still to approve',
      '200.4 Minutes of meeting 198: minutes of 198 still to approve',
      '200.4 Minutes of meeting 199: minutes of 199 still to approve',
      '200.4 Review of actions: 4 open actions, 3 due by this meeting',
      '200.9 Modification 0618: report due 19 Jan; deferred at 199, 199.9 (a): The report is not ready',
    ])
    expect(await about('0618')).toMatchObject({
      kind: 'workgroup-reports',
      purpose: 'decision',
      // From the item that was deferred.
      plannedMinutes: 20,
      presenter: 'Workgroup chair',
      section: { label: '200.9', title: 'Workgroup reports for consideration' },
    })
    expect((await book.must('agenda.suggest', { meetingId })).sentence).toBe(
      '5 matters wait for this meeting and are not on its agenda.',
    )
  })

  test('shares the minutes of a section among what stands in it', async () => {
    // The section has six minutes.
    expect((await suggested()).slice(0, 4).map(({ plannedMinutes }) => plannedMinutes)).toEqual([2, 2, 2, 2])
    await book.must('agenda.add', {
      meetingId,
      title: 'Membership',
      parentId: await item(meetingId, 'Minutes and actions of the last meeting'),
    })
    await book.must('agenda.change', {
      itemId: await item(meetingId, 'Minutes and actions of the last meeting'),
      plannedMinutes: 30,
    })
    expect((await suggested())[0]?.plannedMinutes).toBe(6)
  })

  test('has the new proposals, the urgent and the varied ones, each in its section', async () => {
    await proposal('0622', { raisedOn: '2017-01-05', proposer: 'Shipper, large' })
    await proposal('0623', { raisedOn: '2017-01-20' })
    await proposal('0624', { raisedOn: '2016-12-20', isUrgent: true })
    await proposal('0621AV')
    await proposal('0625', { stage: 'implemented' })
    await proposal('0626', { stage: 'workgroup' })
    expect((await reasons()).filter((words) => words.includes('considered'))).toEqual([
      '200.5 Modification 0624: urgent, raised 20 Dec 2016, not considered yet',
      '200.6 Modification 0622: raised 5 Jan, not considered yet',
      '200.11 Modification 0621AV: varied, not considered yet',
    ])
    expect(await about('0622')).toMatchObject({
      kind: 'new-proposals',
      presenter: 'Shipper, large',
      plannedMinutes: 30,
    })
  })

  test('has no proposal that another meeting of the body has on its agenda, whenever that is', async () => {
    const proposalId = await proposal('0622')
    const later = await book.must('meeting.create', { bodyId: unc.bodyId, startsOn: '2017-02-16' })
    expect(await about('0622')).toBeDefined()
    await book.must('agenda.add', { meetingId: later.id, title: 'Modification 0622', proposalId })
    expect(await about('0622')).toBeUndefined()
  })

  test('has a report on its day and no earlier, and one that was missed as a matter of its date', async () => {
    const january = { stage: 'workgroup', stageSince: '2016-11-01' }
    await proposal('0630', { ...january, reportingOn: '2017-01-19' })
    await proposal('0631', { ...january, reportingOn: '2017-01-20' })
    await proposal('0632', { ...january, reportingOn: '2016-12-15' })
    // A stage that came after the day says that the report was dealt with.
    await proposal('0633', { stage: 'workgroup', stageSince: '2017-01-02', reportingOn: '2016-12-16' })
    expect(await about('0630')).toMatchObject({ kind: 'workgroup-reports', reason: 'report due 19 Jan' })
    expect(await about('0631')).toBeUndefined()
    expect(await about('0632')).toMatchObject({
      kind: 'reporting-dates',
      reason: 'report was due 15 Dec 2016 and has not come',
      section: { label: '200.10' },
    })
    expect(await about('0633')).toBeUndefined()
  })

  test('has what is presented by the workgroup that has it', async () => {
    const { id: workgroupId } = await book.must('workgroup.add', {
      codeId: unc.codeId,
      shortName: '0630',
      name: 'Workgroup 0630',
    })
    await proposal('0630', {
      stage: 'workgroup',
      stageSince: '2016-11-01',
      workgroupId,
      reportingOn: '2017-01-19',
    })
    expect((await about('0630'))?.presenter).toBe('Workgroup 0630')
  })

  test('has a final report once the consultation has closed, and not on its last day', async () => {
    const proposalId = await proposal('0640', { stage: 'consultation', stageSince: '2016-12-01' })
    await book.must('proposal.add-consultation', { proposalId, name: 'Consultation', closesOn: '2017-01-19' })
    expect(await about('0640')).toBeUndefined()
    await book.must('proposal.change', { proposalId, consultationClosesOn: '2017-01-18' })
    expect(await about('0640')).toMatchObject({
      kind: 'final-reports',
      reason: 'consultation closed 18 Jan',
      section: { title: 'Final modification reports' },
    })
    await book.must('proposal.change', { proposalId, implementationOn: '2017-06-01' })
    expect(await about('0640')).toBeUndefined()
  })

  test('has what assessments are late, together in one item', async () => {
    const proposalId = await proposal('0650', { stage: 'workgroup', stageSince: '2016-11-01' })
    const ask = (kind: string, dueOn: string, receivedOn: string | null) =>
      book.must('proposal.add-assessment', { proposalId, kind, dueOn, receivedOn })
    await ask('Cost estimate', '2017-01-12', null)
    await ask('Legal text', '2017-01-06', null)
    await ask('View of the networks', '2017-01-06', '2017-01-05')
    await ask('Model', '2017-02-01', null)
    expect(await about('0650')).toMatchObject({
      kind: 'reporting-dates',
      reason: 'Legal text due 6 Jan, not received; Cost estimate due 12 Jan, not received',
    })
  })

  test('has the items that were put off and have found no meeting since', async () => {
    const proposalId = await proposal('0660', { stage: 'workgroup', stageSince: '2016-11-01' })
    const returned = await proposal('0661', { stage: 'workgroup', stageSince: '2016-11-01' })
    const february = (await book.must('meeting.create', { bodyId: unc.bodyId, startsOn: '2017-02-16' })).id
    const add = async (title: string, more: Partial<CallInput<'agenda.add'>>) =>
      (await book.must('agenda.add', { meetingId, title, ...more })).itemId
    const deferred = await add('Modification 0660', { kind: 'new-proposals', proposalId, plannedMinutes: 11 })
    const sentBack = await add('Modification 0661', { kind: 'workgroup-reports', proposalId: returned })
    const unreached = await add('Membership', { kind: 'general', purpose: 'discussion', plannedMinutes: 7 })
    const outcome = (itemId: string, what: 'deferred' | 'not-reached' | 'returned', reason = '') =>
      book.must('agenda.set-outcome', { itemId, outcome: what, reason })
    await outcome(deferred, 'deferred', 'awaiting legal text')
    await outcome(sentBack, 'returned')
    await outcome(unreached, 'not-reached', 'for want of time')
    const found = (await suggested(february)).filter(({ reason }) => reason.includes(' at 200'))
    expect(found).toMatchObject([
      {
        title: 'Modification 0660',
        kind: 'reconsideration',
        plannedMinutes: 11,
        section: { title: 'Existing modifications for reconsideration' },
        reason: 'deferred at 200 (200.15): awaiting legal text',
      },
      { title: 'Modification 0661', reason: 'returned with questions at 200 (200.16)' },
      {
        title: 'Membership',
        kind: 'general',
        purpose: 'discussion',
        plannedMinutes: 7,
        section: null,
        proposal: null,
        reason: 'not reached at 200 (200.17): for want of time',
      },
    ])
    // Once another agenda has it, whether by its proposal or by its title, nothing waits any more.
    await book.must('agenda.add', { meetingId: february, title: '  membership ' })
    await book.must('agenda.add', { meetingId: february, title: 'Again', proposalId })
    const march = (await book.must('meeting.create', { bodyId: unc.bodyId, startsOn: '2017-03-16' })).id
    for (const id of [february, march]) {
      const left = (await suggested(id)).filter(({ reason }) => reason.includes(' at 200'))
      expect(left.map(({ title }) => title)).toEqual(['Modification 0661'])
    }
    await book.must('proposal.move-stage', {
      proposalId: returned,
      stage: 'withdrawn',
      on: '2017-01-20',
      reason: 'By its proposer.',
    })
    expect(await about('0661', march)).toBeUndefined()
  })

  test('takes a deferred proposal as what it was where the agenda has no place for reconsideration', async () => {
    const proposalId = await proposal('0660', { stage: 'workgroup', stageSince: '2016-11-01' })
    const february = (await book.must('meeting.create', { bodyId: unc.bodyId, startsOn: '2017-02-16' })).id
    const { itemId } = await book.must('agenda.add', {
      meetingId,
      title: 'Modification 0660',
      kind: 'new-proposals',
      proposalId,
    })
    await book.must('agenda.set-outcome', { itemId, outcome: 'deferred' })
    await book.must('agenda.remove', {
      itemId: await item(february, 'Existing modifications for reconsideration'),
    })
    expect(await about('0660', february)).toMatchObject({
      kind: 'new-proposals',
      section: { title: 'Consider new, non-urgent modifications' },
    })
  })

  test('has no minutes that are approved or that an item names already', async () => {
    const january = (await book.must('meeting.list', {})).meetings.find(({ number }) => number === '197')!
    const outside = new Database(file)
    outside.prepare(`UPDATE minutes_version SET status = 'approved' WHERE meeting_id = ?`).run(january.id)
    outside.close()
    await book.must('agenda.change', {
      itemId: await item(meetingId, 'Minutes and actions of the last meeting'),
      title: 'Minutes of 199, and actions',
    })
    const minutes = (await suggested()).filter(({ kind }) => kind === 'minutes')
    expect(minutes.map(({ title }) => title)).toEqual(['Minutes of meeting 198'])
  })

  test('has the written resolutions that were carried and wait to be ratified', async () => {
    book.setNow('2017-01-03T09:00:00.000+00:00')
    const proposalId = await proposal('0670')
    const { questionId, meetingId: resolutionId } = await book.must('resolution.circulate', {
      bodyId: unc.bodyId,
      kind: 'self-governance',
      proposalId,
      deadline: '2017-01-17T17:00:00.000+00:00',
    })
    const found = async () => (await suggested()).filter(({ key }) => key.startsWith('resolution:'))
    expect(await found()).toEqual([])
    await book.must('vote.record-many', { questionId, rest: 'for' })
    await book.must('vote.close', { questionId })
    expect(await found()).toMatchObject([
      {
        kind: 'general',
        purpose: 'decision',
        title: 'Ratification of WR1: 0670 About 0670',
        reason: 'written resolution WR1 carried, still to ratify',
        section: { label: '200.4' },
      },
    ])
    // A vote outside a meeting has considered it as well; and a resolution has no agenda to fill.
    expect(await about('0670')).toBeUndefined()
    const ofResolution = await book.must('agenda.suggest', { meetingId: resolutionId })
    expect(ofResolution.sentence).toBe('A written resolution has no agenda to fill.')
    const { itemIds } = await book.must('agenda.add-suggested', {
      meetingId,
      keys: [`resolution:${questionId}`],
    })
    expect(await found()).toEqual([])
    await book.must('agenda.remove', { itemId: itemIds[0]! })
    await book.must('meeting.open', { meetingId })
    const { itemId } = await book.must('agenda.add', { meetingId, title: 'Resolutions' })
    await book.must('resolution.ratify', { itemId, questionId })
    expect(await found()).toEqual([])
  })

  test('leaves the actions to the item that the agenda has for them', async () => {
    await book.must('agenda.add', { meetingId, title: 'Actions', kind: 'actions' })
    expect((await suggested()).filter(({ kind }) => kind === 'actions')).toEqual([])
  })

  test('goes to that body of a code which usually considers such things', async () => {
    const panel = await body('SEC Panel')
    const board = await body('Change Board')
    const at = async (bodyId: string) =>
      (await book.must('meeting.create', { bodyId, startsOn: '2017-01-19', number: 'X' })).id
    const [ofPanel, ofBoard] = [await at(panel.bodyId), await at(board.bodyId)]
    const add = async (reference: string, more: Partial<CallInput<'proposal.add'>>) =>
      proposal(reference, { codeId: panel.codeId, ...more })
    await add('SECMP0026', { raisedOn: '2017-01-03' })
    // Neither has a place for urgent ones; they go where new ones go.
    await add('SECMP0027', { raisedOn: '2017-01-03', isUrgent: true })
    await add('SECMP0028', { stage: 'modification-report', consultationClosesOn: '2017-01-10' })
    const titles = async (id: string) =>
      (await suggested(id)).flatMap(({ proposal: found, section, title }) =>
        found === null ? [] : [`${section?.title ?? 'top'}: ${title}`],
      )
    expect(await titles(ofPanel)).toEqual([
      'New Modification Proposals: Initial Modification Reports: SECMP0027',
      'New Modification Proposals: Initial Modification Reports: SECMP0026',
      'Modification Status Report and timetables: SECMP0010',
    ])
    expect(await titles(ofBoard)).toEqual(['Modification Proposals for vote: SECMP0028'])
  })

  test('is nothing, in a sentence, for a meeting that is over, and where nothing waits', async () => {
    const closed = await book.must('agenda.suggest', { meetingId: await meeting('199') })
    expect(closed).toEqual({ suggestions: [], sentence: 'The meeting is closed and its agenda is final.' })
    const committee = await book.must('body.create', { profile: 'generic-committee' })
    const first = await book.must('meeting.create', { bodyId: committee.id, startsOn: '2017-01-19' })
    expect(await book.must('agenda.suggest', { meetingId: first.id })).toEqual({
      suggestions: [],
      sentence: 'Nothing in the register waits for this meeting that is not on its agenda.',
    })
    expect(await book.refused('agenda.add-suggested', { meetingId: first.id })).toBe('already-exists')
    expect(await book.refused('agenda.suggest', { meetingId: 'none' })).toBe('not-found')
  })
})
