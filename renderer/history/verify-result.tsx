import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useHistory } from '../state/history.ts'
import { goTo } from '../state/navigation.ts'
import { Button } from '../ui/button.tsx'
import type { VerifyResult as Result } from './verify.ts'

/** What the check found: sound, in numbers that can be compared with printed minutes; or each problem with its place. */
export function VerifyResult({ result }: { result: Result }) {
  const seq = useHistory((store) => store.state?.seq ?? null)
  const { isSound, entries, lastHash, problems } = result
  return (
    <section className={`verify-result ${isSound ? 'sound' : 'unsound'}`} aria-labelledby="verify-title">
      {isSound ? <ShieldCheck size={24} aria-hidden /> : <ShieldAlert size={24} aria-hidden />}
      <div>
        <h2 id="verify-title">
          {isSound ? 'The history is sound' : 'The history and the records do not fit'}
        </h2>
        {isSound ? (
          <p>
            Each of the {entries} entries follows from the one before it, and together they give exactly the
            records in this book.
          </p>
        ) : (
          <p>
            Something other than Panelbook has changed this book, or its file is damaged. The check itself
            changed nothing. Leave the book as it is and keep its file; go on from the newest snapshot or
            backup, and tell whoever looks after Panelbook.
          </p>
        )}
        <dl>
          <dt>Entries</dt>
          <dd>{entries}</dd>
          <dt>Last hash</dt>
          <dd className="hash">{lastHash}</dd>
        </dl>
        {seq !== null && seq !== entries && isSound ? (
          <p className="since">The book has changed since; check again for the newest entries.</p>
        ) : null}
        {isSound ? null : (
          <>
            <h3>{problems.length === 1 ? 'One problem' : `${problems.length} problems`}</h3>
            <ol className="problems">
              {problems.map(({ where, message }, index) => (
                <li key={index}>
                  {message}
                  <span>Where: {where}</span>
                </li>
              ))}
            </ol>
            <Button onClick={() => goTo({ screen: 'share' })}>To the snapshots</Button>
          </>
        )}
      </div>
    </section>
  )
}
