import { numberedItems, type NumberedItem } from '../agenda/agenda-view.ts'
import type { Reader, JournalEntry } from '../../db/store-types.ts'
import type { EntryPlace } from '../contract/history.ts'
import { meetingName, meetingRow } from '../meetings/meeting-row.ts'
import { capital } from '../sentence.ts'
import type { Owner, Whose } from './whose.ts'

/** Where each entry leads: a place that is still there. What it asks the book for is asked once for all entries. */
export class Places {
  readonly #db: Reader
  readonly #whose: Whose
  readonly #meetings = new Map<
    string,
    { place: EntryPlace; items: ReadonlyMap<string, NumberedItem> } | null
  >()
  readonly #others = new Map<string, EntryPlace | null>()

  constructor(db: Reader, whose: Whose) {
    this.#db = db
    this.#whose = whose
  }

  /**
   * The item that the command named, else the first place that it changed.
   * @param meetingId of a history of one meeting: only places of it
   */
  of(entry: JournalEntry, meetingId?: string): EntryPlace | null {
    const named = itemNamed(entry.about.input)
    const owners = [
      ...(named === undefined ? [] : [this.#whose.ownerOfRow(named)]),
      ...this.#whose.owners(entry.seq),
    ].filter((owner) => owner !== undefined)
    for (const owner of owners) {
      if (meetingId !== undefined && owner.meetingId !== meetingId) continue
      const place = this.#place(owner)
      if (place !== null) return place
    }
    return null
  }

  #place(owner: Owner): EntryPlace | null {
    if (owner.kind === 'item' || owner.kind === 'meeting') return this.#inMeeting(owner)
    const known = this.#others.get(owner.id)
    if (known !== undefined) return known
    const place = owner.kind === 'proposal' ? this.#proposal(owner.id) : this.#body(owner.id)
    this.#others.set(owner.id, place)
    return place
  }

  /** An item that is off the agenda leads to its meeting. */
  #inMeeting({ kind, id, meetingId }: Owner): EntryPlace | null {
    const meeting = this.#meeting(meetingId ?? '')
    const item = kind === 'item' ? meeting?.items.get(id) : undefined
    if (item === undefined) return meeting?.place ?? null
    const { proposal_reference, proposal_title, title } = item.item
    return {
      kind: 'item',
      id,
      meetingId,
      label: item.fullLabel,
      title: proposal_reference === null ? title : `${proposal_reference} ${proposal_title ?? ''}`,
    }
  }

  #meeting(id: string) {
    const known = this.#meetings.get(id)
    if (known !== undefined) return known
    const isThere = this.#db.get('SELECT 1 FROM meeting WHERE id = ?', id) !== undefined
    const found = isThere ? meetingRow(this.#db, id) : undefined
    const meeting =
      found === undefined
        ? null
        : {
            place: {
              kind: 'meeting' as const,
              id,
              meetingId: id,
              label: capital(meetingName(found)),
              title: found.body_name,
            },
            items: new Map(numberedItems(this.#db, found).map((each) => [each.item.id, each])),
          }
    this.#meetings.set(id, meeting)
    return meeting
  }

  #proposal(id: string): EntryPlace | null {
    const row = this.#db.get<{ reference: string; title: string }>(
      'SELECT reference, title FROM proposal WHERE id = ?',
      id,
    )
    return row === undefined
      ? null
      : { kind: 'proposal', id, meetingId: null, label: row.reference, title: row.title }
  }

  #body(id: string): EntryPlace | null {
    const row = this.#db.get<{ short_name: string; name: string }>(
      'SELECT short_name, name FROM body WHERE id = ?',
      id,
    )
    return row === undefined
      ? null
      : { kind: 'body', id, meetingId: null, label: row.short_name, title: row.name }
  }
}

function itemNamed(input: unknown): string | undefined {
  const named = (input as { itemId?: unknown } | null)?.itemId
  return typeof named === 'string' ? named : undefined
}
