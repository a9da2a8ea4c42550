import type { CallInput, CallNameOfKind, CallOutput } from '../../../core/contract/calls.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'
import { goOnInRehearsalCopy } from '../../support/rehearsal-copy.ts'

/** Undo and redo are not commands of their own: they are what is tried. */
export type CommandName = Exclude<CallNameOfKind<'command'>, 'history.undo' | 'history.redo'>
/** An input for each command of the contract. What is prepared on the way stays. */
export type Inputs = { [Name in CommandName]: () => Promise<CallInput<Name>> }
type Meeting = CallOutput<'meeting.read'>

/** The book of this file: the sample’s December meeting, open, in a rehearsal, which has commands of its own. */
export let book: TestCore

export async function openTheBook(): Promise<void> {
  book = await makeCore({ sample: true, now: '2016-12-15T10:30:00.000+00:00' })
  const meeting = await theMeeting()
  const personIds = meeting.room.attendees
    .filter(
      ({ presence, capacity, initials }) =>
        capacity === 'chair' || (presence === 'expected' && capacity === 'member' && initials !== 'EF'),
    )
    .map(({ personId }) => personId)
  await book.must('attendance.record-many', { meetingId: meeting.id, personIds, presence: 'present' })
  await book.must('meeting.open', { meetingId: meeting.id })
  book = await goOnInRehearsalCopy(book)
}

export const theBody = async (shortName = 'UNC Panel') => {
  const { bodies } = await book.must('body.list', {})
  const bodyId = bodies.find((body) => body.shortName === shortName)?.id ?? shortName
  return book.must('body.read', { bodyId })
}
export const theMeeting = async (number = '199'): Promise<Meeting> => {
  const { meetings } = await book.must('meeting.list', {})
  const meetingId = meetings.find((one) => one.number === number)?.id ?? number
  return book.must('meeting.read', { meetingId })
}
export const person = async (initials: string) => {
  const { room } = await theMeeting()
  return room.attendees.find((one) => one.initials === initials)?.personId ?? initials
}
export const seat = async (initials: string) => {
  const { room } = await theMeeting()
  return room.seatList.find(({ member }) => member?.initials === initials)?.seatId ?? initials
}
export const code = async () => {
  const { codes } = await book.must('code.list', {})
  const found = codes.find(({ shortName }) => shortName === 'UNC')
  if (found === undefined) throw new Error('There is no code UNC.')
  return found
}
export const proposal = async (reference = '0620') => {
  const { proposals } = await book.must('proposal.resolve', { reference, codeId: (await code()).id })
  return proposals[0]?.id ?? reference
}
export const item = async (title: string) => {
  const { agenda } = await theMeeting()
  return agenda.find((line) => line.title === title)?.id ?? title
}
/** The first paper of an item. */
export const paper = async (title = 'Modification 0620') => {
  const { papers } = await book.must('agenda.read', { itemId: await item(title) })
  return papers[0]?.id ?? 'none'
}
export const action = async () => {
  const { actions } = await book.must('action.list', { status: 'unfinished' })
  return actions[0]?.id ?? 'none'
}
/** A question that nobody has put before, with the positions of this many seats for and against. */
export const asked = async (votes?: { for: number; against: number; isClosed?: boolean }) => {
  const { questionId, item: asking } = await book.must('question.put', {
    itemId: await item('Modification 0620'),
    kind: 'self-governance',
    rule: { kind: 'majority-of-cast', tie: 'casting-vote' },
  })
  const seats = asking.questions
    .flatMap(({ id, round }) => (id === questionId ? round.positions : []))
    .filter(({ value }) => value === 'pending')
  if (votes !== undefined) {
    const positions = seats.map(({ seatId }, index) => ({
      seatId,
      value: index < votes.for ? ('for' as const) : index < votes.for + votes.against ? 'against' : 'none',
    })) as NonNullable<CallInput<'vote.record-many'>['positions']>
    await book.must('vote.record-many', { questionId, positions })
  }
  if (votes?.isClosed === true) await book.must('vote.close', { questionId })
  return questionId
}

/** A determination on a question, or without a vote, that moves its proposal. */
export const determined = async (questionId: string | null) => {
  const { questions, determinations } = await book.must('determination.write', {
    itemId: await item('Modification 0620'),
    questionId,
    text: 'Issued to the Workgroup.',
    consequences: { stage: 'workgroup', reportingOn: '2017-04-20' },
  })
  const written = questions.find(({ id }) => id === questionId)?.determination ?? determinations.at(-1)
  return written?.id ?? ''
}

/** Two options, each with an objective, of which these are recorded. */
export const jointly = async (...recorded: string[]) => {
  const put = await book.must('joint-vote.put-on-options', {
    itemId: await item('Modification 0620'),
    kind: 'self-governance',
    options: [
      { key: 'original', label: 'Original' },
      { key: 'a', label: 'Alternative A' },
    ],
    objectives: [{ label: 'Objective (a)' }],
  })
  const cells = put.item.questions
    .filter(({ joint }) => joint?.id === put.jointVoteId && recorded.includes(joint.option?.key ?? ''))
    .map(({ id }) => ({ questionId: id, value: 'for' as const }))
  if (cells.length > 0) await book.must('joint-vote.record', { jointVoteId: put.jointVoteId, cells })
  return put
}

/** A written resolution on 0620 of the Panel; where it is to be ratified, its vote is carried and closed. */
export const circulated = async (isCarried = false) => {
  const done = await book.must('resolution.circulate', {
    bodyId: (await theBody()).id,
    kind: 'self-governance',
    proposalId: await proposal('0620'),
    deadline: '2016-12-30T17:00:00.000+00:00',
  })
  const { questionId } = done
  if (isCarried) {
    await book.must('vote.record-many', { questionId, rest: 'for' })
    await book.must('vote.close', { questionId })
  }
  return done
}
