import { create } from 'zustand'
import type { ItemKind } from '../../core/contract/words.ts'

export type BodyTab = 'people' | 'rules' | 'questions' | 'agenda' | 'scripts' | 'snippets'

/** Where one is on the screen of bodies: it is there again when one comes back. */
interface BodiesState {
  /** The body that is looked at, or `people` for everybody in the book; empty for the first body. */
  shownId: string
  tab: BodyTab
  /** A body that was just made: its next step waits for Enter. */
  newId: string
  /** Somebody to be shown in the list of people; empty for nobody. */
  soughtPersonId: string
  /** The kind of item whose script is to be written; null for none. */
  scriptKind: ItemKind | null
  /** Whether seats and memberships that are over are shown too. */
  showsPast: boolean
}

/** What stands in the list below the bodies. */
export const everybody = 'people'

/** Where one is on the screen of bodies. */
export const useBodies = create<BodiesState>(() => ({
  shownId: '',
  newId: '',
  soughtPersonId: '',
  scriptKind: null,
  tab: 'people',
  showsPast: false,
}))

const { setState: set } = useBodies

/** What moves one about on it. */
export const bodies = {
  show: (shownId: string) => set({ shownId }),
  showNew: (shownId: string) => set({ shownId, newId: shownId, tab: 'people' }),
  seekPerson: (soughtPersonId: string) => set({ shownId: everybody, soughtPersonId }),
  forgetSought: () => set({ soughtPersonId: '' }),
  forgetNew: () => set({ newId: '' }),
  writeScript: (scriptKind: ItemKind | null) => set({ scriptKind }),
  turnTo: (tab: BodyTab) => set({ tab }),
  showPast: (showsPast: boolean) => set({ showsPast }),
}
