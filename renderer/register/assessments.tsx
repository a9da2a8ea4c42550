import type { Proposal } from '../../core/contract/register.ts'
import { Badge } from '../ui/badge.tsx'
import { dayWords } from '../ui/dates.ts'

/** What was asked of others, with the dates first agreed and those of now. */
export function Assessments({ proposal: { assessments } }: { proposal: Proposal }) {
  if (assessments.length === 0) return null
  return (
    <section aria-labelledby="proposal-assessments">
      <h2 id="proposal-assessments">Assessments and advice</h2>
      <table className="table proposal-table">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Asked of</th>
            <th scope="col">Asked</th>
            <th scope="col">Due</th>
            <th scope="col">Received</th>
          </tr>
        </thead>
        <tbody>
          {assessments.map((assessment) => (
            <tr key={assessment.id}>
              <th scope="row">
                {assessment.kind}
                {assessment.note === '' ? null : <p className="quiet">{assessment.note}</p>}
              </th>
              <td>{assessment.askedOf}</td>
              <td>{dayWords(assessment.requestedOn)}</td>
              <td>
                {dayWords(assessment.dueOn)}
                {assessment.originallyDueOn === null ||
                assessment.originallyDueOn === assessment.dueOn ? null : (
                  <p className="quiet">first {dayWords(assessment.originallyDueOn)}</p>
                )}
              </td>
              <td>
                {assessment.receivedOn === null ? (
                  <Badge tone="warn">awaited</Badge>
                ) : (
                  dayWords(assessment.receivedOn)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Each consultation with its window. */
export function Consultations({ proposal: { consultations } }: { proposal: Proposal }) {
  if (consultations.length === 0) return null
  return (
    <section aria-labelledby="proposal-consultations">
      <h2 id="proposal-consultations">Consultations</h2>
      <table className="table proposal-table">
        <thead>
          <tr>
            <th scope="col">Consultation</th>
            <th scope="col">Opened</th>
            <th scope="col">Closes</th>
          </tr>
        </thead>
        <tbody>
          {consultations.map((consultation) => (
            <tr key={consultation.id}>
              <th scope="row">
                {consultation.name}
                {consultation.note === '' ? null : <p className="quiet">{consultation.note}</p>}
              </th>
              <td>{dayWords(consultation.openedOn)}</td>
              <td>{dayWords(consultation.closesOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
