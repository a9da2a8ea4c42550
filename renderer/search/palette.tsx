import { useMemo, useState } from 'react'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { paletteCommandId } from './palette-commands.ts'
import { PaletteDialog } from './palette-dialog.tsx'

/** Everything that can be done now and everything that is in the book, by its name. */
export function Palette() {
  const [isOpen, setIsOpen] = useState(false)
  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: paletteCommandId,
        title: 'Find anything, or do something',
        key: 'Mod+k',
        group: 'Anywhere',
        inText: true,
        run: () => setIsOpen(true),
      },
    ],
    [],
  )
  useCommands('palette', commands)
  return isOpen ? <PaletteDialog onClose={() => setIsOpen(false)} /> : null
}
