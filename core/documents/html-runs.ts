import { escapeToHtml } from './escape-html.ts'
import type { Run } from './model.ts'

export function runsHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join('')
}

function runHtml({ text, bold, italic }: Run): string {
  const textHtml = escapeToHtml(text).replaceAll('\n', '<br>')
  const slantedHtml = italic === true ? `<em>${textHtml}</em>` : textHtml
  return bold === true ? `<strong>${slantedHtml}</strong>` : slantedHtml
}
