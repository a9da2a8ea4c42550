import { useId, useState } from 'react'
import type { Proposal } from '../../core/contract/register.ts'
import { change } from '../state/client.ts'
import { useView } from '../state/follow-topics.ts'
import { notice } from '../state/notice.ts'
import { DateInput } from '../ui/date-input.tsx'
import { today } from '../ui/dates.ts'
import { Select, TextArea, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useTyped } from '../ui/use-typed.ts'

/** To another stage, or elsewhere within it; the stage history keeps the day and the reason. */
export function MoveStageDialog({ proposal, onClose }: { proposal: Proposal; onClose(): void }) {
  const codes = useView('code.list', {}, ['bodies']).value?.codes ?? []
  const stages = codes.find(({ id }) => id === proposal.code.id)?.stages ?? [proposal.stage]
  const [chosen, setChosen] = useState<string | null>(null)
  const { values, field } = useTyped(() => ({ stageDetail: '', on: today(), reason: '' }))
  const details = useDetails(proposal.code.id)
  const detailsId = useId()
  // The stage that usually comes next; the same one where there is none.
  const next = stages[stages.findIndex(({ key }) => key === proposal.stage.key) + 1] ?? proposal.stage
  const stage = chosen ?? next.key

  const save = async () => {
    const answer = await change('proposal.move-stage', {
      proposalId: proposal.id,
      stage,
      ...values,
      stageDetail: values.stageDetail.trim(),
    })
    if (answer.ok) notice.say(`${answer.value.reference} is at ${answer.value.stage.name}.`)
    return answer
  }
  return (
    <FormDialog title={`Move ${proposal.reference}`} submitLabel="Move" save={save} onClose={onClose}>
      {(problemOf) => (
        <>
          <Select
            label="To the stage"
            hint={`Now at ${proposal.stage.name}${proposal.stageDetail === '' ? '' : `, ${proposal.stageDetail}`}`}
            value={stage}
            onChange={setChosen}
            options={stages.map(({ key, name }) => ({ value: key, label: name }))}
            problem={problemOf('stage')}
          />
          <TextInput
            label="Where within the stage"
            hint="Such as DCC Impact Assessment; empty where that says nothing"
            list={detailsId}
            {...field('stageDetail', problemOf)}
          />
          <datalist id={detailsId}>
            {details.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
          <DateInput label="On" {...field('on', problemOf)} />
          <TextArea label="Why" rows={3} {...field('reason', problemOf)} />
        </>
      )}
    </FormDialog>
  )
}

/** The words that the register uses already, so that one thing is not called by two names. */
function useDetails(codeId: string): string[] {
  const proposals = useView('proposal.list', { codeId }, ['register']).value?.proposals ?? []
  return [
    ...new Set(proposals.map(({ stageDetail }) => stageDetail).filter((detail) => detail !== '')),
  ].toSorted()
}
