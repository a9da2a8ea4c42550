import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CallInput, CallName, CallOutput } from '../../../core/contract/calls.ts'
import type { Refusal } from '../../../core/contract/errors.ts'
import { createCore } from '../../../core/create-core.ts'
import { homeOf, papersOfHome } from '../../../core/book/library.ts'
import type { Core } from '../../../core/core.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { makeLaptop, type Laptop } from '../book/laptop.ts'

/** A whole core on one laptop, with a child process for what may lie on the shared drive. */
export interface SharingDesk {
  core: Core
  laptop: Laptop
  must<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>
  refusal<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Refusal>
  /** Files a new paper under an item. @returns its id */
  attach(itemId: string, name: string, content: string): Promise<string>
  /** Where the papers of the open book are kept. */
  papersFolder(): Promise<string>
}

export function makeSharingDesk(share: string, person: string): SharingDesk {
  const data = tempFolder()
  const laptop = makeLaptop({ data, share, person })
  const core = createCore(laptop.ports)
  onTestFinished(() => core.close())
  const call = (name: CallName, input: unknown) => core.call({ name, input }, { actor: person })
  const desk: SharingDesk = {
    core,
    laptop,
    async must(name, input) {
      const answer = await call(name, input)
      if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`)
      return answer.value as never
    },
    async refusal(name, input) {
      const answer = await call(name, input)
      if (answer.ok) throw new Error(`${name} was not refused`)
      return answer.error
    },
    async attach(itemId, name, content) {
      laptop.answers.paper = join(tempFolder(), name)
      writeFileSync(laptop.answers.paper, content)
      return (await desk.must('paper.attach', { itemId })).paperId ?? ''
    },
    async papersFolder() {
      const { book } = await desk.must('book.state', {})
      return papersOfHome(homeOf(data, { name: book?.name ?? '', lineageId: book?.lineageId ?? '' }))
    },
  }
  return desk
}

/** A new book in the library with a meeting. @returns the first item of its agenda */
export async function beginBook(desk: SharingDesk): Promise<{ itemId: string; meetingId: string }> {
  await desk.must('book.create', { name: 'UNC Panel' })
  const body = await desk.must('body.create', { profile: 'generic-committee' })
  const meeting = await desk.must('meeting.create', { bodyId: body.id, startsOn: '2016-12-15' })
  return { itemId: meeting.agenda[0]?.id ?? '', meetingId: meeting.id }
}
