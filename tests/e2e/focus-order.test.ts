import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { focusedName, spokenName } from '../support/by-keyboard.ts'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { takeFromPalette } from '../support/palette.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'
import { putQuestion } from '../support/put-question.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'

/**
 * The order of Tab through an open meeting with a vote: where one can go, the meeting, its agenda, then the item from its
 * head down (its papers, its question, the positions as one stop, the rest at once, the line of exceptions, the
 * determination, what else can be put, the note, the actions), then the room as one stop, then the status line.
 */
const order = [
  'Screens',
  'Meeting',
  'Agenda',
  'Item',
  'Papers',
  'Question',
  'Positions',
  'Rest at once',
  'Exception line',
  'Determination',
  'Put a question',
  'Note',
  'Actions',
  'In the room',
  'Status line',
]

/** Where on the screen a stop is, by what surrounds it. */
const places: readonly (readonly [selector: string, name: string])[] = [
  ['.rail', 'Screens'],
  ['.live-head', 'Meeting'],
  ['.agenda', 'Agenda'],
  ['.papers', 'Papers'],
  ['.item-head', 'Item'],
  ['[role=grid]', 'Positions'],
  ['.vote-acts', 'Rest at once'],
  ['.exceptions', 'Exception line'],
  ['.question > header', 'Question'],
  ['.question', 'Determination'],
  ['.question-acts', 'Put a question'],
  ['.note', 'Note'],
  ['.item-actions', 'Actions'],
  ['.room', 'In the room'],
  ['.status-line', 'Status line'],
]

interface Stop {
  name: string
  place: string
  /** What is wrong with it; empty where nothing is. */
  faults: string[]
}

describe('the focus in an open meeting', () => {
  let window: TestWindow
  let page: Page
  let itemId = ''
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const cell = (initials: string) => page.getByRole('gridcell', { name: new RegExp(`^${initials}\\b`) })
  const hasFocus = (selector: string) => page.locator(`${selector}:focus`).waitFor()
  const nothingIsOnItsWay = () =>
    page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    itemId = (await beginSampleMeeting(page, '0621')).itemId
    await callIn(page, 'action.add-line', { itemId, line: 'AB to provide legal text by 12 Jan' })
    await page.locator('[data-action]').waitFor()
    await putQuestion(page, 'self')
    await press('Shift+A')
    await page.getByRole('button', { name: /Write the determination/ }).waitFor()
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it('goes through everything in the order in which it is read, and back', async () => {
    const forwards = await walk(page, 'Tab')
    expect(forwards.map(({ place }) => place).filter((place, at, all) => place !== all[at - 1])).toEqual(
      order,
    )
    for (const place of ['Positions', 'In the room'])
      expect(forwards.filter((stop) => stop.place === place && !/^Add/.test(stop.name))).toHaveLength(1)
    expect(forwards.flatMap(faultsOf)).toEqual([])
    // Where the note has the focus, its buttons are before it, as one stop: on the way back they are met.
    const back = (await walk(page, 'Shift+Tab')).filter(
      ({ place, name }) => place !== 'Note' || name === 'Note',
    )
    expect(back.toReversed().map(({ name }) => name)).toEqual(forwards.map(({ name }) => name))
  })

  it('reaches all of it, in sight, when the window is magnified to twice its size', async () => {
    const usual = (await walk(page, 'Tab')).map(({ name }) => name)
    await page.setViewportSize({ width: 683, height: 384 })
    const magnified = await walk(page, 'Tab')
    expect(magnified.map(({ name }) => name)).toEqual(usual)
    expect(magnified.flatMap(faultsOf)).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0)
    await page.setViewportSize({ width: 1366, height: 768 })
  })

  it('comes back from every dialog to where it was', async () => {
    const dialogs: [open: () => Promise<void>, title: string][] = [
      ...(
        [
          ['q', 'Put a question'],
          ['Shift+Q', 'Vote on options'],
          ['j', 'One vote for several items'],
          ['Shift+W', 'Written position on 0621'],
          ['Shift+D', 'Determination without a vote'],
          ['i', 'Add an item'],
          ['s', 'Suggestions from the register'],
          ['Shift+M', 'Add somebody'],
          ['?', 'Keys'],
          ['Control+k', 'Find anything'],
        ] as const
      ).map(([key, title]): [() => Promise<void>, string] => [() => press(key), title]),
      ...(
        [
          ['late item', 'Add a late item'],
          ['copy items', 'Copy items from another meeting'],
          ['adjourn', 'Adjourn meeting 199'],
          ['close the meeting', 'Close meeting 199'],
        ] as const
      ).map(([words, title]): [() => Promise<void>, string] => [
        () => takeFromPalette(page, words, new RegExp(words, 'i')),
        title,
      ]),
    ]
    await cell('KL').focus()
    const where: string[] = []
    for (const [open, title] of dialogs) {
      await open()
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      expect(await dialog.evaluate(spokenName)).toContain(title)
      await page.waitForFunction(() => document.querySelector('dialog:focus-within') !== null)
      await press('Escape')
      await dialog.waitFor({ state: 'detached' })
      where.push(`${title}: ${await focusedName(page)}`)
    }
    expect(where.filter((line) => !/: KL, /.test(line))).toEqual([])
    expect(where).toHaveLength(dialogs.length)
  })

  it('stays on the position that is taken back, and goes to the agenda when its question is', async () => {
    await cell('KL').focus()
    await press('f')
    await expect.poll(() => cell('KL').evaluate(spokenName)).toMatch(/: For$/)
    await nothingIsOnItsWay()
    await press('Control+z')
    await expect.poll(() => cell('KL').evaluate(spokenName)).toMatch(/: Against$/)
    expect(await focusedName(page)).toMatch(/^KL, /)
    // The positions of all, then the question itself.
    await press('Control+z')
    await page.getByText(/^12 still to come/).waitFor()
    expect(await focusedName(page)).toMatch(/^KL, /)
    await press('Control+z')
    await page.getByRole('grid').waitFor({ state: 'detached' })
    await hasFocus('[role=treeitem]')
    expect(await focusedName(page)).toMatch(/0621/)
    await press('Control+Shift+z', 'Control+Shift+z')
    await page.getByRole('button', { name: /Write the determination/ }).waitFor()
  })

  it('goes from the note of an item to the note of the next, and with the agenda from row to row', async () => {
    await pressUntil(page, 'w', page.locator('[data-takes-focus=note]:focus'))
    await press('Alt+ArrowDown')
    await page
      .getByRole('heading', { name: /0622|Existing|0619/ })
      .first()
      .waitFor()
    await hasFocus('[data-takes-focus=note]')
    await page.keyboard.type('Written at the next.')
    await page.getByRole('region', { name: 'Note' }).getByText('Written at the next.').first().waitFor()
    await press('Alt+ArrowUp')
    await page.getByRole('heading', { level: 2, name: /0621/ }).waitFor()
    await hasFocus('[data-takes-focus=note]')
    await press('Escape')
    await pressUntil(page, 'g', page.locator('[role=treeitem]:focus'))
    const here = await focusedName(page)
    await press('Alt+ArrowDown')
    await expect.poll(() => focusedName(page)).not.toBe(here)
    await hasFocus('[role=treeitem][data-takes-focus=agenda]')
    await press('Alt+ArrowUp')
    await expect.poll(() => focusedName(page)).toMatch(/0621/)
  })

  it('is in the agenda again when a position had it and the next item has no vote', async () => {
    await pressUntil(page, 'v', page.locator('[role=gridcell]:focus'))
    await press('Alt+ArrowDown')
    await hasFocus('[role=treeitem][data-takes-focus=agenda]')
    await press('Alt+ArrowUp')
    await page.getByRole('grid').waitFor()
    await hasFocus('[role=treeitem][data-takes-focus=agenda]')
  })

  it('is kept when the determination is written, an outcome chosen and an item taken off', async () => {
    await pressUntil(page, 'd', page.getByRole('textbox', { name: 'Determination' }))
    await press('Control+Enter')
    // The question is answered in a line, and the form with the focus has gone.
    await page.getByRole('button', { name: /^Self-governance/ }).waitFor()
    await hasFocus('[role=treeitem]')
    await press('o')
    await page.getByRole('menuitem', { name: 'Done' }).and(page.locator(':focus')).waitFor()
    await press('Enter')
    await page.getByRole('button', { name: 'Outcome: Done' }).and(page.locator(':focus')).waitFor()
    await pressUntil(page, 'g', page.locator('[role=treeitem]:focus'))
    await press('End')
    const last = await focusedName(page)
    await press('Delete')
    await expect.poll(() => focusedName(page)).not.toBe(last)
    await hasFocus('[role=treeitem]')
    expect(window.faults).toEqual([])
  })
})

function faultsOf({ name, place, faults }: Stop): string[] {
  return faults.map((fault) => `${place}, “${name}” ${fault}`)
}

/** Every stop of the key from one edge of the page to the other. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Stop[]> {
  await page.evaluate((isForwards) => {
    const edges = [document.createElement('span'), document.createElement('span')] as const
    for (const edge of edges) {
      edge.tabIndex = 0
      edge.dataset['edge'] = ''
    }
    document.body.prepend(edges[0])
    document.body.append(edges[1])
    edges[isForwards ? 0 : 1].focus()
  }, key === 'Tab')
  try {
    const stops: Stop[] = []
    for (let step = 0; step < 120; step += 1) {
      await page.keyboard.press(key)
      const focused = page.locator(':focus')
      if (await focused.evaluate((element) => 'edge' in (element as HTMLElement).dataset)) return stops
      const { place, faults } = await focused.evaluate(lookAt, places)
      // Without the clock of the item that is before the meeting.
      const name = (await focused.evaluate(spokenName)).replace(/\d+:\d\d$/, '')
      stops.push({ place, name, faults: name === '' ? [...faults, 'has no name'] : faults })
    }
    const last = stops.slice(-8).map(({ name }) => name)
    throw new Error(`${key} does not come to an end: ${last.join(', ')}`)
  } finally {
    await page.evaluate(() => {
      for (const edge of document.querySelectorAll('[data-edge]')) edge.remove()
    })
  }
}

/** In the page: where it is, and whether whoever looks can see that it has the focus. */
function lookAt(
  element: Element,
  known: readonly (readonly [selector: string, name: string])[],
): { place: string; faults: string[] } {
  const around = [element, element.parentElement, element.parentElement?.parentElement]
  const isMarked = around.some((each) => {
    if (!each) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each)
    return (
      (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || (each !== element && boxShadow !== 'none')
    )
  })
  const { x, y, width, height } = element.getBoundingClientRect()
  const top = document.elementFromPoint(x + width / 2, y + height / 2)
  const isInSight = top !== null && (element.contains(top) || top.contains(element))
  const isBigEnough = width >= 24 && height >= 24
  return {
    place: known.find(([selector]) => element.closest(selector) !== null)?.[1] ?? 'elsewhere',
    faults: [
      ...(isMarked ? [] : ['does not show that it has the focus']),
      ...(isInSight ? [] : ['is not in sight']),
      ...(isBigEnough || element.tagName === 'A' ? [] : ['is too small']),
    ],
  }
}
