import { useRef, type KeyboardEvent } from 'react'
import { Ellipsis, FileText, FileX2 } from 'lucide-react'
import type { Paper } from '../../core/contract/papers.ts'
import { keyOf, keyWords } from '../state/keys.ts'
import {
  acceptPaper,
  askAboutPaper,
  attachPaper,
  openPaper,
  removePaper,
  stepPaper,
} from '../state/papers.ts'
import { classNames } from '../ui/class-names.ts'
import { Menu, type MenuItem } from '../ui/menu.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { paperInWords, paperTitle } from './paper-words.ts'

/** The keys that put a paper elsewhere, as they do on the agenda. */
const stepKeys = { 'Alt+Shift+ArrowLeft': -1, 'Alt+Shift+ArrowRight': 1 } as const

/** One paper: Enter opens it, C changes it, A accepts a late one, Delete takes it off, the arrow down opens all there is. */
export function PaperChip({
  paper,
  papers,
  acceptance,
  isEditable,
  isFocusTarget,
  onFocus,
}: {
  paper: Paper
  /** All of the item. */
  papers: readonly Paper[]
  /** The usual phrase with which a late one is accepted; empty until the core has said it. */
  acceptance: string
  isEditable: boolean
  isFocusTarget: boolean
  onFocus(): void
}) {
  const chip = useRef<HTMLLIElement>(null)
  const words = paperInWords(paper)
  const acts = actsOn(paper, papers, acceptance)
  const open = () => {
    if (paper.hasFile) void openPaper(paper)
    else if (isEditable) void attachPaper({ paperId: paper.id })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event.nativeEvent)
    const act = isEditable
      ? key === 'ArrowDown'
        ? () => chip.current?.querySelector<HTMLElement>('.menu > button')?.click()
        : acts.find((each) => each.key === key)?.run
      : undefined
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  return (
    <li ref={chip} className={classNames('paper-chip', !paper.hasFile && 'without-file')}>
      <button
        type="button"
        className="paper-open"
        data-paper={paper.id}
        {...(isFocusTarget ? { 'data-takes-focus': 'papers' } : {})}
        tabIndex={isFocusTarget ? 0 : -1}
        aria-disabled={!paper.hasFile && !isEditable}
        title={words}
        onFocus={onFocus}
        onClick={open}
        onKeyDown={onKeyDown}
      >
        {paper.hasFile ? <FileText size={14} aria-hidden /> : <FileX2 size={14} aria-hidden />}
        <span aria-hidden="true" className="paper-name">
          {paper.reference === '' ? null : <strong>{paper.reference}</strong>} {paper.title}
        </span>
        <span aria-hidden="true" className="soft">
          {paper.hasFile ? paper.fileWords : 'no file'}
        </span>
        {paper.isLate ? (
          <span aria-hidden="true" className={classNames('badge', paper.needsAcceptance && 'warn')}>
            {paper.needsAcceptance ? 'late' : 'late, accepted'}
          </span>
        ) : null}
        <VisuallyHidden>{words}</VisuallyHidden>
      </button>
      {isEditable && paper.needsAcceptance && acceptance !== '' ? (
        <button
          type="button"
          className="button quiet"
          tabIndex={-1}
          title={`Record it as “${acceptance}”`}
          onClick={() => void acceptPaper(paper.id, acceptance)}
        >
          Accept
        </button>
      ) : null}
      {isEditable ? (
        <Menu
          label={`More about ${paperTitle(paper)}`}
          variant="quiet"
          tabIndex={-1}
          items={acts.map(({ key, ...act }) => ({
            ...act,
            ...(key === undefined ? {} : { shortcut: keyWords(key) }),
          }))}
        >
          <Ellipsis size={14} aria-hidden />
        </Menu>
      ) : null}
    </li>
  )
}

interface PaperAct extends Omit<MenuItem, 'shortcut'> {
  key?: string
}

/** What can be done with a paper: its menu and its keys. */
function actsOn(paper: Paper, papers: readonly Paper[], acceptance: string): PaperAct[] {
  const { id: paperId } = paper
  const at = papers.findIndex(({ id }) => id === paperId)
  const steps = Object.entries(stepKeys).filter(([, step]) => papers[at + step] !== undefined)
  return [
    ...(paper.hasFile
      ? [
          { id: 'open', label: 'Open it', key: 'Enter', run: () => void openPaper(paper) },
          { id: 'attach', label: 'Attach another file…', run: () => void attachPaper({ paperId }) },
        ]
      : [
          { id: 'attach', label: 'Attach its file…', key: 'Enter', run: () => void attachPaper({ paperId }) },
        ]),
    {
      id: 'change',
      label: 'Change it…',
      key: 'c',
      run: () => askAboutPaper({ ask: 'change', paperId }),
    },
    ...(paper.needsAcceptance && acceptance !== ''
      ? [
          {
            id: 'accept',
            label: 'Accept it as late',
            key: 'a',
            run: () => void acceptPaper(paperId, acceptance),
          },
        ]
      : []),
    ...(paper.isLate
      ? [
          {
            id: 'accept-words',
            label: 'How it was accepted…',
            key: 'Shift+A',
            run: () => askAboutPaper({ ask: 'accept', paperId }),
          },
        ]
      : []),
    ...steps.map(([key, step]) => ({
      id: key,
      label: step === 1 ? 'Move it right' : 'Move it left',
      key,
      run: () => void stepPaper(papers, paper, step),
    })),
    { id: 'remove', label: 'Take it off the item', key: 'Delete', run: () => void removePaper(paperId) },
  ]
}
