import { TextRun, type ParagraphChild } from 'docx'
import { cleanText } from './clean-text.ts'
import { DocxLink } from './docx-link.ts'
import { linkedRuns, type Run } from './model.ts'
import { isRightToLeft } from './text-direction.ts'

/** Ticks and crosses are in no text face: Word is told which one has them. */
const marksFace = 'Segoe UI Symbol'

/** Runs as Word has them: line ends become breaks, links can be followed, marks get a face that has them. */
export function docxRuns(runs: readonly Run[]): ParagraphChild[] {
  return linkedRuns(runs).flatMap(({ link, runs: linked }): ParagraphChild[] => {
    const children = linked.flatMap((run) => textRuns(run, link !== null))
    return link === null ? children : [new DocxLink(link, children)]
  })
}

/** How a paragraph says that its words are written from right to left. */
export function docxDirection(runs: readonly Run[]): { bidirectional?: true } {
  return isRightToLeft(runs) ? { bidirectional: true } : {}
}

function textRuns(run: Run, isLinked: boolean): TextRun[] {
  const lines = cleanText(run.text).split('\n')
  // Many blank lines are one run, which Word opens much sooner than many.
  let breaks = -1
  return lines.flatMap((line, index) => {
    breaks += 1
    if (line === '' && index < lines.length - 1) return []
    const written = lineRuns(run, line, breaks, isLinked)
    breaks = 0
    return written
  })
}

function lineRuns(run: Run, line: string, breaks: number, isLinked: boolean): TextRun[] {
  const pieces = line.split(/([✓✗]+)/u).filter((piece, index) => piece !== '' || index === 0)
  return pieces.map(
    (text, index) =>
      new TextRun({
        text,
        ...(isLinked ? { style: 'Hyperlink' } : {}),
        ...(run.bold === true ? { bold: true } : {}),
        ...(run.italic === true ? { italics: true } : {}),
        ...(isRightToLeft([{ text }]) ? { rightToLeft: true } : {}),
        ...(breaks > 0 && index === 0 ? { break: breaks } : {}),
        ...(/^[✓✗]/u.test(text) ? { font: marksFace } : {}),
      }),
  )
}
