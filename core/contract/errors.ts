/**
 * The closed list of reasons for which Panelbook refuses something. The codes are stable: scripts test for
 * them. The text of a refusal is written for a secretary and may change.
 */
export const errorCodes = {
  'unknown-call': 'The name is not one of the contract’s calls.',
  'bad-input': 'A field is missing, extra, of the wrong kind or out of range; `fields` names each one.',
  'not-found': 'Something that the input refers to is not in this book.',
  'already-exists': 'It would be the second of something that may exist once.',
  conflict: 'The book has moved on since; doing this now would overwrite a later change.',
  'nothing-to-undo': 'There is nothing left to undo, or to redo.',
  'meeting-not-open': 'The meeting has not been opened yet, or is not open any more.',
  'meeting-closed': 'The meeting is closed and its record is final.',
  'not-in-room': 'The person is not in the room.',
  'not-entitled': 'The seat has no vote on this item.',
  'vote-closed': 'The vote is closed or superseded; it can be corrected, not recorded again.',
  'vote-open': 'The vote still waits for positions.',
  'not-quorate': 'The meeting has no quorum for this.',
  'no-book-open': 'No book is open.',
  'no-such-file': 'The file or folder is not there.',
  'file-altered': 'The file of a paper is not the one that was filed.',
  'not-a-book': 'The file is not a Panelbook book.',
  'newer-book': 'The book was written by a newer Panelbook.',
  'book-in-use': 'Another Panelbook has this book open for writing.',
  'book-damaged': 'The book failed its integrity check.',
  'book-changed-outside':
    'Something other than Panelbook changed the book; the history does not fit the records.',
  'migration-failed': 'The book could not be brought up to this version; it is as it was before.',
  'read-only': 'The book, or the folder that it is in, cannot be written to.',
  'disk-full': 'There is no room left on the disk.',
  'network-path': 'The live book may not lie on a network drive.',
  'share-unreachable': 'The shared folder does not answer.',
  'share-diverged': 'The shared folder holds changes that this book does not have.',
  'snapshot-invalid': 'The snapshot is incomplete, damaged or not what its name says.',
  'not-available': 'This cannot be done on this machine.',
  cancelled: 'It was cancelled; nothing was changed.',
  'too-long': 'It took longer than allowed and was stopped.',
  internal: 'A fault in Panelbook itself; nothing was changed.',
} as const

export type ErrorCode = keyof typeof errorCodes

/** One field of an input and what is wrong with it. `field` is a dotted path, for example `seats.0.id`. */
export interface FieldProblem {
  field: string
  problem: string
}

/** What crosses to a caller when something is refused. Plain JSON. */
export interface Refusal {
  code: ErrorCode
  /** One sentence that a secretary understands. */
  message: string
  /** What is safe, where that is in doubt: "Every vote up to 11:43:07 is saved." */
  safe?: string
  /** What to do now. */
  remedy?: string
  fields?: FieldProblem[]
}

/** The only error that is thrown on purpose inside Panelbook; `core.call` turns it into a refusal. */
export class PanelbookError extends Error {
  readonly code: ErrorCode
  readonly safe: string | undefined
  readonly remedy: string | undefined
  readonly fields: FieldProblem[] | undefined

  constructor(
    code: ErrorCode,
    message: string,
    more: { safe?: string; remedy?: string; fields?: FieldProblem[]; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'PanelbookError'
    this.code = code
    this.safe = more.safe
    this.remedy = more.remedy
    this.fields = more.fields
  }

  /** The refusal that crosses the boundary: plain JSON, without stack or cause. */
  toRefusal(): Refusal {
    return {
      code: this.code,
      message: this.message,
      ...(this.safe === undefined ? {} : { safe: this.safe }),
      ...(this.remedy === undefined ? {} : { remedy: this.remedy }),
      ...(this.fields === undefined ? {} : { fields: this.fields }),
    }
  }
}

/**
 * A refusal that names the one field at fault. What is refused in the middle of a meeting, and not in a form, has
 * a `sentence` of its own: the secretary sees no fields there.
 */
export function badInput(field: string, problem: string, sentence?: string): PanelbookError {
  return new PanelbookError('bad-input', sentence ?? `${field}: ${problem}`, { fields: [{ field, problem }] })
}
