import type { Page } from 'playwright-core'
import { buildPage } from '../../electron/start/build-stale.ts'
import { callIn } from '../support/call-in.ts'
import { openWindow } from '../support/open-window.ts'

/**
 * Whether a long meeting keeps up with its secretary: from the key to the screen in a meeting of sixty items and thirteen
 * seats, beside one of six items and beside one changed letter of a bare element in the same browser.
 */

const rounds = 40
/** What a frame takes on a usual screen. */
const frame = 1000 / 60

await buildPage()
const window = await openWindow()
try {
  const { page } = window
  await page.getByRole('navigation', { name: 'Screens' }).waitFor()
  const bare = await bareKeys(page)
  const short = await measure(page, 6)
  const long = await measure(page, 60)
  console.log('\nA long meeting on the screen: 13 seats, everybody in the room')
  const baseline = at(bare, 0.5)
  const say = (name: string, times: readonly number[]) =>
    console.log(
      `  ${name.padEnd(48)} ×${(at(times, 0.5) / baseline).toFixed(1).padStart(6)}   median ${at(times, 0.5).toFixed(1)} ms, p95 ${at(times, 0.95).toFixed(1)} ms (${(at(times, 0.95) / frame).toFixed(1)} frames)`,
    )
  say('a key to one drawn letter, by the browser alone', bare)
  say('to the next of 6 items, its head drawn', short.steps)
  say('to the next of 60 items, its head drawn', long.steps)
  say('a position at one of 6 items, saved and drawn', short.positions)
  say('a position at one of 60 items, saved and drawn', long.positions)
} finally {
  await window.close()
}

interface Measured {
  steps: number[]
  positions: number[]
}

/** A meeting of so many items, open, with everybody in the room and a question on every third item. */
async function measure(page: Page, items: number): Promise<Measured> {
  const { bodies } = await callIn(page, 'body.list', {})
  const bodyId = bodies.find(({ shortName }) => shortName === 'UNC Panel')?.id ?? ''
  const { id: meetingId, room } = await callIn(page, 'meeting.create', {
    bodyId,
    number: String(900 + items),
    startsOn: '2016-12-15',
    fromTemplate: false,
  })
  const itemIds: string[] = []
  for (let number = 1; number <= items; number += 1) {
    const { itemId } = await callIn(page, 'agenda.add', { meetingId, title: `Item ${String(number)}` })
    await callIn(page, 'note.write', { itemId, text: `What was said of item ${String(number)}.` })
    itemIds.push(itemId)
  }
  const members = room.attendees.filter(({ capacity }) => capacity === 'member')
  await callIn(page, 'attendance.record-many', {
    meetingId,
    personIds: members.map(({ personId }) => personId),
    presence: 'present',
  })
  await callIn(page, 'meeting.open', { meetingId })
  for (const itemId of itemIds.filter((_, index) => index % 3 === 0))
    await callIn(page, 'question.put', { itemId, kind: 'self-governance' })
  const first = itemIds[0] ?? ''
  await callIn(page, 'agenda.set-current', { itemId: first })
  await page.evaluate((to) => (location.hash = to), `#/meetings/${meetingId}/${first}`)
  await page.getByRole('heading', { level: 2, name: 'Item 1', exact: true }).waitFor()
  await page.getByRole('grid').waitFor()

  const steps: number[] = []
  for (let step = 0; step < rounds; step += 1) {
    // Down to the end and up again, as often as it takes.
    const lap = Math.floor(step / (items - 1))
    const index = step % (items - 1)
    const isDown = lap % 2 === 0
    const title = `Item ${String(isDown ? index + 2 : items - 1 - index)}`
    steps.push(await key(page, isDown ? 'ArrowDown' : 'ArrowUp', { alt: true, title }))
  }
  await callIn(page, 'agenda.set-current', { itemId: first })
  await page.evaluate((to) => (location.hash = to), `#/meetings/${meetingId}/${first}`)
  await page.getByRole('heading', { level: 2, name: 'Item 1', exact: true }).waitFor()
  await page.getByRole('gridcell').first().focus()
  const positions: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const pressed = Math.floor(round / 13) % 2 === 0 ? 'f' : 'a'
    await page
      .getByRole('gridcell')
      .nth(round % 13)
      .focus()
    positions.push(await key(page, pressed, { mark: pressed === 'f' ? '✓' : '✗' }))
  }
  return { steps, positions }
}

/** Milliseconds from a key to the frame after the one in which what it brings is there; the page is left to rest first. */
function key(
  page: Page,
  pressed: string,
  brings: { alt?: boolean; title?: string; mark?: string },
): Promise<number> {
  return page.evaluate(
    async ([name, { alt = false, title, mark }]) => {
      const nextFrame = () => new Promise((done) => requestAnimationFrame(done))
      // As between two acts of a person: until what the last key changed is saved, and read again.
      for (let quiet = 0; quiet < 8; quiet += 1) await nextFrame()
      const target = document.activeElement ?? document.body
      const isDrawn = () =>
        title === undefined
          ? target.querySelector('.mark')?.textContent === mark && target.getAttribute('aria-busy') !== 'true'
          : document.querySelector('.item h2')?.textContent === title &&
            document.querySelector('.agenda-row.shown .title')?.textContent === title
      if (isDrawn()) throw new Error(`${title ?? mark ?? ''} was there before.`)
      const start = performance.now()
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key: name, altKey: alt, bubbles: true, cancelable: true }),
      )
      while (!isDrawn()) {
        if (performance.now() - start > 10_000) throw new Error(`${title ?? mark ?? ''} was not drawn.`)
        await nextFrame()
      }
      await nextFrame()
      return performance.now() - start
    },
    [pressed, brings] as const,
  )
}

/** The same for a key on a bare element, whose letter it changes. */
function bareKeys(page: Page): Promise<number[]> {
  return page.evaluate(async (count) => {
    const nextFrame = () => new Promise((done) => requestAnimationFrame(done))
    const bare = document.body.appendChild(document.createElement('div'))
    bare.addEventListener('keydown', (event) => (bare.textContent = event.key))
    const times: number[] = []
    for (let turn = 0; turn < count; turn += 1) {
      const letter = turn % 2 === 0 ? 'f' : 'a'
      await nextFrame()
      const start = performance.now()
      bare.dispatchEvent(new KeyboardEvent('keydown', { key: letter }))
      while (bare.textContent !== letter) await nextFrame()
      await nextFrame()
      times.push(performance.now() - start)
    }
    bare.remove()
    return times
  }, rounds)
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
