import { useState } from 'react'
import type { Meeting } from '../../../core/contract/meetings.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** What the check still found when the meeting was closed, and why it was left. */
export function LeftAtClosing({ left }: { left: Meeting['leftAtClosing'] }) {
  const [isShown, setIsShown] = useState(false)
  if (left.length === 0) return null
  return (
    <>
      <Button variant="quiet" onClick={() => setIsShown(true)}>
        {left.length} left at closing
      </Button>
      {isShown ? (
        <Dialog
          title="Left at closing"
          onClose={() => setIsShown(false)}
          foot={<Button onClick={() => setIsShown(false)}>Close</Button>}
        >
          <ul className="short-list">
            {left.map(({ sentence, reason }) => (
              <li key={sentence}>
                {sentence} <span className="quiet">{reason === '' ? 'No reason was given.' : reason}</span>
              </li>
            ))}
          </ul>
        </Dialog>
      ) : null}
    </>
  )
}
