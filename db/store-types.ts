/** A value as SQL knows it. There are no booleans in SQL: 0 and 1. */
export type Value = string | number | null | Uint8Array
export type Row = Record<string, Value>

/** What a statement is given: values for `?`, or one object for `:name`. */
export type Parameters = Value[] | [Readonly<Record<string, Value>>]

// A Writer is a Reader, never the reverse: a query cannot be handed the means to write.
declare const reads: unique symbol
declare const writes: unique symbol

export interface Reader {
  readonly [reads]: true
  /** Every row of a SELECT. Columns become properties under their own names. */
  all<T>(sql: string, ...parameters: Parameters): T[]
  /** The first row of a SELECT, or undefined. */
  get<T>(sql: string, ...parameters: Parameters): T | undefined
}

/** A row's primary key: the value of `id`, or each key column by name where the key has several. */
export type Key = string | number | Readonly<Record<string, Value>>

export interface Writer extends Reader {
  readonly [writes]: true
  /** One INSERT, UPDATE or DELETE. Never INSERT OR REPLACE. */
  run(sql: string, ...parameters: Parameters): { changes: number }
  /** @throws PanelbookError `already-exists` naming table.column, `not-found` for an unknown reference. */
  insert(table: string, row: Readonly<Row>): void
  /** @throws PanelbookError `not-found` when there is no such row. */
  update(table: string, key: Key, changes: Readonly<Row>): void
  /** Inserts the row, or updates the columns that are given where a row with this key exists. */
  upsert(table: string, row: Readonly<Row>): void
  /** @throws PanelbookError `not-found` when there is no such row, `conflict` when something refers to it. */
  remove(table: string, key: Key): void
}

export interface CommandEntry {
  /** The caller's UUID. Sent twice it is applied once and answered alike. */
  requestId: string
  /** Name in the contract: `vote.record`. */
  command: string
  /** The checked input, plain JSON; it goes into the history. */
  input: unknown
  actor: string
  /** The instant, ISO 8601 with offset. */
  at: string
  /** What was done, in words; asked for when the work is done. The command's name where left out. */
  summary?: () => string
  /** Default true. An entry that cannot be undone is skipped by undo and leaves what can be redone alone. */
  undoable?: boolean
}

/** Undo and redo name themselves in the history. */
export type UndoRequest = Omit<CommandEntry, 'command' | 'input' | 'undoable' | 'summary'>

export interface CommandResult<T> {
  value: T
  /** The entry's place in this book. */
  seq: number
  /** True when the request had been carried out before and the stored reply was given. */
  replayed: boolean
}

export interface JournalEntry {
  seq: number
  device: string
  deviceSeq: number
  requestId: string
  at: string
  actor: string
  command: string
  /** What was done, in words; an undo or redo has the words of what it took back. */
  summary: string
  input: unknown
  undoable: boolean
  /** `device:deviceSeq` of the entry that this one takes back, or null. */
  undoes: string | null
  /** Taken back, and not put back since. */
  isUndone: boolean
  /** The command that this entry is about: itself, or what an undo or redo goes back to in the end. */
  about: { seq: number; command: string; input: unknown }
  prevHash: string
  hash: string
}

export interface RowChange {
  table: string
  /** The primary key: the id itself, or a JSON array where the key is not one text column. */
  key: string
  /** Whole rows; null before an insert and after a removal. */
  before: Row | null
  after: Row | null
}

export interface Problem {
  where: 'file' | 'schema' | 'journal' | 'table'
  table?: string
  key?: string
  column?: string
  seq?: number
  /** Plain words that say where and what. */
  message: string
}

export interface VerifyReport {
  ok: boolean
  entries: number
  lastHash: string
  /** At most 200; a report that is full says so in its last line. */
  problems: Problem[]
}

export type Progress = (done: number, total: number) => void

export interface Store {
  readonly path: string
  readonly readOnly: boolean
  readonly deviceId: string
  /** The disk ran full and the reserve beside the book was used up: tell the secretary. */
  readonly ballastSpent: boolean
  /** Runs `work` in one consistent read transaction. Inside a command it sees what the command has done so far. */
  read<T>(work: (db: Reader) => T): T
  /**
   * Runs `work` in a write transaction, puts what it changed into the history and commits durably before it
   * returns. `work` may be run a second time when the disk ran full. Whatever it throws rolls everything back.
   */
  command<T>(entry: CommandEntry, work: (db: Writer) => T): CommandResult<T>
  /** @throws PanelbookError `nothing-to-undo`, or `conflict` when a later change stands in the way. */
  undo(request: UndoRequest): { undone: JournalEntry; seq: number; replayed: boolean }
  redo(request: UndoRequest): { redone: JournalEntry; seq: number; replayed: boolean }
  /** The entry that undo would take back. */
  undoable(): JournalEntry | undefined
  /** The undo that redo would take back; `about` names the command. */
  redoable(): JournalEntry | undefined
  /** Newest first. */
  history(options: { before?: number; limit: number }): JournalEntry[]
  /** @throws PanelbookError `not-found` when there is no such entry. */
  entry(seq: number): JournalEntry
  /** What took an entry back and was not taken back itself; undefined for one that stands. */
  undoerOf(seq: number): JournalEntry | undefined
  changes(seq: number): RowChange[]
  /** The hash of the newest entry; 64 zeros in an empty history. */
  lastHash(): string
  /** The newest entry's place; 0 in an empty history. */
  seq(): number
  /** Walks the chain and replays it against the tables. Reads everything: seconds on a large book. */
  verify(onProgress?: Progress): VerifyReport
  /** A verified copy in one clean file. @throws PanelbookError `already-exists`: nothing is ever overwritten. */
  backup(toPath: string): void
  close(): void
}

export interface CreateStoreOptions {
  /** Absolute folder of the shipped migrations. */
  migrations: string
  /** Who this laptop's copy is, in the history: a UUID that no other copy of the book has. */
  deviceId: string
  /** The instant now, for the record of migrations. */
  now: () => string
}

export interface OpenStoreOptions {
  migrations: string
  /** When given, the book goes on under this device id: after a restore or on another laptop. */
  deviceId?: string
  now: () => string
  /** No lock, no migration, no write: for a snapshot, or beside the one that writes. */
  readOnly?: boolean
  /** Where the backup before a migration goes. Default: `backups` beside the book. */
  backups?: string
}
