import { useMemo } from 'react'
import type { Item } from '../../core/contract/voting.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { scriptChoice, useScriptChoice } from '../state/script-choice.ts'
import { Button } from '../ui/button.tsx'
import { useScriptPlace } from './use-script-place.ts'

const panelId = 'chairs-script'

/** Shows the chair’s script or puts it away. Its key goes to it first, and puts it away from within. */
export function ScriptButton({ item }: { item: Item }) {
  const place = useScriptPlace(item)
  const isShown = useScriptChoice((store) => store.shown[place])
  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'focus.script',
        title: 'To the chair’s script',
        key: 'c',
        group: 'Item',
        run: () => {
          const panel = document.getElementById(panelId)
          if (isShown && panel?.contains(document.activeElement) === true) scriptChoice.show(place, false)
          else {
            scriptChoice.show(place, true)
            // The panel takes the focus itself where it was not on the screen yet.
            if (panel === null) requestAnimationFrame(() => document.getElementById(panelId)?.focus())
            else panel.focus()
          }
        },
      },
    ],
    [place, isShown],
  )
  useCommands('script', commands)
  return (
    <Button
      variant="quiet"
      shortcut="C"
      aria-expanded={isShown}
      aria-controls={isShown ? panelId : undefined}
      onClick={() => scriptChoice.show(place, !isShown)}
    >
      Script
    </Button>
  )
}
