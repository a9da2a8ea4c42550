import { useMemo } from 'react'
import type { Meeting } from '../../core/contract/meetings.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { countWords } from '../ui/words.ts'
import { move, moves, removeItems, type Move } from './agenda-acts.ts'

/** What the agenda can ask for. */
export type AgendaDialog = 'item' | 'late' | 'suggestions' | 'copy'

/** The keys that move items; as in an outline, sideways changes the level. */
export const moveKeys: Record<Move, string> = {
  up: 'Alt+Shift+ArrowUp',
  down: 'Alt+Shift+ArrowDown',
  in: 'Alt+Shift+ArrowRight',
  out: 'Alt+Shift+ArrowLeft',
}

/** What can be done with the agenda, and with the items that are selected or looked at. */
export function useAgendaCommands({
  meeting,
  targets,
  isEditable,
  ask,
}: {
  meeting: Meeting
  targets: readonly string[]
  isEditable: boolean
  ask(dialog: AgendaDialog): void
}): void {
  const commands = useMemo<KeyCommand[]>(() => {
    const what = targets.length > 1 ? `the ${countWords(targets.length, 'item')}` : 'the item'
    const hasAny = isEditable && targets.length > 0
    const ways = Object.keys(moves) as Move[]
    return [
      ...ways.map((way) => ({
        id: `agenda.${way}`,
        title: `Move ${what} ${moves[way].words}`,
        key: moveKeys[way],
        group: 'Agenda',
        // Sideways selects words in a text.
        inText: way === 'up' || way === 'down',
        isEnabled: hasAny && moves[way].place(meeting, targets) !== null,
        run: () => void move(meeting, targets, way),
      })),
      {
        id: 'agenda.add',
        title: 'Add an item',
        key: 'i',
        group: 'Agenda',
        isEnabled: isEditable,
        run: () => ask('item'),
      },
      {
        id: 'agenda.late',
        title: 'Add a late item',
        group: 'Agenda',
        isEnabled: isEditable,
        run: () => ask('late'),
      },
      {
        id: 'agenda.suggestions',
        title: 'Suggestions from the register',
        key: 's',
        group: 'Agenda',
        isEnabled: isEditable,
        run: () => ask('suggestions'),
      },
      {
        id: 'agenda.copy',
        title: 'Copy items from another meeting…',
        group: 'Agenda',
        isEnabled: isEditable,
        run: () => ask('copy'),
      },
      {
        id: 'agenda.remove',
        title: `Take ${what} off the agenda`,
        group: 'Agenda',
        isEnabled: hasAny,
        run: () => void removeItems(targets),
      },
    ]
  }, [meeting, targets, isEditable, ask])
  useCommands('agenda', commands)
}
