import { useState } from 'react'
import { documentWords, type DocumentFormat, type DocumentKind } from '../../../core/contract/words.ts'
import { ask } from '../../state/client.ts'
import { notice } from '../../state/notice.ts'
import { Menu } from '../../ui/menu.tsx'

const offers: [DocumentKind, DocumentFormat, string][] = [
  ['minutes', 'docx', 'Word'],
  ['minutes', 'pdf', 'PDF'],
  ['minutes', 'html', 'HTML'],
  ['minutes', 'md', 'Markdown'],
  ['minutes', 'json', 'JSON'],
  ['vote-annex', 'csv', 'CSV'],
  ['vote-annex', 'docx', 'Word'],
  ['action-log', 'docx', 'Word'],
  ['action-log', 'csv', 'CSV'],
  ['agenda', 'docx', 'Word'],
  ['agenda', 'pdf', 'PDF'],
]

/** The papers of a meeting as files. */
export function ExportMenu({ meetingId }: { meetingId: string }) {
  const [isWorking, setIsWorking] = useState(false)
  const run = async (document: DocumentKind, format: DocumentFormat) => {
    setIsWorking(true)
    notice.say(`Writing the ${documentWords[document].toLowerCase()} …`)
    const done = await ask('document.export', { document, format, meetingId })
    setIsWorking(false)
    if (done === null) return
    if (done.kind === 'download') fetchFile(done.where, done.fileName)
    notice.say(
      done.kind === 'cancelled'
        ? 'Nothing was exported.'
        : done.kind === 'saved'
          ? `${done.fileName} lies at ${done.where}`
          : `${done.fileName} was handed to the browser`,
    )
  }
  return (
    <Menu
      label="Export"
      isDisabled={isWorking}
      items={offers.map(([document, format, name]) => ({
        id: `${document}.${format}`,
        label: `${documentWords[document]} · ${name}`,
        run: () => void run(document, format),
      }))}
    >
      {isWorking ? 'Exporting …' : 'Export'}
    </Menu>
  )
}

function fetchFile(href: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
}
