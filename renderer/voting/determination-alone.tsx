import { MoreHorizontal } from 'lucide-react'
import { useState } from 'react'
import type { Item } from '../../core/contract/voting.ts'
import { useView } from '../state/follow-topics.ts'
import { act, useLive } from '../state/live.ts'
import { Select, TextArea } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { Menu } from '../ui/menu.tsx'
import { determinationChoices } from './determination-choices.ts'
import { RatifiedNote } from '../resolutions/ratified-note.tsx'
import { ChangeDeterminationDialog, TakeBackDialog } from './second-thought-dialogs.tsx'
import './determination-alone.css'

/** A determination that rests on no vote, and second thoughts on it while the meeting is open. */
export function DeterminationAlone({
  determination,
  isEditable,
}: {
  determination: Item['determinations'][number]
  isEditable: boolean
}) {
  const [shown, setShown] = useState<'change' | 'take-back' | null>(null)
  const onClose = () => setShown(null)
  return (
    <div className="determination-alone">
      <div>
        <blockquote className="determination">{determination.text}</blockquote>
        {determination.ratifies === null ? null : <RatifiedNote determination={determination} />}
      </div>
      {isEditable ? (
        <Menu
          label="What to do with the determination"
          variant="quiet"
          items={[
            { id: 'change', label: 'Change the words…', run: () => setShown('change') },
            { id: 'take-back', label: 'Take back…', run: () => setShown('take-back') },
          ]}
        >
          <MoreHorizontal size={16} aria-hidden />
        </Menu>
      ) : null}
      {shown === 'change' ? (
        <ChangeDeterminationDialog determination={determination} onClose={onClose} />
      ) : null}
      {shown === 'take-back' ? (
        <TakeBackDialog determination={determination} isOnVote={false} onClose={onClose} />
      ) : null}
    </div>
  )
}

/** A determination for which no vote was needed: noted, deferred, agreed without a count. */
export function DeterminationAloneDialog({ item, onClose }: { item: Item; onClose(): void }) {
  const bodyId = useLive((store) => store.meeting?.body.id) ?? ''
  const body = useView('body.read', { bodyId }, ['bodies']).value
  const choices = determinationChoices(body?.questionKinds ?? [])
  const [kind, setKind] = useState('noted')
  const [text, setText] = useState('')
  const write = () =>
    act('determination.write', { itemId: item.line.id, questionId: null, kind, text }, { isQuiet: true })
  return (
    <FormDialog
      title="Determination without a vote"
      submitLabel="Write it"
      canSubmit={text.trim() !== ''}
      save={write}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <TextArea
            label="Determination"
            hint="As it is to stand in the minutes."
            rows={3}
            value={text}
            onChange={setText}
            problem={problemOf('text')}
            autoFocus
          />
          <Select
            label="What kind"
            value={kind}
            onChange={setKind}
            problem={problemOf('kind')}
            options={choices}
          />
        </>
      )}
    </FormDialog>
  )
}
