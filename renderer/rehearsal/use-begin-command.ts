import { useMemo } from 'react'
import type { Meeting } from '../../core/contract/meetings.ts'
import { useBook } from '../state/book.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { rehearsal } from '../state/rehearsal.ts'

/** Offers the rehearsal of a meeting that is not closed, where none goes on. Answers whether it can be begun. */
export function useBeginCommand({ id, state }: Pick<Meeting, 'id' | 'state'>): boolean {
  const isRehearsal = useBook((store) => store.state?.book?.isRehearsal === true)
  const canBegin = state !== 'closed' && !isRehearsal
  const commands = useMemo<KeyCommand[]>(
    () =>
      canBegin
        ? [
            {
              id: 'rehearsal.begin',
              title: 'Rehearse this meeting',
              key: 'Mod+Shift+r',
              group: 'Meeting',
              inText: true,
              run: () => void rehearsal.begin(id),
            },
          ]
        : [],
    [canBegin, id],
  )
  useCommands('rehearsal.begin', commands)
  return canBegin
}
