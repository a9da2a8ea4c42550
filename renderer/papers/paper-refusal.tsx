import type { Paper } from '../../core/contract/papers.ts'
import { useIsReadOnly } from '../state/book.ts'
import { attachPaper, putRefusalAway, usePapers } from '../state/papers.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'

/**
 * Why the file of a paper could not be opened or filed, and the way to it. The file that a paper had can be brought back
 * even after the meeting is closed.
 */
export function PaperRefusal({
  papers,
  itemId,
  isEditable,
}: {
  papers: readonly Paper[]
  itemId: string
  isEditable: boolean
}) {
  const refused = usePapers((store) => store.refused)
  const isReadOnly = useIsReadOnly()
  if (refused === null) return null
  const paper = papers.find(({ id }) => id === refused.paperId)
  return (
    <div className="paper-refusal">
      <ErrorNotice error={refused.error} />
      <div className="acts">
        {isEditable || (paper?.hasFile === true && !isReadOnly) ? (
          <Button
            variant="primary"
            onClick={() => void attachPaper(paper === undefined ? { itemId } : { paperId: paper.id })}
          >
            {paper === undefined ? 'Choose another file…' : 'Attach it again…'}
          </Button>
        ) : null}
        <Button onClick={putRefusalAway}>Leave it</Button>
      </div>
    </div>
  )
}
