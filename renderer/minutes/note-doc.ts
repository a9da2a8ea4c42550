import { Fragment, type Mark, type Node } from 'prosemirror-model'
import {
  joinNote,
  readParagraph,
  splitNote,
  writeParagraph,
  type NoteBlock,
  type NoteRun,
} from '../../core/contract/note-text.ts'
import {
  bullet_list,
  em,
  hard_break,
  isList,
  link,
  list_item,
  noteSchema,
  ordered_list,
  paragraph,
  strong,
} from './note-schema.ts'

/** A note as one writes it. */
export function docOf(text: string): Node {
  return noteSchema.node('doc', null, nodesOf(text))
}

/** The paragraphs and lists of a note; one empty paragraph where it says nothing. */
export function nodesOf(text: string): Node[] {
  const nodes = splitNote(text).flatMap((each) => nodesOfBlocks(readParagraph(each)))
  return nodes.length === 0 ? [paragraph.create()] : nodes
}

/** What one numbered paragraph is made of. */
export function nodesOfBlocks(blocks: readonly NoteBlock[]): Node[] {
  return blocks.map((block, index) =>
    block.kind === 'text'
      ? paragraph.create({ continues: index > 0 }, inlineOf(block.runs))
      : (block.isOrdered ? ordered_list : bullet_list).create(
          null,
          block.items.map((runs) => list_item.create(null, paragraph.create(null, inlineOf(runs)))),
        ),
  )
}

function inlineOf(runs: readonly NoteRun[]): Fragment {
  return Fragment.from(
    runs.flatMap(({ text, bold, italic, link: href }) => {
      const marks: Mark[] = []
      if (href !== undefined) marks.push(link.create({ href }))
      if (bold === true) marks.push(strong.create())
      if (italic === true) marks.push(em.create())
      return text
        .split('\n')
        .flatMap((part, index) => [
          ...(index > 0 ? [hard_break.create()] : []),
          ...(part === '' ? [] : [noteSchema.text(part, marks)]),
        ])
    }),
  )
}

/** A numbered paragraph of a note that is being written. */
export interface Passage {
  /** Where in the document its first line stands. */
  from: number
  index: number
  nodes: Node[]
}

/**
 * The numbered paragraphs, as the core will divide the text: a list and what continues belong to what stands before
 * them, and what is empty counts for nothing.
 */
export function passagesOf(doc: Node): Passage[] {
  const passages: Passage[] = []
  doc.forEach((node, from, index) => {
    if (isBlank(node)) return
    const last = passages.at(-1)
    if (last !== undefined && (isList(node) || node.attrs['continues'] === true)) last.nodes.push(node)
    else passages.push({ from, index, nodes: [node] })
  })
  return passages
}

function isBlank(node: Node): boolean {
  return node.textContent.trim() === ''
}

/** The note as one text, as it is saved. */
export function textOf(doc: Node): string {
  return joinNote(passagesOf(doc).map(({ nodes }) => ({ text: textOfPassage(nodes) })))
}

/** A keystroke changes one passage: the others are written already. By the first node of each. */
const written = new WeakMap<Node, { nodes: readonly Node[]; text: string }>()

function textOfPassage(nodes: readonly Node[]): string {
  const [first] = nodes
  if (first === undefined) return ''
  const known = written.get(first)
  if (known?.nodes.length === nodes.length && known.nodes.every((node, index) => node === nodes[index]))
    return known.text
  const text = writeParagraph(nodes.map(blockOf))
  written.set(first, { nodes, text })
  return text
}

function blockOf(node: Node): NoteBlock {
  if (!isList(node)) return { kind: 'text', runs: runsOf(node) }
  return {
    kind: 'list',
    isOrdered: node.type === ordered_list,
    items: node.children.map((item) =>
      item.children.flatMap((line, index) => [...(index > 0 ? [{ text: '\n' }] : []), ...runsOf(line)]),
    ),
  }
}

function runsOf(node: Node): NoteRun[] {
  return node.children.map((child) => {
    if (child.type === hard_break) return { text: '\n' }
    const href = link.isInSet(child.marks)?.attrs['href'] as string | undefined
    return {
      text: child.text ?? '',
      ...(strong.isInSet(child.marks) === undefined ? {} : { bold: true as const }),
      ...(em.isInSet(child.marks) === undefined ? {} : { italic: true as const }),
      ...(href === undefined ? {} : { link: href }),
    }
  })
}
