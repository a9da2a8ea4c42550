import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CallAnswer } from '../../core/contract/envelope.ts'
import { PanelbookError } from '../../core/contract/errors.ts'
import type { Core } from '../../core/core.ts'
import { createCore } from '../../core/create-core.ts'
import { dataFolder } from '../node-ports/data-folder.ts'
import { localActor } from '../node-ports/local-actor.ts'
import { createNodePorts } from '../node-ports/node-ports.ts'
import { writeFileSafely } from '../node-ports/write-file-safely.ts'

export interface CommandLineCore {
  core: Core
  /** The value of a call. @throws PanelbookError with the call's refusal. */
  value(name: string, input: unknown): Promise<unknown>
  answer(name: string, input: unknown): Promise<CallAnswer>
}

/** Runs work with a core whose questions are answered from the command's options, and closes it whatever happens. */
export async function withCore(
  given: {
    data?: string | undefined
    share?: string | undefined
    out?: string | undefined
    file?: string | undefined
  },
  work: (core: CommandLineCore) => Promise<void>,
): Promise<void> {
  const noQuestion = () =>
    Promise.reject(
      new PanelbookError('not-available', 'This call asks for a file, and the command line cannot be asked.'),
    )
  const noFile = () =>
    Promise.reject(
      new PanelbookError('not-available', 'This call asks for a file.', {
        remedy: 'Say with --file which one.',
      }),
    )
  const ports = createNodePorts({
    host: 'cli',
    data: resolve(given.data ?? dataFolder()),
    // Given for this run only: what the secretary chose in the window stays chosen.
    share: given.share === undefined ? undefined : resolve(given.share),
    dialogs: {
      openBook: noQuestion,
      saveBook: noQuestion,
      chooseFolder: noQuestion,
      openPaper: () => (given.file === undefined ? noFile() : Promise.resolve(resolve(given.file))),
    },
    deliver: async (file) => {
      const where = resolve(given.out ?? file.fileName)
      if (given.out === undefined && existsSync(where)) {
        throw new PanelbookError('already-exists', `There is already a file ${file.fileName}.`, {
          safe: 'It was not touched.',
          remedy: 'Say with --out where to write.',
        })
      }
      await writeFileSafely(where, file.bytes)
      return { kind: 'saved', where }
    },
  })
  const core = createCore(ports)
  const context = { actor: localActor() }
  const answer = (name: string, input: unknown) =>
    core.call({ name, input, requestId: ports.ids.next() }, context)
  try {
    await work({
      core,
      answer,
      value: async (name, input) => {
        const answered = await answer(name, input)
        if (answered.ok) return answered.value
        const { code, message, ...more } = answered.error
        throw new PanelbookError(code, message, more)
      },
    })
  } finally {
    await core.close()
    ports.stop()
  }
}
