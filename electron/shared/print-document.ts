import { createHash } from 'node:crypto'

export interface PrintDocument {
  html: string
  /** The policy under which it is printed: the document's own styles by hash, embedded pictures, nothing else. */
  policy: string
}

/**
 * Makes a document ready for Chromium's printer: A4, the footer and "Page x of y" in the margin boxes of every
 * page, and a policy that lets nothing run and nothing load. A document that sets its own `@page` margins keeps
 * them, because its rules come after ours.
 */
export function printDocument(html: string, options: { title: string; footer: string }): PrintDocument {
  const style = `@page{size:A4;margin:20mm 20mm 22mm;${marginBox('bottom-left', cssString(options.footer))}${marginBox(
    'bottom-right',
    '"Page " counter(page) " of " counter(pages)',
  )}}`
  const title = /<title[\s>]/i.test(html) ? '' : `<title>${escapeToHtml(options.title)}</title>`
  const withStyle = insertIntoHead(html, `${title}<style>${style}</style>`)
  const policy = [
    "default-src 'none'",
    `style-src ${styleHashes(withStyle).join(' ')}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return { html: withStyle, policy }
}

/** For a printer that reads a file instead of a response: the policy as the first element of the head. */
export function withPolicyInHtml(document: PrintDocument): string {
  return insertIntoHead(
    document.html,
    `<meta http-equiv="Content-Security-Policy" content="${escapeToHtml(document.policy)}">`,
  )
}

function marginBox(box: string, content: string): string {
  return `@${box}{content:${content};font:8pt system-ui,sans-serif;color:#555;vertical-align:top;padding-top:4mm}`
}

function insertIntoHead(html: string, partHtml: string): string {
  const head = /<head(?:\s[^>]*)?>/i.exec(html)
  if (head === null)
    return `<!doctype html><html lang="en-GB"><head>${partHtml}</head><body>${html}</body></html>`
  const end = head.index + head[0].length
  return html.slice(0, end) + partHtml + html.slice(end)
}

function styleHashes(html: string): string[] {
  return [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)].map(
    (match) =>
      `'sha256-${createHash('sha256')
        .update(match[1] ?? '')
        .digest('base64')}'`,
  )
}

/** A CSS string: everything but letters, digits and blanks as an escape, so that no text can end the string. */
function cssString(text: string): string {
  return `"${[...text]
    .map((character) =>
      /[\p{L}\p{N} ]/u.test(character) ? character : `\\${(character.codePointAt(0) ?? 0x20).toString(16)} `,
    )
    .join('')}"`
}

function escapeToHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`)
}
