import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Plus } from 'lucide-react'
import { useIsReadOnly } from '../state/book.ts'
import { client } from '../state/client.ts'
import { useView } from '../state/follow-topics.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { goTo } from '../state/navigation.ts'
import { isNarrowed, listInput, register, useRegister } from '../state/register.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { AddProposalDialog } from './add-proposal-dialog.tsx'
import { EmptyRegister } from './empty-register.tsx'
import { ProposalTable } from './proposal-table.tsx'
import { RegisterFilters } from './register-filters.tsx'
import { StageBar } from './stage-bar.tsx'
import './register.css'

/** The register: every proposal, found by its reference in any spelling or by words of its title. */
export function RegisterScreen() {
  const filter = useRegister((store) => store.filter)
  const currentId = useRegister((store) => store.currentId)
  const list = useView('proposal.list', listInput(filter), ['register'])
  const codeList = useView('code.list', {}, ['bodies']).value?.codes
  const codes = useMemo(() => codeList ?? [], [codeList])
  const isReadOnly = useIsReadOnly()
  const [isAdding, setIsAdding] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const proposals = list.value?.proposals
  const isReady = proposals !== undefined
  const canAdd = !isReadOnly && codes.length > 0

  // Coming back from a proposal, one is at its row again.
  useEffect(() => {
    const { currentId: lastId } = useRegister.getState()
    if (isReady && lastId !== null && document.activeElement === document.body)
      focusRow(table.current, lastId)
  }, [isReady])

  const commands = useMemo<KeyCommand[]>(() => {
    const step = (by: 1 | -1) => {
      const at = (proposals ?? []).findIndex(({ id }) => id === currentId)
      const isThere = document.activeElement?.closest('.register-table') !== null
      const next = proposals?.[at === -1 ? 0 : isThere ? at + by : at]
      if (next !== undefined) focusRow(table.current, next.id)
      else if (by === -1) search.current?.focus()
    }
    return [
      {
        id: 'register.find',
        title: 'Find in the register',
        key: '/',
        group: 'Register',
        run: () => search.current?.select(),
      },
      {
        id: 'register.add',
        title: 'Add a proposal',
        key: 'n',
        group: 'Register',
        isEnabled: canAdd,
        run: () => setIsAdding(true),
      },
      {
        id: 'register.open-only',
        title: 'Open proposals only, or all',
        key: 'o',
        group: 'Register',
        run: () => register.narrow({ isOpenOnly: !filter.isOpenOnly }),
      },
      {
        id: 'register.clear',
        title: 'Show the whole register',
        key: 'x',
        group: 'Register',
        isEnabled: isNarrowed(filter),
        run: register.clear,
      },
      {
        id: 'register.next',
        title: 'Next proposal',
        key: 'ArrowDown',
        group: 'Register',
        run: () => step(1),
      },
      {
        id: 'register.previous',
        title: 'Previous proposal',
        key: 'ArrowUp',
        group: 'Register',
        run: () => step(-1),
      },
    ]
  }, [proposals, currentId, filter, canAdd])
  useCommands('register', commands)

  const onSearchKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const first = proposals?.[0]
    if (event.key === 'Escape' && filter.text !== '') {
      event.preventDefault()
      register.narrow({ text: '' })
    } else if (event.key === 'ArrowDown' && first !== undefined) {
      event.preventDefault()
      focusRow(table.current, first.id)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      void openOnlyMatch(table.current)
    }
  }

  return (
    <section className="screen register" aria-label="Register">
      <header className="screen-head">
        <h1>Register</h1>
        {canAdd ? (
          <Button
            variant="primary"
            icon={<Plus size={14} aria-hidden />}
            shortcut="N"
            onClick={() => setIsAdding(true)}
          >
            Add a proposal
          </Button>
        ) : null}
      </header>
      {list.error === null ? null : <ErrorNotice error={list.error} />}
      {list.value === null || codeList === undefined ? null : list.value.total === 0 ? (
        <EmptyRegister hasCodes={codes.length > 0} canAdd={canAdd} onAdd={() => setIsAdding(true)} />
      ) : (
        <>
          <StageBar codes={codes} />
          <RegisterFilters
            codes={codes}
            shown={proposals?.length}
            total={list.value.total}
            searchRef={search}
            onKeyDown={onSearchKey}
          />
          {proposals?.length === 0 ? (
            <EmptyState
              title="No proposal matches"
              action={
                <Button
                  variant="primary"
                  onClick={() => {
                    register.clear()
                    search.current?.focus()
                  }}
                >
                  Show all {list.value.total}
                </Button>
              }
            >
              <p>The register holds {list.value.total}; what is chosen above leaves none of them.</p>
            </EmptyState>
          ) : (
            <div className="register-list">
              <ProposalTable
                proposals={proposals ?? []}
                currentId={currentId}
                hasCodes={codes.length > 1 && filter.codeId === ''}
                tableRef={table}
              />
            </div>
          )}
        </>
      )}
      {isAdding ? <AddProposalDialog codes={codes} onClose={() => setIsAdding(false)} /> : null}
    </section>
  )
}

/** Asks anew, because the list on the screen may still be that of the letter before: then the wrong one would open. */
async function openOnlyMatch(table: HTMLTableElement | null): Promise<void> {
  const answer = await client.call('proposal.list', listInput(useRegister.getState().filter))
  const [first, second] = answer.ok ? answer.value.proposals : []
  if (first === undefined) return
  if (second === undefined) goTo({ screen: 'proposal', proposalId: first.id })
  else focusRow(table, first.id)
}

function focusRow(table: HTMLTableElement | null, proposalId: string): void {
  const link = table?.querySelector<HTMLElement>(`[data-proposal="${proposalId}"]`)
  link?.focus()
  link?.scrollIntoView({ block: 'nearest' })
}
