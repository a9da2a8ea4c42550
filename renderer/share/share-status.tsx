import { useMemo } from 'react'
import { useBook } from '../state/book.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { useNavigation } from '../state/navigation.ts'
import { notice } from '../state/notice.ts'
import { addressOf } from '../state/routes.ts'
import { share, useShare } from '../state/share.ts'
import { dayWords, timeWords, today } from '../ui/dates.ts'
import { progressParts } from './snapshot-words.ts'
import './share.css'

/** In the status line: what of the book lies on the shared drive, and how far publishing is. */
export function ShareStatus() {
  const work = useShare((store) => store.work)
  const shared = useShare((store) => store.shared)
  const book = useBook((store) => store.state?.book ?? null)
  const isPublishing = work?.act === 'publishing'
  const isKept = book?.isRehearsal !== true
  const canPublish = isKept && book?.isReadOnly === false && work === null

  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'share.publish',
        title: 'Publish a snapshot',
        key: 'Mod+Shift+s',
        group: 'Anywhere',
        inText: true,
        isEnabled: canPublish,
        run: () => void publish(),
      },
      {
        id: 'share.choose-folder',
        title: 'Choose the folder on the shared drive',
        group: 'Anywhere',
        isEnabled: isKept && work === null,
        run: () => void chooseFolder(),
      },
    ],
    [canPublish, isKept, work],
  )
  useCommands('share', commands)

  if (isPublishing) {
    const { label, done, total, unit = '' } = progressParts(work)
    return <span>{`${label}${total === 0 ? '' : ` ${done} of ${total} ${unit}`.trimEnd()} …`}</span>
  }
  if (shared === null || shared.lineageId !== book?.lineageId || book.isReadOnly) return null
  const { revision, publishedAt } = shared
  return (
    <a
      href={addressOf({ screen: 'share' })}
      title={`Published ${dayWords(publishedAt)} at ${timeWords(publishedAt)}`}
    >
      {`snapshot r${revision} shared ${publishedAt.startsWith(today()) ? '' : `${dayWords(publishedAt)} `}${timeWords(publishedAt)}`}
    </a>
  )
}

/** On its own screen a refusal stands in its place; from anywhere else it goes to the notice line. */
async function publish(): Promise<void> {
  if (await share.publish()) {
    if (!isOnShareScreen()) notice.say('The snapshot lies in the shared folder.')
  } else refuseElsewhere()
}

async function chooseFolder(): Promise<void> {
  await share.chooseFolder()
  refuseElsewhere()
}

function refuseElsewhere(): void {
  const { error } = useShare.getState()
  if (error !== null && !isOnShareScreen()) notice.refuse(error)
}

function isOnShareScreen(): boolean {
  return useNavigation.getState().route.screen === 'share'
}
