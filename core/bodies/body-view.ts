import type { Reader } from '../../db/store-types.ts'
import type { Body, TemplateItem } from '../contract/bodies.ts'
import type { QuestionKind } from '../contract/question-kinds.ts'
import type { CallOutput } from '../contract/calls.ts'
import { PanelbookError } from '../contract/errors.ts'
import { readScripts } from '../scripts/script-view.ts'
import { readSnippets } from '../snippets/snippet-view.ts'
import { ruleExplanation, ruleName } from '../voting/rule-words.ts'

export type Code = CallOutput<'code.list'>['codes'][number]
export type BodySummary = CallOutput<'body.list'>['bodies'][number]
export type Person = CallOutput<'person.list'>['people'][number]

interface BodyRow {
  id: string
  code_id: string | null
  kind: Body['kind']
  name: string
  short_name: string
  profile: string
  quorum_total: number
  quorum_counts: Body['quorumCounts']
  recused_counts_for_quorum: number
  chair_vote: Body['chairVote']
  votes_per_person_cap: number | null
  carriers: Body['carriers']
  item_numbering: string
  sub_item_numbering: string
  action_reference: string
  paragraphs_run_on: number
  paper_deadline_days: number
  usual_start: string
  usual_end: string
  usual_place: string
  source_note: string
}

/**
 * One body whole, with seats and memberships of every date.
 * @throws PanelbookError `not-found`.
 */
export function readBody(db: Reader, bodyId: string): Body {
  const row = db.get<BodyRow>('SELECT * FROM body WHERE id = ?', bodyId)
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such body in this book.')
  const questionKinds = readQuestionKinds(db, bodyId)
  return {
    id: row.id,
    codeId: row.code_id,
    kind: row.kind,
    name: row.name,
    shortName: row.short_name,
    profile: row.profile,
    quorumTotal: row.quorum_total,
    quorumCounts: row.quorum_counts,
    recusedCountsForQuorum: row.recused_counts_for_quorum === 1,
    chairVote: row.chair_vote,
    votesPerPersonCap: row.votes_per_person_cap,
    carriers: row.carriers,
    itemNumbering: row.item_numbering,
    subItemNumbering: row.sub_item_numbering,
    actionReference: row.action_reference,
    paragraphsRunOn: row.paragraphs_run_on === 1,
    paperDeadlineDays: row.paper_deadline_days,
    usualStart: row.usual_start,
    usualEnd: row.usual_end,
    usualPlace: row.usual_place,
    sourceNote: row.source_note,
    constituencies: readConstituencies(db, bodyId),
    seats: readSeats(db, bodyId),
    memberships: readMemberships(db, bodyId),
    questionKinds,
    questionRules: questionKinds.map(({ key, rule }) => ({
      key,
      name: ruleName(rule),
      explanation: ruleExplanation(rule),
    })),
    agendaTemplate: readAgendaTemplate(db, bodyId),
    snippets: readSnippets(db, bodyId),
    scripts: readScripts(db, bodyId),
  }
}

function readConstituencies(db: Reader, bodyId: string): Body['constituencies'] {
  return db
    .all<{ id: string; name: string; short_name: string; quorum_minimum: number }>(
      'SELECT id, name, short_name, quorum_minimum FROM constituency WHERE body_id = ? ORDER BY position, id',
      bodyId,
    )
    .map((row) => ({
      id: row.id,
      name: row.name,
      shortName: row.short_name,
      quorumMinimum: row.quorum_minimum,
    }))
}

/** In the order of the vote table: constituency by constituency, those without one last. */
function readSeats(db: Reader, bodyId: string): Body['seats'] {
  return db
    .all<{
      id: string
      name: string
      constituency_id: string | null
      votes: number
      effective_from: string
      effective_to: string | null
    }>(
      `SELECT seat.id, seat.name, seat.constituency_id, seat.votes, seat.effective_from, seat.effective_to
       FROM seat LEFT JOIN constituency ON constituency.id = seat.constituency_id
       WHERE seat.body_id = ?
       ORDER BY constituency.position IS NULL, constituency.position, seat.position, seat.id`,
      bodyId,
    )
    .map((row) => ({
      id: row.id,
      name: row.name,
      constituencyId: row.constituency_id,
      votes: row.votes,
      effectiveFrom: row.effective_from,
      effectiveTo: row.effective_to,
    }))
}

/** Those with a seat in the order of the seats, then the others by name. */
function readMemberships(db: Reader, bodyId: string): Body['memberships'] {
  return db
    .all<{
      id: string
      person_id: string
      name: string
      initials: string
      organisation: string
      role: Body['memberships'][number]['role']
      seat_id: string | null
      effective_from: string
      effective_to: string | null
    }>(
      `SELECT membership.id, membership.person_id, person.name, person.initials, person.organisation,
         membership.role, membership.seat_id, membership.effective_from, membership.effective_to
       FROM membership
       JOIN person ON person.id = membership.person_id
       LEFT JOIN seat ON seat.id = membership.seat_id
       LEFT JOIN constituency ON constituency.id = seat.constituency_id
       WHERE membership.body_id = ?
       ORDER BY membership.seat_id IS NULL, constituency.position IS NULL, constituency.position, seat.position,
         membership.seat_id, membership.role <> 'member', person.name, membership.id`,
      bodyId,
    )
    .map((row) => ({
      id: row.id,
      personId: row.person_id,
      name: row.name,
      initials: row.initials,
      organisation: row.organisation,
      role: row.role,
      seatId: row.seat_id,
      effectiveFrom: row.effective_from,
      effectiveTo: row.effective_to,
    }))
}

/** The questions that a body usually puts, in its own order; empty for an unknown body. */
export function readQuestionKinds(db: Reader, bodyId: string): QuestionKind[] {
  return db
    .all<{
      key: string
      label: string
      text: string
      rule: string
      polarity: QuestionKind['polarity']
      phrases: string
      determination_kind: string
      decision_maker: QuestionKind['decisionMaker']
      source_note: string
      consequences: string
      objectives: string
    }>(
      `SELECT key, label, text, rule, polarity, phrases, determination_kind, decision_maker, source_note, consequences,
         objectives
       FROM question_kind WHERE body_id = ? ORDER BY position, id`,
      bodyId,
    )
    .map((row) => ({
      key: row.key,
      label: row.label,
      text: row.text,
      rule: JSON.parse(row.rule) as QuestionKind['rule'],
      polarity: row.polarity,
      phrases: JSON.parse(row.phrases) as QuestionKind['phrases'],
      determinationKind: row.determination_kind,
      decisionMaker: row.decision_maker,
      sourceNote: row.source_note,
      consequences: JSON.parse(row.consequences) as QuestionKind['consequences'],
      objectives: JSON.parse(row.objectives) as QuestionKind['objectives'],
    }))
}

function readAgendaTemplate(db: Reader, bodyId: string): TemplateItem[] {
  return db
    .all<{
      kind: TemplateItem['kind']
      title: string
      purpose: TemplateItem['purpose']
      planned_minutes: number
      presenter: string
    }>(
      `SELECT kind, title, purpose, planned_minutes, presenter
       FROM agenda_template_item WHERE body_id = ? ORDER BY position, id`,
      bodyId,
    )
    .map((row) => ({
      kind: row.kind,
      title: row.title,
      purpose: row.purpose,
      plannedMinutes: row.planned_minutes,
      presenter: row.presenter,
    }))
}

/** Every body with the number of its seats and votes in force on `date`, YYYY-MM-DD. */
export function readBodySummaries(db: Reader, date: string): BodySummary[] {
  return db
    .all<{
      id: string
      name: string
      short_name: string
      kind: BodySummary['kind']
      code_id: string | null
      code_short_name: string | null
      seats: number
      votes: number
    }>(
      `SELECT body.id, body.name, body.short_name, body.kind, body.code_id, code.short_name AS code_short_name,
         count(seat.id) AS seats, coalesce(sum(seat.votes), 0) AS votes
       FROM body
       LEFT JOIN code ON code.id = body.code_id
       LEFT JOIN seat ON seat.body_id = body.id AND seat.effective_from <= :date
         AND (seat.effective_to IS NULL OR seat.effective_to >= :date)
       GROUP BY body.id
       ORDER BY body.name, body.id`,
      { date },
    )
    .map((row) => ({
      id: row.id,
      name: row.name,
      shortName: row.short_name,
      kind: row.kind,
      code:
        row.code_id === null || row.code_short_name === null
          ? null
          : { id: row.code_id, shortName: row.code_short_name },
      seats: row.seats,
      votes: row.votes,
    }))
}

interface CodeRow {
  id: string
  short_name: string
  name: string
  administrator: string
  decision_maker: string
  reference_prefix: string
  reference_digits: number
  source_note: string
}

export function readCodes(db: Reader): Code[] {
  return db.all<CodeRow>('SELECT * FROM code ORDER BY short_name').map((row) => codeView(db, row))
}

/** @throws PanelbookError `not-found`. */
export function readCode(db: Reader, codeId: string): Code {
  const row = db.get<CodeRow>('SELECT * FROM code WHERE id = ?', codeId)
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such code in this book.')
  return codeView(db, row)
}

function codeView(db: Reader, row: CodeRow): Code {
  const stages = db.all<{ id: string; key: string; name: string; is_open: number }>(
    'SELECT id, key, name, is_open FROM stage WHERE code_id = ? ORDER BY position, id',
    row.id,
  )
  return {
    id: row.id,
    shortName: row.short_name,
    name: row.name,
    administrator: row.administrator,
    decisionMaker: row.decision_maker,
    referencePrefix: row.reference_prefix,
    referenceDigits: row.reference_digits,
    sourceNote: row.source_note,
    stages: stages.map((stage) => ({
      id: stage.id,
      key: stage.key,
      name: stage.name,
      isOpen: stage.is_open === 1,
    })),
    updates: db.all<Code['updates'][number]>(
      `SELECT id, happened_on AS happenedOn, title, text FROM code_update
       WHERE code_id = ? ORDER BY happened_on DESC, id DESC`,
      row.id,
    ),
  }
}

const personColumns = 'id, name, initials, organisation, email'

export function readPeople(db: Reader): Person[] {
  return db.all<Person>(`SELECT ${personColumns} FROM person ORDER BY name COLLATE NOCASE, id`)
}

/** @throws PanelbookError `not-found`. */
export function readPerson(db: Reader, personId: string): Person {
  const person = db.get<Person>(`SELECT ${personColumns} FROM person WHERE id = ?`, personId)
  if (person === undefined) throw new PanelbookError('not-found', 'There is no such person in this book.')
  return person
}
