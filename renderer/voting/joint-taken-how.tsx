import { useState } from 'react'
import type { Item } from '../../core/contract/voting.ts'
import { voteMethods, voteMethodWords, type VoteMethod } from '../../core/contract/words.ts'
import { useLive } from '../state/live.ts'
import { CheckBox } from '../ui/check-box.tsx'
import { Select } from '../ui/field.tsx'
import type { ProblemOf } from '../ui/form-problems.ts'

/** How votes are going to be taken: the method, and without a quorum as an indication only. */
export interface HowTaken {
  method: VoteMethod
  isIndicative: boolean
  /** Why there is no quorum; null where there is one. */
  inquorate: string | null
  set(changes: { method?: VoteMethod; isIndicative?: boolean }): void
  /** As the contract has it. */
  input: { method: VoteMethod; isIndicative: boolean }
}

/** @param usual how it is at first */
export function useTakenHow(
  usual: HowTaken['input'] = { method: 'roll-call', isIndicative: false },
): HowTaken {
  const [{ method, isIndicative }, setHow] = useState(usual)
  const quorum = useLive((store) => store.meeting?.room.quorum)
  const inquorate = quorum?.isMet === false ? quorum.sentence : null
  return {
    method,
    isIndicative,
    inquorate,
    set: (changes) => setHow((now) => ({ ...now, ...changes })),
    input: { method, isIndicative: isIndicative && inquorate !== null },
  }
}

export function TakenHow({
  how: { method, isIndicative, inquorate, set },
  problemOf,
}: {
  how: HowTaken
  problemOf: ProblemOf
}) {
  return (
    <>
      <Select
        label="How they are taken"
        value={method}
        onChange={(value) => set({ method: value as VoteMethod })}
        options={voteMethods.map((value) => ({ value, label: voteMethodWords[value] }))}
        problem={problemOf('method')}
      />
      {inquorate === null ? null : (
        <CheckBox
          label={`${inquorate} Take the votes as an indication only.`}
          isChecked={isIndicative}
          onChange={(next) => set({ isIndicative: next })}
        />
      )}
    </>
  )
}

/** One of the questions that the body usually puts, with its words and its rule. */
export function KindSelect({
  kinds,
  value,
  ofEach = false,
  onChange,
  problem,
}: {
  kinds: Item['questionKinds']
  value: string
  /** Asked of each of several items: the words that name one of them would mislead. */
  ofEach?: boolean
  onChange(key: string): void
  problem: string | undefined
}) {
  const kind = kinds.find(({ key }) => key === value)
  return (
    <div>
      <Select
        label="Question"
        value={value}
        onChange={onChange}
        options={kinds.map(({ key, label }) => ({ value: key, label }))}
        hint={
          kind === undefined
            ? 'The body has no such question.'
            : ofEach
              ? `Asked of each of them · ${kind.ruleName}`
              : `${kind.text} · ${kind.ruleName}`
        }
        problem={problem}
        autoFocus
      />
    </div>
  )
}
