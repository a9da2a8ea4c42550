import type { Page } from 'playwright-core'
import { buildPage } from '../../electron/start/build-stale.ts'
import { callIn } from '../support/call-in.ts'
import { openWindow } from '../support/open-window.ts'
import { putQuestion } from '../support/put-question.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'

/**
 * From the key to the screen: how long a position takes until its cell is drawn and saved, as a multiple of what the
 * same browser takes to draw one changed letter of a bare element. Measured inside the page, frame by frame.
 */

const rounds = 12
const gridRounds = 2
await buildPage()
const window = await openWindow()
try {
  const { page } = window
  const { itemId } = await beginSampleMeeting(page, '0620')
  await putQuestion(page, 'self')
  const put = (await callIn(page, 'agenda.read', { itemId })).questions.at(-1)
  if (put === undefined) throw new Error('No question was put.')
  const questionId = put.id
  const toCome = put.round.positions.flatMap(({ seatId, value }) => (value === 'pending' ? [seatId] : []))

  const times = {
    bare: [] as number[],
    cell: [] as number[],
    last: [] as number[],
    gridCell: [] as number[],
    gridLast: [] as number[],
    inARow: [] as number[],
  }
  for (let round = 0; round < rounds; round += 1) {
    times.bare.push(await bareKey(page))
    await page.locator('[role="gridcell"]').first().focus()
    for (let seat = 0; seat < 12; seat += 1) {
      const isLast = seat === 11
      const taken = await voteKey(page, seat % 3 === 0 ? 'a' : 'f', isLast ? '.result .words' : null)
      times[isLast ? 'last' : 'cell'].push(taken)
      times.bare.push(await bareKey(page))
    }
    await callIn(page, 'vote.record-many', {
      questionId,
      positions: toCome.map((seatId) => ({ seatId, value: 'pending' })),
    })
    await page.getByText(/^12 still to come/).waitFor()
  }

  const joint = await callIn(page, 'joint-vote.put-on-options', {
    itemId,
    kind: 'implement',
    options: [1, 2, 3, 4, 5, 6].map((number) => ({ label: `Option ${number}` })),
  })
  const vote = joint.item.jointVotes.at(-1)
  if (vote === undefined) throw new Error('No votes were put together.')
  const cells = vote.rows.flatMap(({ questionId, values }) =>
    vote.seats.flatMap(({ seatId }, index) => (values[index] === 'pending' ? [{ questionId, seatId }] : [])),
  )
  await page.getByRole('button', { name: vote.title }).click()
  const takeBack = async () => {
    await callIn(page, 'joint-vote.record', {
      jointVoteId: vote.id,
      cells: cells.map((cell) => ({ ...cell, value: 'pending' as const })),
    })
    await page.getByText(`${cells.length} still to come`).waitFor()
  }
  for (let round = 0; round < gridRounds; round += 1) {
    await page.locator('[data-cell][tabindex="0"]').focus()
    for (const index of cells.keys()) {
      const isLast = index === cells.length - 1
      const taken = await voteKey(page, index % 3 === 0 ? 'a' : 'f', isLast ? '.joint-results' : null)
      times[isLast ? 'gridLast' : 'gridCell'].push(taken)
      times.bare.push(await bareKey(page))
    }
    await takeBack()
    await page.locator('[data-cell][tabindex="0"]').focus()
    times.inARow.push((await keysInARow(page, cells.length)) / cells.length)
    await takeBack()
  }
  console.log('\nA vote on the screen: 13 seats, an item of 14 on the agenda; in the grid 6 questions')
  const baseline = middle(times.bare)
  const say = (name: string, all: number[]) => {
    const worst = all.toSorted((one, other) => one - other)[Math.floor(all.length * 0.95)] ?? 0
    console.log(
      `  ${name.padEnd(54)} ×${(middle(all) / baseline).toFixed(1).padStart(6)}   median ${middle(all).toFixed(1)} ms, p95 ${worst.toFixed(1)} ms`,
    )
  }
  say('a key to one drawn letter, by the browser alone', times.bare)
  say('a key to its position, saved and drawn', times.cell)
  say('the last position to the result, saved and drawn', times.last)
  say('a key in the grid to its position, saved and drawn', times.gridCell)
  say('each of them where a key is pressed in every frame', times.inARow)
  say('the last of the grid to the results, saved and drawn', times.gridLast)
} finally {
  await window.close()
}

function middle(all: readonly number[]): number {
  return all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0
}

/** Milliseconds from a key on a bare element to the frame after the one in which its letter is changed. */
function bareKey(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const bare = document.body.appendChild(document.createElement('div'))
    bare.addEventListener('keydown', (event) => {
      bare.textContent = event.key
    })
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    await frame()
    const start = performance.now()
    bare.dispatchEvent(new KeyboardEvent('keydown', { key: 'f' }))
    while (bare.textContent !== 'f') await frame()
    await frame()
    const taken = performance.now() - start
    bare.remove()
    return taken
  })
}

/**
 * The same for a key on the cell that has the focus, until its position is drawn as saved.
 * @param result what is drawn with the last position; null for the others
 */
function voteKey(page: Page, key: string, result: string | null): Promise<number> {
  return page.evaluate(
    async ([pressed, withResult]) => {
      const cell = document.activeElement
      if (cell?.matches('[role="grid"] *') !== true) throw new Error('No cell has the focus.')
      const mark = pressed === 'f' ? '✓' : '✗'
      const frame = () => new Promise((done) => requestAnimationFrame(done))
      const isDrawn = () =>
        cell.querySelector('.mark')?.textContent === mark &&
        cell.getAttribute('aria-busy') !== 'true' &&
        (withResult === null || document.querySelector(withResult) !== null)
      await frame()
      const start = performance.now()
      cell.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }))
      while (!isDrawn()) {
        if (performance.now() - start > 10_000) throw new Error('The position was not drawn.')
        await frame()
      }
      await frame()
      return performance.now() - start
    },
    [key, result] as const,
  )
}

/** Milliseconds from the first of many keys in the grid, one in each frame, until all of them are drawn as saved. */
function keysInARow(page: Page, count: number): Promise<number> {
  return page.evaluate(async (wanted) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    await frame()
    const start = performance.now()
    for (let pressed = 0; pressed < wanted; pressed += 1) {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'f', bubbles: true, cancelable: true }),
      )
      await frame()
    }
    while (
      document.querySelector('.joint-results') === null ||
      document.querySelector('[aria-busy="true"]') !== null
    ) {
      if (performance.now() - start > 60_000) throw new Error('The positions were not drawn.')
      await frame()
    }
    return performance.now() - start
  }, count)
}
