import { useMemo, useState } from 'react'
import { documentWords, type DocumentFormat, type DocumentKind } from '../../../core/contract/words.ts'
import { ask } from '../../state/client.ts'
import { useCommands, type KeyCommand } from '../../state/keys.ts'
import { saveAllNotes } from '../../state/notes.ts'
import { notice } from '../../state/notice.ts'
import { fetchFile } from '../../ui/fetch-file.ts'
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
  ['agenda', 'html', 'HTML'],
  ['agenda', 'md', 'Markdown'],
  ['agenda', 'ics', 'Calendar'],
  ['action-log', 'ics', 'Calendar'],
]

/** Of a written resolution: it reviews no actions, and its agenda is the paper that goes round. */
const resolutionOffers = offers.filter(([document]) => document !== 'action-log')

/** The papers of a meeting as files. */
export function ExportMenu({
  meetingId,
  isResolution = false,
}: {
  meetingId: string
  isResolution?: boolean
}) {
  const [isWorking, setIsWorking] = useState(false)
  const items = useMemo(
    () =>
      (isResolution ? resolutionOffers : offers).map(([document, format, name]) => ({
        id: `${document}.${format}`,
        label: `${isResolution && document === 'agenda' ? 'Circulation' : documentWords[document]} · ${name}`,
        run: () => {
          setIsWorking(true)
          void exportDocument(meetingId, document, format).finally(() => setIsWorking(false))
        },
      })),
    [meetingId, isResolution],
  )
  const commands = useMemo<KeyCommand[]>(
    () =>
      items.map(({ id, label, run }) => ({
        id: `export.${id}`,
        title: `Export ${label}`,
        group: 'Documents',
        isEnabled: !isWorking,
        run,
      })),
    [items, isWorking],
  )
  useCommands('export', commands)
  return (
    <Menu label="Export" isDisabled={isWorking} items={items}>
      {isWorking ? 'Exporting …' : 'Export'}
    </Menu>
  )
}

async function exportDocument(
  meetingId: string,
  document: DocumentKind,
  format: DocumentFormat,
): Promise<void> {
  notice.say(`Writing the ${documentWords[document].toLowerCase()} …`)
  await saveAllNotes()
  const done = await ask('document.export', { document, format, meetingId })
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
