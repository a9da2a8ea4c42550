import type { Reader, Writer } from '../../db/store-types.ts'
import type { Kept } from './keep-file.ts'

interface NewPaper {
  title: string
  reference: string
  receivedOn: string | null
  isLate: boolean
  lateAcceptance: string
  file?: KeptFile
}

/** A file that is kept with the book, as the record has it. */
export interface KeptFile extends Kept {
  fileName: string
}

/** Lists a paper at the end of an item’s papers. @returns its id */
export function listPaper(db: Writer, paperId: string, itemId: string, paper: NewPaper): string {
  const last = db.get<{ last: number | null }>(
    'SELECT MAX(position) AS last FROM paper WHERE agenda_item_id = ?',
    itemId,
  )
  db.insert('paper', {
    id: paperId,
    agenda_item_id: itemId,
    title: paper.title,
    reference: paper.reference,
    ...(paper.file === undefined ? {} : fileColumns(paper.file)),
    received_on: paper.receivedOn,
    is_late: paper.isLate ? 1 : 0,
    late_acceptance: paper.lateAcceptance,
    position: (last?.last ?? 0) + 1,
  })
  return paperId
}

/** The file of a paper as its row has it. */
export function fileColumns({ fileName, sha256, size }: KeptFile) {
  return { file_name: fileName, sha256, size }
}

const hash = /^[0-9a-f]{64}$/

/** The kept file of a paper; null where it has none. What is no hash is none: a foreign book may name any path. */
export function keptOf({ sha256, size }: { sha256: string | null; size: number | null }): Kept | null {
  return sha256 === null || !hash.test(sha256) ? null : { sha256, size: size ?? 0 }
}

/** The papers of an item, in order. */
export function papersUnder(db: Reader, itemId: string): string[] {
  return db
    .all<{ id: string }>('SELECT id FROM paper WHERE agenda_item_id = ? ORDER BY position, id', itemId)
    .map(({ id }) => id)
}
