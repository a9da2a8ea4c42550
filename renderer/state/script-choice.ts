import { create } from 'zustand'

/** Where the chair’s script is shown or not, each remembered by itself. */
export type ScriptPlace = 'before-the-meeting' | 'in-the-meeting' | 'beside-a-vote-on-a-low-screen'

// A low screen has room for a vote of thirteen seats, and for nothing beside it.
const usual: Record<ScriptPlace, boolean> = {
  'before-the-meeting': false,
  'in-the-meeting': true,
  'beside-a-vote-on-a-low-screen': false,
}

const keyOf = (place: ScriptPlace) => `panelbook.script.${place}`

function remembered(place: ScriptPlace): boolean {
  const value = window.localStorage.getItem(keyOf(place))
  return value === null ? usual[place] : value === 'shown'
}

interface ScriptChoice {
  shown: Record<ScriptPlace, boolean>
  /** The step that is read, by item: it is there again when one comes back. */
  steps: Readonly<Record<string, number>>
}

export const useScriptChoice = create<ScriptChoice>(() => ({
  shown: Object.fromEntries(
    (Object.keys(usual) as ScriptPlace[]).map((place) => [place, remembered(place)]),
  ) as Record<ScriptPlace, boolean>,
  steps: {},
}))

const { setState: set } = useScriptChoice

export const scriptChoice = {
  show: (place: ScriptPlace, isShown: boolean) => {
    window.localStorage.setItem(keyOf(place), isShown ? 'shown' : 'hidden')
    set(({ shown }) => ({ shown: { ...shown, [place]: isShown } }))
  },
  turnTo: (itemId: string, step: number) => set(({ steps }) => ({ steps: { ...steps, [itemId]: step } })),
}
