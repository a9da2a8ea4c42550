import { Printer, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { goTo } from '../state/navigation.ts'
import { addressOf } from '../state/routes.ts'
import { Button } from '../ui/button.tsx'
import { TextInput } from '../ui/field.tsx'
import { countWords } from '../ui/words.ts'
import { sections } from './content.ts'
import { findSections } from './find-sections.ts'
import { GuideBlock } from './guide-block.tsx'
import { leaveGuide } from './way-back.ts'
import './guide.css'

/** The guide: its contents on the left, the text on the right, both narrowed by what is typed. */
export function GuideScreen({ sectionId }: { sectionId: string | null }) {
  const [typed, setTyped] = useState('')
  const search = useRef<HTMLDivElement>(null)
  const found = useMemo(() => findSections(sections, typed), [typed])

  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'guide.find',
        title: 'Find in the guide',
        key: '/',
        group: 'Guide',
        run: () => search.current?.querySelector('input')?.focus(),
      },
      {
        id: 'guide.back',
        title: 'Back to where you were',
        key: 'Escape',
        group: 'Guide',
        inText: true,
        run: leaveGuide,
      },
      { id: 'guide.print', title: 'Print the guide', group: 'Guide', run: () => window.print() },
    ],
    [],
  )
  useCommands('guide', commands)
  useEffect(() => {
    if (sectionId === null) search.current?.querySelector('input')?.focus()
    else showSection(sectionId)
  }, [sectionId])

  const choose = (id: string) => {
    // The address does not change when the same section is chosen again.
    goTo({ screen: 'guide', sectionId: id }, { replaces: true })
    showSection(id)
  }
  return (
    <div className="guide">
      <header className="guide-head">
        <h1>Guide</h1>
        <span className="acts">
          <Button variant="quiet" icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
            Print
          </Button>
          <Button variant="quiet" icon={<X size={16} aria-hidden />} shortcut="Esc" onClick={leaveGuide}>
            Back to where you were
          </Button>
        </span>
      </header>
      <div className="guide-contents">
        <div ref={search} role="search" className="guide-search">
          <TextInput
            label="Find in the guide"
            value={typed}
            onChange={setTyped}
            maxLength={80}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && typed !== '') {
                event.preventDefault()
                event.stopPropagation()
                setTyped('')
              } else if (event.key === 'Enter' && found[0] !== undefined) {
                event.preventDefault()
                choose(found[0].id)
              }
            }}
          />
          <p role="status" className="quiet">
            {typed.trim() === ''
              ? ''
              : found.length === 0
                ? 'Nothing found'
                : countWords(found.length, 'section')}
          </p>
        </div>
        <nav aria-label="Contents of the guide">
          <ol>
            {found.map(({ id, title }) => (
              <li key={id}>
                <a
                  href={addressOf({ screen: 'guide', sectionId: id })}
                  {...(id === sectionId ? { 'aria-current': 'location' as const } : {})}
                  onClick={(event) => {
                    event.preventDefault()
                    choose(id)
                  }}
                >
                  {title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      </div>
      <div className="guide-text">
        {found.length === 0 ? (
          <div className="guide-empty">
            <p>No section of the guide has all of these words.</p>
            <Button
              onClick={() => {
                setTyped('')
                search.current?.querySelector('input')?.focus()
              }}
            >
              Show the whole guide
            </Button>
          </div>
        ) : (
          found.map(({ id, title, blocks }) => (
            <section key={id} aria-labelledby={headingId(id)}>
              <h2 id={headingId(id)} tabIndex={-1}>
                {title}
              </h2>
              {blocks.map((block, index) => (
                <GuideBlock key={index} block={block} />
              ))}
            </section>
          ))
        )}
      </div>
    </div>
  )
}

const headingId = (id: string) => `guide-${id}`

/** The section comes to the top, and the focus with it: reading goes on from there. */
function showSection(id: string): void {
  const heading = document.getElementById(headingId(id))
  heading?.focus({ preventScroll: true })
  heading?.scrollIntoView({ block: 'start' })
}
