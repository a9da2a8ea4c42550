import type { Reader } from '../../db/store-types.ts'
import type { CallOutput } from '../contract/calls.ts'
import { proposalIdsByReference } from '../register/find-proposals.ts'
import { excerpt, fold, searchWords } from './fold.ts'
import { placesToSearch, type FoundRow } from './places.ts'

export type SearchHit = CallOutput<'search.find'>['hits'][number]

/**
 * Everything in which each word of the text occurs. Those that bear it as their reference come first, then those
 * that have every word in their name, then the rest; among equals the order of the places, newest first.
 */
export function find(db: Reader, text: string, limit: number): SearchHit[] {
  const words = searchWords(text)
  if (words.length === 0) return []
  const bearers = new Set(proposalIdsByReference(db, text.trim()))
  const byWord = words.map((word) => new Set(proposalIdsByReference(db, word)))
  const patterns = JSON.stringify(words.map(likePattern))

  const ranked = placesToSearch.flatMap(({ kind, sql, plain }, place) =>
    db
      .all<FoundRow>(`${sql} ${candidates} ${plain === undefined ? '' : orMarked}`, {
        patterns,
        bearers: JSON.stringify(
          kind === 'proposal' ? [...bearers, ...byWord.flatMap((ids) => [...ids])] : [],
        ),
      })
      .map((row) => (plain === undefined ? row : { ...row, body: plain(row.body) }))
      .flatMap((row) => {
        const rank = rankOf(row, kind === 'proposal', words, bearers, byWord)
        return rank === undefined ? [] : [{ rank, place, row, kind }]
      }),
  )
  return ranked
    .toSorted(
      (left, right) =>
        left.rank - right.rank ||
        left.place - right.place ||
        descending(left.row.sort_key, right.row.sort_key) ||
        descending(right.row.id, left.row.id),
    )
    .slice(0, limit)
    .map(({ row, kind }) => ({
      kind,
      id: row.id,
      title: row.title,
      detail: detailOf(row, words),
      meetingId: row.meeting_id,
      itemId: row.item_id,
      proposalId: row.proposal_id,
    }))
}

// SQLite compares without capitals, but only among the letters of ASCII. A row with any other character in it is
// looked at here in any case; `fold` decides.
const candidates = `WHERE place.id IN (SELECT value FROM json_each(:bearers))
  OR (place.name || char(10) || place.body) GLOB ('*[^' || char(1) || '-' || char(127) || ']*')
  OR NOT EXISTS (SELECT 1 FROM json_each(:patterns) AS pattern
    WHERE (place.name || char(10) || place.body) NOT LIKE pattern.value ESCAPE '\\')`

// A mark may stand within a word.
const orMarked = `OR place.body GLOB '*[*[\\]*'`

function likePattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`
}

function rankOf(
  row: FoundRow,
  isProposal: boolean,
  words: readonly string[],
  bearers: ReadonlySet<string>,
  byWord: readonly ReadonlySet<string>[],
): number | undefined {
  if (isProposal && bearers.has(row.id)) return 0
  const borne = (index: number) => isProposal && byWord[index]?.has(row.id) === true
  const name = fold(row.name)
  if (words.every((word, index) => name.includes(word) || borne(index))) return 1
  const everything = `${name}\n${fold(row.body)}`
  return words.every((word, index) => everything.includes(word) || borne(index)) ? 2 : undefined
}

/** Where it is, and what stands around the words. */
function detailOf(row: FoundRow, words: readonly string[]): string {
  const around = excerpt(row.body, words)
  if (row.context === '') return around
  return around === '' ? row.context : `${row.context}: ${around}`
}

function descending(left: string, right: string): number {
  return left === right ? 0 : left < right ? 1 : -1
}
