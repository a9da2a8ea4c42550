import { TextRun, type ParagraphChild } from 'docx'
import { cleanText } from './clean-text.ts'
import type { Run } from './model.ts'

/** Ticks and crosses are in no text face: Word is told which one has them. */
const marksFace = 'Segoe UI Symbol'

/** Runs as Word has them: line ends become breaks, marks get a face that has them. */
export function docxRuns(runs: readonly Run[]): ParagraphChild[] {
  return runs.flatMap((run) =>
    cleanText(run.text)
      .split('\n')
      .flatMap((line, index) => lineRuns(run, line, index > 0)),
  )
}

function lineRuns(run: Run, line: string, isNewLine: boolean): TextRun[] {
  const pieces = line.split(/([✓✗]+)/u).filter((piece, index) => piece !== '' || index === 0)
  return pieces.map(
    (text, index) =>
      new TextRun({
        text,
        ...(run.bold === true ? { bold: true } : {}),
        ...(run.italic === true ? { italics: true } : {}),
        ...(isNewLine && index === 0 ? { break: 1 } : {}),
        ...(/^[✓✗]/u.test(text) ? { font: marksFace } : {}),
      }),
  )
}
