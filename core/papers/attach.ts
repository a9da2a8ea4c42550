import { basename } from 'node:path'
import { itemName, itemRow } from '../agenda/item-row.ts'
import { readItem } from '../agenda/item-view.ts'
import type { CallOutput, CheckedInput } from '../contract/calls.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import { paperCalls } from '../contract/paper-calls.ts'
import type { HostContext } from '../handler.ts'
import { unclosedMeeting } from '../meetings/meeting-row.ts'
import { runJob } from '../share/run-job.ts'
import { paperEndings, paperFileName, paperKind } from './file-kinds.ts'
import type { Kept } from './keep-file.ts'
import { papersFolder } from './kept-papers.ts'
import { fileColumns, listPaper, type KeptFile } from './list-paper.ts'
import { paperName, paperRow, type PaperRow } from './paper-view.ts'

type Attach = CheckedInput<'paper.attach'>
type Target = { kind: 'item'; itemId: string } | { kind: 'paper'; paper: PaperRow }

/**
 * Asks for a file, keeps it, and writes it down as a new paper or as the file of a listed one.
 * @throws PanelbookError `bad-input` (naming `file` for one that is no paper), `not-found`, `meeting-closed`, `read-only`,
 *   `no-such-file`, `disk-full`, `conflict` where another book was opened meanwhile; nothing is changed then
 */
export async function attachPaper(context: HostContext, input: Attach): Promise<CallOutput<'paper.attach'>> {
  const { ports, workspace } = context
  const store = workspace.store()
  if (store.readOnly) {
    throw new PanelbookError('read-only', 'This book is open read-only; no paper can be filed in it.')
  }
  targetOf(context, input)
  const from = await ports.dialogs.openPaper(paperEndings)
  if (from === null) return { outcome: 'cancelled', paperId: null, item: null }
  const fileName = paperFileName(basename(from))
  refuseOtherKinds(fileName)
  refuseAnotherBook(context, store.path)
  const kept = await keep(context, from)
  refuseAnotherBook(context, store.path)
  const done = file(context, input, { fileName, ...kept })
  const item = store.read((db) => readItem(db, paperRow(db, done.paperId).agenda_item_id, ports.clock.now()))
  return { ...done, item }
}

/**
 * What the file is for, as the book has it now.
 * @throws PanelbookError `bad-input` where not exactly one is named, `not-found`, `meeting-closed`
 */
function targetOf({ workspace }: HostContext, { itemId, paperId }: Attach): Target {
  if (itemId !== undefined && paperId !== undefined) {
    throw badInput('paperId', 'name either the item that gets a new paper or a listed paper')
  }
  return workspace.store().read((db): Target => {
    if (paperId !== undefined) {
      const paper = paperRow(db, paperId)
      // Of a closed meeting the file that it had can be brought back: nothing in the record changes.
      if (paper.sha256 === null) unclosedMeeting(db, paper.meeting_id)
      return { kind: 'paper', paper }
    }
    if (itemId === undefined)
      throw badInput('itemId', 'name the item that gets a new paper, or a listed paper')
    unclosedMeeting(db, itemRow(db, itemId).meeting_id)
    return { kind: 'item', itemId }
  })
}

/** @throws PanelbookError `bad-input` naming `file` */
function refuseOtherKinds(fileName: string): void {
  if (paperKind(fileName) !== undefined) return
  const problem = `is no document: a paper is one of ${paperEndings.join(', ')}`
  throw badInput(
    'file',
    problem,
    `${fileName} ${problem}. Nothing else is filed, because opening it could run it.`,
  )
}

/** While the dialog was open or the file copied, another book may have been opened. @throws PanelbookError `conflict` */
function refuseAnotherBook({ workspace }: HostContext, path: string): void {
  if (workspace.current()?.path === path) return
  throw new PanelbookError('conflict', 'Another book was opened meanwhile; the paper was not filed.', {
    safe: 'Nothing was changed.',
    remedy: 'Attach the file again in the book that it belongs to.',
  })
}

async function keep(context: HostContext, from: string): Promise<Kept> {
  try {
    return await runJob(context, 'keep-paper', { from, folder: papersFolder(context) })
  } catch (error) {
    if (!(error instanceof PanelbookError) || error.code !== 'share-unreachable') throw error
    throw new PanelbookError('no-such-file', 'The drive on which the file lies does not answer.', {
      safe: 'Nothing was changed.',
      remedy: 'Copy the file to this laptop and attach it from there.',
      cause: error,
    })
  }
}

/** One entry of the history with the file's name, hash and size; none where the file is the one that it was. */
function file(
  context: HostContext,
  input: Attach,
  kept: KeptFile,
): { outcome: 'filed' | 'replaced' | 'restored'; paperId: string } {
  const { ports, workspace } = context
  const target = targetOf(context, input)
  if (target.kind === 'paper' && target.paper.sha256 === kept.sha256) {
    context.changed(paperCalls['paper.attach'].topics)
    return { outcome: 'restored', paperId: target.paper.id }
  }
  const now = ports.clock.now()
  const paperId = target.kind === 'paper' ? target.paper.id : ports.ids.next()
  let summary = ''
  workspace.store().command(
    {
      requestId: ports.ids.next(),
      command: 'paper.attach',
      input: { ...input, ...kept },
      actor: context.actor,
      at: now,
      summary: () => summary,
    },
    (db) => {
      if (target.kind === 'item') {
        const title = input.title ?? titleFrom(kept.fileName)
        listPaper(db, paperId, target.itemId, {
          title,
          reference: input.reference ?? '',
          receivedOn: input.receivedOn === undefined ? now.slice(0, 10) : input.receivedOn,
          isLate: false,
          lateAcceptance: input.lateAcceptance ?? '',
          file: kept,
        })
        summary = `paper ${paperName({ reference: input.reference ?? '', title })} filed under ${itemName(itemRow(db, target.itemId))}`
        return
      }
      const { paper } = target
      unclosedMeeting(db, paper.meeting_id)
      db.update('paper', paperId, {
        ...fileColumns(kept),
        ...(input.title === undefined ? {} : { title: input.title }),
        ...(input.reference === undefined ? {} : { reference: input.reference }),
        received_on:
          input.receivedOn === undefined ? (paper.received_on ?? now.slice(0, 10)) : input.receivedOn,
        ...(input.lateAcceptance === undefined ? {} : { late_acceptance: input.lateAcceptance }),
      })
      summary = `file of paper ${paperName(paper)} ${paper.sha256 === null ? 'filed' : 'replaced'}`
    },
  )
  context.changed(paperCalls['paper.attach'].topics)
  const isFirst = target.kind === 'item' || target.paper.sha256 === null
  return { outcome: isFirst ? 'filed' : 'replaced', paperId }
}

/** The name of the file without its ending, as one line. */
function titleFrom(fileName: string): string {
  return (
    fileName
      .replace(/\.[^.]*$/, '')
      .replaceAll('_', ' ')
      .trim() || fileName
  )
}
