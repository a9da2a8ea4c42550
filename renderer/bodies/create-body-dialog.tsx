import { useState } from 'react'
import { bodyKinds } from '../../core/contract/words.ts'
import { bodies } from '../state/bodies.ts'
import { change } from '../state/client.ts'
import { useView } from '../state/follow-topics.ts'
import { notice } from '../state/notice.ts'
import { RadioGroup } from '../ui/check-box.tsx'
import { Select, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useTyped } from '../ui/use-typed.ts'
import { countWords, orLeftOut } from '../ui/words.ts'
import { bodyKindWords } from './body-words.ts'
import { SourceNote } from './source-note.tsx'
import './create-body-dialog.css'

type Kind = (typeof bodyKinds)[number]
const none = 'none'
const bareNote =
  'A body with neither seats nor questions. Everything is added by hand: constituencies, seats, quorum and the rest of its rules.'

/** A new body, from a shipped profile or bare. What the profile lays in is shown with where it is from. */
export function CreateBodyDialog({ onClose }: { onClose(): void }) {
  const profiles = useView('body.profiles', {}, ['bodies']).value?.profiles
  const [chosen, setChosen] = useState<string | null>(null)
  const { values, field } = useTyped({ name: '', shortName: '' })
  const [kind, setKind] = useState<Kind>('committee')
  if (profiles === undefined) return null
  const key = chosen ?? profiles[0]?.key ?? none
  const profile = profiles.find((each) => each.key === key)

  const create = async () => {
    const answer = await change('body.create', {
      ...(profile === undefined ? { kind } : { profile: profile.key }),
      name: orLeftOut(values.name),
      shortName: orLeftOut(values.shortName),
    })
    if (answer.ok) {
      const body = answer.value
      notice.say(`The ${body.name} is added, with ${countWords(body.seats.length, 'seat')}.`)
      bodies.showNew(body.id)
    }
    return answer
  }
  return (
    <FormDialog
      title="Add a body"
      submitLabel="Add the body"
      places={{ 'already-exists': 'name' }}
      isWide
      save={create}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
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
                  Constituencies, seats, quorum, questions with their rules and the agenda template are laid
                  in. All of it can be changed afterwards.
                </p>
              )}
            </div>
          </div>
          <TextInput
            label="Name"
            hint={profile === undefined ? 'As it stands on its papers.' : `${profile.name} where left empty.`}
            {...field('name', problemOf)}
          />
          <TextInput
            label="Short name"
            hint={profile === undefined ? 'Used in references.' : 'The profile’s where left empty.'}
            {...field('shortName', problemOf)}
          />
          {profile === undefined ? (
            <Select
              label="Kind"
              value={kind}
              onChange={(value) => setKind(value as Kind)}
              options={bodyKinds.map((each) => ({ value: each, label: bodyKindWords[each] }))}
              problem={problemOf('kind')}
            />
          ) : null}
        </>
      )}
    </FormDialog>
  )
}
