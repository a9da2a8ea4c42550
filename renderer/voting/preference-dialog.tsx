import { useState } from 'react'
import type { Item } from '../../core/contract/voting.ts'
import { voteMethods, voteMethodWords, type VoteMethod } from '../../core/contract/words.ts'
import { act } from '../state/live.ts'
import { CheckBox } from '../ui/check-box.tsx'
import { Select } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import type { ProblemOf } from '../ui/form-problems.ts'
import { LineList } from '../ui/line-list.tsx'
import { useUsualOptions, type OptionLine } from './joint-options.ts'
import { useTakenHow } from './joint-taken-how.tsx'
import { offeredOptions, preferenceOptions } from './preference-options.ts'
import './preference-dialog.css'

interface PreferenceDialogProps {
  item: Item
  kind: Item['questionKinds'][number]
  method: VoteMethod
  isIndicative: boolean
  onPut(questionId: string): void
  onClose(): void
}

/** Each position names an option, so names are always taken. */
const methods = voteMethods.filter((each) => each !== 'on-the-voices')

/**
 * Puts a question that asks which option is preferred, with its options: those of the vote on the options, or else the
 * proposal with its alternatives.
 */
export function PreferenceDialog(props: PreferenceDialogProps) {
  const usual = useUsualOptions(props.item)
  return usual === null ? null : <LoadedDialog {...props} usual={usual} />
}

function LoadedDialog({
  item,
  kind,
  usual,
  onPut,
  onClose,
  method,
  isIndicative,
}: PreferenceDialogProps & { usual: readonly OptionLine[] }) {
  const [offered, setOffered] = useState(() => offeredOptions(item))
  const [written, setWritten] = useState<Line[]>(() => (offered.length > 0 ? [] : [...usual]))
  const how = useTakenHow({
    method: method === 'on-the-voices' ? 'roll-call' : method,
    isIndicative,
  })
  const options = preferenceOptions(offered, written)

  const put = async () => {
    const answer = await act(
      'question.put',
      { itemId: item.line.id, kind: kind.key, options, ...how.input },
      { isQuiet: true },
    )
    if (answer.ok) onPut(answer.value.questionId)
    return answer
  }
  const problemAt = (problemOf: ProblemOf, at: number) => {
    if (written[at]?.label.trim() === '') return undefined
    const sent = preferenceOptions(offered, written.slice(0, at)).length
    return problemOf(`options.${sent}.label`) ?? problemOf(`options.${sent}.key`)
  }
  return (
    <FormDialog
      title={kind.label}
      submitLabel="Put it"
      canSubmit={options.length > 1}
      save={put}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <p>
            {kind.text} <span className="quiet">{kind.ruleName}</span>
          </p>
          {offered.length === 0 ? null : (
            <fieldset className="offered-options">
              <legend>Options</legend>
              {offered.map((option, at) => (
                <CheckBox
                  key={option.key}
                  label={option.label}
                  isChecked={option.isChosen}
                  onChange={(isChosen) => setOffered(offered.with(at, { ...option, isChosen }))}
                />
              ))}
            </fieldset>
          )}
          <LineList
            label={offered.length === 0 ? 'Options' : 'Others'}
            one="option"
            lines={written}
            onChange={setWritten}
            fresh={() => ({ label: '', title: '' })}
            hintAt={({ title, label }) => (title === '' || title === label ? undefined : title)}
            problemAt={(at) => problemAt(problemOf, at) ?? (at === 0 ? problemOf('options') : undefined)}
          />
          {options.length > 1 ? null : <p className="quiet">At least two options are needed.</p>}
          <Select
            label="How it is taken"
            value={how.method}
            onChange={(value) => how.set({ method: value as VoteMethod })}
            options={methods.map((value) => ({ value, label: voteMethodWords[value] }))}
            problem={problemOf('method')}
          />
          {how.inquorate === null ? null : (
            <CheckBox
              label={`${how.inquorate} Take the vote as an indication only.`}
              isChecked={how.isIndicative}
              onChange={(next) => how.set({ isIndicative: next })}
            />
          )}
        </>
      )}
    </FormDialog>
  )
}

interface Line {
  label: string
  /** What its proposal is called, to tell it by. */
  title: string
}
