import { describe, expect, it } from 'vitest'
import { draftOf, questionOf } from '../../../renderer/bodies/question-draft.ts'

describe('the objectives of a kind of question', () => {
  it('keep their keys, and new ones get one of their own from their words', () => {
    const draft = {
      ...draftOf(null),
      label: 'Better than the baseline',
      objectives: [
        { key: 'a', label: 'Objective (a)' },
        { key: '', label: '  ' },
        { key: '', label: 'A' },
        { key: '', label: '(b)' },
      ],
    }
    const { objectives } = questionOf(draft, { kind: 'majority-of-cast' }, [])
    expect(objectives).toEqual([
      { key: 'a', label: 'Objective (a)' },
      { key: 'a-2', label: 'A' },
      { key: 'b', label: '(b)' },
    ])
  })
})
