import { useState } from 'react'
import { Ellipsis } from 'lucide-react'
import type { AgendaLine } from '../../core/contract/meetings.ts'
import { act } from '../state/live.ts'
import { Menu } from '../ui/menu.tsx'
import { AddPaperDialog } from './add-paper-dialog.tsx'
import { ChangeItemDialog } from './change-item-dialog.tsx'

/** What else can be done with an item: its particulars, its papers, taking it off the agenda. */
export function ItemMenu({ line }: { line: AgendaLine }) {
  const [dialog, setDialog] = useState<'change' | 'paper' | null>(null)
  return (
    <>
      <Menu
        label="More about the item"
        items={[
          { id: 'change', label: 'Change title, time, presenter…', run: () => setDialog('change') },
          { id: 'paper', label: 'List a paper…', run: () => setDialog('paper') },
          {
            id: 'remove',
            label: 'Take it off the agenda',
            run: () => void act('agenda.remove', { itemId: line.id }),
          },
        ]}
      >
        <Ellipsis size={16} aria-hidden />
      </Menu>
      {dialog === 'change' ? <ChangeItemDialog line={line} onClose={() => setDialog(null)} /> : null}
      {dialog === 'paper' ? <AddPaperDialog line={line} onClose={() => setDialog(null)} /> : null}
    </>
  )
}
