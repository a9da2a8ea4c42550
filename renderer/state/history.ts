import { create } from 'zustand'
import type { HistoryState } from '../../core/contract/history.ts'
import { ask, client } from './client.ts'
import { followTopics } from './follow-topics.ts'
import { notice } from './notice.ts'

/** When the book was last saved, and what undo and redo would do. */
export const useHistory = create<{ state: HistoryState | null }>(() => ({ state: null }))

async function load(): Promise<void> {
  const answer = await client.call('history.state', {})
  useHistory.setState({ state: answer.ok ? answer.value : null })
}

async function step(name: 'history.undo' | 'history.redo', word: string): Promise<void> {
  const done = await ask(name, {})
  if (done === null) return
  useHistory.setState({ state: done.state })
  notice.say(`${word}: ${done.summary}`)
  notice.announce(`${word}: ${done.summary}`)
}

export const history = {
  undo: () => step('history.undo', 'Undone'),
  redo: () => step('history.redo', 'Redone'),
}

export function startHistory(): void {
  void load()
  followTopics(['history'], () => void load())
}
