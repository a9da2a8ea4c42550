import { useEffect } from 'react'
import { create } from 'zustand'

/** Something that can be done now. The shortcuts page and the palette list the same commands. */
export interface KeyCommand {
  id: string
  title: string
  /** Such as `f`, `Shift+F`, `Alt+ArrowDown`, `Mod+z`; Mod is Ctrl, or ⌘ on a Mac. Left out: palette only. */
  key?: string
  group: string
  isEnabled?: boolean
  /** Also while a text field has the focus. Single letters never are. */
  inText?: boolean
  run(): void
}

interface KeysState {
  groups: ReadonlyMap<string, readonly KeyCommand[]>
}

/** The commands on offer, by the component that offers them. */
export const useKeys = create<KeysState>(() => ({ groups: new Map() }))

/** Every command on offer, those of the newest component last. */
export function allCommands(): KeyCommand[] {
  return [...useKeys.getState().groups.values()].flat()
}

/** Offers commands while the component is shown. The newest component goes first. */
export function useCommands(owner: string, commands: readonly KeyCommand[]): void {
  useEffect(() => {
    useKeys.setState(({ groups }) => ({ groups: new Map([...groups, [owner, commands]]) }))
  }, [owner, commands])
  useEffect(
    () => () => {
      useKeys.setState(({ groups }) => {
        const left = new Map(groups)
        left.delete(owner)
        return { groups: left }
      })
    },
    [owner],
  )
}

const isMac = navigator.platform.startsWith('Mac')

/** A key as it is written in the registry. */
export function keyOf(event: KeyboardEvent): string {
  const mod = isMac ? event.metaKey : event.ctrlKey
  const parts = [mod ? 'Mod' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '']
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  // A sign such as ? or ! already says that Shift was held.
  if (event.shiftKey && event.key.length === 1 && !/[a-z]/i.test(event.key)) parts[2] = ''
  return [...parts, key].filter((part) => part !== '').join('+')
}

/** The key as a person reads it. */
export function keyWords(key: string): string {
  return key
    .replace('Mod', isMac ? '⌘' : 'Ctrl')
    .replace('ArrowUp', '↑')
    .replace('ArrowDown', '↓')
    .replace('ArrowLeft', '←')
    .replace('ArrowRight', '→')
    .replace('Enter', '⏎')
    .split('+')
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join('+')
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    // A note that can only be read is one as well: Escape leaves it.
    (target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, [role=textbox]') ||
      target.isContentEditable)
  )
}

/** One listener for the whole window. A modal dialog keeps its keys to itself. */
export function startKeys(): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]') !== null) return
    const key = keyOf(event)
    const inText = isTextField(event.target)
    const command = allCommands()
      .toReversed()
      .find(
        (candidate) =>
          candidate.key !== undefined &&
          sameKey(candidate.key, key) &&
          candidate.isEnabled !== false &&
          (!inText || candidate.inText === true),
      )
    // Out of a text field, so that single letters are commands again.
    if (command === undefined && key === 'Escape' && inText) (event.target as HTMLElement).blur()
    if (command === undefined) return
    event.preventDefault()
    command.run()
  })
}

function sameKey(registered: string, pressed: string): boolean {
  return registered.toLowerCase() === pressed.toLowerCase()
}
