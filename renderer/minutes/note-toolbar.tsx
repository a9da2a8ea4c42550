import { Bold, Italic, Link, List, ListOrdered } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { keyWords } from '../state/keys.ts'
import { formats, type Format } from './note-commands.ts'
import { linkCommand } from './note-links.ts'

const icons = { bold: Bold, italic: Italic, bullets: List, numbers: ListOrdered, link: Link }
const buttons = [
  ...(Object.keys(formats) as Format[]).map((format) => ({ format, ...formats[format] })),
  { format: 'link' as const, ...linkCommand },
]

/**
 * What can be done to the selected words, while one writes. It has its place all the time, so that nothing moves when
 * it appears; one stop for Tab, and the arrow keys go along it.
 */
export function NoteToolbar({
  formatsOn,
  onFormat,
}: {
  formatsOn: ReadonlySet<Format | 'link'>
  onFormat(format: Format | 'link'): void
}) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const all = [...event.currentTarget.querySelectorAll('button')]
    const at = all.findIndex((button) => button === document.activeElement)
    all[(at + step + all.length) % all.length]?.focus()
  }
  return (
    <div className="note-toolbar" role="toolbar" aria-label="How the note looks" onKeyDown={onKeyDown}>
      {buttons.map(({ format, title, key }, index) => {
        const Icon = icons[format]
        return (
          <button
            key={format}
            type="button"
            className="button quiet icon"
            aria-label={title}
            aria-pressed={formatsOn.has(format)}
            title={`${title.replace('…', '')} (${keyWords(key)})`}
            tabIndex={index === 0 ? 0 : -1}
            // The words stay selected.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onFormat(format)}
          >
            <Icon size={14} aria-hidden />
          </button>
        )
      })}
    </div>
  )
}
