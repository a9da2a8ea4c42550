import type { Core } from '../../core/core.ts'
import type { Ports } from '../../core/ports.ts'
import { localActor } from '../node-ports/local-actor.ts'
import { createNodePorts } from '../node-ports/node-ports.ts'
import { openFirstBook } from '../shared/first-book.ts'
import type { Shutdown } from '../shared/shutdown.ts'
import { createDownloads } from './downloads.ts'
import { createPageDialogs } from './page-dialogs.ts'
import { createPushStreams } from './push-streams.ts'
import { serveLoopback } from './server.ts'

export interface LoopbackOptions {
  data: string
  pageFolder: string
  /** 0: any free port. */
  port: number
  book?: string | undefined
  isSample: boolean
}

export interface Loopback {
  /** Where the browser goes, with the token that works once. */
  address: string
  /** Why the book that was asked for could not be opened, in words; null when all is well. */
  notice: string | null
}

/** Starts in order what `shutdown` stops in reverse: core, streams, server. */
export async function startLoopback(
  createCore: (ports: Ports) => Core,
  options: LoopbackOptions,
  shutdown: Shutdown,
): Promise<Loopback> {
  const context = { actor: localActor() }
  const streams = createPushStreams()
  const pageDialogs = createPageDialogs(streams)
  const downloads = createDownloads()
  const ports = createNodePorts({
    host: 'loopback',
    data: options.data,
    dialogs: pageDialogs.dialogs,
    deliver: downloads.deliver,
  })
  shutdown.add('share agent', ports.stop)
  const core = createCore(ports)
  shutdown.add('core', () => core.close())
  shutdown.add(
    'pushes',
    core.onPush((push) => {
      streams.send(push)
    }),
  )
  const refusal = await openFirstBook(core, context, options)
  const server = await serveLoopback(
    { core, context, pageFolder: options.pageFolder, streams, pageDialogs, downloads },
    options.port,
  )
  shutdown.add('server', async () => {
    pageDialogs.close()
    streams.close()
    await server.stop()
  })
  return {
    address: server.address,
    notice:
      refusal === null ? null : [refusal.message, refusal.safe, refusal.remedy].filter(Boolean).join(' '),
  }
}
