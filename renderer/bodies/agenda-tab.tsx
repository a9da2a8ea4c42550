import type { Body } from '../../core/contract/bodies.ts'
import { purposeWords } from '../../core/contract/words.ts'
import { countWords } from './body-words.ts'

/** The items with which a new meeting of the body begins. */
export function AgendaTab({ body }: { body: Body }) {
  const { agendaTemplate: items } = body
  const minutes = items.reduce((sum, item) => sum + item.plannedMinutes, 0)
  if (items.length === 0) {
    return (
      <p className="soft">The body has no agenda template yet: its meetings begin with an empty agenda.</p>
    )
  }
  return (
    <div className="template">
      <p className="soft">
        A new meeting begins with these {countWords(items.length, 'item')}, planned for{' '}
        {countWords(minutes, 'minute')}.
      </p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Title</th>
            <th scope="col">Purpose</th>
            <th scope="col">Presented by</th>
            <th scope="col" className="number">
              Minutes
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            // The template has no ids: an item is its place.
            <tr key={`${String(index)} ${item.title}`}>
              <td>{index + 1}</td>
              <th scope="row">{item.title}</th>
              <td>{purposeWords[item.purpose]}</td>
              <td>{item.presenter}</td>
              <td className="number">{item.plannedMinutes === 0 ? '' : item.plannedMinutes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
