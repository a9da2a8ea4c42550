import { describe, expect, it } from 'vitest'
import { keyOf, keyWords } from '../../../renderer/state/keys.ts'

const pressed = (key: string, held: Partial<KeyboardEvent> = {}) =>
  keyOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held } as KeyboardEvent)
/** Whichever of the two it is on this machine. */
const mod = { ctrlKey: true, metaKey: true }

describe('a key as the registry has it', () => {
  it.each([
    [pressed('f'), 'f'],
    [pressed('F', { shiftKey: true }), 'Shift+f'],
    [pressed('z', mod), 'Mod+z'],
    [pressed('Z', { ...mod, shiftKey: true }), 'Mod+Shift+z'],
    [pressed('ArrowDown', { altKey: true, shiftKey: true }), 'Alt+Shift+ArrowDown'],
    [pressed('Enter', { shiftKey: true }), 'Shift+Enter'],
    // A sign already says that Shift was held, and on which key it lies is the keyboard's business.
    [pressed('?', { shiftKey: true }), '?'],
    [pressed('/'), '/'],
  ])('%s', (key, registered) => {
    expect(key).toBe(registered)
  })

  it('is shown as a person reads it', () => {
    expect(keyWords('Alt+ArrowDown')).toBe('Alt+↓')
    expect(keyWords('Shift+f')).toBe('Shift+F')
    expect(keyWords('Alt+Enter')).toBe('Alt+⏎')
    expect(keyWords('Mod+k')).toMatch(/^(Ctrl|⌘)\+K$/)
  })
})
