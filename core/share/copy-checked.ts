import { PanelbookError } from '../contract/errors.ts'
import {
  copyHashing,
  hashFile,
  nameFinishedPart,
  removeIfThere,
  whileBusy,
  type OnBytes,
} from './share-files.ts'

const copyAttempts = 3

/**
 * Copies a file to the shared folder, flushes, reads back and compares; only then does the copy get its name.
 * @throws PanelbookError `share-unreachable` where the folder does not keep what is written, `already-exists`
 */
export async function copyChecked(
  local: string,
  { path, part }: { path: string; part: string },
  sha256: string,
  { onBytes, onReadBack = () => undefined }: { onBytes: OnBytes; onReadBack?: () => void },
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await whileBusy(() => {
      removeIfThere(part)
      copyHashing(local, part, onBytes)
    })
    onReadBack()
    const readBack = await whileBusy(() => hashFile(part))
    if (readBack.sha256 === sha256) break
    await whileBusy(() => removeIfThere(part))
    if (attempt < copyAttempts) continue
    throw new PanelbookError('share-unreachable', 'The shared folder does not keep what is written to it.', {
      safe: 'Your own book is not affected, and no snapshot there was changed.',
      remedy: 'Tell whoever looks after the network drive; choose another folder meanwhile.',
    })
  }
  await whileBusy(() => nameFinishedPart(part, path))
}
