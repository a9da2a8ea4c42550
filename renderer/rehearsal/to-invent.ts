import type { Item } from '../../core/contract/voting.ts'

/** The question of an item whose positions can be invented: of those that are open, the one that was put last. */
export function toInvent(item: Pick<Item, 'questions'> | null): string | null {
  const open = item?.questions.findLast(
    ({ withdrawn, round }) => withdrawn === null && round.state === 'open' && round.stillToCome.length > 0,
  )
  return open?.id ?? null
}
