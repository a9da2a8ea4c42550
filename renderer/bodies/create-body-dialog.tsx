import { useState } from 'react'
import { bodyKinds } from '../../core/contract/words.ts'
import { bodies } from '../state/bodies.ts'
import { useView } from '../state/follow-topics.ts'
import { notice } from '../state/notice.ts'
import { useSubmit } from '../state/submit.ts'
import { Button } from '../ui/button.tsx'
import { RadioGroup } from '../ui/check-box.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Select, TextInput } from '../ui/field.tsx'
import { bodyKindWords } from './body-words.ts'
import { SourceNote } from './source-note.tsx'

type Kind = (typeof bodyKinds)[number]
const none = 'none'
const bareNote =
  'A body with neither seats nor questions. Everything is added by hand: constituencies, seats, quorum and the rest of its rules.'

/** A new body, from a shipped profile or bare. What the profile lays in is shown with where it is from. */
export function CreateBodyDialog({ onClose }: { onClose(): void }) {
  const profiles = useView('body.profiles', {}, ['bodies']).value?.profiles
  const [chosen, setChosen] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [shortName, setShortName] = useState('')
  const [kind, setKind] = useState<Kind>('committee')
  const { submit, problem, refusal } = useSubmit('body.create', ['name', 'shortName', 'kind'], {
    'already-exists': 'name',
  })
  if (profiles === undefined) return null
  const key = chosen ?? profiles[0]?.key ?? none
  const profile = profiles.find((each) => each.key === key)

  const create = async () => {
    const body = await submit({
      ...(profile === undefined ? { kind } : { profile: profile.key }),
      ...(name.trim() === '' ? {} : { name }),
      ...(shortName.trim() === '' ? {} : { shortName }),
    })
    if (body === null) return
    notice.say(`The ${body.name} is added.`)
    notice.announce(`The ${body.name} is added, with ${body.seats.length} seats.`)
    bodies.showNew(body.id)
    onClose()
  }
  return (
    <Dialog
      title="Add a body"
      isWide
      onClose={onClose}
      onSubmit={() => void create()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Add the body
          </Button>
        </>
      }
    >
      <div className="profile-choice">
        <RadioGroup
          label="Begin with"
          value={key}
          onChange={setChosen}
          options={[
            ...profiles.map((each) => ({
              value: each.key,
              label: each.name,
              ...(bodyKindWords[each.kind] === each.name ? {} : { hint: bodyKindWords[each.kind] }),
            })),
            { value: none, label: 'Without a profile' },
          ]}
        />
        <div aria-live="polite">
          <SourceNote note={profile?.sourceNote ?? bareNote} />
          {profile === undefined ? null : (
            <p className="soft">
              Constituencies, seats, quorum, questions with their rules and the agenda template are laid in.
              All of it can be changed afterwards.
            </p>
          )}
        </div>
      </div>
      <div className="body-fields">
        <TextInput
          label="Name"
          hint={profile === undefined ? 'As it stands on its papers.' : `${profile.name} where left empty.`}
          value={name}
          onChange={setName}
          problem={problem('name')}
        />
        <TextInput
          label="Short name"
          hint={profile === undefined ? 'Used in references.' : 'The profile’s where left empty.'}
          value={shortName}
          onChange={setShortName}
          problem={problem('shortName')}
        />
        {profile === undefined ? (
          <Select
            label="Kind"
            value={kind}
            onChange={(value) => setKind(value as Kind)}
            options={bodyKinds.map((each) => ({ value: each, label: bodyKindWords[each] }))}
          />
        ) : null}
      </div>
      {refusal === null ? null : <ErrorNotice error={refusal} />}
    </Dialog>
  )
}
