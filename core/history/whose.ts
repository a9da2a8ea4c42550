import type { Reader } from '../../db/store-types.ts'

/** What a change belongs to: the narrowest place in the window at which it can be seen. */
export interface Owner {
  kind: 'item' | 'meeting' | 'proposal' | 'body'
  id: string
  /** Of an item or a meeting; null for what is of none. */
  meetingId: string | null
}

/** The tables whose rows are places themselves. */
const kinds: Readonly<Record<string, Owner['kind']>> = {
  agenda_item: 'item',
  meeting: 'meeting',
  proposal: 'proposal',
  body: 'body',
}

/**
 * The columns that say whose a row is, narrowest first: what it is a part of, not what it merely names. A table that is
 * not here belongs to no place of its own.
 */
export const ownerColumns: Readonly<Record<string, readonly string[]>> = {
  body: [],
  constituency: ['body_id'],
  seat: ['body_id'],
  membership: ['body_id'],
  question_kind: ['body_id'],
  agenda_template_item: ['body_id'],
  snippet: ['body_id'],
  script: ['body_id'],
  proposal: [],
  proposal_alias: ['proposal_id'],
  stage_change: ['proposal_id'],
  proposal_impact: ['proposal_id'],
  assessment: ['proposal_id'],
  consultation: ['proposal_id'],
  milestone: ['proposal_id'],
  meeting: [],
  sitting: ['meeting_id'],
  left_at_closing: ['meeting_id'],
  attendance: ['meeting_id'],
  attendance_interval: ['attendance_id'],
  carried_vote: ['meeting_id'],
  minutes_version: ['meeting_id'],
  agenda_item: ['meeting_id'],
  item_timing: ['agenda_item_id'],
  paper: ['agenda_item_id', 'proposal_id'],
  note_paragraph: ['agenda_item_id'],
  interest: ['agenda_item_id'],
  written_position: ['agenda_item_id'],
  joint_vote: ['agenda_item_id'],
  question: ['agenda_item_id'],
  vote_round: ['question_id'],
  position: ['vote_round_id'],
  position_correction: ['position_id'],
  determination: ['agenda_item_id'],
  action: ['agenda_item_id', 'meeting_id', 'proposal_id', 'body_id'],
  action_owner: ['action_id'],
  // An update is of the meeting at which it was made, not of that at which the action was raised.
  action_update: ['meeting_id', 'action_id'],
}

interface ChangeRow {
  seq: number
  table: string
  key: string
  before: string | null
  after: string | null
}

const ownerOf = (row: 'before' | 'after') =>
  Object.entries(ownerColumns)
    .filter(([, columns]) => columns.length > 0)
    .map(([table, columns]) => {
      const values = [...columns.map((column) => `change.${row} ->> '${column}'`), 'NULL'].join(', ')
      return `WHEN '${table}' THEN coalesce(${values})`
    })
    .join(' ')

const select = `SELECT journal.seq, change.table_name AS "table", change.row_key AS "key",
    CASE change.table_name ${ownerOf('before')} END AS before, CASE change.table_name ${ownerOf('after')} END AS after
  FROM journal JOIN journal_change AS change USING (device, device_seq)
  WHERE journal.seq > ? AND change.table_name IN (SELECT value FROM json_each(?))
  ORDER BY journal.seq, change.ordinal`

/**
 * Whose every entry of the history is. A row belongs to what its owner column names, and through it to what that belongs
 * to, up to an item and its meeting; it is read from the changes themselves, so that what was removed or undone since has
 * its place as well. The history only grows: what was read once is kept, and only what came since is read again.
 */
export class Whose {
  #upTo = 0
  readonly #rows = new Map<string, Owner>()
  readonly #entries = new Map<number, Owner[]>()
  readonly #ofMeeting = new Map<string, number[]>()
  readonly #ofItem = new Map<string, number[]>()

  /** Reads what was written since the last time. */
  follow(db: Reader): this {
    for (const change of db.all<ChangeRow>(select, this.#upTo, JSON.stringify(Object.keys(ownerColumns)))) {
      this.#take(change)
    }
    return this
  }

  /** What an entry changed, in its order, each owner once. */
  owners(seq: number): readonly Owner[] {
    return this.#entries.get(seq) ?? []
  }

  /** Whose a row is by its identity, whether or not it is still there. */
  ownerOfRow(id: string): Owner | undefined {
    return this.#rows.get(id)
  }

  /** The entries that changed something of a meeting, oldest first. */
  ofMeeting(meetingId: string): readonly number[] {
    return this.#ofMeeting.get(meetingId) ?? []
  }

  /** The entries that changed something of an agenda item, oldest first. */
  ofItem(itemId: string): readonly number[] {
    return this.#ofItem.get(itemId) ?? []
  }

  #take({ seq, table, key, before, after }: ChangeRow): void {
    this.#upTo = seq
    const kind = kinds[table]
    // Moved from one owner to another, it is of both.
    for (const parent of new Set([before, after])) {
      const above = parent === null ? undefined : this.#rows.get(parent)
      const owner: Owner | undefined =
        kind === undefined
          ? above
          : { kind, id: key, meetingId: kind === 'meeting' ? key : (above?.meetingId ?? null) }
      if (owner === undefined || (parent === null && kind === 'item')) continue
      this.#rows.set(key, owner)
      this.#note(seq, owner)
    }
  }

  #note(seq: number, owner: Owner): void {
    const owners = this.#entries.get(seq) ?? []
    if (owners.length === 0) this.#entries.set(seq, owners)
    if (!owners.some(({ id }) => id === owner.id)) owners.push(owner)
    if (owner.meetingId !== null) append(this.#ofMeeting, owner.meetingId, seq)
    if (owner.kind === 'item') append(this.#ofItem, owner.id, seq)
  }
}

function append(lists: Map<string, number[]>, id: string, seq: number): void {
  const list = lists.get(id)
  if (list === undefined) lists.set(id, [seq])
  else if (list.at(-1) !== seq) list.push(seq)
}
