import { DOMSerializer, Schema, type DOMOutputSpec, type Node } from 'prosemirror-model'
import { safeLink } from '../../core/contract/note-text.ts'

const line: DOMOutputSpec = ['p', 0]

/** What a note can be made of: what `core/contract/note-text.ts` can write, and nothing else. */
export const noteSchema = new Schema({
  nodes: {
    doc: { content: '(paragraph | bullet_list | ordered_list)+' },
    paragraph: {
      content: 'inline*',
      // Text after a list that is of the same numbered paragraph as what stands before it.
      attrs: { continues: { default: false } },
      parseDOM: [{ tag: 'p[data-continues]', attrs: { continues: true } }, { tag: 'p' }],
      toDOM: (node) => (node.attrs['continues'] === true ? ['p', { 'data-continues': '' }, 0] : line),
    },
    bullet_list: { content: 'list_item+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: { content: 'list_item+', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    list_item: { content: 'paragraph+', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    text: { group: 'inline' },
    hard_break: {
      group: 'inline',
      inline: true,
      selectable: false,
      leafText: () => '\n',
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      // No href of its own: the window goes nowhere, and Tab does not stop at it. It is a link in the documents.
      parseDOM: [{ tag: 'a[data-href]', getAttrs: (element) => linkOf(element.getAttribute('data-href')) }],
      toDOM: (mark) => {
        const href = String(mark.attrs['href'])
        return ['a', { 'data-href': href, title: href }, 0]
      },
    },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
})

function linkOf(address: string | null): { href: string } | false {
  const href = safeLink(address ?? '')
  return href === null ? false : { href }
}

export const { paragraph, bullet_list, ordered_list, list_item, hard_break } = noteSchema.nodes
export const { strong, em, link } = noteSchema.marks

export function isList(node: Node): boolean {
  return node.type === bullet_list || node.type === ordered_list
}

/** For the clipboard: there a link is one that other programs know. */
export const clipboardSerializer = new DOMSerializer(DOMSerializer.nodesFromSchema(noteSchema), {
  ...DOMSerializer.marksFromSchema(noteSchema),
  link: (mark) => ['a', { href: String(mark.attrs['href']) }, 0],
})
