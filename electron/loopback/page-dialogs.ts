import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import { isAbsolute, join, normalize } from 'node:path'
import type { HostQuestion } from '../../core/contract/envelope.ts'
import { PanelbookError } from '../../core/contract/errors.ts'
import type { Dialogs } from '../../core/ports.ts'
import type { PushStreams } from './push-streams.ts'

/** The dialogs of a host without native ones: the page that made the call is asked and answers with a path. */
export interface PageDialogs {
  dialogs: Dialogs
  /** Runs a call on behalf of a page: what is asked meanwhile is asked there. */
  runFor<Result>(page: string, work: () => Promise<Result>): Promise<Result>
  /** The page's answer: a path, or null for *cancelled*. Returns a sentence when it cannot be taken. */
  answer(page: string, id: string, path: string | null): string | null
  close(): void
}

export function createPageDialogs(streams: PushStreams): PageDialogs {
  const asking = new AsyncLocalStorage<string>()
  const open = new Map<string, { page: string; settle: (path: string | null) => void }>()
  const ask = (question: Omit<HostQuestion, 'kind' | 'id'>) =>
    new Promise<string | null>((resolve, reject) => {
      const page = asking.getStore()
      const id = randomUUID()
      if (page === undefined || streams.send({ kind: 'question', id, ...question }, page) === 0) {
        reject(
          new PanelbookError('not-available', 'There is no window to ask in which file or folder.', {
            remedy: 'Reload the page and try again.',
          }),
        )
        return
      }
      open.set(id, {
        page,
        settle: (path) => {
          open.delete(id)
          resolve(path)
        },
      })
    })
  // A page that has gone will not answer; reloading it counts as cancelling.
  streams.onGone((page) => {
    for (const question of open.values()) if (question.page === page) question.settle(null)
  })
  return {
    dialogs: {
      openBook: () => ask({ ask: 'open-book', title: 'Open a book', suggested: '' }),
      saveBook: (suggested) => ask({ ask: 'save-book', title: 'Where to keep the book', suggested }),
      chooseFolder: (title) => ask({ ask: 'choose-folder', title, suggested: '' }),
      openPaper: () => ask({ ask: 'open-paper', title: 'File a paper', suggested: '' }),
    },
    runFor: (page, work) => asking.run(page, work),
    answer: (page, id, path) => {
      const question = open.get(id)
      if (question?.page !== page) return 'This question is not open any more.'
      if (path === null) {
        question.settle(null)
        return null
      }
      const full = path.startsWith('~/') ? join(homedir(), path.slice(2)) : path
      if (!isAbsolute(full) || full.includes('\0')) return 'Give the whole path, from the top of the disk.'
      question.settle(normalize(full))
      return null
    },
    close: () => {
      for (const question of open.values()) question.settle(null)
    },
  }
}
