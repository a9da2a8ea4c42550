import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
// By name, not as parts of `Command`: its own dialog would bring a style element that the policy refuses.
import { CommandGroup, CommandInput, CommandItem, CommandList, CommandRoot } from 'cmdk'
import { keyOf, keyWords } from '../state/keys.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { detailWords, hitKindWords, markWords } from './hits.ts'
import { openHit } from './open-hit.ts'
import { usePaletteCommands } from './palette-commands.ts'
import { rememberCaret } from '../ui/remember-caret.ts'
import { mostHits, useSearch } from './use-search.ts'
import './palette.css'

/** The palette itself; mounted is open. Focus goes back to where it was, before a command runs. */
export function PaletteDialog({ onClose }: { onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState('')
  /** Whether somebody moved the choice since the last letter: then it stays, whatever is found meanwhile. */
  const hasMoved = useRef(false)
  const [entersWhenFound, setEntersWhenFound] = useState(false)

  const words = text.split(/\s+/).filter((word) => word !== '')
  const groups = usePaletteCommands(words)
  const { hits, error, isOlder } = useSearch(text)

  const giveBack = useRef<(() => void) | null>(null)
  useEffect(() => {
    const element = dialog.current
    if (element === null) return
    giveBack.current ??= rememberCaret()
    if (!element.open) element.showModal()
    input.current?.focus()
    return () => element.close()
  }, [])

  const leave = (then?: () => void) => {
    dialog.current?.close()
    giveBack.current?.()
    onClose()
    then?.()
  }
  const entries = [
    ...groups.flatMap(([, commands]) =>
      commands.map((command) => ({ value: `command ${command.id}`, run: command.run })),
    ),
    ...hits.map((hit) => ({ value: `${hit.kind} ${hit.id}`, run: () => openHit(hit) })),
  ]
  const firstValue = entries[0]?.value ?? ''
  useEffect(() => {
    if (!hasMoved.current) setChosen(firstValue)
  }, [firstValue, text])

  // Enter came before the answer: what it meant is what is found now, not what stood there before.
  useEffect(() => {
    if (!entersWhenFound || isOlder) return
    setEntersWhenFound(false)
    if (entries[0] !== undefined) leave(entries[0].run)
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (keyOf(event.nativeEvent).toLowerCase() === 'mod+k') {
      event.preventDefault()
      leave()
    } else if (event.key === 'Enter' && isOlder && !chosen.startsWith('command ')) {
      event.preventDefault()
      setEntersWhenFound(true)
    } else if (/^(Arrow(Up|Down)|Home|End)$/.test(event.key)) hasMoved.current = true
  }
  const isEmpty = entries.length === 0 && !isOlder && error === null
  return (
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label="Find anything, or do something"
      onCancel={(event) => {
        event.preventDefault()
        leave()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) leave()
      }}
    >
      <CommandRoot
        label="Find anything, or do something"
        shouldFilter={false}
        vimBindings={false}
        loop
        value={chosen}
        onValueChange={setChosen}
        onKeyDown={onKeyDown}
      >
        <CommandInput
          ref={input}
          className="palette-input"
          placeholder="A reference, a name, words of a note – or what to do"
          maxLength={200}
          value={text}
          onValueChange={(value) => {
            hasMoved.current = false
            setEntersWhenFound(false)
            setText(value)
          }}
        />
        <CommandList
          className="palette-list"
          label="Commands and what was found"
          aria-busy={isOlder}
          onPointerMove={() => {
            hasMoved.current = true
          }}
        >
          {groups.map(([group, commands]) => (
            <CommandGroup key={group} heading={group} className="palette-group">
              {commands.map((command) => (
                <CommandItem
                  key={command.id}
                  value={`command ${command.id}`}
                  className="palette-item"
                  onSelect={() => leave(command.run)}
                >
                  <Marked text={command.title} words={words} />
                  {command.key === undefined ? null : <Kbd>{keyWords(command.key)}</Kbd>}
                </CommandItem>
              ))}
            </CommandGroup>
          ))}
          {hits.length === 0 ? null : (
            <CommandGroup heading="In the book" className="palette-group">
              {hits.map((hit) => (
                <CommandItem
                  key={`${hit.kind} ${hit.id}`}
                  value={`${hit.kind} ${hit.id}`}
                  className="palette-item hit"
                  onSelect={() => leave(() => openHit(hit))}
                >
                  <span className="kind">{hitKindWords[hit.kind]}</span>
                  <span className="title">
                    <Marked text={hit.title} words={words} />
                  </span>
                  <span className="detail">
                    <Marked text={detailWords(hit)} words={words} />
                  </span>
                </CommandItem>
              ))}
            </CommandGroup>
          )}
        </CommandList>
        {error === null ? null : <ErrorNotice error={error} />}
        {isEmpty ? <p className="palette-empty">Nothing has all of these words.</p> : null}
        <p className="palette-foot">
          <span role="status">{foundWords(text, hits.length, isOlder)}</span>
          <span aria-hidden>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd> choose <Kbd>{keyWords('Enter')}</Kbd> open <Kbd>Esc</Kbd> close
          </span>
        </p>
      </CommandRoot>
    </dialog>
  )
}

function foundWords(text: string, count: number, isOlder: boolean): string {
  if (text.trim() === '' || isOlder) return ''
  return count >= mostHits ? `The first ${mostHits}; another word narrows them` : `${count} found in the book`
}

function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return (
    <span>
      {markWords(text, words).map(({ piece, isMarked }, index) =>
        isMarked ? <mark key={index}>{piece}</mark> : piece,
      )}
    </span>
  )
}
