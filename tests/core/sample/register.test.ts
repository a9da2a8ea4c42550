import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallOutput } from '../../../core/contract/calls.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'
import {
  openByStage,
  openByWorkgroup,
  proposalFacts,
  refinementByDetail,
  releaseFacts,
  workgroupMeetings,
} from './seed-facts.ts'

type Brief = CallOutput<'proposal.list'>['proposals'][number]
type Code = CallOutput<'code.list'>['codes'][number]

let book: TestCore
let sec: Code
let proposals: Brief[]
beforeAll(async () => {
  book = await makeCore({ sample: true })
  const { codes } = await book.must('code.list', {})
  sec = codes.find(({ shortName }) => shortName === 'SEC')!
  proposals = (await book.must('proposal.list', { codeId: sec.id })).proposals
})
afterAll(() => book.close())

const countBy = (names: string[]) =>
  Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]))
const inRefinement = () => proposals.filter(({ stage }) => stage.key === 'refinement')
const proposal = async (reference: string) =>
  book.must('proposal.read', {
    proposalId: proposals.find((one) => one.reference === reference)?.id ?? reference,
  })

describe('the register of the SEC', () => {
  test('holds the proposals that the paper names, and no other', () => {
    expect(proposals.map(({ reference }) => reference)).toEqual(
      proposalFacts.map(({ reference }) => reference),
    )
    expect(proposals).toHaveLength(22)
  })

  test.each(proposalFacts)('$reference: titles, workgroup, stage, release and impacts', async (facts) => {
    const found = await proposal(facts.reference)
    const titles = [found.title, found.shortTitle, ...found.aliases.titles].filter((title) => title !== '')
    expect(titles[0]).toBe(facts.titles[0])
    expect(titles).toEqual(expect.arrayContaining(facts.titles))
    expect(found.stage.key).toBe(facts.stage)
    expect(found.workgroup?.shortName).toBe(facts.workgroup)
    expect(found.release?.name).toBe(facts.release)
    expect(found.impacts).toEqual({ documents: facts.documents ?? [], systems: facts.systems ?? [] })
  })

  test.each(proposalFacts)('$reference is found by every spelling and every title', async (facts) => {
    const digits = facts.reference.slice(-4)
    const number = Number(digits)
    const spellings = [
      facts.reference,
      `SECMP-${number}`,
      `SECMP${number}`,
      `SECMP${digits.slice(-2)}`,
      digits,
    ]
    for (const reference of spellings) {
      const resolved = await book.must('proposal.resolve', { reference, codeId: sec.id })
      expect(resolved.proposals.map((one) => one.reference)).toEqual([facts.reference])
    }
    expect((await proposal(facts.reference)).aliases.references).toEqual(
      expect.arrayContaining([`SECMP-${number}`, `SECMP${digits.slice(-2)}`, digits]),
    )
    for (const text of facts.titles) {
      const { hits } = await book.must('search.find', { text })
      expect(
        hits.filter(({ kind }) => kind === 'proposal').map(({ title }) => title.split(' ')[0]),
      ).toContain(facts.reference)
    }
  })

  test('adds up as the chart of the status report does', async () => {
    const open = proposals.filter(({ stage }) => stage.isOpen)
    const stages = sec.stages.filter(({ isOpen }) => isOpen).map(({ key }) => key)
    expect(stages).toEqual(Object.keys(openByStage))
    expect({
      ...Object.fromEntries(stages.map((key) => [key, 0])),
      ...countBy(open.map(({ stage }) => stage.key)),
    }).toEqual(openByStage)
    expect(open).toHaveLength(21)
    expect(countBy(inRefinement().map(({ stageDetail }) => stageDetail))).toEqual(refinementByDetail)
    expect(countBy(inRefinement().map(({ workgroup }) => workgroup?.shortName ?? ''))).toEqual(
      openByWorkgroup,
    )
  })

  test('knows the decisions of November 2016 and what follows from them', async () => {
    for (const reference of ['SECMP0020', 'SECMP0022']) {
      const approved = await proposal(reference)
      const decision = approved.stageHistory.at(-1)
      expect(decision).toMatchObject({ stage: 'Pending Implementation', changedOn: '2016-11-23' })
      expect(decision?.reason).toMatch(/Change Board/)
      const days = async (from: string, count: number) =>
        (await book.must('timetable.add-working-days', { from, days: count })).date
      expect(approved.implementationOn).toBe(await days(await days('2016-11-23', 10), 5))
      expect(approved.implementationOn).toBe('2016-12-14')
    }
    const credit = await proposal('SECMP0016')
    expect(credit.consultationClosesOn).toBe('2016-12-07')
    expect(credit.consultations).toMatchObject([
      { name: 'Modification Report Consultation', closesOn: '2016-12-07' },
    ])
    const withdrawn = await proposal('SECMP0003')
    expect(withdrawn.stageHistory.at(-1)).toMatchObject({ stage: 'Withdrawn', changedOn: '2016-11-11' })
    expect((await proposal('SECMP0010')).assessments).toMatchObject([
      { kind: 'DCC Preliminary Assessment', dueOn: '2016-12-02', receivedOn: null },
    ])
  })

  test('has the workgroups with remit, last meeting and what came of it', async () => {
    const { workgroups } = await book.must('workgroup.list', { codeId: sec.id })
    expect(Object.fromEntries(workgroups.map((one) => [one.shortName, one.openProposals]))).toEqual(
      openByWorkgroup,
    )
    for (const { shortName, remit, meetings } of workgroups) {
      const facts = workgroupMeetings[shortName]
      expect(remit).not.toBe('')
      expect(meetings).toHaveLength(1)
      expect(meetings[0]).toMatchObject({ month: '2016-11', heldOn: facts?.heldOn })
      if (facts?.heldOn === null) expect(meetings[0]?.summary).toMatch(/^Did not meet: /)
      expect(meetings[0]?.outcomes.map(({ proposal: about }) => about)).toEqual(facts?.about)
    }
  })

  test('has the four releases with contents and directed changes', async () => {
    const { releases } = await book.must('release.list', { codeId: sec.id })
    expect(
      releases.map(({ name, releasedOn, contents, directedChanges }) => ({
        name,
        releasedOn,
        contents: contents.length,
        directed: directedChanges.map(({ origin, reference }) => `${origin} ${reference}`),
      })),
    ).toEqual(releaseFacts)
    for (const { contents } of releases) for (const { note } of contents) expect(note).not.toBe('')
  })

  test('is searched for what came of a proposal, and agendas for their papers', async () => {
    const first = async (text: string) => (await book.must('search.find', { text })).hits[0]
    expect(await first('anomaly detection')).toMatchObject({
      kind: 'proposal',
      title: expect.stringMatching(/^SECMP0023/) as string,
    })
    expect(await first('white list')).toMatchObject({ kind: 'proposal' })
    expect(await first('Modification Status Report December')).toMatchObject({ kind: 'item' })
  })

  test('has the code update with the mandate dates', () => {
    expect(sec.updates).toMatchObject([{ happenedOn: '2016-11-25' }])
    expect(sec.updates[0]?.text).toMatch(/25 May 2017[\s\S]*25 November 2017/)
  })
})

describe('the bodies and their meetings', () => {
  test('are the SEC Panel, the Change Board and the UNC Modification Panel with thirteen seats', async () => {
    const { bodies } = await book.must('body.list', {})
    expect(bodies.map(({ name, code, votes }) => [name, code?.shortName, votes])).toEqual([
      ['SEC Change Board', 'SEC', 23],
      ['SEC Panel', 'SEC', 11],
      ['UNC Modification Panel', 'UNC', 13],
    ])
  })

  test('name no person: everybody is called by what they are', async () => {
    const { people } = await book.must('person.list', {})
    for (const { name } of people) {
      expect(name).toMatch(/representative|member|chair|Secretary|administrator|Proposer/)
    }
  })

  test('the next SEC Panel and Change Board are planned with what comes before them', async () => {
    const { meetings } = await book.must('meeting.list', { state: 'planned' })
    const proposalsOf = async (shortName: string, startsOn: string) => {
      const found = meetings.find((one) => one.body.shortName === shortName && one.startsOn === startsOn)
      const { agenda } = await book.must('meeting.read', { meetingId: found?.id ?? shortName })
      return agenda.flatMap((line) => (line.proposal === null ? [] : [line.proposal.reference]))
    }
    expect(await proposalsOf('SEC Panel', '2016-12-09')).toEqual([
      'SECMP0025',
      'SECMP0004',
      'SECMP0008',
      'SECMP0011',
    ])
    expect(await proposalsOf('Change Board', '2016-12-21')).toEqual(['SECMP0016'])
    expect(await proposalsOf('UNC Panel', '2016-12-15')).toEqual(['0620', '0621', '0618', '0615S'])
  })

  test('four modifications of the UNC stand at different stages', async () => {
    const { codes } = await book.must('code.list', {})
    const unc = codes.find(({ shortName }) => shortName === 'UNC')!
    const list = await book.must('proposal.list', { codeId: unc.id })
    expect(list.proposals.map(({ reference, stage }) => [reference, stage.key])).toEqual([
      ['0615S', 'final-modification-report'],
      ['0618', 'workgroup'],
      ['0620', 'new'],
      ['0621', 'new'],
    ])
  })
})
