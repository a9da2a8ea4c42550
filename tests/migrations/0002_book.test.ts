import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMigrations } from '../../db/migrate.ts'

const folder = fileURLToPath(new URL('../../migrations/', import.meta.url))

/** The least book in which a vote can be taken. */
const small = `
  INSERT INTO code (id, short_name, name) VALUES ('code', 'UNC', 'Uniform Network Code');
  INSERT INTO stage (id, code_id, key, name, position, is_open) VALUES ('stage', 'code', 'new', 'New', 0, 1);
  INSERT INTO body (id, code_id, kind, name, short_name) VALUES ('body', 'code', 'panel', 'Panel', 'PAN');
  INSERT INTO seat (id, body_id, name, position) VALUES ('seat', 'body', 'Shipper 1', 0);
  INSERT INTO person (id, name, initials) VALUES ('ab', 'AB', 'AB'), ('cd', 'CD', 'CD');
  INSERT INTO meeting (id, body_id, number, starts_on, ends_on, start_time, end_time)
    VALUES ('m', 'body', '199', '2016-12-15', '2016-12-15', '10:30', '13:00');
  INSERT INTO agenda_item (id, meeting_id, position, title, purpose) VALUES ('item', 'm', 1, 'One', 'decision');
  INSERT INTO attendance (id, meeting_id, person_id, seat_id, capacity, initials)
    VALUES ('a', 'm', 'ab', 'seat', 'member', 'AB');
  INSERT INTO question (id, agenda_item_id, kind_key, text, polarity, phrases, decision_maker, position, put_at)
    VALUES ('q', 'item', 'k', 'Should it?', 'for-carries', '{}', 'body', 1, '2016-12-15T10:30:00Z');
  INSERT INTO vote_round (id, question_id, number, rule, method, state, quorum, opened_at)
    VALUES ('r', 'q', 1, '{}', 'roll-call', 'open', '{}', '2016-12-15T10:30:00Z');
  INSERT INTO position (id, vote_round_id, seat_id, votes, value, basis, recorded_at)
    VALUES ('p', 'r', 'seat', 1, 'for', 'member', '2016-12-15T10:30:00Z');
  INSERT INTO written_position (id, agenda_item_id, seat_id, value, received_at)
    VALUES ('w', 'item', 'seat', 'for', '2016-12-12T09:00:00Z');
  INSERT INTO proposal (id, code_id, reference, reference_number, title, stage_id)
    VALUES ('prop', 'code', '0621', 621, 'Charging', 'stage');
  INSERT INTO action (id, body_id, reference, year, text, raised_on, status)
    VALUES ('act', 'body', 'PAN 12/01', 2016, 'Do it', '2016-12-15', 'open');`

let book: Database.Database
beforeAll(() => {
  book = new Database(':memory:')
  for (const { sql } of readMigrations(folder).slice(0, 2)) book.exec(sql)
  book.pragma('foreign_keys = ON')
  book.exec(small)
})
afterAll(() => book.close())

/** What the tables refuse by themselves, whatever a command forgets. */
const refused: [string, string, RegExp][] = [
  [
    'a seat has one position in a vote',
    `INSERT INTO position SELECT 'p2', vote_round_id, seat_id, votes, value, option_key, cast_by_id, basis, recorded_at FROM position`,
    /UNIQUE.*position/,
  ],
  ['a position is one of the field’s', `UPDATE position SET value = 'perhaps'`, /CHECK/],
  ['a position has a vote', 'UPDATE position SET votes = 0', /CHECK/],
  ['a position is a text', 'UPDATE position SET recorded_at = NULL', /NOT NULL/],
  [
    'a question has one vote of a number',
    `INSERT INTO vote_round (id, question_id, number, rule, method, state, quorum, opened_at)
       SELECT 'r2', question_id, number, rule, method, state, quorum, opened_at FROM vote_round`,
    /UNIQUE.*vote_round/,
  ],
  ['a chair declares carried or not carried', `UPDATE vote_round SET declared = 'perhaps'`, /CHECK/],
  ['a written position is for, against or abstain', `UPDATE written_position SET value = 'none'`, /CHECK/],
  [
    'one written position stands for a seat and a question',
    `INSERT INTO written_position (id, agenda_item_id, seat_id, value, received_at)
       VALUES ('w2', 'item', 'seat', 'against', '2016-12-13T09:00:00Z')`,
    /UNIQUE.*written_position/,
  ],
  ['a rule is JSON', `UPDATE vote_round SET rule = 'half'`, /CHECK/],
  [
    'somebody attends a meeting once',
    `INSERT INTO attendance (id, meeting_id, person_id, capacity, initials) VALUES ('b', 'm', 'ab', 'invitee', 'AX')`,
    /UNIQUE.*person_id/,
  ],
  [
    'initials are one person’s at a meeting',
    `INSERT INTO attendance (id, meeting_id, person_id, capacity, initials) VALUES ('b', 'm', 'cd', 'invitee', 'AB')`,
    /UNIQUE.*initials/,
  ],
  ['a member sits for a seat', 'UPDATE attendance SET seat_id = NULL', /CHECK/],
  ['a meeting ends after it began', `UPDATE meeting SET ends_on = '2016-12-14'`, /CHECK/],
  [
    'a body has one meeting of a number',
    `INSERT INTO meeting (id, body_id, number, starts_on, ends_on, start_time, end_time)
       VALUES ('m2', 'body', '199', '2017-01-19', '2017-01-19', '10:30', '13:00')`,
    /UNIQUE.*number/,
  ],
  ['what became of an item is one of the field’s words', `UPDATE agenda_item SET outcome = 'gone'`, /CHECK/],
  [
    'a code has one proposal of a reference',
    `INSERT INTO proposal (id, code_id, reference, reference_number, title, stage_id)
       VALUES ('prop2', 'code', '0621', 621, 'Other', 'stage')`,
    /UNIQUE.*reference/,
  ],
  ['a closed action says when', `UPDATE action SET status = 'closed'`, /CHECK/],
  ['an open action was not closed', `UPDATE action SET closed_on = '2016-12-16'`, /CHECK/],
  [
    'a reference of an action is used once in a year',
    `INSERT INTO action (id, body_id, reference, year, text, raised_on, status)
       VALUES ('act2', 'body', 'PAN 12/01', 2016, 'Again', '2016-12-15', 'open')`,
    /UNIQUE.*reference/,
  ],
  ['what is referred to stays', 'DELETE FROM seat', /FOREIGN KEY/],
  ['a whole number is a whole number', `UPDATE agenda_item SET planned_minutes = 'ten'`, /cannot store TEXT/],
]

test.each(refused)('%s', (_what, sql, message) => {
  expect(() => book.exec(sql)).toThrow(message)
})

test('the reference of an action comes back in another year', () => {
  book.exec(`INSERT INTO action (id, body_id, reference, year, text, raised_on, status)
    VALUES ('act3', 'body', 'PAN 12/01', 2017, 'Again', '2017-12-15', 'open')`)
})
