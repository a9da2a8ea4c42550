import { useState } from 'react'
import type { Item } from '../../core/contract/voting.ts'
import { act } from '../state/live.ts'
import { TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { LineList } from '../ui/line-list.tsx'
import { namedLines, problemOfLine } from '../ui/named-lines.ts'
import { useUsualOptions, type OptionLine } from './joint-options.ts'
import { KindSelect, useTakenHow, TakenHow } from './joint-taken-how.tsx'

interface JointOptionsDialogProps {
  item: Item
  onPut(jointVoteId: string): void
  onClose(): void
}

/** Puts a question on each option of a proposal, and for each objective whether the option better facilitates it. */
export function JointOptionsDialog(props: JointOptionsDialogProps) {
  const options = useUsualOptions(props.item)
  return options === null ? null : <LoadedDialog {...props} usual={options} />
}

function LoadedDialog({
  item,
  usual,
  onPut,
  onClose,
}: JointOptionsDialogProps & { usual: readonly OptionLine[] }) {
  const kinds = item.questionKinds.filter(({ asksForPreference }) => !asksForPreference)
  const [kindKey, setKindKey] = useState(() => usualKind(kinds)?.key ?? '')
  const kind = kinds.find(({ key }) => key === kindKey)
  const [options, setOptions] = useState<OptionLine[]>(() => [...usual])
  // Until they are written over, they are those of the kind of question.
  const [ownObjectives, setOwnObjectives] = useState<ObjectiveLine[] | null>(null)
  const [ownBaseline, setOwnBaseline] = useState<string | null>(null)
  const objectives = ownObjectives ?? kind?.objectives ?? []
  const named = namedLines(options)
  const namedObjectives = namedLines(objectives)
  const baseline = ownBaseline ?? 'the baseline'
  const how = useTakenHow()

  const put = async () => {
    const answer = await act(
      'joint-vote.put-on-options',
      {
        itemId: item.line.id,
        kind: kindKey,
        options: named.map(({ label, proposalId }) => ({ label, proposalId })),
        objectives: namedObjectives.map(({ key, label }) => ({
          label,
          ...(key === undefined ? {} : { key }),
        })),
        baseline: namedObjectives.length === 0 ? '' : baseline,
        ...how.input,
      },
      { isQuiet: true },
    )
    if (answer.ok) onPut(answer.value.jointVoteId)
    return answer
  }
  return (
    <FormDialog
      title="Vote on options"
      submitLabel="Put them"
      canSubmit={kind !== undefined && named.length > 0}
      isWide
      save={put}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <KindSelect kinds={kinds} value={kindKey} onChange={setKindKey} problem={problemOf('kind')} />
          <LineList
            label="Options"
            one="option"
            lines={options}
            onChange={setOptions}
            fresh={() => ({ label: '', proposalId: null, title: '' })}
            most={20}
            hintAt={({ title, label }) => (title === '' || title === label ? undefined : title)}
            problemAt={(at) =>
              problemOfLine(problemOf, 'options', options, at) ??
              (at === 0 ? problemOf('options') : undefined)
            }
          />
          <LineList
            label="Objectives"
            one="objective"
            hint={
              objectives.length === 0
                ? 'None: each option is voted on as a whole.'
                : 'Each option is voted on against each of them, then as a whole.'
            }
            lines={objectives}
            onChange={setOwnObjectives}
            fresh={() => ({ label: '' })}
            most={12}
            problemAt={(at) => problemOfLine(problemOf, 'objectives', objectives, at)}
          />
          {namedObjectives.length === 0 ? null : (
            <TextInput
              label="Compared with"
              value={baseline}
              onChange={setOwnBaseline}
              problem={problemOf('baseline')}
            />
          )}
          <TakenHow how={how} problemOf={problemOf} />
        </>
      )}
    </FormDialog>
  )
}

/** The question that has objectives; else the one whether it is implemented, in most bodies. */
function usualKind(kinds: Item['questionKinds']): Item['questionKinds'][number] | undefined {
  return (
    kinds.find(({ objectives }) => objectives.length > 0) ??
    kinds.find(({ key }) => key === 'recommend' || key === 'implement') ??
    kinds[0]
  )
}

interface ObjectiveLine {
  key?: string
  label: string
}
