import { create } from 'zustand'
import type { ActionStatus } from '../../core/contract/words.ts'

export type ActionGrouping = 'status' | 'owner'
export type ActionStatusFilter = 'unfinished' | 'all' | ActionStatus

export interface ActionFilter {
  /** Empty for every body. */
  bodyId: string
  status: ActionStatusFilter
  /** Name of an owner; empty for all of them. */
  owner: string
  text: string
}

/** As the list of actions is looked at first. */
export const noActionFilter: ActionFilter = { bodyId: '', status: 'unfinished', owner: '', text: '' }

/** How the actions were last looked at: it is there again when one comes back from a meeting or a proposal. */
interface ActionsState {
  grouping: ActionGrouping
  filter: ActionFilter
  /** The row that keys act on: its group and the action's id. */
  currentKey: string
  /** The action to be shown as soon as the list has it; empty for none. */
  soughtId: string
  unfolded: ReadonlySet<string>
}

/** How the actions were last looked at. */
export const useActions = create<ActionsState>(() => ({
  grouping: 'status',
  filter: noActionFilter,
  currentKey: '',
  soughtId: '',
  unfolded: new Set(),
}))

const { setState: set } = useActions

/** What is done to the way in which they are looked at. */
export const actions = {
  groupBy: (grouping: ActionGrouping) => set({ grouping }),
  filter: (changes: Partial<ActionFilter>) => set(({ filter }) => ({ filter: { ...filter, ...changes } })),
  showAll: () => set({ filter: { ...noActionFilter, status: 'all' } }),
  choose: (currentKey: string) => set({ currentKey }),
  seek: (soughtId: string) => set({ soughtId }),
  toggle: (key: string) =>
    set(({ unfolded }) => {
      const next = new Set(unfolded)
      if (!next.delete(key)) next.add(key)
      return { unfolded: next }
    }),
}
