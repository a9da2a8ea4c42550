import type { DocumentKind } from '../../../core/contract/words.ts'
import { buildDocument } from '../../../core/documents/build-document.ts'
import {
  flatBlocks,
  textOf,
  type Block,
  type DocumentModel,
  type Table,
} from '../../../core/documents/model.ts'
import { toDocx } from '../../../core/documents/to-docx.ts'
import type { MeetingRecord } from '../../../core/minutes/record-types.ts'
import { recordHash } from '../../../core/minutes/record.ts'
import { fixtureRecord } from '../../support/fixture-record.ts'
import { readDocx, type DocxFile } from './read-docx.ts'

/** The fixture's meeting with what a test changes about it. */
export function meeting(change: (record: MeetingRecord) => void = () => undefined): MeetingRecord {
  const record = fixtureRecord()
  change(record)
  return record
}

/** A meeting that was called and about which nothing else is known. */
export function emptyMeeting(): MeetingRecord {
  return meeting((record) => {
    record.heading = {
      ...record.heading,
      state: 'planned',
      openedAt: null,
      closedAt: null,
      sittings: [],
      place: '',
    }
    record.version = { number: '0.1', status: 'draft' }
    record.attendance = { constituencies: [], nonVoting: [], apologies: [], carriedVotes: [] }
    record.items = []
    record.actions = { raised: [], carriedIn: [], updates: [] }
    record.nextMeeting = null
  })
}

export function model(kind: DocumentKind, record: MeetingRecord = fixtureRecord()): DocumentModel {
  return buildDocument(kind, record, recordHash(record))
}

export async function docx(kind: DocumentKind, record: MeetingRecord = fixtureRecord()): Promise<DocxFile> {
  return readDocx(await toDocx(model(kind, record)))
}

type FlatBlock = ReturnType<typeof flatBlocks>[number]

export function blocks({ blocks: all }: DocumentModel): FlatBlock[] {
  return flatBlocks(all)
}

/** A block in one line, as a reader sees it: "# 199.6 Title", "1408 Text", "Term: text". Tables by their caption. */
export function lineOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.number === null ? '' : `${block.number} `}${textOf(block.runs)}`
    case 'paragraph':
      return `${block.number === null ? '' : `${block.number} `}${textOf(block.runs)}`
    case 'table':
      return `[${block.table.caption}]`
    case 'list':
      return block.items.map((runs) => `- ${textOf(runs)}`).join('\n')
    case 'definitions':
      return block.pairs.map(({ term, runs }) => `${term}: ${textOf(runs)}`).join('\n')
    case 'together':
      return block.blocks.map(lineOf).join('\n')
    case 'new-page':
      return ''
  }
}

export function linesOf(document: DocumentModel): string[] {
  return blocks(document).flatMap((block) => lineOf(block).split('\n'))
}

export function headings(document: DocumentModel): string[] {
  return linesOf(document).filter((line) => line.startsWith('#'))
}

export function tablesOf(document: DocumentModel): Table[] {
  return blocks(document).flatMap((block) => (block.kind === 'table' ? [block.table] : []))
}

/** The one table whose caption begins like this. */
export function tableNamed(document: DocumentModel, caption: string): Table {
  const found = tablesOf(document).filter((table) => table.caption.startsWith(caption))
  if (found.length !== 1 || found[0] === undefined) {
    throw new Error(
      `${found.length} tables ${caption}: ${tablesOf(document)
        .map((table) => table.caption)
        .join(' | ')}`,
    )
  }
  return found[0]
}

/** Cells as texts; a group row has one. */
export function rowsOf(table: Table): string[][] {
  return table.rows.map((row) =>
    row.kind === 'group' ? [row.text] : row.cells.map(({ runs }) => textOf(runs)),
  )
}

/** The marks of a table by the initials above them. */
export function marks(table: Table): Record<string, string> {
  const [row = []] = rowsOf(table)
  return Object.fromEntries(table.columns.map(({ header }, index) => [header, row[index] ?? '']))
}
