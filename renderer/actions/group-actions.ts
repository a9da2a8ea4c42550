import type { Action } from '../../core/contract/actions.ts'
import { actionStatuses, actionStatusWords } from '../../core/contract/words.ts'
import type { ActionFilter, ActionGrouping } from '../state/actions.ts'
import { joinWords } from '../ui/words.ts'
import { isFinished } from './action-words.ts'

export interface ActionRow {
  /** The same action stands under each of its owners, so a row is told by group and action. */
  key: string
  action: Action
}

export interface ActionGroup {
  id: string
  title: string
  rows: ActionRow[]
  overdue: number
}

/** What the filter leaves, in the order of the core: unfinished first, by due date. */
export function filterActions(all: readonly Action[], filter: ActionFilter): Action[] {
  const words = filter.text.toLocaleLowerCase('en-GB').split(/\s+/)
  return all.filter(
    (action) =>
      (filter.bodyId === '' || action.bodyId === filter.bodyId) &&
      (filter.status === 'all' ||
        (filter.status === 'unfinished' ? !isFinished(action) : action.status === filter.status)) &&
      (filter.owner === '' || action.owners.some(({ name }) => name === filter.owner)) &&
      words.every((word) => searchedText(action).includes(word)),
  )
}

function searchedText(action: Action): string {
  return [
    action.reference,
    action.text,
    ...action.owners.map(({ name }) => name),
    action.proposal?.reference ?? '',
    action.raisedAt?.item ?? '',
    action.dueMeeting,
    ...action.updates.map(({ text }) => text),
  ]
    .join(' ')
    .toLocaleLowerCase('en-GB')
}

/** The actions under the headings that the list has: by status, or under each of their owners. */
export function groupActions(actions: readonly Action[], grouping: ActionGrouping): ActionGroup[] {
  return grouping === 'status' ? byStatus(actions) : byOwner(actions)
}

function byStatus(actions: readonly Action[]): ActionGroup[] {
  return actionStatuses
    .map((status) =>
      groupOf(
        status,
        actionStatusWords[status],
        actions.filter((action) => action.status === status),
      ),
    )
    .filter(({ rows }) => rows.length > 0)
}

/** Owners by name, and what nobody owns at the end, where it is looked for. */
function byOwner(actions: readonly Action[]): ActionGroup[] {
  const names = ownersOf(actions)
  const nobodys = actions.filter(({ owners }) => owners.length === 0)
  return [
    ...names.map((name) =>
      groupOf(
        `owner ${name}`,
        name,
        actions.filter(({ owners }) => owners.some((owner) => owner.name === name)),
      ),
    ),
    ...(nobodys.length === 0 ? [] : [groupOf('nobody', 'Without an owner', nobodys)]),
  ]
}

function groupOf(id: string, title: string, actions: readonly Action[]): ActionGroup {
  return {
    id,
    title,
    rows: actions.map((action) => ({ key: `${id} ${action.id}`, action })),
    overdue: actions.filter(({ isOverdue }) => isOverdue).length,
  }
}

/** Everybody who owns one of these actions, by name. */
export function ownersOf(actions: readonly Action[]): string[] {
  const names = new Set(actions.flatMap(({ owners }) => owners.map(({ name }) => name)))
  return [...names].toSorted((left, right) => left.localeCompare(right, 'en-GB', { numeric: true }))
}

/** "4 unfinished, 3 overdue · 2 closed". */
export function summaryWords(actions: readonly Action[]): string {
  const count = (has: (action: Action) => boolean) => actions.filter(has).length
  const unfinished = count((action) => !isFinished(action))
  const overdue = count(({ isOverdue }) => isOverdue)
  const closed = count(({ status }) => status === 'closed')
  const withdrawn = count(({ status }) => status === 'withdrawn')
  return joinWords([
    `${unfinished} unfinished${overdue === 0 ? '' : `, ${overdue} overdue`}`,
    closed === 0 ? '' : `${closed} closed`,
    withdrawn === 0 ? '' : `${withdrawn} withdrawn`,
  ])
}
