import type { CallInput, CallOutput } from '../../../core/contract/calls.ts'
import { makeSubjectBook, type SubjectBook } from '../../support/subject-book.ts'

export interface TwoRegisters extends SubjectBook {
  /** Ids of the two codes. */
  sec: string
  unc: string
  add(
    codeId: string,
    reference: string,
    more?: Partial<CallInput<'proposal.add'>>,
  ): CallOutput<'proposal.add'>
  references(filter: CallInput<'proposal.list'>): string[]
}

/** The codes of two bodies with empty registers. */
export function makeTwoRegisters(): TwoRegisters {
  const book = makeSubjectBook()
  const codeOf = (profile: string) => book.call('body.create', { profile }).codeId ?? ''
  return {
    ...book,
    sec: codeOf('sec-panel'),
    unc: codeOf('unc-modification-panel'),
    add: (codeId, reference, more = {}) =>
      book.call('proposal.add', { codeId, reference, title: `Title of ${reference}`, ...more }),
    references: (filter) => book.call('proposal.list', filter).proposals.map(({ reference }) => reference),
  }
}
