import type { KeyboardEvent, Ref } from 'react'
import { useView } from '../state/follow-topics.ts'
import { isNarrowed, register, useRegister } from '../state/register.ts'
import { Button } from '../ui/button.tsx'
import { CheckBox } from '../ui/check-box.tsx'
import { Select, TextInput } from '../ui/field.tsx'
import type { Code } from './stage-counts.ts'

/** What narrows the list, and how many it leaves. */
export function RegisterFilters({
  codes,
  shown,
  total,
  searchRef,
  onKeyDown,
}: {
  codes: readonly Code[]
  /** How many the list shows, of how many; undefined before the first answer. */
  shown: number | undefined
  total: number | undefined
  searchRef: Ref<HTMLInputElement>
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void
}) {
  const filter = useRegister((store) => store.filter)
  const all = useView('workgroup.list', {}, ['register']).value?.workgroups ?? []
  const workgroups = all.filter(({ codeId }) => filter.codeId === '' || codeId === filter.codeId)
  const areSeveral = codes.length > 1
  const codeName = (codeId: string) => codes.find(({ id }) => id === codeId)?.shortName ?? ''
  return (
    <div className="register-filters" role="search" aria-label="Narrow the list">
      <TextInput
        label="Find"
        type="search"
        placeholder="Reference in any spelling, or words of a title"
        maxLength={200}
        inputRef={searchRef}
        value={filter.text}
        onChange={(text) => register.narrow({ text })}
        onKeyDown={onKeyDown}
        aria-keyshortcuts="/"
      />
      {areSeveral ? (
        <Select
          label="Code"
          value={filter.codeId}
          onChange={register.chooseCode}
          options={[
            { value: '', label: 'All codes' },
            ...codes.map(({ id, shortName }) => ({ value: id, label: shortName })),
          ]}
        />
      ) : null}
      <Select
        label="Stage"
        value={filter.stage}
        onChange={(stage) => register.narrow({ stage })}
        options={[{ value: '', label: 'All stages' }, ...stageOptions(codes, filter.codeId)]}
      />
      {all.length === 0 ? null : (
        <Select
          label="Workgroup"
          value={filter.workgroupId}
          onChange={(workgroupId) => register.narrow({ workgroupId })}
          options={[
            { value: '', label: 'All workgroups' },
            ...workgroups.map(({ id, codeId, shortName, openProposals }) => ({
              value: id,
              label: `${areSeveral && filter.codeId === '' ? `${codeName(codeId)} ` : ''}${shortName} · ${openProposals} open`,
            })),
          ]}
        />
      )}
      <CheckBox
        label="Open only"
        isChecked={filter.isOpenOnly}
        onChange={(isOpenOnly) => register.narrow({ isOpenOnly })}
      />
      <p className="register-count" role="status">
        {shown === undefined || total === undefined
          ? ''
          : `${shown.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`}
      </p>
      {isNarrowed(filter) && shown !== 0 ? (
        <Button variant="quiet" onClick={register.clear}>
          Show all
        </Button>
      ) : null}
    </div>
  )
}

/** The stages of the chosen code, or of all: one that several codes have stands once. */
function stageOptions(codes: readonly Code[], codeId: string): { value: string; label: string }[] {
  const chosen = codes.filter(({ id }) => codeId === '' || id === codeId)
  const byKey = Map.groupBy(
    chosen.flatMap((code) => code.stages.map((stage) => ({ ...stage, code: code.shortName }))),
    ({ key }) => key,
  )
  return [...byKey].map(([value, stages]) => {
    const name = stages[0]?.name ?? value
    const isOfAll = stages.length === chosen.length
    return { value, label: isOfAll ? name : `${name} (${stages.map(({ code }) => code).join(', ')})` }
  })
}
