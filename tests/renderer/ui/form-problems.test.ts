import { describe, expect, it } from 'vitest'
import type { Refusal } from '../../../core/contract/errors.ts'
import { formProblems } from '../../../renderer/ui/form-problems.ts'

const refusal = (...fields: string[]): Refusal => ({
  code: 'bad-input',
  message: 'title: must not be empty',
  safe: 'Nothing was changed.',
  fields: fields.map((field) => ({ field, problem: 'must not be empty' })),
})

describe('what was refused, at its fields', () => {
  it('is nothing where nothing was refused', () => {
    const { problemOf, unshown } = formProblems(null)
    expect(problemOf('title')).toBeUndefined()
    expect(unshown()).toBeNull()
  })

  it('stands at the field that it names, and nowhere else', () => {
    const { problemOf, unshown } = formProblems(refusal('title'))
    expect(problemOf('title')).toBe('Must not be empty.')
    expect(problemOf('titles')).toBeUndefined()
    expect(unshown()).toBeNull()
  })

  it('stands at the list where an entry of it is at fault', () => {
    const { problemOf, unshown } = formProblems(refusal('owners.0'))
    expect(problemOf('owners')).toBe('Must not be empty.')
    expect(unshown()).toBeNull()
  })

  it('is told whole as soon as one field of it is not in the form', () => {
    const { problemOf, unshown } = formProblems(refusal('title', 'hidden'))
    problemOf('title')
    expect(unshown()).toMatchObject({ message: 'title: must not be empty', safe: 'Nothing was changed.' })
  })

  it.each([
    [{ code: 'conflict', message: 'The book has moved on.' }],
    [{ code: 'bad-input', message: 'No field.', fields: [] }],
  ] satisfies [Refusal][])('is told whole where it names no field: %j', (error) => {
    const { problemOf, unshown } = formProblems(error)
    problemOf('title')
    expect(unshown()).toMatchObject({ message: error.message })
  })

  it('goes to the place that its code has in the form', () => {
    const error: Refusal = { code: 'already-exists', message: 'Meeting 199 is there, on 2016-12-15.' }
    const { problemOf, unshown } = formProblems(error, { 'already-exists': 'number' })
    expect(problemOf('number')).toBe('Meeting 199 is there, on Thu 15 Dec 2016.')
    expect(unshown()).toBeNull()
  })
})
