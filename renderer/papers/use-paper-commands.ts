import { useMemo } from 'react'
import type { Paper } from '../../core/contract/papers.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { acceptPaper, askAboutPaper, attachPaper, openPaper } from '../state/papers.ts'
import { paperTitle } from './paper-words.ts'

/** What can be done with the papers of the item on the screen. Each of them can be opened from the palette by its name. */
export function usePaperCommands({
  itemId,
  papers,
  acceptance,
  isEditable,
}: {
  itemId: string
  papers: readonly Paper[]
  acceptance: string
  isEditable: boolean
}): void {
  const commands = useMemo<KeyCommand[]>(() => {
    const filed = papers.filter(({ hasFile }) => hasFile)
    const late = papers.find(({ needsAcceptance }) => needsAcceptance)
    return [
      {
        id: 'paper.open',
        title: 'Open a paper of this item…',
        key: 'Shift+O',
        group: 'Papers',
        isEnabled: papers.length > 0,
        run: () => {
          const [only, ...others] = filed
          if (only !== undefined && others.length === 0) void openPaper(only)
          else document.querySelector<HTMLElement>('[data-takes-focus="papers"]')?.focus()
        },
      },
      {
        id: 'paper.attach',
        title: 'Attach a paper to this item…',
        key: 'Shift+I',
        group: 'Papers',
        isEnabled: isEditable,
        run: () => void attachPaper({ itemId }),
      },
      {
        id: 'paper.list',
        title: 'List a paper without its file…',
        group: 'Papers',
        isEnabled: isEditable,
        run: () => askAboutPaper({ ask: 'list' }),
      },
      {
        id: 'paper.accept',
        title: late === undefined ? 'Accept the late paper' : `Accept the late paper ${paperTitle(late)}`,
        key: 'Shift+L',
        group: 'Papers',
        isEnabled: isEditable && late !== undefined && acceptance !== '',
        run: () => {
          if (late !== undefined) void acceptPaper(late.id, acceptance)
        },
      },
      ...filed.map((paper) => ({
        id: `paper.open.${paper.id}`,
        title: `Open ${paperTitle(paper)}`,
        group: 'Papers',
        run: () => void openPaper(paper),
      })),
    ]
  }, [itemId, papers, acceptance, isEditable])
  useCommands('papers', commands)
}
