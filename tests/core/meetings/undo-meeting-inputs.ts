import {
  book,
  theBody,
  theMeeting,
  person,
  code,
  proposal,
  item,
  asked,
  paper,
  type Inputs,
} from './undo-book.ts'

/** Bodies, the register, meetings and agendas. */
export const meetingInputs = {
  'code.create': async () => ({
    shortName: 'XNC',
    name: 'Another Network Code',
    stages: [{ key: 'new', name: 'New', isOpen: true }],
  }),
  'code.change': async () => ({ codeId: (await code()).id, decisionMaker: 'the Authority' }),
  'code.add-update': async () => ({
    codeId: (await code()).id,
    happenedOn: '2016-12-14',
    title: 'A direction',
    text: 'What was directed.',
  }),
  'body.create': async () => ({ profile: 'generic-committee' }),
  'body.change': async () => ({ bodyId: (await theBody()).id, quorumTotal: 7, usualPlace: 'Hall' }),
  'body.add-constituency': async () => ({
    bodyId: (await theBody()).id,
    name: 'Storage operators',
    shortName: 'Storage',
  }),
  'body.change-constituency': async () => ({
    constituencyId: (await theBody()).constituencies[0]?.id ?? '',
    quorumMinimum: 3,
  }),
  'body.order-constituencies': async () => {
    const { id, constituencies } = await theBody()
    return { bodyId: id, constituencyIds: constituencies.map((one) => one.id).reverse() }
  },
  'body.remove-constituency': async () => {
    const after = await book.must('body.add-constituency', {
      bodyId: (await theBody()).id,
      name: 'Added by a slip',
      shortName: 'Slip',
    })
    return { constituencyId: after.constituencies.at(-1)?.id ?? '' }
  },
  'body.order-seats': async () => {
    const { id, seats } = await theBody()
    return { bodyId: id, seatIds: seats.map((one) => one.id).reverse() }
  },
  'body.remove-seat': async () => {
    const name = 'Added by a slip'
    const { seats } = await book.must('body.add-seat', { bodyId: (await theBody()).id, name })
    return { seatId: seats.find((one) => one.name === name)?.id ?? '' }
  },
  'body.add-seat': async () => ({ bodyId: (await theBody()).id, name: 'One more' }),
  'body.change-seat': async () => ({ seatId: (await theBody()).seats[0]?.id ?? '', votes: 2 }),
  'body.add-member': async () => ({
    bodyId: (await theBody()).id,
    personId: await person('PR'),
    role: 'observer',
  }),
  'body.end-membership': async () => ({
    membershipId: (await theBody()).memberships[0]?.id ?? '',
    effectiveTo: '2017-01-31',
  }),
  'body.set-questions': async () => {
    const { id, questionKinds } = await theBody()
    return { bodyId: id, questionKinds: questionKinds.slice(1).reverse() }
  },
  'body.set-agenda-template': async () => {
    const { id, agendaTemplate } = await theBody()
    return { bodyId: id, items: agendaTemplate.slice(0, 3) }
  },
  'snippet.add': async () => ({ bodyId: (await theBody()).id, key: 'thx', text: 'Thanks to {chair}.' }),
  'snippet.change': async () => ({
    snippetId: (await theBody()).snippets[0]?.id ?? '',
    text: 'Other words.',
  }),
  'snippet.move': async () => ({ snippetId: (await theBody()).snippets[0]?.id ?? '', beforeId: null }),
  'snippet.remove': async () => ({ snippetId: (await theBody()).snippets[0]?.id ?? '' }),
  'script.change': async () => ({ bodyId: (await theBody()).id, itemKind: 'new-proposals', steps: [] }),
  'script.take': async () => {
    const itemId = await item('Modification 0620')
    // The fourth sets something of everything: outcome, determination, stage and date.
    return { itemId, branch: 3 }
  },
  'person.add': async () => ({ name: 'Shipper representative 6', initials: 'NN' }),
  'person.change': async () => ({ personId: await person('AB'), organisation: 'Shipper, small' }),
  'proposal.add': async () => ({
    codeId: (await code()).id,
    reference: '0700A',
    title: 'Another',
    aliases: { references: ['700-A'], titles: ['One more'] },
    impacts: { documents: ['TPD'], systems: ['UK Link'] },
  }),
  'proposal.change': async () => ({
    proposalId: await proposal(),
    title: 'Hourly gas quality data',
    aliases: { references: ['620'], titles: ['Gas quality'] },
    impacts: { documents: ['TPD'], systems: [] },
  }),
  'proposal.move-stage': async () => ({
    proposalId: await proposal(),
    stage: 'withdrawn',
    on: '2016-12-15',
    reason: 'By its proposer.',
  }),
  'proposal.add-assessment': async () => ({ proposalId: await proposal(), kind: 'Cost estimate' }),
  'proposal.add-consultation': async () => ({
    proposalId: await proposal(),
    name: 'Consultation',
    closesOn: '2017-02-01',
  }),
  'workgroup.add': async () => ({ codeId: (await code()).id, shortName: '0620', name: 'Workgroup 0620' }),
  'workgroup.record-meeting': async () => {
    const { workgroups } = await book.must('workgroup.list', {})
    const workgroupId = workgroups[0]?.id ?? ''
    return { workgroupId, month: '2016-12', heldOn: '2016-12-14', outcomes: [{ text: 'Agreed.' }] }
  },
  'release.add': async () => ({
    codeId: (await code()).id,
    name: 'June 2017',
    releasedOn: '2017-06-30',
    directedChanges: [{ origin: 'Ofgem', reference: 'D1', text: 'A change' }],
  }),
  'meeting.create': async () => ({ bodyId: (await theBody()).id, startsOn: '2017-02-16' }),
  'meeting.change': async () => ({ meetingId: (await theMeeting()).id, place: 'Hall', endTime: '14:00' }),
  'meeting.open': async () => ({ meetingId: (await theMeeting('200')).id }),
  'meeting.close': async () => {
    await asked({ for: 3, against: 2 })
    return { meetingId: (await theMeeting()).id }
  },
  'agenda.add': async () => ({
    meetingId: (await theMeeting()).id,
    title: 'At the top',
    beforeId: (await theMeeting()).agenda[0]?.id ?? '',
  }),
  'agenda.change': async () => ({
    itemId: await item('Modification 0620'),
    plannedMinutes: 40,
    isLate: true,
  }),
  'agenda.move': async () => ({
    itemId: await item('Modification 0621'),
    parentId: await item('Workgroup reports for consideration'),
    beforeId: await item('Modification 0618'),
  }),
  'agenda.remove': async () => ({ itemId: await item('Modification 0618') }),
  'agenda.add-paper': async () => ({
    itemId: await item('Modification 0620'),
    title: 'Late letter',
    isLate: true,
  }),
  'paper.change': async () => ({
    paperId: await paper(),
    title: 'Modification 0620 v1.1',
    reference: '199/4',
    receivedOn: '2016-12-09',
    lateAcceptance: 'taken at short notice',
  }),
  'paper.move': async () => ({
    paperId: await paper(),
    itemId: await item('Modification 0621'),
    beforeId: await paper('Modification 0621'),
  }),
  'paper.remove': async () => ({ paperId: await paper() }),
  'agenda.set-current': async () => ({ itemId: await item('Modification 0621') }),
  'agenda.set-outcome': async () => ({
    itemId: await item('Modification 0621'),
    outcome: 'deferred',
    reason: 'For want of time.',
  }),
  'agenda.add-suggested': async () => ({ meetingId: (await theMeeting()).id }),
  'agenda.move-many': async () => ({
    itemIds: [await item('Modification 0621'), await item('Modification 0620')],
    parentId: null,
    beforeId: (await theMeeting()).agenda[0]?.id ?? '',
  }),
  'agenda.remove-many': async () => ({
    itemIds: [await item('Modification 0618'), await item('Consider workgroup issues')],
  }),
  'agenda.set-outcome-many': async () => ({
    itemIds: [await item('Modification 0618'), await item('Modification 0615S')],
    outcome: 'not-reached',
    reason: 'For want of time.',
  }),
  'agenda.copy': async () => {
    const from = await theMeeting('198')
    return {
      meetingId: (await theMeeting()).id,
      fromMeetingId: from.id,
      itemIds: from.agenda.slice(0, 3).map(({ id }) => id),
    }
  },
} satisfies Partial<Inputs>
