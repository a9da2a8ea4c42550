import { itemRow } from '../agenda/item-row.ts'
import { badInput } from '../contract/errors.ts'
import { writeRuns } from '../contract/note-runs.ts'
import type { ItemPlace } from '../contract/places.ts'
import type { AllHandlers } from '../handler.ts'
import { meetingRow } from '../meetings/meeting-row.ts'
import { fill } from './fill.ts'
import { readItemValues } from './item-values.ts'
import { readSnippets } from './snippet-view.ts'

export const snippetQueries = {
  'snippet.expand': ({ db }, { itemId, key }) => {
    const item = itemRow(db, itemId)
    const meeting = meetingRow(db, item.meeting_id)
    const snippets = readSnippets(db, meeting.body_id)
    const snippet = snippets.find((each) => each.key.toLowerCase() === key.toLowerCase())
    if (snippet === undefined) {
      const keys = snippets.map((each) => each.key).join(', ')
      const problem =
        `${meeting.body_short_name} has no snippet ${key}; ` +
        (keys === '' ? 'it has none at all' : `it has ${keys}`)
      throw badInput('key', problem, `${problem}.`)
    }
    const values = readItemValues(db, meeting, item)
    // What is filled in is words, whatever it looks like as markup of a note.
    const asWords = (value: string | undefined) =>
      value === undefined ? undefined : writeRuns([{ text: value }])
    const { text, places } = fill(snippet.text, (name) => asWords(values[name as ItemPlace]))
    return { text, places }
  },
} satisfies Partial<AllHandlers>
