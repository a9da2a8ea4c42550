import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readActionLine } from '../../../core/actions/action-line.ts'
import { readExceptionLine } from '../../../core/voting/exception-line.ts'
import { lineWords } from '../../../core/voting/line-words.ts'
import { piecesOf, textsOf, type Piece, type Section } from '../../../renderer/guide/blocks.ts'
import { sections } from '../../../renderer/guide/content.ts'
import { findSections } from '../../../renderer/guide/find-sections.ts'
import { commandKeys, keyOfCommand, listedKeys, spokenKey } from '../../../renderer/guide/guide-keys.ts'

const renderer = join(import.meta.dirname, '../../../renderer')
/** The window's own source but for the guide, and the words that it shares with the core. */
const source = [
  ...readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('guide'))
    .map((path) => join(renderer, path)),
  join(renderer, 'guide/guide-screen.tsx'),
  join(renderer, '../core/contract/words.ts'),
]
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

function pieces<Kind extends Piece['kind']>(kind: Kind): Extract<Piece, { kind: Kind }>[] {
  return sections
    .flatMap(textsOf)
    .flatMap(piecesOf)
    .filter((piece): piece is Extract<Piece, { kind: Kind }> => piece.kind === kind)
}

describe('the guide', () => {
  it('has sections with names and addresses of their own', () => {
    expect(sections.length).toBeGreaterThanOrEqual(12)
    expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length)
    expect(new Set(sections.map(({ title }) => title)).size).toBe(sections.length)
    for (const { id, blocks } of sections) {
      expect(id).toMatch(/^[a-z-]+$/)
      expect(blocks.at(-1)?.kind).not.toBe('heading')
    }
  })

  it('leaves no mark unread and shouts at nobody', () => {
    for (const { text } of pieces('words')) expect(text).not.toMatch(/[{}*`!]/)
  })

  it.each(Object.entries(commandKeys))('names the key that the command %s has', (id, key) => {
    const found = [...source.matchAll(/\bid: ([^,]+),\s*title:[^\n]*,\s*key: '([^']+)'/g)].filter(
      ([, named]) => named === `'${id}'` || (id === 'palette' && named === 'paletteCommandId'),
    )
    expect(found.map(([, , registered]) => registered)).toContain(key)
    expect(new Set(found.map(([, , registered]) => registered)).size).toBe(1)
  })

  it.each(Object.entries(listedKeys))('names the key that %s has in its list', (id, key) => {
    const name = id.split('.').at(-1) ?? ''
    // As a line of a list, or the one or the other of two.
    expect(
      source.includes(`  ${name}: '${key}',`) ||
        new RegExp(`key: result === '${name}' \\? '${key.replace('+', '\\+')}' :`).test(source) ||
        source.includes(`key: result === 'carried' ? '${listedKeys['vote.declare.carried']}' : '${key}',`),
    ).toBe(true)
  })

  it.each([
    ['attendance/room-row.tsx', "event.key === 'a') record('apologies')"],
    ['attendance/room-row.tsx', "event.key === 'e') record('expected')"],
    ['attendance/room-row.tsx', "event.key === 'c' && canBeCarried"],
    ['attendance/room-row.tsx', "event.key === 'r' && item"],
    ['meetings/live/item-actions.tsx', "  c: 'complete',"],
    ['meetings/live/item-actions.tsx', "  f: 'carry-forward',"],
    ['meetings/live/item-actions.tsx', "  u: 'update',"],
    ['meetings/live/item-actions.tsx', "  x: 'close',"],
    ['meetings/live/item-actions.tsx', "  Enter: 'edit',"],
    ['voting/joint-grid.tsx', "letter === 'c' && !event.shiftKey"],
    ['voting/joint-grid.tsx', "event.key === '=' || event.key === '+'"],
    ['agenda/agenda-list.tsx', "key === 'Delete' && isEditable"],
    ['papers/paper-chip.tsx', "key: 'c',"],
    ['papers/paper-chip.tsx', "key: 'a',"],
    ['papers/paper-chip.tsx', "key: 'Delete',"],
    ['papers/paper-chip.tsx', "'Alt+Shift+ArrowLeft': -1"],
  ])('rests on a key of a row or grid in %s: %s', (path, words) => {
    expect(readFileSync(join(renderer, path), 'utf8')).toContain(words)
  })

  it('uses every key that it lists, and lists every key that it uses', () => {
    const used = new Set(pieces('command').map(({ id }) => id))
    expect([...used].filter((id) => keyOfCommand(id) === undefined)).toEqual([])
    expect(Object.keys({ ...commandKeys, ...listedKeys }).filter((id) => !used.has(id))).toEqual([])
  })

  it('names what stands on the screen in the words of the screen', () => {
    const flat = source.replace(/\s+/g, ' ')
    const isThere = (name: string) =>
      [`'${name}'`, `"${name}"`, `> ${name} <`, `>${name}<`, `} ${name} <`, `'${name}`, `\`${name}`].some(
        (each) => flat.includes(each),
      )
    const names = pieces('name').map(({ text }) => text)
    // What ends in a full stop begins an entry of a list and names nothing.
    expect([...new Set(names)].filter((name) => !name.endsWith('.') && !isThere(name))).toEqual([])
  })

  it('gives lines for a vote that the core reads as they stand', () => {
    const words = lineWords({ kind: 'majority-of-exercisable' })
    const examples = linesOf('exceptions')
    expect(examples.length).toBeGreaterThan(2)
    for (const line of examples) expect(readExceptionLine(line, words).problems, line).toEqual([])
    expect(readExceptionLine('all f / kb n / af, gn a', words).named).toHaveLength(3)
  })

  it('gives lines for an action that the core reads as it says', () => {
    const context = { raisedOn: '2016-12-15', nextMeeting: { number: '200', startsOn: '2017-01-19' } }
    const isOwner = (name: string) => /^"[^"]+"$|^[A-Z]{2}$/.test(name)
    const read = linesOf('actions').map((line) => readActionLine(line, context, isOwner))
    expect(read.map(({ owners }) => owners.length)).toEqual([1, 2, 1, 0])
    expect(read.map(({ due }) => due?.due)).toEqual([
      { on: '2017-01-12' },
      { meeting: 'meeting 200, 19 January 2017' },
      { on: '2017-01-03' },
      { on: '2017-01-31' },
    ])
    expect(read[0]?.proposal?.text).toBe('0621')
  })
})

describe('finding in the guide', () => {
  const ids = (typed: string) => findSections(sections, typed).map(({ id }) => id)

  it('shows all of it where nothing is typed', () => {
    expect(ids('  ')).toEqual(sections.map(({ id }) => id))
  })

  it('leaves the sections that have all the words, in their order', () => {
    expect(ids('disk full')).toEqual(['trouble'])
    expect(ids('CASTING vote')).toEqual(['second-thoughts'])
    expect(ids('ratifies it')).toEqual(['resolutions'])
    expect(ids('xyzzy')).toEqual([])
  })

  it('minds neither case, accents nor the shape of an apostrophe', () => {
    const one: Section = { id: 'one', title: 'Été', blocks: [{ kind: 'text', text: 'the chair’s **Vote**' }] }
    expect(findSections([one], "ete chair's vote")).toEqual([one])
    // The marks themselves are nothing to find.
    expect(findSections([one], '**')).toEqual([])
  })
})

describe('a text in its pieces', () => {
  it('keeps the words between the marks', () => {
    expect(piecesOf('Press {undo} or {=Enter}: **Put it** with `all f`.')).toEqual([
      { kind: 'words', text: 'Press ' },
      { kind: 'command', id: 'undo' },
      { kind: 'words', text: ' or ' },
      { kind: 'key', key: 'Enter' },
      { kind: 'words', text: ': ' },
      { kind: 'name', text: 'Put it' },
      { kind: 'words', text: ' with ' },
      { kind: 'typed', text: 'all f' },
      { kind: 'words', text: '.' },
    ])
    expect(piecesOf('{==}')).toEqual([{ kind: 'key', key: '=' }])
  })

  it('says keys in words', () => {
    expect(spokenKey('Mod+Shift+z', 'Control')).toBe('Control Shift Z')
    expect(spokenKey('Alt+ArrowDown', 'Control')).toBe('Alt arrow down')
    expect(spokenKey('?', 'Control')).toBe('question mark')
  })
})

function linesOf(kind: 'exceptions' | 'actions'): string[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'pairs' && block.of === kind ? block.pairs : []))
    .map(([line]) => line.replaceAll('`', ''))
}
