import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { v7 } from 'uuid'
import type { z } from 'zod'
import { actionCommands } from '../../../core/actions/commands.ts'
import { actionQueries } from '../../../core/actions/queries.ts'
import { makeBook } from '../../../core/book/library.ts'
import { actionCalls } from '../../../core/contract/actions.ts'
import { PanelbookError } from '../../../core/contract/errors.ts'
import { historyCalls } from '../../../core/contract/history.ts'
import { searchCalls } from '../../../core/contract/search.ts'
import { votingCalls } from '../../../core/contract/voting.ts'
import { historyQueries } from '../../../core/history/queries.ts'
import { noteCommands } from '../../../core/minutes/commands.ts'
import { searchQueries } from '../../../core/search/queries.ts'
import { openStore } from '../../../db/open.ts'
import type { Store, Writer } from '../../../db/store-types.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const subjectCalls = {
  ...actionCalls,
  ...searchCalls,
  'note.write': votingCalls['note.write'],
  'history.list': historyCalls['history.list'],
  'history.state': historyCalls['history.state'],
  'history.verify': historyCalls['history.verify'],
}
const handlers = { ...actionCommands, ...actionQueries, ...noteCommands, ...historyQueries, ...searchQueries }
type Name = keyof typeof subjectCalls
type Input<N extends Name> = z.input<(typeof subjectCalls)[N]['input']>
type Output<N extends Name> = z.output<(typeof subjectCalls)[N]['output']>

export interface SmallBook {
  store: Store
  path: string
  /** One call on a real store; the output is checked against the contract. */
  call<N extends Name>(name: N, input: Input<N>): Output<N>
  refusal<N extends Name>(name: N, input: Input<N>): PanelbookError
  /** Rows as another subject's commands would write them. */
  write(work: (db: Writer) => void): void
  setNow(instant: string): void
}

export const request = () => ({ requestId: v7(), actor: 'Secretary', at: '2016-12-15T10:00:00.000+00:00' })

/** Actions, notes, history and search on a fresh book. It is 15 December 2016. */
export function makeSmallBook(): SmallBook {
  let now = '2016-12-15T10:00:00.000+00:00'
  const places = {
    data: '',
    resources: '',
    documentWorker: '',
    migrations: join(import.meta.dirname, '../../../migrations'),
  }
  const path = join(tempFolder(), 'small.panelbook')
  const ports = { clock: { now: () => now }, ids: { next: () => v7() }, places }
  makeBook(ports, path, { name: 'Small', lineageId: v7(), actor: 'Secretary' })
  const store = openStore(path, { migrations: places.migrations, now: () => now })
  onTestFinished(() => store.close())

  function command<T>(
    name: string,
    input: unknown,
    work: (db: Writer, summarise: (words: string) => void) => T,
  ): T {
    let summary = name
    const entry = {
      requestId: v7(),
      command: name,
      input,
      actor: 'Secretary',
      at: now,
      summary: () => summary,
    }
    return store.command(entry, (db) => work(db, (words) => void (summary = words))).value
  }

  function call<N extends Name>(name: N, input: Input<N>): Output<N> {
    const definition = subjectCalls[name]
    const checked = definition.input.parse(input)
    const handler = handlers[name] as (context: unknown, input: unknown) => unknown
    const value =
      definition.kind === 'command'
        ? command(name, checked, (db, summarise) =>
            handler({ db, now, actor: 'Secretary', nextId: () => v7(), summarise }, checked),
          )
        : store.read((db) => handler({ db, now, history: store }, checked))
    return definition.output.parse(value) as Output<N>
  }

  return {
    store,
    path,
    call,
    refusal(name, input) {
      try {
        call(name, input)
      } catch (error) {
        if (error instanceof PanelbookError) return error
        throw error
      }
      throw new Error(`${name} was not refused`)
    },
    write: (work) => command('test.write', {}, (db) => work(db)),
    setNow: (instant) => void (now = instant),
  }
}

/** One panel with a meeting of three items, the third under the second, and two people of the same initials. */
export function writePanel(book: SmallBook, pattern = '{short} {month}/{sequence:2}'): void {
  book.write((db) => {
    db.insert('code', { id: 'unc', short_name: 'UNC', name: 'Uniform Network Code', reference_digits: 4 })
    db.insert('stage', {
      id: 'open',
      code_id: 'unc',
      key: 'open',
      name: 'Workgroup',
      position: 1,
      is_open: 1,
    })
    db.insert('proposal', {
      id: 'p621',
      code_id: 'unc',
      reference: '0621A',
      reference_number: 621,
      reference_suffix: 'A',
      title: 'Amendments to Gas Transmission Charging',
      summary: 'Café prices and the long road to a transparent methodology.',
      stage_id: 'open',
    })
    db.insert('body', {
      id: 'panel',
      code_id: 'unc',
      kind: 'panel',
      name: 'Modification Panel',
      short_name: 'PAN',
      action_reference: pattern,
    })
    db.insert('body', { id: 'board', kind: 'change-board', name: 'Change Board', short_name: 'CB' })
    for (const [id, name, initials] of [
      ['ef', 'Erik F', 'EF'],
      ['af1', 'Anna F', 'AF'],
      ['af2', 'Arthur F', 'AF'],
    ] as const) {
      db.insert('person', { id, name, initials, organisation: 'Joint Office' })
    }
    db.insert('membership', { id: 'm1', body_id: 'panel', person_id: 'af1', role: 'observer' })
    db.insert('meeting', {
      id: 'm199',
      body_id: 'panel',
      number: '199',
      starts_on: '2016-12-15',
      ends_on: '2016-12-15',
      start_time: '10:30',
      end_time: '13:00',
      first_paragraph: 1228,
      state: 'open',
    })
    const item = (id: string, parent: string | null, position: number, title: string) =>
      db.insert('agenda_item', {
        id,
        meeting_id: 'm199',
        parent_id: parent,
        position,
        title,
        purpose: 'decision',
        proposal_id: id === 'i3' ? 'p621' : null,
      })
    item('i1', null, 1, 'Minutes')
    item('i2', null, 2, 'Reports')
    item('i3', 'i2', 1, 'Charging')
    item('i4', null, 3, 'Any other business')
  })
}
