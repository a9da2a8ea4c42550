import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import type { CallInput, CallName, CallOutput } from '../../core/contract/calls.ts'
import type { PanelbookBridge } from '../../renderer/client/bridge-transport.ts'
import type * as Electron from './stand-in-electron.ts'

/** A day's work through the built preload, ipc and core, with the stand-in `electron` in between. */

type Call = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>

export function callThrough(bridge: PanelbookBridge): Call {
  return async (name, input) => {
    const answer = await bridge.call({ name, input, requestId: crypto.randomUUID() })
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
    return answer.value as never
  }
}

/** Opens the December meeting, lets everybody in, puts a question and records one vote. */
export async function recordVote(call: Call) {
  const { meetings } = await call('meeting.list', {})
  const meetingId = meetings.find(({ number }) => number === '199')?.id ?? ''
  const { room, agenda } = await call('meeting.open', { meetingId })
  const members = room.attendees.filter(({ capacity }) => capacity === 'member')
  const personIds = members.map(({ personId }) => personId)
  await call('attendance.record-many', { meetingId, personIds, presence: 'present' })
  const itemId = agenda.find(({ proposal }) => proposal !== null)?.id ?? ''
  const { questionKinds } = await call('agenda.read', { itemId })
  const { questionId } = await call('question.put', { itemId, kind: questionKinds[0]?.key ?? '' })
  const seatId = members[0]?.seatId ?? ''
  const item = await call('vote.record', { questionId, seatId, value: 'against' })
  const positions = item.questions.find(({ id }) => id === questionId)?.round.positions ?? []
  return {
    value: positions.find((position) => position.seatId === seatId)?.value,
    verified: await call('history.verify', {}),
  }
}

/** Exports the agenda as PDF, by way of the hidden window, and says what that window was. */
export async function exportPdf(call: Call, electron: typeof Electron, path: string) {
  const before = electron.recorded.windows.length
  Object.assign(electron.dialog.next, { canceled: false, filePath: path })
  const choice = { document: 'agenda', meetingNumber: '199' } as const
  const saved = await call('document.export', { ...choice, format: 'pdf' })
  Object.assign(electron.dialog.next, { canceled: true, filePath: '' })
  const cancelled = await call('document.export', { ...choice, format: 'md' })
  const [window] = electron.recorded.windows.slice(before)
  const [name, session] = [...electron.session.partitions].at(-1) ?? []
  const address = window?.webContents.mainFrame.url ?? ''
  const respond = session?.protocols['print'] as (() => Response) | undefined
  const response = respond?.()
  return {
    saved,
    cancelled,
    bytes: existsSync(path) ? readFileSync(path, 'latin1') : '',
    preferences: { ...(window?.options['webPreferences'] as object), session: undefined },
    isShown: window?.options['show'] !== false,
    isGone: window?.isGone,
    partition: name,
    options: window?.webContents.printOptions,
    policy: response?.headers.get('content-security-policy'),
    document: (await response?.text())?.slice(0, 100),
    cancels: [address, 'https://example.com/', 'app://panelbook/index.html', 'file:///etc/passwd'].map(
      (url) => (session === undefined ? undefined : isCancelled(session, url)),
    ),
  }
}

export function isCancelled(session: Electron.Session, url: string): boolean | undefined {
  let isCancelledNow: boolean | undefined
  const handler = session.handlers['beforeRequest'] as unknown as (
    details: { url: string },
    answer: (verdict: { cancel: boolean }) => void,
  ) => void
  handler({ url }, (verdict) => (isCancelledNow = verdict.cancel))
  return isCancelledNow
}

/** Publishes to a folder that the dialog chose, through the built agent in its utility process. */
export async function publish(call: Call, electron: typeof Electron, share: string) {
  Object.assign(electron.dialog.next, { canceled: false, filePaths: [share] })
  await call('snapshot.choose-folder', {})
  Object.assign(electron.dialog.next, { canceled: true, filePaths: [] })
  const published = await call('snapshot.publish', {})
  const { snapshots } = await call('snapshot.list', {})
  return { published, snapshots, names: readdirSync(share), utilities: electron.recorded.utilities.length }
}

/** Files a paper that the dialog chose, opens it, and opens it once more where the system has no program for it. */
export async function filePaper(bridge: PanelbookBridge, electron: typeof Electron, file: string) {
  const call = callThrough(bridge)
  const { meetings } = await call('meeting.list', {})
  const { agenda } = await call('meeting.read', {
    meetingId: meetings.find(({ number }) => number === '199')?.id ?? '',
  })
  writeFileSync(file, 'the report')
  Object.assign(electron.dialog.next, { canceled: false, filePaths: [file] })
  const attached = await call('paper.attach', { itemId: agenda[0]?.id ?? '' })
  Object.assign(electron.dialog.next, { canceled: true, filePaths: [] })
  const paperId = attached.paperId ?? ''
  const opened = await call('paper.open', { paperId })
  electron.shell.answer = 'No application knows how to open this'
  const refused = await bridge.call({ name: 'paper.open', input: { paperId } })
  return { outcome: attached.outcome, opened, refused, files: electron.recorded.opened }
}
