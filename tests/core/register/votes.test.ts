import { beforeEach, expect, test } from 'vitest'
import { makeSubjectBook, type SubjectBook } from '../../support/subject-book.ts'

let book: SubjectBook
beforeEach(() => {
  book = makeSubjectBook()
})

test('every vote and determination on a proposal, newest first, superseded ones included', () => {
  const body = book.call('body.create', { profile: 'unc-modification-panel' })
  const kind = body.questionKinds.find(({ key }) => key === 'self-governance')
  if (kind === undefined) throw new Error('the profile has no such question')
  const codeId = body.codeId ?? ''
  const { id: proposalId } = book.call('proposal.add', { codeId, reference: '0621', title: 'Charging' })
  const { id: otherId } = book.call('proposal.add', { codeId, reference: '0622', title: 'Another' })
  const at = (minute: number) => `2016-12-15T11:${String(minute).padStart(2, '0')}:00.000+00:00`

  book.within(({ db, nextId }) => {
    db.insert('meeting', {
      id: 'meeting',
      body_id: body.id,
      number: '199',
      starts_on: '2016-12-15',
      ends_on: '2016-12-15',
      start_time: '10:30',
      end_time: '13:00',
    })
    const item = { meeting_id: 'meeting', title: '0621', purpose: 'decision' }
    db.insert('agenda_item', { ...item, id: 'item', position: 0, proposal_id: proposalId })
    db.insert('agenda_item', { ...item, id: 'other-item', position: 1, proposal_id: otherId })
    const question = {
      kind_key: kind.key,
      text: 'Does 0621 satisfy the Self-Governance Criteria?',
      polarity: kind.polarity,
      phrases: JSON.stringify(kind.phrases),
      decision_maker: kind.decisionMaker,
      position: 0,
    }
    const put = { ...question, put_at: at(10) }
    db.insert('question', { ...put, id: 'question', agenda_item_id: 'item', proposal_id: proposalId })
    db.insert('question', { ...put, id: 'elsewhere', agenda_item_id: 'other-item', proposal_id: otherId })
    const vote = (id: string, questionId: string, number: number, state: string, values: string[]) => {
      db.insert('vote_round', {
        id,
        question_id: questionId,
        number,
        rule: JSON.stringify(kind.rule),
        method: 'roll-call',
        state,
        quorum: '{}',
        superseded_reason: state === 'superseded' ? 'the wrong question' : '',
        opened_at: at(10 + number),
      })
      values.forEach((value, index) => {
        db.insert('position', {
          id: nextId(),
          vote_round_id: id,
          seat_id: body.seats[index]?.id ?? '',
          votes: 1,
          value,
          basis: 'member',
          recorded_at: at(10 + number),
        })
      })
    }
    vote('first', 'question', 1, 'superseded', ['for', 'for', 'against'])
    vote('second', 'question', 2, 'closed', ['against', 'against', 'against'])
    vote('other', 'elsewhere', 1, 'open', ['for', 'pending', 'pending'])
    const determination = {
      agenda_item_id: 'item',
      proposal_id: proposalId,
      kind: 'self-governance',
      position: 0,
    }
    db.insert('determination', {
      ...determination,
      id: 'by-vote',
      question_id: 'question',
      vote_round_id: 'second',
      text: 'Does not satisfy the Self-Governance Criteria',
      written_at: at(20),
    })
    db.insert('determination', {
      ...determination,
      id: 'noted',
      kind: 'noted',
      text: 'Noted',
      written_at: at(21),
    })
  })

  const { votes, determinations } = book.call('proposal.read', { proposalId })
  expect(votes).toEqual([
    {
      questionId: 'question',
      meetingId: 'meeting',
      itemId: 'item',
      meeting: 'UNC Modification Panel 199, 15 December 2016',
      question: 'Does 0621 satisfy the Self-Governance Criteria?',
      round: 2,
      state: 'closed',
      result: 'Does not satisfy the Self-Governance Criteria, by unanimous vote against',
      counts: expect.stringMatching(/^0 for \+ 3 against .* = 3 votes of all seats$/),
      tally: expect.objectContaining({ for: 0, against: 3, abstain: 0, unnamed: 0 }),
      determination: 'Does not satisfy the Self-Governance Criteria',
      reason: '',
      ratification: null,
      byOption: null,
      corrections: [],
      joint: null,
    },
    expect.objectContaining({
      round: 1,
      state: 'superseded',
      reason: 'the wrong question',
      determination: null,
    }),
  ])
  expect(votes[1]?.result).toContain(
    'Does satisfy the Self-Governance Criteria, by majority (2 for, 1 against',
  )
  expect(determinations.map(({ kind, text }) => [kind, text])).toEqual([['noted', 'Noted']])
  expect(book.call('proposal.read', { proposalId: otherId }).votes).toMatchObject([
    { state: 'open', result: '' },
  ])
})
