import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Plus } from 'lucide-react'
import type { Item } from '../../core/contract/voting.ts'
import { keyOf } from '../state/keys.ts'
import { attachPaper, askAboutPaper, forgetPapers, usePapers } from '../state/papers.ts'
import { useAnswer } from '../state/use-answer.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { PaperChip } from './paper-chip.tsx'
import { PaperDialogs } from './paper-dialogs.tsx'
import { PaperRefusal } from './paper-refusal.tsx'
import { usePaperCommands } from './use-paper-commands.ts'
import './papers.css'

/**
 * The papers of an item in one line, each opened with a click or Enter. The arrow keys go along them; what is asked
 * about one and what went wrong with its file stands here as well.
 */
export function PaperLine({
  item,
  isEditable,
  isOpen,
}: {
  item: Item
  isEditable: boolean
  /** While the meeting sits, an item without papers takes no room for saying so. */
  isOpen: boolean
}) {
  const { papers, meetingId } = item
  const itemId = item.line.id
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const isAcceptanceAsked = papers.some(({ needsAcceptance }) => needsAcceptance)
  const lateness = useAnswer('paper.lateness', isAcceptanceAsked ? { meetingId } : null)
  const acceptance = lateness?.acceptances[0] ?? ''
  const refused = usePapers((store) => store.refused)
  usePaperCommands({ itemId, papers, acceptance, isEditable })
  useEffect(() => forgetPapers, [])

  const focusTarget = papers.find(({ id }) => id === focusedId) ?? papers[0]
  // One that was taken off leaves the focus to its neighbour.
  const before = useRef<readonly string[]>([])
  useEffect(() => {
    const ids = papers.map(({ id }) => id)
    const at = focusedId === null || ids.includes(focusedId) ? -1 : before.current.indexOf(focusedId)
    before.current = ids
    if (at < 0 || document.activeElement !== document.body) return
    list.current?.querySelectorAll<HTMLElement>('.paper-open')[Math.min(at, ids.length - 1)]?.focus()
  }, [papers, focusedId])

  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event.nativeEvent)
    const at = papers.findIndex(({ id }) => id === focusTarget?.id)
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: papers.length - 1 }[key]
    const next = to === undefined ? undefined : papers[to]
    if (next === undefined) return
    event.preventDefault()
    list.current?.querySelector<HTMLElement>(`[data-paper="${next.id}"]`)?.focus()
  }
  const isWorthALine = papers.length > 0 || refused !== null || (isEditable && !isOpen)
  return (
    <>
      {isWorthALine ? (
        <section className="papers" aria-label="Papers">
          {papers.length === 0 ? (
            <p className="soft">No paper is listed for this item.</p>
          ) : (
            <ul ref={list} onKeyDown={onKeyDown}>
              {papers.map((paper) => (
                <PaperChip
                  key={paper.id}
                  {...{ paper, papers, acceptance, isEditable }}
                  isFocusTarget={paper.id === focusTarget?.id}
                  onFocus={() => setFocusedId(paper.id)}
                />
              ))}
            </ul>
          )}
          {isEditable ? <AddPaper itemId={itemId} isFirst={papers.length === 0} /> : null}
          <PaperRefusal papers={papers} itemId={itemId} isEditable={isEditable} />
        </section>
      ) : null}
      <PaperDialogs item={item} />
    </>
  )
}

function AddPaper({ itemId, isFirst }: { itemId: string; isFirst: boolean }) {
  const attach = () => void attachPaper({ itemId })
  const list = () => askAboutPaper({ ask: 'list' })
  const shortcut = '⇧I'
  if (isFirst)
    return (
      <>
        <Button variant="quiet" icon={<Plus size={14} aria-hidden />} shortcut={shortcut} onClick={attach}>
          Attach a paper…
        </Button>
        <Button variant="quiet" onClick={list}>
          List one without its file…
        </Button>
      </>
    )
  return (
    <Menu
      label="Add a paper"
      variant="quiet"
      items={[
        { id: 'attach', label: 'Attach a paper…', shortcut, run: attach },
        { id: 'list', label: 'List one without its file…', run: list },
      ]}
    >
      <Plus size={14} aria-hidden />
    </Menu>
  )
}
