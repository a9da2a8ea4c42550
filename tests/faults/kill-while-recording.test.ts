import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createNodePorts } from '../../electron/node-ports/node-ports.ts'
import { createCore } from '../../core/create-core.ts'
import type { CallOutput } from '../../core/contract/calls.ts'
import type { Core } from '../../core/core.ts'
import { root } from '../support/make-core.ts'

const kills = Number(process.env['PANELBOOK_KILLS'] ?? 10)
const values = ['for', 'against', 'abstain', 'none'] as const
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'panelbook-kill-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function coreOn(data: string): Core {
  const unused = () => Promise.reject(new Error('not part of this test'))
  return createCore(
    createNodePorts({
      host: 'cli',
      data,
      dialogs: { openBook: unused, saveBook: unused, chooseFolder: unused, openPaper: unused },
      deliver: unused,
    }),
  )
}

async function must<Value>(core: Core, name: string, input: unknown): Promise<Value> {
  const answer = await core.call({ name, input }, { actor: 'Secretary' })
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer.value as Value
}

/** The December meeting of the sample, open, with everybody in the room and one question put. */
async function openVote(book: string) {
  const core = coreOn(folder)
  await core.createBook(book, { name: 'Kill test', sample: true })
  const { meetings } = await must<CallOutput<'meeting.list'>>(core, 'meeting.list', {})
  const meetingId = meetings.find((meeting) => meeting.number === '199')?.id ?? ''
  const meeting = await must<CallOutput<'meeting.open'>>(core, 'meeting.open', { meetingId })
  const members = meeting.room.attendees.filter((attendee) => attendee.capacity === 'member')
  const personIds = members.map((member) => member.personId)
  await must(core, 'attendance.record-many', { meetingId, personIds, presence: 'present' })
  const itemId = meeting.agenda.find((line) => line.proposal !== null)?.id ?? ''
  const item = await must<CallOutput<'agenda.read'>>(core, 'agenda.read', { itemId })
  const kind = item.questionKinds[0]?.key
  const put = await must<CallOutput<'question.put'>>(core, 'question.put', { itemId, kind })
  const { seq } = await must<CallOutput<'history.state'>>(core, 'history.state', {})
  await core.close()
  return { itemId, questionId: put.questionId, seats: members.map((member) => member.seatId ?? ''), seq }
}

/** Starts the loopback host on the book and gives a way to call it as its page would. */
async function startHost(book: string) {
  const child = spawn(
    join(root, 'node_modules/.bin/node'),
    ['electron/start.ts', '--loopback', '--book', book, '--data', join(folder, 'data')],
    { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  let address = ''
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http://127.0.0.1:')) {
      address = line
      break
    }
  }
  const origin = new URL(address).origin
  const entrance = await fetch(address, { redirect: 'manual' })
  const cookie = (entrance.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const call = async (name: string, input: unknown) => {
    const response = await fetch(`${origin}/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie },
      body: JSON.stringify({ name, input, requestId: crypto.randomUUID() }),
    })
    return (await response.json()) as { ok: boolean; seq?: number }
  }
  return { child, call }
}

describe('SIGKILL while votes are recorded', () => {
  it(`loses no acknowledged vote in ${kills} kills`, async () => {
    const book = join(folder, 'killed.panelbook')
    const { itemId, questionId, seats, ...opened } = await openVote(book)
    let { seq } = opened
    const acknowledged = new Map<string, string>()
    for (let round = 0; round < kills; round += 1) {
      const { child, call } = await startHost(book)
      // From the first vote of the host's life to its fortieth, and somewhere within the work on one.
      const last = Math.ceil(Math.random() * 40)
      let unanswered = { seat: '', value: '' }
      for (let turn = 1; ; turn += 1) {
        const seat = seats[turn % seats.length] ?? ''
        const value = values[(turn + round) % values.length] ?? 'for'
        unanswered = { seat, value }
        if (turn === last) setTimeout(() => child.kill('SIGKILL'), Math.random() * 4)
        const answer = await call('vote.record', { questionId, seatId: seat, value }).catch(() => null)
        if (answer === null) break
        expect(answer).toMatchObject({ ok: true, seq: expect.any(Number) as number })
        acknowledged.set(seat, value)
        seq = answer.seq ?? seq
      }
      if (child.signalCode === null) await once(child, 'exit')
      expect(child.signalCode).toBe('SIGKILL')

      const core = coreOn(folder)
      await core.openBook(book)
      // Every answered one is in the history; the one whose answer never came may be.
      const state = await must<CallOutput<'history.state'>>(core, 'history.state', {})
      expect([seq, seq + 1]).toContain(state.seq)
      seq = state.seq
      const item = await must<CallOutput<'agenda.read'>>(core, 'agenda.read', { itemId })
      const positions = item.questions.find((question) => question.id === questionId)?.round.positions ?? []
      for (const [seat, known] of acknowledged) {
        const value = positions.find(({ seatId }) => seatId === seat)?.value
        const allowed = unanswered.seat === seat ? [known, unanswered.value] : [known]
        expect(allowed, `seat ${seat} after kill ${round + 1}`).toContain(value)
        acknowledged.set(seat, value ?? known)
      }
      expect((await must<CallOutput<'history.verify'>>(core, 'history.verify', {})).problems).toEqual([])
      await core.close()
    }
    expect(acknowledged.size).toBeGreaterThan(0)
  }, 300_000)
})
