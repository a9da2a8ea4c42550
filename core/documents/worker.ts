import { parentPort } from 'node:worker_threads'
import { writeDocument, type DocumentJob } from './write-document.ts'

/** The worker thread in which documents are written, so that a long one does not hold up a vote. One job each. */
export type WorkerAnswer = { ok: true; bytes: Uint8Array } | { ok: false; problem: string }

parentPort?.once('message', (job: DocumentJob) => {
  writeDocument(job).then(
    (bytes) => {
      answer({ ok: true, bytes })
    },
    (error: unknown) => {
      answer({ ok: false, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    },
  )
})

function answer(message: WorkerAnswer): void {
  parentPort?.postMessage(message)
  parentPort?.close()
}
