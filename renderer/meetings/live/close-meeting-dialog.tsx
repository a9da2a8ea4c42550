import { useState } from 'react'
import type { Refusal } from '../../../core/contract/errors.ts'
import type { Meeting } from '../../../core/contract/meetings.ts'
import { act } from '../../state/live.ts'
import { saveAllNotes } from '../../state/notes.ts'
import { notice } from '../../state/notice.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'

/** Closing is one of the few acts that are confirmed: it shows what will happen and what is left undone. */
export function CloseMeetingDialog({ meeting, onClose }: { meeting: Meeting; onClose(): void }) {
  const [error, setError] = useState<Refusal | null>(null)
  const isLeaf = (id: string) => !meeting.agenda.some(({ parentId }) => parentId === id)
  const withoutOutcome = meeting.agenda.filter((line) => line.outcome === null && isLeaf(line.id))
  const openVotes = meeting.agenda.filter((line) => line.counts.openVotes > 0)
  const close = async () => {
    await saveAllNotes()
    const answer = await act('meeting.close', { meetingId: meeting.id }, { isQuiet: true })
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    notice.say(`Meeting ${meeting.number} is closed.`)
    onClose()
  }
  return (
    <Dialog
      title={`Close meeting ${meeting.number}`}
      onClose={onClose}
      onSubmit={() => void close()}
      foot={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button variant="primary" type="submit">
            Close the meeting
          </Button>
        </>
      }
    >
      <p>
        Paragraph numbers are written, the record is hashed, and votes, attendance and notes become final.
        Minutes and vote annex are written from that record. Undo reopens the meeting as long as nothing later
        rests on it.
      </p>
      {openVotes.length === 0 ? null : (
        <section>
          <h3>Votes that still wait for a position</h3>
          <ul>
            {openVotes.map((line) => (
              <li key={line.id}>
                {line.label} {line.title}
              </li>
            ))}
          </ul>
        </section>
      )}
      {withoutOutcome.length === 0 ? (
        <p>Every item has an outcome.</p>
      ) : (
        <section>
          <h3>
            {withoutOutcome.length === 1 ? 'One item has' : `${withoutOutcome.length} items have`} no outcome
          </h3>
          <ul className="short-list">
            {withoutOutcome.map((line) => (
              <li key={line.id}>
                {line.label} {line.title}
              </li>
            ))}
          </ul>
        </section>
      )}
      {error === null ? null : <ErrorNotice error={error} />}
    </Dialog>
  )
}
