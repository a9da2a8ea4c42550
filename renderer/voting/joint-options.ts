import { useEffect, useState } from 'react'
import type { Proposal } from '../../core/contract/register.ts'
import type { Item } from '../../core/contract/voting.ts'
import { client } from '../state/client.ts'
import { usualOptions, type OptionLine } from './usual-options.ts'

export type { OptionLine } from './usual-options.ts'

/** The options of an item out of the register; null until they are read. */
export function useUsualOptions({ proposal }: Pick<Item, 'proposal'>): OptionLine[] | null {
  const [options, setOptions] = useState<OptionLine[] | null>(proposal === null ? usualOptions(null) : null)
  const id = proposal?.id
  useEffect(() => {
    if (id === undefined) return
    void readOriginal(id).then((original) => setOptions(usualOptions(original)))
  }, [id])
  return options
}

async function readOriginal(proposalId: string): Promise<Proposal | null> {
  const answer = await client.call('proposal.read', { proposalId })
  if (!answer.ok) return null
  const { alternativeTo } = answer.value
  return alternativeTo === null || alternativeTo.id === proposalId
    ? answer.value
    : readOriginal(alternativeTo.id)
}
