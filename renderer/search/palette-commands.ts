import { useKeys, type KeyCommand } from '../state/keys.ts'

/** The command that opens the palette; the palette itself does not offer it. */
export const paletteCommandId = 'palette'

/** What can be done now and has all the words, group by group: the screen's own first, what is everywhere last. */
export function usePaletteCommands(words: readonly string[]): [group: string, commands: KeyCommand[]][] {
  const groups = useKeys((store) => store.groups)
  const offered = [...groups.values()]
    .flat()
    .filter(({ id, isEnabled }) => isEnabled !== false && id !== paletteCommandId)
    .filter(({ title, group }) => {
      const folded = `${title} ${group}`.toLowerCase()
      return words.every((word) => folded.includes(word.toLowerCase()))
    })
  const isEverywhere = (group: string) => Number(group === 'Anywhere')
  return [...Map.groupBy(offered, ({ group }) => group)].toSorted(
    ([left], [right]) => isEverywhere(left) - isEverywhere(right),
  )
}
