import type { Item } from '../../core/contract/voting.ts'
import { askAboutPaper, usePapers } from '../state/papers.ts'
import { AcceptPaperDialog } from './accept-paper-dialog.tsx'
import { PaperDialog } from './paper-dialog.tsx'

/** The dialog that was asked for about the papers of an item, if any. */
export function PaperDialogs({ item }: { item: Item }) {
  const question = usePapers((store) => store.question)
  const close = () => askAboutPaper(null)
  if (question === null) return null
  if (question.ask === 'list') return <PaperDialog item={item} paper={null} onClose={close} />
  const paper = item.papers.find(({ id }) => id === question.paperId)
  // A paper that was filed just now is on its way to the screen.
  if (paper === undefined) return null
  return question.ask === 'change' ? (
    <PaperDialog item={item} paper={paper} onClose={close} />
  ) : (
    <AcceptPaperDialog meetingId={item.meetingId} paper={paper} onClose={close} />
  )
}
