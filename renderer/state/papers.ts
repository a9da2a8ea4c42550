import { create } from 'zustand'
import type { Refusal } from '../../core/contract/errors.ts'
import type { Paper } from '../../core/contract/papers.ts'
import { fetchFile } from '../ui/fetch-file.ts'
import { client } from './client.ts'
import { act } from './live.ts'
import { notice } from './notice.ts'

/** What is asked about the papers of the item on the screen. */
export type PaperQuestion = { ask: 'list' } | { ask: 'change' | 'accept'; paperId: string }

interface PapersState {
  question: PaperQuestion | null
  /** The paper whose file could not be opened or filed, and why; it stays until that is mended or put away. */
  refused: { paperId: string | null; error: Refusal } | null
}

const nothing: PapersState = { question: null, refused: null }
/** The papers of the item on the screen: what is asked and what went wrong. They themselves are part of the item. */
export const usePapers = create<PapersState>(() => nothing)

/** Opens a dialog about a paper, or one to list another; null puts it away. */
export function askAboutPaper(question: PaperQuestion | null): void {
  usePapers.setState({ question })
}

/** Puts away what was said of a paper. */
export function putRefusalAway(): void {
  usePapers.setState({ refused: null })
}

/** For another item: nothing that was asked or said about the papers of the one before. */
export function forgetPapers(): void {
  usePapers.setState(nothing)
}

/** Opens the file of a paper with the program of the system, or fetches it. */
export async function openPaper({ id: paperId, title }: Paper): Promise<void> {
  notice.say(`Opening “${title}” …`)
  const answer = await client.call('paper.open', { paperId })
  if (!answer.ok) {
    notice.clear()
    usePapers.setState({ refused: { paperId, error: answer.error } })
    return
  }
  putRefusalAway()
  const { kind, where, fileName } = answer.value
  if (kind === 'download') fetchFile(where, fileName)
  notice.say(
    {
      opened: `${fileName} was opened`,
      saved: `${fileName} lies at ${where}`,
      download: `${fileName} was handed to the browser`,
      cancelled: 'Nothing was opened.',
    }[kind],
  )
}

/** Asks for a file: a new paper of an item, whose particulars are asked next, or the file of a listed one. */
export async function attachPaper(to: { itemId: string } | { paperId: string }): Promise<void> {
  const answer = await client.call('paper.attach', to)
  const listedId = 'paperId' in to ? to.paperId : null
  if (!answer.ok) {
    usePapers.setState({ refused: { paperId: listedId, error: answer.error } })
    return
  }
  const { outcome, paperId } = answer.value
  notice.say(filedWords[outcome])
  if (paperId === null) return
  putRefusalAway()
  if (listedId === null) askAboutPaper({ ask: 'change', paperId })
}

const filedWords = {
  filed: 'The paper was filed.',
  replaced: 'Another file was filed for the paper.',
  restored: 'The file of the paper is there again.',
  cancelled: 'Nothing was filed.',
} as const

/** Records how a late paper was accepted. */
export async function acceptPaper(paperId: string, lateAcceptance: string): Promise<void> {
  const answer = await act('paper.change', { paperId, lateAcceptance })
  if (answer.ok) notice.announce(`Paper ${lateAcceptance}`)
}

/** Takes a paper off its item; undo brings it back with its file. */
export async function removePaper(paperId: string): Promise<void> {
  await act('paper.remove', { paperId })
}

/** Moves a paper one place forward or back among those of its item. */
export async function stepPaper(papers: readonly Paper[], paper: Paper, step: 1 | -1): Promise<void> {
  const at = papers.findIndex(({ id }) => id === paper.id)
  const to = at + step
  if (at < 0 || to < 0 || to >= papers.length) return
  const before = step === 1 ? papers[to + 1] : papers[to]
  const answer = await act('paper.move', {
    paperId: paper.id,
    itemId: paper.itemId,
    beforeId: before?.id ?? null,
  })
  if (answer.ok) notice.announce(`Now paper ${to + 1} of ${papers.length}`)
}
