import { bringJob, keepJob, type BringInput, type KeepInput } from '../papers/keep-job.ts'
import type { Kept } from '../papers/keep-file.ts'
import { fetchJob, type FetchInput } from './fetch-job.ts'
import { listJob, type ListedSnapshot, type ListInput } from './list-job.ts'
import { publishJob, type Published, type PublishInput } from './publish-job.ts'
import { refuseMissingFolder } from './share-files.ts'
import type { SnapshotFacts } from './snapshot-facts.ts'

/** What the child process can be asked to do. Each job tells of its progress as soon as the folder has answered. */
export interface ShareJobs {
  /** Whether the folder is there. */
  probe: { input: { folder: string }; result: null }
  publish: { input: PublishInput; result: Published }
  list: { input: ListInput; result: ListedSnapshot[] }
  fetch: { input: FetchInput; result: SnapshotFacts }
  /** A paper comes from wherever the person chose it. */
  'keep-paper': { input: KeepInput; result: Kept }
  'bring-papers': { input: BringInput; result: string[] }
}

type OnProgress = (done: number, total: number, what: string) => void

export const shareJobs: {
  [Kind in keyof ShareJobs]: (
    input: ShareJobs[Kind]['input'],
    onProgress: OnProgress,
  ) => ShareJobs[Kind]['result'] | Promise<ShareJobs[Kind]['result']>
} = {
  probe: ({ folder }) => {
    refuseMissingFolder(folder)
    return null
  },
  publish: publishJob,
  list: listJob,
  fetch: fetchJob,
  'keep-paper': keepJob,
  'bring-papers': bringJob,
}
