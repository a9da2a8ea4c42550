import { useCommands, type KeyCommand } from '../state/keys.ts'
import { goTo } from '../state/navigation.ts'
import { verify } from './verify.ts'

const commands: KeyCommand[] = [
  {
    id: 'history.verify',
    title: 'Check the history',
    group: 'Anywhere',
    run: () => {
      goTo({ screen: 'history' })
      void verify()
    },
  },
]

/** What can be asked of the history from any screen. */
export function useHistoryCommands(): void {
  useCommands('history', commands)
}
