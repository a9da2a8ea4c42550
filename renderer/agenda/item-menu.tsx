import { useState } from 'react'
import { Ellipsis } from 'lucide-react'
import type { AgendaLine } from '../../core/contract/meetings.ts'
import { keyWords } from '../state/keys.ts'
import { useLive } from '../state/live.ts'
import { askAboutPaper, attachPaper } from '../state/papers.ts'
import { Menu } from '../ui/menu.tsx'
import { move, moves, removeItems, type Move } from './agenda-acts.ts'
import { ChangeItemDialog } from './change-item-dialog.tsx'
import { moveKeys } from './use-agenda-commands.ts'

/** What else can be done with an item: its particulars, its papers, its place, taking it off the agenda. */
export function ItemMenu({ line }: { line: AgendaLine }) {
  const [isChanging, setIsChanging] = useState(false)
  const meeting = useLive((store) => store.meeting)
  // A written resolution has the one item with which it went round.
  const isMeeting = meeting?.form !== 'written-resolution'
  const ways = (Object.keys(moves) as Move[]).filter(
    (way) => meeting !== null && moves[way].place(meeting, [line.id]) !== null,
  )
  return (
    <>
      <Menu
        label="More about the item"
        items={[
          { id: 'change', label: 'Change title, time, presenter…', run: () => setIsChanging(true) },
          {
            id: 'attach',
            label: 'Attach a paper…',
            shortcut: '⇧I',
            run: () => void attachPaper({ itemId: line.id }),
          },
          { id: 'list', label: 'List a paper without its file…', run: () => askAboutPaper({ ask: 'list' }) },
          ...ways.map((way) => ({
            id: way,
            label: `Move it ${moves[way].words}`,
            shortcut: keyWords(moveKeys[way]),
            run: () => {
              if (meeting !== null) void move(meeting, [line.id], way)
            },
          })),
          ...(isMeeting
            ? [{ id: 'remove', label: 'Take it off the agenda', run: () => void removeItems([line.id]) }]
            : []),
        ]}
      >
        <Ellipsis size={16} aria-hidden />
      </Menu>
      {isChanging && meeting !== null ? (
        <ChangeItemDialog meetingId={meeting.id} line={line} onClose={() => setIsChanging(false)} />
      ) : null}
    </>
  )
}
