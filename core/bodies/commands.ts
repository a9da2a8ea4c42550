import type { Row } from '../../db/store-types.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import { capacityWords } from '../contract/words.ts'
import type { AllHandlers, CommandContext } from '../handler.ts'
import { readBody, readCode, readPerson } from './body-view.ts'
import {
  createBody,
  refuseBodyName,
  settingsRow,
  writeAgendaTemplate,
  writeQuestionKinds,
} from './create-body.ts'
import { createCode } from './create-code.ts'
import { keepConstituency } from './keep-constituency.ts'
import { checkPattern, patternPlaces, type PatternField } from './numbering-pattern.ts'
import { refuseRepeats } from './profile.ts'
import { refuseUnknownStages } from './refuse-unknown-stages.ts'

/** From the beginning, where no first day is given: a seat that has always been there. */
const always = '0001-01-01'

export const bodyCommands = {
  'code.create': (context, input) => {
    const codeId = createCode(context, input)
    context.summarise(`code ${input.shortName} added`)
    return readCode(context.db, codeId)
  },
  'code.change': ({ db, summarise }, { codeId, ...changes }) => {
    const code = readCode(db, codeId)
    db.update(
      'code',
      codeId,
      given({
        name: changes.name,
        administrator: changes.administrator,
        decision_maker: changes.decisionMaker,
        source_note: changes.sourceNote,
      }),
    )
    summarise(`code ${code.shortName} changed`)
    return readCode(db, codeId)
  },
  'body.create': (context, input) => {
    const body = readBody(context.db, createBody(context, input))
    context.summarise(`${body.name} added`)
    return body
  },
  'body.change': ({ db, summarise }, { bodyId, ...changes }) => {
    const before = readBody(db, bodyId)
    if (changes.name !== undefined) refuseBodyName({ db }, changes.name, bodyId)
    for (const field of Object.keys(patternPlaces) as PatternField[]) {
      const pattern = changes[field]
      if (pattern !== undefined) checkPattern(field, pattern)
    }
    const start = changes.usualStart ?? before.usualStart
    const end = changes.usualEnd ?? before.usualEnd
    if (end <= start) throw badInput('usualEnd', `must be later than the usual start, ${start}`)
    db.update('body', bodyId, settingsRow(changes))
    summarise(`settings of ${before.shortName} changed`)
    return readBody(db, bodyId)
  },
  'body.add-constituency': ({ db, nextId, summarise }, input) => {
    const body = readBody(db, input.bodyId)
    refuseConstituencyName(db, body.id, input.name)
    db.insert('constituency', {
      id: nextId(),
      body_id: body.id,
      name: input.name,
      short_name: input.shortName,
      position: nextPosition(db, 'constituency', body.id),
      quorum_minimum: input.quorumMinimum,
    })
    summarise(`constituency ${input.name} added to ${body.shortName}`)
    return readBody(db, body.id)
  },
  'body.change-constituency': ({ db, summarise }, { constituencyId, ...changes }) => {
    const row = db.get<{ body_id: string; name: string }>(
      'SELECT body_id, name FROM constituency WHERE id = ?',
      constituencyId,
    )
    if (row === undefined)
      throw new PanelbookError('not-found', 'There is no such constituency in this book.')
    if (changes.name !== undefined) refuseConstituencyName(db, row.body_id, changes.name, constituencyId)
    db.update(
      'constituency',
      constituencyId,
      given({ name: changes.name, short_name: changes.shortName, quorum_minimum: changes.quorumMinimum }),
    )
    summarise(`constituency ${row.name} changed`)
    return readBody(db, row.body_id)
  },
  'body.add-seat': ({ db, nextId, summarise }, input) => {
    const body = readBody(db, input.bodyId)
    checkConstituency(db, body.id, input.constituencyId)
    const from = input.effectiveFrom ?? always
    const to = input.effectiveTo ?? null
    checkDates(from, to)
    db.insert('seat', {
      id: nextId(),
      body_id: body.id,
      constituency_id: input.constituencyId,
      name: input.name,
      votes: input.votes,
      position: nextPosition(db, 'seat', body.id),
      effective_from: from,
      effective_to: to,
    })
    summarise(`seat ${input.name} added to ${body.shortName}`)
    return readBody(db, body.id)
  },
  'body.change-seat': ({ db, summarise }, { seatId, ...changes }) => {
    const seat = readSeat(db, seatId)
    checkConstituency(db, seat.body_id, changes.constituencyId ?? null)
    keepConstituency(db, seat, changes.constituencyId)
    checkDates(
      changes.effectiveFrom ?? seat.effective_from,
      changes.effectiveTo === undefined ? seat.effective_to : changes.effectiveTo,
    )
    db.update(
      'seat',
      seatId,
      given({
        constituency_id: changes.constituencyId,
        name: changes.name,
        votes: changes.votes,
        effective_from: changes.effectiveFrom,
        effective_to: changes.effectiveTo,
      }),
    )
    summarise(`seat ${seat.name} changed`)
    return readBody(db, seat.body_id)
  },
  'body.add-member': ({ db, nextId, summarise }, input) => {
    const body = readBody(db, input.bodyId)
    const person = readPerson(db, input.personId)
    const isVoting = input.role === 'member' || input.role === 'alternate'
    if (isVoting && input.seatId === null) throw badInput('seatId', 'a member or an alternate needs a seat')
    if (input.seatId !== null) {
      if (!isVoting) throw badInput('seatId', 'only members and alternates sit for a seat')
      if (readSeat(db, input.seatId).body_id !== body.id) {
        throw badInput('seatId', `is not a seat of the ${body.name}`)
      }
    }
    const from = input.effectiveFrom ?? always
    const to = input.effectiveTo ?? null
    checkDates(from, to)
    const isThereAlready = body.memberships.some(
      (other) =>
        other.personId === person.id &&
        other.role === input.role &&
        other.seatId === input.seatId &&
        (to === null || other.effectiveFrom <= to) &&
        (other.effectiveTo === null || other.effectiveTo >= from),
    )
    if (isThereAlready) {
      const role = capacityWords[input.role].toLowerCase()
      throw new PanelbookError(
        'already-exists',
        `${person.name} is ${role} of the ${body.name} at that time already.`,
      )
    }
    db.insert('membership', {
      id: nextId(),
      body_id: body.id,
      person_id: person.id,
      seat_id: input.seatId,
      role: input.role,
      effective_from: from,
      effective_to: to,
    })
    summarise(`${person.initials} ${capacityWords[input.role].toLowerCase()} of ${body.shortName}`)
    return readBody(db, body.id)
  },
  'body.end-membership': ({ db, summarise }, { membershipId, effectiveTo }) => {
    const row = db.get<{ body_id: string; effective_from: string; initials: string }>(
      `SELECT membership.body_id, membership.effective_from, person.initials
       FROM membership JOIN person ON person.id = membership.person_id WHERE membership.id = ?`,
      membershipId,
    )
    if (row === undefined) throw new PanelbookError('not-found', 'There is no such membership in this book.')
    checkDates(row.effective_from, effectiveTo)
    db.update('membership', membershipId, { effective_to: effectiveTo })
    summarise(`membership of ${row.initials} ended`)
    return readBody(db, row.body_id)
  },
  'body.set-questions': (context, { bodyId, questionKinds }) => {
    const body = readBody(context.db, bodyId)
    refuseRepeats(questionKinds, 'key', (index) => {
      throw badInput(`questionKinds.${index}.key`, 'is used twice')
    })
    refuseUnknownStages(
      context.db,
      body.codeId,
      questionKinds.map(({ consequences }, index) => ({
        path: `questionKinds.${index}.consequences`,
        consequences,
      })),
    )
    writeQuestionKinds(context, bodyId, questionKinds)
    context.summarise(`questions of ${body.shortName} changed`)
    return readBody(context.db, bodyId)
  },
  'body.set-agenda-template': (context, { bodyId, items }) => {
    const body = readBody(context.db, bodyId)
    writeAgendaTemplate(context, bodyId, items)
    context.summarise(`agenda template of ${body.shortName} changed`)
    return readBody(context.db, bodyId)
  },
  'person.add': ({ db, nextId, summarise }, input) => {
    const id = nextId()
    db.insert('person', { id, ...input })
    summarise(`${input.initials} ${input.name} added`)
    return readPerson(db, id)
  },
  'person.change': ({ db, summarise }, { personId, ...changes }) => {
    const person = readPerson(db, personId)
    db.update('person', personId, given(changes))
    summarise(`${person.initials} ${person.name} changed`)
    return readPerson(db, personId)
  },
} satisfies Partial<AllHandlers>

/** The columns that are given: what a caller leaves out is not touched. */
function given(columns: Record<string, string | number | null | undefined>): Row {
  return Object.fromEntries(
    Object.entries(columns).filter(
      (column): column is [string, string | number | null] => column[1] !== undefined,
    ),
  )
}

function readSeat(db: CommandContext['db'], seatId: string) {
  const seat = db.get<{
    id: string
    body_id: string
    constituency_id: string | null
    name: string
    effective_from: string
    effective_to: string | null
  }>('SELECT id, body_id, constituency_id, name, effective_from, effective_to FROM seat WHERE id = ?', seatId)
  if (seat === undefined) throw new PanelbookError('not-found', 'There is no such seat in this book.')
  return seat
}

function refuseConstituencyName(db: CommandContext['db'], bodyId: string, name: string, exceptId = ''): void {
  const other = db.get<{ name: string }>(
    'SELECT name FROM constituency WHERE body_id = ? AND name = ? COLLATE NOCASE AND id <> ?',
    bodyId,
    name,
    exceptId,
  )
  if (other === undefined) return
  throw new PanelbookError('already-exists', `The body has a constituency called ${other.name} already.`)
}

function checkConstituency(db: CommandContext['db'], bodyId: string, constituencyId: string | null): void {
  if (constituencyId === null) return
  const row = db.get<{ body_id: string }>('SELECT body_id FROM constituency WHERE id = ?', constituencyId)
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such constituency in this book.')
  if (row.body_id !== bodyId) throw badInput('constituencyId', 'is a constituency of another body')
}

function checkDates(from: string, to: string | null): void {
  if (to !== null && to < from) throw badInput('effectiveTo', `must not be before the first day, ${from}`)
}

function nextPosition(db: CommandContext['db'], table: 'seat' | 'constituency', bodyId: string): number {
  const sql = {
    seat: 'SELECT coalesce(max(position) + 1, 0) AS next FROM seat WHERE body_id = ?',
    constituency: 'SELECT coalesce(max(position) + 1, 0) AS next FROM constituency WHERE body_id = ?',
  }
  return db.get<{ next: number }>(sql[table], bodyId)?.next ?? 0
}
