import type { Command, EditorState } from 'prosemirror-state'
import { link } from './note-schema.ts'

export const linkCommand = { id: 'note.link', title: 'Link…', key: 'Mod+Shift+k' }

/** Words that lead to one address. */
interface Stretch {
  href: string
  from: number
  to: number
}

/** The link at the caret or in the selection, with all of its words. */
export function linkAt({ selection: { $from, from, to } }: EditorState): Stretch | null {
  const stretches: Stretch[] = []
  let start = $from.start()
  for (const node of $from.parent.children) {
    const href = link.isInSet(node.marks)?.attrs['href'] as string | undefined
    const end = start + node.nodeSize
    const last = stretches.at(-1)
    if (last?.to === start && last.href === href) last.to = end
    else if (href !== undefined) stretches.push({ href, from: start, to: end })
    start = end
  }
  return stretches.find((stretch) => stretch.from <= to && stretch.to >= from) ?? null
}

/**
 * Makes a link of the selected words with those of the link at the caret, or where there are none of the address
 * itself. Null takes the link away and leaves its words.
 */
export function setLink(address: string | null): Command {
  return (state, dispatch) => {
    const { tr, selection } = state
    const known = linkAt(state) ?? selection
    const from = Math.min(known.from, selection.from)
    const to = Math.max(known.to, selection.to)
    if (address !== null && from === to) tr.insertText(address, from)
    const end = tr.mapping.map(to)
    tr.removeMark(from, end, link)
    if (address !== null) tr.addMark(from, end, link.create({ href: address }))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}
