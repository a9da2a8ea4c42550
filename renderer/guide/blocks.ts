/**
 * What the guide is made of: sections of plain text with four marks in it.
 * `{question.put}` is the key of a command of `guide-keys.ts`, `{=Enter}` a key as the registry writes it, `**Put it**`
 * the name of something on the screen, and what stands between backticks is typed.
 */
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'steps'; items: readonly string[] }
  /** What is pressed or typed, and what it does. The kinds of line are read by the core in the same way. */
  | { kind: 'pairs'; of: 'keys' | 'exceptions' | 'actions'; pairs: readonly (readonly [string, string])[] }

export interface Section {
  /** Its part of the address. */
  id: string
  title: string
  blocks: readonly Block[]
}

export type Piece =
  | { kind: 'words'; text: string }
  | { kind: 'key'; key: string }
  | { kind: 'command'; id: string }
  | { kind: 'name'; text: string }
  | { kind: 'typed'; text: string }

export const text = (words: string): Block => ({ kind: 'text', text: words })
export const heading = (words: string): Block => ({ kind: 'heading', text: words })
export const list = (...items: readonly string[]): Block => ({ kind: 'list', items })
export const steps = (...items: readonly string[]): Block => ({ kind: 'steps', items })
export const keys = (...pairs: readonly (readonly [string, string])[]): Block => ({
  kind: 'pairs',
  of: 'keys',
  pairs,
})
/** Lines to type. The line itself is given without its backticks. */
export const lines = (
  of: 'exceptions' | 'actions',
  ...pairs: readonly (readonly [string, string])[]
): Block => ({ kind: 'pairs', of, pairs: pairs.map(([line, meaning]) => [`\`${line}\``, meaning] as const) })

const mark = /\{=([^}]+)\}|\{([^}]+)\}|\*\*([^*]+)\*\*|`([^`]+)`/g

/** A text of the guide in its pieces. */
export function piecesOf(marked: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const found of marked.matchAll(mark)) {
    if (found.index > at) pieces.push({ kind: 'words', text: marked.slice(at, found.index) })
    const [whole, key, id, name, typed] = found
    if (key !== undefined) pieces.push({ kind: 'key', key })
    else if (id !== undefined) pieces.push({ kind: 'command', id })
    else if (name !== undefined) pieces.push({ kind: 'name', text: name })
    else if (typed !== undefined) pieces.push({ kind: 'typed', text: typed })
    at = found.index + whole.length
  }
  if (at < marked.length) pieces.push({ kind: 'words', text: marked.slice(at) })
  return pieces
}

/** Every marked text of a section, its title first. */
export function textsOf({ title, blocks }: Section): string[] {
  return [
    title,
    ...blocks.flatMap((block) => {
      switch (block.kind) {
        case 'text':
        case 'heading':
          return [block.text]
        case 'list':
        case 'steps':
          return block.items
        case 'pairs':
          return block.pairs.flat()
      }
    }),
  ]
}
