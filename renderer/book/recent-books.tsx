import type { BookState } from '../../core/contract/book.ts'
import { dayWords, timeWords } from '../ui/dates.ts'
import { shortPath } from './path-words.ts'

/** The books that were open lately, the last one first: name, where it lies, when. */
export function RecentBooks({
  recent,
  isBusy,
  onOpen,
}: {
  recent: BookState['recent']
  isBusy: boolean
  onOpen(recentId: string): void
}) {
  return (
    <section className="recent-books" aria-labelledby="recent-books">
      <h2 id="recent-books">Recent books</h2>
      <ul>
        {recent.map(({ recentId, name, folder, lastOpenedAt }) => (
          <li key={recentId}>
            <button type="button" aria-disabled={isBusy} onClick={() => onOpen(recentId)}>
              <strong>{name}</strong>
              <span title={folder}>{shortPath(folder)}</span>
              <span>
                {dayWords(lastOpenedAt)}, {timeWords(lastOpenedAt)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
