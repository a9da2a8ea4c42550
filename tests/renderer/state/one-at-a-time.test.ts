import { describe, expect, it } from 'vitest'
import { oneAtATime } from '../../../renderer/state/one-at-a-time.ts'

describe('oneAtATime', () => {
  /** A reading that is answered when it is told to be. */
  function held() {
    const answers: (() => void)[] = []
    const read = oneAtATime(() => new Promise<void>((done) => answers.push(done)))
    const settle = () => new Promise<void>((done) => setImmediate(done))
    return { read, answers, settle }
  }

  it('begins at once, and once more for all that was asked meanwhile', async () => {
    const { read, answers, settle } = held()
    const asked = [read()]
    await settle()
    expect(answers).toHaveLength(1)
    asked.push(read(), read(), read())
    await settle()
    expect(answers).toHaveLength(1)
    answers[0]?.()
    await settle()
    expect(answers).toHaveLength(2)
    answers[1]?.()
    await Promise.all(asked)
    await settle()
    expect(answers).toHaveLength(2)
  })

  it('resolves only once a reading that was begun after the asking is done', async () => {
    const { read, answers, settle } = held()
    void read()
    await settle()
    let isDone = false
    const asked = read().then(() => (isDone = true))
    answers[0]?.()
    await settle()
    expect(isDone).toBe(false)
    answers[1]?.()
    await asked
    expect(isDone).toBe(true)
  })
})
