import type { CallOutput } from '../contract/calls.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { AllHandlers, HostContext } from '../handler.ts'
import { meetingRow } from '../meetings/meeting-row.ts'
import { whereOf } from '../where-of.ts'
import { attachPaper } from './attach.ts'
import { paperFileName, paperKind } from './file-kinds.ts'
import type { Kept } from './keep-file.ts'
import { bringPapers, papersFolder, papersFolders, readKept, stateOfKept } from './kept-papers.ts'
import { paperDeadlineOf } from './lateness.ts'
import { keptOf } from './list-paper.ts'
import { meetingPapers, paperName, paperRow, type PaperRow } from './paper-view.ts'

export const paperHandlers = {
  'paper.attach': attachPaper,

  'paper.open': async (context, { paperId }) => {
    const paper = context.workspace.store().read((db) => paperRow(db, paperId))
    const kept = keptOf(paper)
    if (kept === null) {
      throw new PanelbookError('no-such-file', `No file was filed for the paper ${paperName(paper)}.`, {
        safe: 'Nothing was changed.',
        remedy: 'Attach its file.',
      })
    }
    const fileName = paperFileName(paper.file_name ?? '')
    const kind = paperKind(fileName)
    if (kind === undefined) {
      throw new PanelbookError('not-available', `${fileName} is no kind of document that Panelbook opens.`, {
        safe: 'Nothing was opened or changed.',
      })
    }
    const bytes = await readOrBring(context, paper, kept)
    const viewed = await context.ports.view({ fileName, mediaType: kind.mediaType, bytes })
    return { kind: viewed.kind, where: viewed.kind === 'opened' ? '' : whereOf(viewed), fileName }
  },

  'paper.check': async (context, { meetingId }) => {
    const [folder = '', ...others] = papersFolders(context)
    const listed = context.workspace.store().read((db) => {
      const byItem = meetingPapers(db, meetingId, paperDeadlineOf(meetingRow(db, meetingId)))
      return [...byItem.values()].flat()
    })
    const papers: CallOutput<'paper.check'>['papers'] = []
    for (const [index, paper] of listed.entries()) {
      context.progress(index, listed.length, 'Looking at the papers')
      const kept = keptOf(paper)
      const state = kept === null ? 'none' : await stateIn(folder, others, kept)
      const isWrong = state === 'missing' || state === 'altered'
      const sentence = isWrong ? `${whatIsWrong(paper, state)} ${remedy}` : ''
      papers.push({ paperId: paper.id, itemId: paper.itemId, state, sentence })
    }
    return { papers, sentence: checkSentence(papers.map(({ state }) => state)) }
  },
} satisfies Partial<AllHandlers>

/** How a file is in the first of these folders in which it is. */
async function stateIn(
  folder: string,
  others: readonly string[],
  kept: Kept,
): Promise<'present' | 'missing' | 'altered'> {
  const state = await stateOfKept(folder, kept)
  const [next, ...rest] = others
  return state === 'missing' && next !== undefined ? stateIn(next, rest, kept) : state
}

/** The file as it was filed; where it is not here any more, it is fetched from where it lies too. */
async function readOrBring(context: HostContext, paper: PaperRow, kept: Kept): Promise<Uint8Array> {
  const folder = papersFolder(context)
  try {
    return await readKept(folder, kept)
  } catch (error) {
    if (!isLost(error)) throw error
    // A shared folder that does not answer has no part in what is wrong.
    const missing = await bringPapers(context, [kept]).catch(() => [kept.sha256])
    if (missing.length === 0) return readKept(folder, kept)
    throw new PanelbookError(
      error.code,
      whatIsWrong(paper, error.code === 'file-altered' ? 'altered' : 'missing'),
      {
        safe: 'The record of the paper is safe, and nothing was changed.',
        remedy,
        cause: error,
      },
    )
  }
}

function isLost(error: unknown): error is PanelbookError {
  return error instanceof PanelbookError && ['no-such-file', 'file-altered'].includes(error.code)
}

function whatIsWrong(paper: { reference: string; title: string }, state: 'missing' | 'altered'): string {
  return state === 'missing'
    ? `The file of the paper ${paperName(paper)} is not with the book any more.`
    : `The file of the paper ${paperName(paper)} is not the one that was filed: somebody has changed it.`
}

const remedy =
  'Attach the same file again, which restores it; or choose the shared folder that has it and open it once more.'

function checkSentence(states: readonly string[]): string {
  const count = (wanted: string) => states.filter((state) => state === wanted).length
  const [missing, altered] = [count('missing'), count('altered')]
  const filed = states.length - count('none')
  if (filed === 0) return 'No paper of this meeting has a file.'
  if (missing + altered === 0) {
    return filed === 1
      ? 'The one file is there, as it was filed.'
      : `All ${filed} files are there, as they were filed.`
  }
  const parts = [
    ...(missing === 0 ? [] : [`${missing} missing`]),
    ...(altered === 0 ? [] : [`${altered} altered`]),
  ]
  return `Of ${filed} ${filed === 1 ? 'file' : 'files'}: ${parts.join(', ')}.`
}
