import { create } from 'zustand'
import type { HistoryState } from '../../core/contract/history.ts'
import { change, client } from './client.ts'
import { followTopics } from './follow-topics.ts'
import { saveAllNotes } from './notes.ts'
import { notice } from './notice.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** When the book was last saved, and what undo and redo would do. */
export const useHistory = create<{ state: HistoryState | null }>(() => ({ state: null }))

const load = oneAtATime(async () => {
  const answer = await client.call('history.state', {})
  useHistory.setState({ state: answer.ok ? answer.value : null })
})

async function step(name: 'history.undo' | 'history.redo', word: string): Promise<void> {
  await saveAllNotes()
  const answer = await change(name, {})
  if (!answer.ok) {
    notice.refuse(answer.error)
    return
  }
  const { summary, state } = answer.value
  useHistory.setState({ state })
  notice.say(`${word}: ${summary}`)
}

/** One step back or forward, after what is being typed is saved. */
export const history = {
  undo: () => step('history.undo', 'Undone'),
  redo: () => step('history.redo', 'Redone'),
}

/** Keeps the state of the history up to date. */
export function startHistory(): void {
  void load()
  followTopics(['history'], () => void load())
}
