import type { Paper } from '../../core/contract/papers.ts'
import { joinWords } from '../ui/words.ts'

/** How a paper is called: "199/6a Modification 0620 v1.0". */
export function paperTitle({ reference, title }: Pick<Paper, 'reference' | 'title'>): string {
  return joinWords([reference, title], ' ')
}

/** All that is known of a paper, for its tip and for who does not see it. */
export function paperInWords(paper: Paper): string {
  return joinWords([
    paperTitle(paper),
    paper.hasFile ? paper.fileWords : 'its file is not filed',
    paper.lateWords,
  ])
}
