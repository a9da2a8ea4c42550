import { fork } from 'node:child_process'
import type { ShareAgent } from '../../core/ports.ts'
import type { ShareChildMessage } from './share-job.ts'
import { createShareAgent } from './share-job.ts'
import { compileCacheFolder } from './source-places.ts'

/** The share agent where there is no Electron: a plain Node child process. */
export function createForkedShareAgent(script: string): ShareAgent & { stop(): void } {
  return createShareAgent(() => {
    const child = fork(script, [], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
      // One child per job is many starts: what Node has compiled once is compiled for all of them.
      env: { NODE_COMPILE_CACHE: compileCacheFolder, ...process.env },
    })
    return {
      post: (message) => {
        child.send(message as object, () => {
          // A child that is gone already is told by its exit.
        })
      },
      onMessage: (listener) => {
        child.on('message', (message) => {
          listener(message as ShareChildMessage)
        })
      },
      onExit: (listener) => {
        child.once('exit', listener)
        child.once('error', listener)
      },
      kill: () => {
        child.kill('SIGKILL')
      },
    }
  })
}
