import { create } from 'zustand'
import type { CallInput } from '../../core/contract/calls.ts'
import { client } from './client.ts'

/** What the register's list is narrowed to; an empty word narrows nothing. */
export interface RegisterFilter {
  text: string
  codeId: string
  stage: string
  workgroupId: string
  isOpenOnly: boolean
}

const everything: RegisterFilter = { text: '', codeId: '', stage: '', workgroupId: '', isOpenOnly: false }

interface RegisterState {
  filter: RegisterFilter
  /** The proposal that one was at last: coming back to the list, one is there again. */
  currentId: string | null
}

/** How the register was last looked at. */
export const useRegister = create<RegisterState>(() => ({ filter: everything, currentId: null }))

/** What narrows the list of the register. */
export const register = {
  narrow: (change: Partial<RegisterFilter>) =>
    useRegister.setState(({ filter }) => ({ filter: { ...filter, ...change } })),
  /** Stages and workgroups belong to a code, so those of another code go with it. */
  chooseCode: (codeId: string) => register.narrow({ codeId, stage: '', workgroupId: '' }),
  clear: () => useRegister.setState({ filter: everything }),
  setCurrent: (currentId: string) => useRegister.setState({ currentId }),
}

/** The list that a filter asks for. */
export function listInput(filter: RegisterFilter): CallInput<'proposal.list'> {
  return {
    ...(filter.codeId === '' ? {} : { codeId: filter.codeId }),
    ...(filter.stage === '' ? {} : { stage: filter.stage }),
    ...(filter.workgroupId === '' ? {} : { workgroupId: filter.workgroupId }),
    openOnly: filter.isOpenOnly,
    text: filter.text,
  }
}

/** Whether the list leaves anything out. */
export function isNarrowed(filter: RegisterFilter): boolean {
  return (
    filter.text.trim() !== '' ||
    filter.codeId !== '' ||
    filter.stage !== '' ||
    filter.workgroupId !== '' ||
    filter.isOpenOnly
  )
}

// The ids in a filter mean nothing in another book.
client.subscribe((push) => {
  if (push.kind === 'book') useRegister.setState({ filter: everything, currentId: null })
})
