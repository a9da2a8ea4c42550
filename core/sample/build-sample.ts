import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runBatch } from '../batch.ts'
import type { CallAnswer, CallRequest } from '../contract/envelope.ts'
import type { CallContext } from '../core.ts'
import type { Ports } from '../ports.ts'

// In the order of their instants: the register of the SEC is that of its update of 7 December 2016.
const parts = ['uniform-network-code', 'earlier-meetings', 'smart-energy-code', 'december-agenda']

/**
 * Writes the sample into the open, empty book: two codes with their registers, three bodies, two meetings held
 * and the meeting of 15 December 2016 ready to be run. With `held` that meeting is run and closed as well.
 * It is a batch of calls like any script's, in resources/sample, recorded at the instants of 2016.
 */
export async function buildSample(
  call: (request: CallRequest, context: CallContext) => Promise<CallAnswer>,
  ports: Ports,
  options: { held: boolean },
): Promise<void> {
  const files = options.held ? [...parts, 'december-held'] : parts
  const lines = files.flatMap((file) =>
    readFileSync(join(ports.places.resources, 'sample', `${file}.jsonl`), 'utf8').split('\n'),
  )
  await runBatch(
    lines,
    (request, at) => call(request, { actor: 'Secretary', ...(at === undefined ? {} : { at }) }),
    { takesTimes: true },
  )
}
