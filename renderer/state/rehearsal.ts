import { book } from './book.ts'
import { change } from './client.ts'
import { act, useLive } from './live.ts'
import { goTo } from './navigation.ts'
import { saveAllNotes } from './notes.ts'
import { notice } from './notice.ts'

/** Going through the agenda in a copy of the book, of which nothing is kept. */
export const rehearsal = {
  /** What is being typed belongs into the book itself. */
  begin: async (meetingId: string): Promise<void> => {
    await saveAllNotes()
    const answer = await change('rehearsal.begin', { meetingId })
    if (!answer.ok) {
      notice.refuse(answer.error)
      return
    }
    book.replace(answer.value)
    if (useLive.getState().meeting?.id !== meetingId) goTo({ screen: 'meeting', meetingId, itemId: null })
  },
  /** Nothing is asked first: it is practice, and the book itself is as it was. */
  end: async (): Promise<void> => {
    await saveAllNotes()
    const answer = await change('rehearsal.end', {})
    if (!answer.ok) {
      notice.refuse(answer.error)
      return
    }
    book.replace(answer.value.state)
    notice.say(answer.value.words)
  },
  seatEveryone: (meetingId: string) => act('rehearsal.seat-everyone', { meetingId }),
  invent: (questionId: string) => act('rehearsal.invent', { questionId }),
}
