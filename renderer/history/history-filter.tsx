import { subjectOf } from '../agenda/item-words.ts'
import { useView } from '../state/follow-topics.ts'
import { Select, TextInput } from '../ui/field.tsx'

interface Chosen {
  itemId: string
  text: string
  onItem(itemId: string): void
  onText(text: string): void
}

/** By words, and in the history of a meeting by the item. */
export function HistoryFilter({ meetingId, ...chosen }: Chosen & { meetingId: string | null }) {
  const { text, onText } = chosen
  return (
    <div className="history-filter" role="search" aria-label="Filter the history">
      {meetingId === null ? null : <ItemSelect meetingId={meetingId} {...chosen} />}
      <TextInput label="Find" type="search" value={text} onChange={onText} data-takes-focus="history-words" />
    </div>
  )
}

function ItemSelect({ meetingId, itemId, onItem }: Chosen & { meetingId: string }) {
  const { value: meeting } = useView('meeting.read', { meetingId }, ['meetings', 'agenda'])
  return (
    <Select
      label="Item"
      value={itemId}
      onChange={onItem}
      options={[
        { value: '', label: 'The whole meeting' },
        ...(meeting?.agenda ?? []).map((line) => ({
          value: line.id,
          label: `${line.fullLabel} ${subjectOf(line)}`,
        })),
      ]}
    />
  )
}
