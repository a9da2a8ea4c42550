import type { AgendaLine, Meeting } from '../../../core/contract/meetings.ts'
import { act } from '../../state/live.ts'
import { saveAllNotes } from '../../state/notes.ts'
import { notice } from '../../state/notice.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'

/** Closing is one of the few acts that are confirmed: it shows what will happen and what is left undone. */
export function CloseMeetingDialog({ meeting, onClose }: { meeting: Meeting; onClose(): void }) {
  const isLeaf = (id: string) => !meeting.agenda.some(({ parentId }) => parentId === id)
  const withoutOutcome = meeting.agenda.filter((line) => line.outcome === null && isLeaf(line.id))
  const openVotes = meeting.agenda.filter((line) => line.counts.openVotes > 0)

  const close = async () => {
    await saveAllNotes()
    const answer = await act('meeting.close', { meetingId: meeting.id }, { isQuiet: true })
    if (answer.ok) notice.say(`Meeting ${meeting.number} is closed.`)
    return answer
  }
  return (
    <FormDialog
      title={`Close meeting ${meeting.number}`}
      submitLabel="Close the meeting"
      cancelLabel="Not yet"
      save={close}
      onClose={onClose}
    >
      {() => (
        <>
          <p>
            Paragraph numbers are written, the record is hashed, and votes, attendance and notes become final.
            Minutes and vote annex are written from that record. Undo reopens the meeting as long as nothing
            later rests on it.
          </p>
          {openVotes.length === 0 ? null : (
            <Lines title="Votes that still wait for a position" lines={openVotes} />
          )}
          {withoutOutcome.length === 0 ? (
            <p>Every item has an outcome.</p>
          ) : (
            <Lines
              title={`${withoutOutcome.length === 1 ? 'One item has' : `${withoutOutcome.length} items have`} no outcome`}
              lines={withoutOutcome}
            />
          )}
        </>
      )}
    </FormDialog>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly AgendaLine[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul className="short-list">
        {lines.map((line) => (
          <li key={line.id}>
            {line.label} {line.title}
          </li>
        ))}
      </ul>
    </section>
  )
}
