import { positionWords, type PositionValue } from '../../core/contract/words.ts'

/**
 * The keys that the guide names. A command is on offer only while its screen is shown, so they cannot be read from the
 * registry here; the guide's test holds each of them against the command of that name.
 */
export const commandKeys = {
  'actions.add': 'c',
  'actions.update': 'u',
  'actions.close': 'x',
  'agenda.add': 'i',
  'agenda.suggestions': 's',
  'bodies.create': 'c',
  'body.fill': 'v',
  'body.member': 'p',
  'book.other': 'Mod+o',
  'determination.alone': 'Shift+D',
  'determination.keep': 'k',
  'determination.take-new': 't',
  'determination.write': 'd',
  'focus.action': '!',
  'focus.agenda': 'g',
  'focus.note': 'w',
  'focus.room': 'm',
  'focus.script': 'c',
  'focus.vote': 'v',
  guide: 'F1',
  'guide.back': 'Escape',
  'guide.find': '/',
  'history.find': '/',
  'item.current': 'Alt+Enter',
  'item.next': 'Alt+ArrowDown',
  'item.outcome': 'o',
  'item.previous': 'Alt+ArrowUp',
  'joint-vote.determinations': 'd',
  'joint-vote.items': 'j',
  'joint-vote.options': 'Shift+Q',
  'meeting.history': 'h',
  'meeting.pause': 'Shift+P',
  'meetings.circulate': 'w',
  'meetings.create': 'c',
  'note.bold': 'Mod+b',
  'note.bullets': 'Mod+Shift+8',
  'note.italic': 'Mod+i',
  'note.link': 'Mod+Shift+k',
  'note.numbers': 'Mod+Shift+7',
  palette: 'Mod+k',
  'paper.accept': 'Shift+L',
  'paper.attach': 'Shift+I',
  'paper.open': 'Shift+O',
  'question.put': 'q',
  redo: 'Mod+Shift+z',
  'rehearsal.begin': 'Mod+Shift+r',
  'rehearsal.end': 'Mod+Shift+r',
  'rehearsal.invent': 'Shift+G',
  'register.add': 'n',
  'register.find': '/',
  'resolution.received': 'Shift+W',
  'room.add': 'Shift+M',
  'room.all': 'Shift+E',
  'share.publish': 'Mod+Shift+s',
  shortcuts: '?',
  undo: 'Mod+z',
  'vote.exceptions': '/',
  'vote.show-room': 'Shift+V',
  'written-position.hold': 'Shift+W',
} as const

/** Keys of commands whose names are put together from a list: the moves of an item, what the chair declares. */
export const listedKeys = {
  'agenda.up': 'Alt+Shift+ArrowUp',
  'agenda.down': 'Alt+Shift+ArrowDown',
  'agenda.in': 'Alt+Shift+ArrowRight',
  'agenda.out': 'Alt+Shift+ArrowLeft',
  'vote.declare.carried': 'y',
  'vote.declare.not-carried': 'Shift+Y',
} as const

/** The keys of a vote's positions. */
const positionKeys = Object.fromEntries(
  (Object.keys(positionWords) as PositionValue[]).flatMap((value) => {
    const { key } = positionWords[value]
    return key === null ? [] : [[`position.${value}`, key]]
  }),
)

const allKeys: Readonly<Record<string, string>> = { ...commandKeys, ...listedKeys, ...positionKeys }

/** The key of a command, as the registry writes it; undefined where the guide has none of that name. */
export function keyOfCommand(id: string): string | undefined {
  return allKeys[id]
}

const spoken: Readonly<Record<string, string>> = {
  ArrowUp: 'arrow up',
  ArrowDown: 'arrow down',
  ArrowLeft: 'arrow left',
  ArrowRight: 'arrow right',
  '/': 'slash',
  '?': 'question mark',
  '!': 'exclamation mark',
  '=': 'equals sign',
}

/** A key as a screen reader says it. */
export function spokenKey(key: string, modifier: string): string {
  return key
    .split('+')
    .map((part) =>
      part === 'Mod' ? modifier : (spoken[part] ?? (part.length === 1 ? part.toUpperCase() : part)),
    )
    .join(' ')
}
