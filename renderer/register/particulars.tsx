import type { ReactNode } from 'react'
import type { Proposal } from '../../core/contract/register.ts'
import { addressOf } from '../state/routes.ts'
import { dayWords } from '../ui/dates.ts'

/** What the register knows of it beside its history. What nobody has written down yet is left out. */
export function Particulars({ proposal }: { proposal: Proposal }) {
  const { impacts, aliases, alternatives } = proposal
  return (
    <>
      <section aria-labelledby="proposal-particulars">
        <h2 id="proposal-particulars">Particulars</h2>
        <dl className="facts-list">
          <Fact name="Code">{proposal.code.shortName}</Fact>
          <Fact name="Proposer">{proposal.proposer}</Fact>
          <Fact name="Path">{proposal.path}</Fact>
          <Fact name="Workgroup">{proposal.workgroup?.shortName}</Fact>
          <Fact name="Release">
            {proposal.release === null && proposal.releaseNote === '' ? null : (
              <>
                {proposal.release?.name}
                {proposal.releaseNote === '' ? null : <p className="quiet">{proposal.releaseNote}</p>}
              </>
            )}
          </Fact>
          <Fact name="Raised">{dayWords(proposal.raisedOn)}</Fact>
          <Fact name="Report by">{dayWords(proposal.reportingOn)}</Fact>
          <Fact name="Consultation closes">{dayWords(proposal.consultationClosesOn)}</Fact>
          <Fact name="Implementation">{dayWords(proposal.implementationOn)}</Fact>
          {/* Panelbook opens no network address: the text is there to be copied. */}
          <Fact name="Link">{proposal.link}</Fact>
        </dl>
      </section>
      {impacts.documents.length + impacts.systems.length === 0 ? null : (
        <section aria-labelledby="proposal-impacts">
          <h2 id="proposal-impacts">Impacts</h2>
          <dl className="facts-list">
            <Fact name="Documents">{words(impacts.documents)}</Fact>
            <Fact name="Systems">{words(impacts.systems)}</Fact>
          </dl>
        </section>
      )}
      {aliases.references.length + aliases.titles.length === 0 ? null : (
        <section aria-labelledby="proposal-aliases">
          <h2 id="proposal-aliases">Also known as</h2>
          <dl className="facts-list">
            <Fact name="References">{words(aliases.references)}</Fact>
            <Fact name="Titles">
              {aliases.titles.length === 0 ? null : (
                <ul>
                  {aliases.titles.map((title) => (
                    <li key={title}>{title}</li>
                  ))}
                </ul>
              )}
            </Fact>
          </dl>
        </section>
      )}
      {alternatives.length === 0 ? null : (
        <section aria-labelledby="proposal-alternatives">
          <h2 id="proposal-alternatives">Alternatives</h2>
          <ul className="alternatives">
            {alternatives.map(({ id, reference, title }) => (
              <li key={id}>
                <a href={addressOf({ screen: 'proposal', proposalId: id })}>{reference}</a> {title}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '') return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function words(names: readonly string[]): string {
  return names.join(', ')
}
