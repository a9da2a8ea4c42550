import type { Body } from '../../core/contract/bodies.ts'

/** The kinds of determination to choose from: noted, those that the body's questions make, and any other. */
export function determinationChoices(
  questionKinds: readonly Pick<Body['questionKinds'][number], 'determinationKind' | 'label'>[],
): { value: string; label: string }[] {
  const found = new Map([['noted', 'Noted']])
  for (const { determinationKind, label } of questionKinds) {
    if (determinationKind !== 'other' && !found.has(determinationKind)) found.set(determinationKind, label)
  }
  return [...found, ['other', 'Another']].map(([value = '', label = '']) => ({ value, label }))
}
