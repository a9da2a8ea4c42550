import { escapeToHtml } from './escape-html.ts'
import { linkedRuns, type Run } from './model.ts'
import { isRightToLeft } from './text-direction.ts'

export function runsHtml(runs: readonly Run[]): string {
  return linkedRuns(runs)
    .map(({ link, runs: linked }) => {
      const wordsHtml = linked.map(runHtml).join('')
      return link === null
        ? wordsHtml
        : `<a href="${escapeToHtml(link)}" rel="noopener noreferrer">${wordsHtml}</a>`
    })
    .join('')
}

function runHtml({ text, bold, italic }: Run): string {
  const textHtml = escapeToHtml(text).replaceAll('\n', '<br>')
  const slantedHtml = italic === true ? `<em>${textHtml}</em>` : textHtml
  return bold === true ? `<strong>${slantedHtml}</strong>` : slantedHtml
}

/** An attribute for an element that holds these words, where they are written from right to left. */
export function directionHtml(runs: readonly Run[]): string {
  return isRightToLeft(runs) ? ' dir="rtl"' : ''
}
