import { describe, expect, test } from 'vitest'
import { makeDesk, type Desk } from './desk.ts'

async function listed(desk: Desk, itemId: string, ...titles: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const title of titles) ids.push((await desk.must('agenda.add-paper', { itemId, title })).paperId)
  return ids
}

describe('the papers of an item', () => {
  test('are changed, moved within it and to another item, and taken off; each can be undone', async () => {
    const desk = await makeDesk()
    const [one, two] = [await desk.itemId('Modification 0620'), await desk.itemId('Modification 0621')]
    const [a = '', b = ''] = await listed(desk, one, 'A', 'B')
    const titles = async (itemId: string) => (await desk.papersOf(itemId)).map(({ title }) => title)
    const item = await desk.must('paper.move', { paperId: b, itemId: one, beforeId: a })
    expect(item.papers.map(({ title }) => title)).toEqual(['Modification 0620 v1.0', 'B', 'A'])
    await desk.must('paper.move', { paperId: a, itemId: two, beforeId: null })
    expect(await titles(one)).toEqual(['Modification 0620 v1.0', 'B'])
    expect(await titles(two)).toEqual(['Modification 0621 v1.0', 'A'])
    const changed = await desk.must('paper.change', { paperId: b, title: 'B2', reference: '199/7' })
    expect(changed.papers[1]).toMatchObject({ title: 'B2', reference: '199/7', receivedOn: null })
    const removed = await desk.must('paper.remove', { paperId: b })
    expect(removed.papers).toHaveLength(1)
    const summaries: string[] = []
    for (let step = 0; step < 4; step += 1) summaries.push((await desk.must('history.undo', {})).summary)
    expect(summaries).toEqual([
      'paper 199/7 taken off 0620',
      'paper “B” changed',
      'paper “A” moved to 0621',
      'paper “B” moved',
    ])
    expect(await titles(one)).toEqual(['Modification 0620 v1.0', 'A', 'B'])
  })

  test('cannot be moved where they cannot stand; nothing is changed then', async () => {
    const desk = await makeDesk()
    const itemId = await desk.itemId('Modification 0620')
    const other = await desk.itemId('Modification 0621')
    const [paperId = ''] = await listed(desk, itemId, 'A')
    const [elsewhere] = await desk.papersOf(other)
    const { meetings } = await desk.must('meeting.list', {})
    const strange = await desk.must('meeting.read', {
      meetingId: meetings.find(({ id, items }) => id !== desk.meetingId && items > 0)?.id ?? '',
    })
    const before = await desk.papersOf(itemId)
    const move = (input: { itemId: string; beforeId: string | null }) =>
      desk.refused('paper.move', { paperId, ...input })
    expect(await move({ itemId: strange.agenda[0]?.id ?? '', beforeId: null })).toBe('bad-input')
    expect(await move({ itemId, beforeId: paperId })).toBe('bad-input')
    expect(await move({ itemId, beforeId: elsewhere?.id ?? '' })).toBe('bad-input')
    expect(await move({ itemId: 'nobody', beforeId: null })).toBe('not-found')
    expect(await desk.papersOf(itemId)).toEqual(before)
  })

  test('are listed for the meeting in the order of its agenda, with what is still to be seen to', async () => {
    const desk = await makeDesk()
    const { papers, deadline, sentence } = await desk.must('paper.list', { meetingId: desk.meetingId })
    expect(papers.map(({ itemLabel, title, isLate }) => [itemLabel, title, isLate])).toMatchInlineSnapshot(`
      [
        [
          "199.6 (a)",
          "Modification 0620 v1.0",
          false,
        ],
        [
          "199.6 (b)",
          "Modification 0621 v1.0",
          true,
        ],
        [
          "199.9 (a)",
          "Workgroup report 0618 v1.0",
          false,
        ],
        [
          "199.12 (a)",
          "Final Modification Report 0615S v2.0",
          true,
        ],
        [
          "199.13 (a)",
          "Smart Energy Code update",
          true,
        ],
      ]
    `)
    expect(deadline).toEqual({
      day: '2016-12-05',
      sentence: 'Papers are due Mon 5 Dec 2016, 8 working days before.',
    })
    expect(sentence).toMatchInlineSnapshot(
      `"5 papers: 5 without a file, 3 late, 2 of them not accepted yet."`,
    )
  })
})

describe('whether a paper is late', () => {
  test('follows from the day on which it came in, and moves with the meeting and the body’s rule', async () => {
    const desk = await makeDesk()
    const itemId = await desk.itemId('Modification 0620')
    const isLate = async () => (await desk.papersOf(itemId))[0]?.isLate
    const meetingId = desk.meetingId
    const { body } = await desk.must('meeting.read', { meetingId })
    // Received on 1 December; due on 5 December.
    expect(await isLate()).toBe(false)
    await desk.must('meeting.change', { meetingId, startsOn: '2016-12-13', endsOn: '2016-12-13' })
    expect(await isLate()).toBe(false)
    await desk.must('meeting.change', { meetingId, startsOn: '2016-12-09', endsOn: '2016-12-09' })
    expect(await isLate()).toBe(true)
    await desk.must('body.change', { bodyId: body.id, paperDeadlineDays: 6 })
    expect(await isLate()).toBe(false)
  })

  test('names the bank holidays, and is said of the day itself', async () => {
    const desk = await makeDesk()
    const meetingId = desk.meetingId
    const sentence = async () => (await desk.must('meeting.read', { meetingId })).paperDeadline
    await desk.must('meeting.change', { meetingId, startsOn: '2017-01-05', endsOn: '2017-01-05' })
    expect(await sentence()).toEqual({
      day: '2016-12-21',
      sentence:
        'Papers are due Wed 21 Dec 2016, 8 working days before; 26 Dec, 27 Dec and 2 Jan are bank holidays.',
    })
    const { body } = await desk.must('meeting.read', { meetingId })
    await desk.must('body.change', { bodyId: body.id, paperDeadlineDays: 0 })
    expect(await sentence()).toEqual({
      day: '2017-01-05',
      sentence: 'Papers are due Thu 5 Jan 2017, the day of the meeting.',
    })
  })

  test('is what the secretary said where the day is not known', async () => {
    const desk = await makeDesk()
    const itemId = await desk.itemId('Modification 0620')
    const { paperId } = await desk.must('agenda.add-paper', { itemId, title: 'Letter', isLate: true })
    const paper = async () => (await desk.papersOf(itemId)).at(-1)
    expect(await paper()).toMatchObject({
      isLate: true,
      lateWords: 'late; how that was accepted is not recorded',
    })
    await desk.must('paper.change', { paperId, receivedOn: '2016-12-02' })
    expect(await paper()).toMatchObject({ isLate: false, lateWords: '' })
    await desk.must('paper.change', {
      paperId,
      receivedOn: '2016-12-06',
      lateAcceptance: 'accepted by the chair',
    })
    expect(await paper()).toMatchObject({
      isLate: true,
      needsAcceptance: false,
      lateWords: 'late, received Tue 6 Dec 2016: accepted by the chair',
    })
  })

  test('is found before closing unless its acceptance, or that of its item, is recorded', async () => {
    const desk = await makeDesk()
    const itemId = await desk.itemId('Modification 0620')
    const found = async () =>
      (await desk.must('meeting.check', { meetingId: desk.meetingId })).findings
        .filter((finding) => finding.kind === 'late-without-acceptance' && finding.itemId === itemId)
        .map(({ sentence }) => sentence)
    expect(await found()).toEqual([])
    const { paperId } = await desk.must('agenda.add-paper', {
      itemId,
      title: 'Letter',
      receivedOn: '2016-12-13',
    })
    expect(await found()).toEqual([
      expect.stringMatching(/The paper “Letter” came late, and it is not recorded how that was accepted\.$/),
    ])
    await desk.must('agenda.change', { itemId, isLate: true, lateAcceptance: 'taken by leave of the Panel' })
    expect(await found()).toEqual([])
    await desk.must('agenda.change', { itemId, isLate: false, lateAcceptance: '' })
    await desk.must('paper.change', { paperId, lateAcceptance: 'taken by leave of the Panel' })
    expect(await found()).toEqual([])
  })
})

test('the minutes say which papers there were and how late ones were accepted, and the record pins their files', async () => {
  const desk = await makeDesk()
  const itemId = await desk.itemId('Modification 0620')
  const paper = await desk.attach(itemId, 'letter.pdf', 'a letter')
  await desk.must('paper.change', {
    paperId: paper.id,
    reference: '199/9',
    lateAcceptance: 'accepted by the Panel at short notice',
  })
  const minutes = await desk.must('document.read', { document: 'minutes', meetingId: desk.meetingId })
  expect(JSON.stringify(minutes.model)).toContain(
    '199/9 letter (late, received Thu 15 Dec 2016, accepted by the Panel at short notice)',
  )
  const agenda = await desk.must('document.read', { document: 'agenda', meetingId: desk.meetingId })
  expect(JSON.stringify(agenda.model)).toContain(
    'Paper: 199/9 letter (late, received Thu 15 Dec 2016, accepted by the Panel at short notice)',
  )
  desk.lay('letter.pdf', 'a letter, amended')
  await desk.must('paper.attach', { paperId: paper.id })
  const after = await desk.must('document.read', { document: 'minutes', meetingId: desk.meetingId })
  expect(after.recordHash).not.toBe(minutes.recordHash)
})
