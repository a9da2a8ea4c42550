import {
  book,
  theBody,
  theMeeting,
  person,
  seat,
  proposal,
  item,
  action,
  asked,
  determined,
  jointly,
  circulated,
  type Inputs,
} from './undo-book.ts'

/** The room, votes and what follows from them, notes and actions. */
export const voteInputs = {
  'attendance.record': async () => ({
    meetingId: (await theMeeting()).id,
    personId: await person('AB'),
    presence: 'left',
    leavesAt: '11:00',
  }),
  'attendance.record-many': async () => ({
    meetingId: (await theMeeting()).id,
    personIds: [await person('EF'), await person('RG'), await person('HA')],
    presence: 'present',
  }),
  'attendance.declare-interest': async () => ({
    itemId: await item('Modification 0620'),
    personId: await person('AB'),
    kind: 'recused',
  }),
  'vote.carry': async () => {
    const { id, room } = await theMeeting()
    const seatId = room.seatList.find(({ member }) => member?.initials === 'YZ')?.seatId ?? ''
    return { meetingId: id, seatId, carrierPersonId: await person('WX') }
  },
  'written-position.hold': async () => ({
    itemId: await item('Modification 0620'),
    seatId: await seat('YZ'),
    value: 'against',
    note: 'by e-mail',
  }),
  'written-position.withdraw': async () => {
    const { writtenPositions } = await book.must('written-position.hold', {
      itemId: await item('Modification 0621'),
      seatId: await seat('YZ'),
      value: 'for',
    })
    return { writtenPositionId: writtenPositions.at(-1)?.id ?? '' }
  },
  'question.put': async () => ({ itemId: await item('Modification 0620'), kind: 'scr-relation' }),
  'question.withdraw': async () => ({
    questionId: await asked({ for: 2, against: 1 }),
    reason: 'Put on the wrong item.',
  }),
  'question.reword': async () => ({ questionId: await asked(), text: 'Is it self-governance?' }),
  'resolution.circulate': async () => ({
    bodyId: (await theBody()).id,
    kind: 'self-governance',
    title: 'A matter between meetings',
    deadline: '2016-12-30T17:00:00.000+00:00',
  }),
  'resolution.move-deadline': async () => ({
    questionId: (await circulated()).questionId,
    deadline: '2017-01-06T17:00:00.000+00:00',
    reason: 'Two members asked for more time.',
  }),
  'resolution.ratify': async () => ({
    itemId: await item('Modification 0620'),
    questionId: (await circulated(true)).questionId,
  }),
  'joint-vote.put-on-items': async () => ({
    itemIds: [await item('Modification 0620'), await item('Modification 0621')],
    kind: 'self-governance',
  }),
  'joint-vote.put-on-options': async () => ({
    itemId: await item('Modification 0620'),
    kind: 'self-governance',
    options: [{ label: 'Original', proposalId: await proposal() }, { label: 'Alternative A' }],
    objectives: [{ label: 'Objective (a)' }],
    baseline: 'the baseline',
  }),
  'joint-vote.record': async () => ({
    jointVoteId: (await jointly()).jointVoteId,
    cells: [{ value: 'for' }, { initials: 'AB', value: 'against' }],
  }),
  'joint-vote.copy': async () => ({ jointVoteId: (await jointly('original')).jointVoteId, from: 'original' }),
  'joint-vote.close': async () => ({ jointVoteId: (await jointly('original', 'a')).jointVoteId }),
  'joint-vote.withdraw': async () => ({
    jointVoteId: (await jointly('original')).jointVoteId,
    reason: 'Put on the wrong item.',
  }),
  'joint-vote.rename': async () => ({
    jointVoteId: (await jointly()).jointVoteId,
    title: 'The original and its alternative',
  }),
  'vote.record': async () => ({ questionId: await asked(), initials: 'AB', value: 'against' }),
  'vote.record-many': async () => ({
    questionId: await asked(),
    positions: [{ initials: 'AB', value: 'abstain' }],
    rest: 'for',
  }),
  'vote.record-exceptions': async () => ({ questionId: await asked(), line: 'all f / ab a' }),
  'vote.cast-casting': async () => {
    await book.must('body.change', { bodyId: (await theBody()).id, chairVote: 'casting' })
    return { questionId: await asked({ for: 2, against: 2 }), personId: await person('CH'), value: 'for' }
  },
  'vote.declare': async () => ({ questionId: await asked(), result: 'carried' }),
  'vote.close': async () => ({ questionId: await asked({ for: 2, against: 1 }) }),
  'vote.correct': async () => ({
    questionId: await asked({ for: 2, against: 1, isClosed: true }),
    initials: 'AB',
    value: 'none',
    reason: 'Misheard.',
  }),
  'vote.take-again': async () => ({
    questionId: await asked({ for: 2, against: 1, isClosed: true }),
    reason: 'Somebody had not understood the question.',
  }),
  'vote.show-room': async () => ({ questionId: await asked({ for: 2, against: 1 }), sees: 'result' }),
  'wall.clear': async () => ({ meetingId: (await theMeeting()).id, isCleared: true }),
  'determination.write': async () => ({
    itemId: await item('Modification 0620'),
    questionId: await asked({ for: 5, against: 1 }),
    consequences: { stage: 'workgroup', reportingOn: '2017-03-16' },
  }),
  'determination.change': async () => ({
    determinationId: await determined(null),
    text: 'Noted, with thanks.',
    reason: 'Thanks were left out.',
  }),
  'determination.take-back': async () => ({
    determinationId: await determined(await asked({ for: 5, against: 1 })),
    reason: 'It was for the next item.',
  }),
  'note.write': async () => ({ itemId: await item('Modification 0620'), text: 'One.\n\nTwo.' }),
  'action.add': async () => ({
    itemId: await item('Modification 0620'),
    text: 'Give the cost',
    owners: ['KL', 'Joint Office'],
  }),
  'action.change': async () => ({ actionId: await action(), text: 'Something else', owners: ['AB'] }),
  'action.add-line': async () => ({
    itemId: await item('Modification 0620'),
    line: '! AB to provide legal text by 12 Jan #0621',
  }),
  'action.change-line': async () => ({ actionId: await action(), line: 'CD to think again by next panel' }),
  'action.update': async () => ({
    actionId: await action(),
    text: 'Half of it is done.',
    status: 'carried-forward',
    dueOn: '2017-02-01',
  }),
  'action.close': async () => ({ actionId: await action(), update: 'Done.' }),
  'rehearsal.seat-everyone': async () => ({ meetingId: (await theMeeting()).id }),
  'rehearsal.invent': async () => ({ questionId: await asked() }),
  // Last: the meeting stays adjourned.
  'meeting.adjourn': async () => ({ meetingId: (await theMeeting()).id, reason: 'Lunch' }),
  'meeting.resume': async () => {
    const meetingId = (await theMeeting()).id
    await book.must('meeting.adjourn', { meetingId })
    return { meetingId }
  },
} satisfies Partial<Inputs>
