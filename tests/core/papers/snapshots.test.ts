import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '../../support/temp-folder.ts'
import { sha256Of } from './desk.ts'
import { beginBook, makeSharingDesk } from './two-desks.ts'

const patient = 60_000

function twoDesks() {
  const share = join(tempFolder(), 'the share (“UNC”)')
  mkdirSync(share)
  return { share, ours: makeSharingDesk(share, 'EF'), theirs: makeSharingDesk(share, 'AF') }
}

function attachmentsIn(share: string, snapshotId: string): unknown {
  const manifest = readFileSync(join(share, snapshotId.replace(/panelbook$/, 'json')), 'utf8')
  return (JSON.parse(manifest) as { attachments: unknown }).attachments
}

describe('a snapshot', { timeout: patient }, () => {
  it('carries the papers of the book, and a colleague who takes it over opens them', async () => {
    const { share, ours, theirs } = twoDesks()
    const { itemId } = await beginBook(ours)
    const paperId = await ours.attach(itemId, 'report.pdf', 'the report')
    await ours.attach(itemId, 'letter.docx', 'a letter')
    const published = await ours.must('snapshot.publish', {})
    expect(published.notice).toBe('')
    const both = [sha256Of('the report'), sha256Of('a letter')].toSorted()
    expect(readdirSync(join(share, 'papers')).toSorted()).toEqual(both)
    expect(attachmentsIn(share, published.snapshotId)).toEqual(
      both.map((sha256) => ({ sha256, size: sha256 === sha256Of('a letter') ? 8 : 10 })),
    )
    const taken = await theirs.must('snapshot.take-over', { snapshotId: published.snapshotId })
    expect(taken.notice).toBe('')
    expect(readdirSync(await theirs.papersFolder()).toSorted()).toEqual(both)
    await theirs.must('paper.open', { paperId })
    expect(
      theirs.laptop.viewed.map(({ fileName, bytes }) => [fileName, Buffer.from(bytes).toString()]),
    ).toEqual([['report.pdf', 'the report']])
  })

  it('writes over nothing in the shared folder, and copies only what it lacks', async () => {
    const { share, ours } = twoDesks()
    const { itemId } = await beginBook(ours)
    await ours.attach(itemId, 'report.pdf', 'the report')
    await ours.must('snapshot.publish', {})
    const there = join(share, 'papers', sha256Of('the report'))
    chmodSync(there, 0o644)
    writeFileSync(there, 'THE REPORT')
    await ours.attach(itemId, 'second.pdf', 'a second one')
    const second = await ours.must('snapshot.publish', {})
    expect(readFileSync(there, 'utf8')).toBe('THE REPORT')
    expect(readdirSync(join(share, 'papers'))).toHaveLength(2)
    expect(attachmentsIn(share, second.snapshotId)).toHaveLength(2)
  })

  it('is published without a file that is gone, and says so', async () => {
    const { share, ours, theirs } = twoDesks()
    const { itemId } = await beginBook(ours)
    const paperId = await ours.attach(itemId, 'report.pdf', 'the report')
    rmSync(join(await ours.papersFolder(), sha256Of('the report')))
    const published = await ours.must('snapshot.publish', {})
    expect(published.notice).toMatch(/^The file of 1 paper could not be put into the shared folder/)
    expect(attachmentsIn(share, published.snapshotId)).toEqual([])
    const taken = await theirs.must('snapshot.take-over', { snapshotId: published.snapshotId })
    expect(taken.notice).toMatch(/^The file of 1 paper is not in the shared folder yet\./)
    expect(await theirs.refusal('paper.open', { paperId })).toMatchObject({
      code: 'no-such-file',
      safe: expect.stringContaining('The record of the paper is safe'),
    })
    // It comes later, and is fetched when it is opened.
    writeFileSync(join(share, 'papers', sha256Of('the report')), 'the report')
    expect((await theirs.must('paper.open', { paperId })).kind).toBe('opened')
    expect(readdirSync(await theirs.papersFolder())).toEqual([sha256Of('the report')])
  })

  it('does not bring what is not what its name says', async () => {
    const { share, ours, theirs } = twoDesks()
    const { itemId } = await beginBook(ours)
    const paperId = await ours.attach(itemId, 'report.pdf', 'the report')
    const { snapshotId } = await ours.must('snapshot.publish', {})
    const there = join(share, 'papers', sha256Of('the report'))
    chmodSync(there, 0o644)
    writeFileSync(there, 'THE REPORT')
    expect((await theirs.must('snapshot.take-over', { snapshotId })).notice).not.toBe('')
    expect(readdirSync(await theirs.papersFolder())).toEqual([])
    expect((await theirs.refusal('paper.open', { paperId })).code).toBe('no-such-file')
    expect(theirs.laptop.viewed).toEqual([])
  })

  it('keeps the papers of a home that it is taken over into', async () => {
    const { ours, theirs } = twoDesks()
    const { itemId } = await beginBook(ours)
    await ours.attach(itemId, 'report.pdf', 'the report')
    const first = await ours.must('snapshot.publish', {})
    await theirs.must('snapshot.take-over', { snapshotId: first.snapshotId })
    await theirs.attach(itemId, 'answer.pdf', 'the answer')
    const second = await theirs.must('snapshot.publish', {})
    expect((await ours.must('snapshot.take-over', { snapshotId: second.snapshotId })).notice).toBe('')
    expect(readdirSync(await ours.papersFolder()).toSorted()).toEqual(
      [sha256Of('the report'), sha256Of('the answer')].toSorted(),
    )
  })

  it('that is only looked into fetches a paper when it is opened', async () => {
    const { ours, theirs } = twoDesks()
    const { itemId } = await beginBook(ours)
    const paperId = await ours.attach(itemId, 'report.pdf', 'the report')
    const { snapshotId } = await ours.must('snapshot.publish', {})
    await theirs.must('snapshot.open', { snapshotId })
    expect((await theirs.must('paper.open', { paperId })).kind).toBe('opened')
    expect((await theirs.refusal('paper.attach', { itemId })).code).toBe('read-only')
    expect(existsSync(await theirs.papersFolder())).toBe(false)
  })

  it('brings the papers of a book in its own place into the home that goes on from it', async () => {
    const { share, ours } = twoDesks()
    const own = join(tempFolder(), 'own.panelbook')
    await ours.core.createBook(own, { name: 'Own' })
    const body = await ours.must('body.create', { profile: 'generic-committee' })
    const meeting = await ours.must('meeting.create', { bodyId: body.id, startsOn: '2016-12-15' })
    const paperId = await ours.attach(meeting.agenda[0]?.id ?? '', 'report.pdf', 'the report')
    expect(readdirSync(own.replace(/\.panelbook$/, '.papers'))).toEqual([sha256Of('the report')])
    const { snapshotId } = await ours.must('snapshot.publish', {})
    rmSync(join(share, 'papers'), { recursive: true })
    expect((await ours.must('snapshot.take-over', { snapshotId })).notice).toBe('')
    expect(readdirSync(await ours.papersFolder())).toEqual([sha256Of('the report')])
    expect((await ours.must('paper.open', { paperId })).kind).toBe('opened')
  })
})

it(
  'in a rehearsal the papers of the book are opened, and what is filed is gone with it',
  { timeout: patient },
  async () => {
    const { ours } = twoDesks()
    const { itemId } = await beginBook(ours)
    const paperId = await ours.attach(itemId, 'report.pdf', 'the report')
    const folder = await ours.papersFolder()
    const meetingId = (await ours.must('agenda.read', { itemId })).meetingId
    await ours.must('rehearsal.begin', {})
    expect((await ours.must('paper.check', { meetingId })).papers).toMatchObject([{ state: 'present' }])
    expect((await ours.must('paper.open', { paperId })).kind).toBe('opened')
    await ours.attach(itemId, 'try.pdf', 'a try')
    await ours.must('rehearsal.end', {})
    expect(readdirSync(folder)).toEqual([sha256Of('the report')])
    expect((await ours.must('agenda.read', { itemId })).papers).toHaveLength(1)
    expect(existsSync(join(ours.laptop.ports.places.data, 'rehearsals'))).toBe(false)
  },
)
