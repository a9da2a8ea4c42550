import type { CallOutput } from '../../core/contract/calls.ts'

/** What became of the register when a determination was taken back, in one line. */
export function putBackWords({
  restored,
  left,
}: Pick<CallOutput<'determination.take-back'>, 'restored' | 'left'>): string {
  return [
    'Taken back.',
    ...(left.length === 0 ? [] : [`Changed since, so left in the register: ${left.join('; ')}.`]),
    ...(restored.length === 0 ? [] : [`Back in the register: ${restored.join('; ')}.`]),
  ].join(' ')
}
