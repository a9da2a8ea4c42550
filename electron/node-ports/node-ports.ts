import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Deliver, Dialogs, Ports } from '../../core/ports.ts'
import { createChromiumPdfPrinter } from './chromium-pdf.ts'
import { createClock } from './clock.ts'
import { createFileLog } from './file-log.ts'
import { createForkedShareAgent } from './forked-share-agent.ts'
import { createIds } from './ids.ts'
import { shareAgentSource, sourcePlaces, sourceRoot } from './source-places.ts'

/** The ports that every host without Electron has in common. */
export function createNodePorts(options: {
  host: 'loopback' | 'cli'
  data: string
  /** The shared folder, where it is given and not chosen. */
  share?: string | undefined
  dialogs: Dialogs
  deliver: Deliver
}): Ports & { stop(): void } {
  const clock = createClock()
  const share = createForkedShareAgent(shareAgentSource)
  return {
    clock,
    ids: createIds(),
    dialogs: options.dialogs,
    deliver: options.deliver,
    // Neither a page nor a script has a viewer of the system's.
    view: options.deliver,
    pdf: createChromiumPdfPrinter(),
    share,
    log: createFileLog(join(options.data, 'logs'), clock),
    places: {
      ...sourcePlaces(options.data),
      ...(options.share === undefined ? {} : { share: options.share }),
    },
    application: { version: applicationVersion(), host: options.host },
    stop: () => {
      share.stop()
    },
  }
}

function applicationVersion(): string {
  const manifest = JSON.parse(readFileSync(join(sourceRoot, 'package.json'), 'utf8')) as { version: string }
  return manifest.version
}
