import { useState } from 'react'
import type { JointVote } from '../../core/contract/joint-votes.ts'
import { act } from '../state/live.ts'
import { TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'

/** What votes that are taken together are called, on the screen and in the minutes. */
export function JointRenameDialog({ vote, onClose }: { vote: JointVote; onClose(): void }) {
  const [title, setTitle] = useState(vote.title)
  const rename = () => act('joint-vote.rename', { jointVoteId: vote.id, title }, { isQuiet: true })
  return (
    <FormDialog title="Rename the votes" submitLabel="Rename" save={rename} onClose={onClose}>
      {(problemOf) => (
        <TextInput
          label="What they are called together"
          value={title}
          onChange={setTitle}
          problem={problemOf('title')}
          autoFocus
        />
      )}
    </FormDialog>
  )
}
