import { useState, type ReactNode } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { CheckBox } from '../ui/check-box.tsx'
import { Select, TextArea, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import type { ProblemOf } from '../ui/form-problems.ts'
import { TimeInput } from '../ui/time-input.tsx'
import { timeOf } from '../ui/time-of.ts'
import { useTyped } from '../ui/use-typed.ts'
import { wholeNumber } from '../ui/whole-number.ts'
import { bodyKindWords, carrierWords, chairVoteWords, exampleOf, quorumCountWords } from './body-words.ts'
import './body-settings-dialog.css'

const textNames = [
  'name',
  'shortName',
  'itemNumbering',
  'subItemNumbering',
  'actionReference',
  'usualStart',
  'usualEnd',
  'usualPlace',
  'sourceNote',
] as const
const numberNames = ['quorumTotal', 'votesPerPersonCap', 'paperDeadlineDays'] as const

/** The settings as they are typed: numbers as text, empty where there is none. */
const typedOf = (body: Body) =>
  Object.fromEntries(
    [...textNames, ...numberNames].map((name) => [name, String(body[name] ?? '')]),
  ) as Record<(typeof textNames)[number] | (typeof numberNames)[number], string>

/** The settings of a body: how it counts, numbers and usually meets. Votes already taken keep their rule. */
export function BodySettingsDialog({ body, onClose }: { body: Body; onClose(): void }) {
  const { values: typed, field } = useTyped(() => typedOf(body))
  const [chosen, setChosen] = useState({
    kind: body.kind,
    quorumCounts: body.quorumCounts,
    chairVote: body.chairVote,
    carriers: body.carriers,
    recusedCountsForQuorum: body.recusedCountsForQuorum,
    paragraphsRunOn: body.paragraphsRunOn,
  })
  const cap = typed.votesPerPersonCap

  const save = async () => {
    const answer = await change('body.change', {
      bodyId: body.id,
      ...typed,
      ...chosen,
      usualStart: timeOf(typed.usualStart),
      usualEnd: timeOf(typed.usualEnd),
      quorumTotal: wholeNumber(typed.quorumTotal),
      paperDeadlineDays: wholeNumber(typed.paperDeadlineDays),
      // What is no number must not be taken for "no cap": 0 is refused at the field.
      votesPerPersonCap: cap.trim() === '' ? null : wholeNumber(cap) || 0,
    })
    if (answer.ok) notice.say(`Settings of the ${answer.value.name} are changed.`)
    return answer
  }
  const fieldsOf = (problemOf: ProblemOf) => {
    const pattern = (name: 'itemNumbering' | 'subItemNumbering' | 'actionReference') => ({
      hint: `Such as ${exampleOf(typed[name], typed.shortName)}`,
      ...field(name, problemOf),
    })
    const choice = <Name extends 'kind' | 'quorumCounts' | 'chairVote' | 'carriers'>(
      name: Name,
      words: Record<Body[Name], string>,
    ) => ({
      value: chosen[name],
      onChange: (value: string) => setChosen({ ...chosen, [name]: value as Body[Name] }),
      options: Object.entries<string>(words).map(([value, label]) => ({ value, label })),
    })
    const tick = (name: 'recusedCountsForQuorum' | 'paragraphsRunOn') => ({
      isChecked: chosen[name],
      onChange: (isChecked: boolean) => setChosen({ ...chosen, [name]: isChecked }),
    })
    return (
      <>
        <div className="side-by-side">
          <TextInput label="Name" {...field('name', problemOf)} />
          <TextInput label="Short name" hint="Used in references." {...field('shortName', problemOf)} />
          <Select label="Kind" {...choice('kind', bodyKindWords)} />
        </div>
        <Part title="Quorum and votes">
          <TextInput label="Quorum" inputMode="numeric" {...field('quorumTotal', problemOf)} />
          <Select label="Quorum counts" {...choice('quorumCounts', quorumCountWords)} />
          <Select label="The chair has" {...choice('chairVote', chairVoteWords)} />
          <TextInput
            label="Most votes of one person"
            hint="Their own included; empty for no cap."
            inputMode="numeric"
            {...field('votesPerPersonCap', problemOf)}
          />
          <Select label="Another’s vote is carried by" {...choice('carriers', carrierWords)} />
          <CheckBox label="Who is recused still counts for the quorum" {...tick('recusedCountsForQuorum')} />
        </Part>
        <Part title="Usual meeting">
          <TimeInput label="Start" {...field('usualStart', problemOf)} />
          <TimeInput label="Planned end" {...field('usualEnd', problemOf)} />
          <TextInput label="Place" {...field('usualPlace', problemOf)} />
          <TextInput
            label="Papers are due"
            hint="Working days before the meeting."
            inputMode="numeric"
            {...field('paperDeadlineDays', problemOf)}
          />
        </Part>
        <Part title="Numbers">
          <TextInput label="Items" {...pattern('itemNumbering')} />
          <TextInput label="Items of a section" {...pattern('subItemNumbering')} />
          <TextInput label="Actions" {...pattern('actionReference')} />
          <CheckBox
            label="Paragraphs of the minutes run on from meeting to meeting"
            {...tick('paragraphsRunOn')}
          />
        </Part>
        <div className="across">
          <TextArea label="Where these rules are from" rows={3} {...field('sourceNote', problemOf)} />
        </div>
      </>
    )
  }
  return (
    <FormDialog
      title={`Settings of the ${body.name}`}
      submitLabel="Change the settings"
      places={{ 'already-exists': 'name' }}
      isWide
      save={save}
      onClose={onClose}
    >
      {fieldsOf}
    </FormDialog>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="body-part">
      <legend>{title}</legend>
      <div className="side-by-side">{children}</div>
    </fieldset>
  )
}
