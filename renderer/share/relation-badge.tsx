import { ArrowUp, Check, CircleAlert, Clock, GitFork, Library } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Relation } from '../state/share.ts'

const size = { size: 14, 'aria-hidden': true } as const

const relations: Record<Relation, { name: string; icon: ReactNode; explains: (than: string) => string }> = {
  same: {
    name: 'Same',
    icon: <Check {...size} />,
    explains: (than) => `Holds exactly what ${than} holds.`,
  },
  older: {
    name: 'Older',
    icon: <Clock {...size} />,
    explains: (than) => `All of it is in ${than}, and more came after.`,
  },
  newer: {
    name: 'Newer',
    icon: <ArrowUp {...size} />,
    explains: (than) => `Holds all that ${than} holds, and more.`,
  },
  diverged: {
    name: 'Went on separately',
    icon: <GitFork {...size} />,
    explains: (than) => `It and ${than} each hold changes that the other does not.`,
  },
  'other-book': {
    name: 'Another book',
    icon: <Library {...size} />,
    explains: () => 'Not a snapshot of this book.',
  },
  invalid: {
    name: 'Cannot be used',
    icon: <CircleAlert {...size} />,
    explains: () => 'It is not offered, and nothing of it was read.',
  },
}

/** How a snapshot stands to the open book: a sign, a word and a sentence. `than` is what it is compared with. */
export function RelationBadge({
  relation,
  problem,
  than,
}: {
  relation: Relation
  problem: string
  than: string
}) {
  const { name, icon, explains } = relations[relation]
  return (
    <div className={`relation ${relation}`}>
      <strong>
        {icon}
        {name}
      </strong>
      <span>{problem === '' ? explains(than) : problem}</span>
    </div>
  )
}
