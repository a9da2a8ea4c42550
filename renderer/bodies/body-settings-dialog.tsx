import { useState, type ReactNode } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import { bodyKinds } from '../../core/contract/words.ts'
import { notice } from '../state/notice.ts'
import { useSubmit } from '../state/submit.ts'
import { Button } from '../ui/button.tsx'
import { CheckBox } from '../ui/check-box.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Select, TextArea, TextInput } from '../ui/field.tsx'
import { TimeInput } from '../ui/time-input.tsx'
import { timeOf } from '../ui/time-of.ts'
import { bodyKindWords, carrierWords, chairVoteWords, exampleOf } from './body-words.ts'
import { wholeNumber } from './whole-number.ts'

const textFields = [
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
type TextField = (typeof textFields)[number]
const fields = [...textFields, 'quorumTotal', 'votesPerPersonCap', 'paperDeadlineDays']

/** The settings of a body: how it counts, numbers and usually meets. Votes already taken keep their rule. */
export function BodySettingsDialog({ body, onClose }: { body: Body; onClose(): void }) {
  const [texts, setTexts] = useState<Record<TextField, string>>(() => ({ ...body }))
  const [quorumTotal, setQuorumTotal] = useState(String(body.quorumTotal))
  const [cap, setCap] = useState(body.votesPerPersonCap === null ? '' : String(body.votesPerPersonCap))
  const [deadline, setDeadline] = useState(String(body.paperDeadlineDays))
  const [chosen, setChosen] = useState({
    kind: body.kind,
    quorumCounts: body.quorumCounts,
    chairVote: body.chairVote,
    carriers: body.carriers,
    recusedCountsForQuorum: body.recusedCountsForQuorum,
    paragraphsRunOn: body.paragraphsRunOn,
  })
  const { submit, problem, refusal } = useSubmit('body.change', fields, { 'already-exists': 'name' })

  const text = (field: TextField, label: string, hint?: string, Input = TextInput) => (
    <Input
      label={label}
      hint={hint}
      value={texts[field]}
      onChange={(value) => setTexts({ ...texts, [field]: value })}
      problem={problem(field)}
    />
  )
  const change = async () => {
    const changed = await submit({
      bodyId: body.id,
      ...Object.fromEntries(textFields.map((field) => [field, texts[field]])),
      ...chosen,
      usualStart: timeOf(texts.usualStart),
      usualEnd: timeOf(texts.usualEnd),
      quorumTotal: wholeNumber(quorumTotal),
      paperDeadlineDays: wholeNumber(deadline),
      // What is no number must not be taken for "no cap": 0 is refused at the field.
      votesPerPersonCap: cap.trim() === '' ? null : wholeNumber(cap) || 0,
    })
    if (changed === null) return
    notice.say(`Settings of the ${changed.name} are changed.`)
    onClose()
  }
  return (
    <Dialog
      title={`Settings of the ${body.name}`}
      isWide
      onClose={onClose}
      onSubmit={() => void change()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Change the settings
          </Button>
        </>
      }
    >
      <div className="body-fields">
        {text('name', 'Name')}
        {text('shortName', 'Short name', 'Used in references.')}
        <Choice
          label="Kind"
          value={chosen.kind}
          words={Object.fromEntries(bodyKinds.map((kind) => [kind, bodyKindWords[kind]]))}
          onChange={(kind) => setChosen({ ...chosen, kind: kind as Body['kind'] })}
        />
      </div>
      <Part title="Quorum and votes">
        <TextInput
          label="Quorum"
          inputMode="numeric"
          value={quorumTotal}
          onChange={setQuorumTotal}
          problem={problem('quorumTotal')}
        />
        <Choice
          label="Quorum counts"
          value={chosen.quorumCounts}
          words={{ people: 'People', votes: 'Votes' }}
          onChange={(value) => setChosen({ ...chosen, quorumCounts: value as Body['quorumCounts'] })}
        />
        <Choice
          label="The chair has"
          value={chosen.chairVote}
          words={chairVoteWords}
          onChange={(value) => setChosen({ ...chosen, chairVote: value as Body['chairVote'] })}
        />
        <TextInput
          label="Most votes of one person"
          hint="Their own included; empty for no cap."
          inputMode="numeric"
          value={cap}
          onChange={setCap}
          problem={problem('votesPerPersonCap')}
        />
        <Choice
          label="Another’s vote is carried by"
          value={chosen.carriers}
          words={carrierWords}
          onChange={(value) => setChosen({ ...chosen, carriers: value as Body['carriers'] })}
        />
        <CheckBox
          label="Who is recused still counts for the quorum"
          isChecked={chosen.recusedCountsForQuorum}
          onChange={(recusedCountsForQuorum) => setChosen({ ...chosen, recusedCountsForQuorum })}
        />
      </Part>
      <Part title="Usual meeting">
        {text('usualStart', 'Start', undefined, TimeInput)}
        {text('usualEnd', 'Planned end', undefined, TimeInput)}
        {text('usualPlace', 'Place')}
        <TextInput
          label="Papers are due"
          hint="Working days before the meeting."
          inputMode="numeric"
          value={deadline}
          onChange={setDeadline}
          problem={problem('paperDeadlineDays')}
        />
      </Part>
      <Part title="Numbers">
        {text('itemNumbering', 'Items', `Such as ${exampleOf(texts.itemNumbering, texts.shortName)}`)}
        {text(
          'subItemNumbering',
          'Items of a section',
          `Such as ${exampleOf(texts.subItemNumbering, texts.shortName)}`,
        )}
        {text('actionReference', 'Actions', `Such as ${exampleOf(texts.actionReference, texts.shortName)}`)}
        <CheckBox
          label="Paragraphs of the minutes run on from meeting to meeting"
          isChecked={chosen.paragraphsRunOn}
          onChange={(paragraphsRunOn) => setChosen({ ...chosen, paragraphsRunOn })}
        />
      </Part>
      <TextArea
        label="Where these rules are from"
        rows={3}
        value={texts.sourceNote}
        onChange={(sourceNote) => setTexts({ ...texts, sourceNote })}
        problem={problem('sourceNote')}
      />
      {refusal === null ? null : <ErrorNotice error={refusal} />}
    </Dialog>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="body-part">
      <legend>{title}</legend>
      <div className="body-fields">{children}</div>
    </fieldset>
  )
}

function Choice({
  label,
  value,
  words,
  onChange,
}: {
  label: string
  value: string
  words: Record<string, string>
  onChange(value: string): void
}) {
  return (
    <Select
      label={label}
      value={value}
      onChange={onChange}
      options={Object.entries(words).map(([each, name]) => ({ value: each, label: name }))}
    />
  )
}
