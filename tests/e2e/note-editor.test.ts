import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { focusedName } from '../support/by-keyboard.ts'
import { callIn } from '../support/call-in.ts'
import { noteOn, pasteInto, saveAtOnce, savedNote } from '../support/note-page.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { takeFromPalette } from '../support/palette.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'

/** The note as a secretary writes it: by keyboard, with lists, links, initials and snippets. */
describe('the note', () => {
  let window: TestWindow
  let page: Page
  let itemId = ''
  let meetingId = ''
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const type = (words: string) => page.keyboard.type(words)
  const saved = async () => {
    await saveAtOnce(page)
    return savedNote(page, itemId)
  }
  const selected = () => page.evaluate(() => getSelection()?.toString())
  const list = (name: string) => page.getByRole('listbox', { name })
  /** An empty page, with the focus on it. */
  const begin = async () => {
    await press('Escape')
    await pressUntil(page, 'w', page.locator('[data-takes-focus=note]:focus'))
    await press('Control+a', 'Delete')
    await expect.poll(saved).toBe('')
  }

  /** What was typed before and what is typed after it are two steps of the book then. */
  let steps = 0
  const endTyping = () => callIn(page, 'meeting.change', { meetingId, place: `Room ${(steps += 1)}` })

  beforeAll(async () => {
    window = await openWindow({ timeStandsStill: true })
    page = window.page
    ;({ itemId, meetingId } = await beginSampleMeeting(page, '0620'))
    await noteOn(page).waitFor()
  })
  beforeEach(async () => {
    pictureOnFailure(() => page)
    await begin()
  })
  afterAll(() => window.close())

  it('says what it is for as long as it is empty', async () => {
    const hint = () => noteOn(page).evaluate((element) => getComputedStyle(element, '::after').content)
    expect(await hint()).toContain('What was said.')
    await type('A')
    expect(await hint()).toBe('none')
  })

  it('has bold, italic, lists and a link by keyboard, and so have the minutes', async () => {
    await press('Control+b')
    await type('AB')
    await press('Control+b')
    await type(' asked for ')
    await press('Control+i')
    await type('more')
    await press('Control+i')
    await type(' time:')
    await press('Enter', 'Enter')
    await type('- until March')
    await press('Enter')
    await type('or April')
    await press('Enter', 'Enter')
    await type('1. Legal text')
    await press('Enter')
    await type('Costs')
    await press('Enter', 'Backspace')
    await type('See the report')
    await press('Control+Shift+ArrowLeft', 'Control+Shift+k')
    await page.getByRole('dialog', { name: 'Link' }).waitFor()
    await type('javascript:alert(1)')
    await press('Enter')
    await page.getByRole('alert').filter({ hasText: 'https://' }).waitFor()
    await press('Control+a')
    await type('example.com/report')
    await press('Enter')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await press('End')
    await type('.')
    const text =
      '**AB** asked for *more* time:\n- until March\n- or April\n1. Legal text\n2. Costs\n\nSee the [report](https://example.com/report).'
    await expect.poll(saved).toBe(text)
    await press('Escape')
    const path = await window.delivered(() => takeFromPalette(page, 'minutes markdown', /Minutes · Markdown/))
    const minutes = readFileSync(path, 'utf8')
    expect(minutes).toMatch(/\*\*AB\*\* asked for [*_]more[*_] time:/)
    expect(minutes).toMatch(/- until March\n+\s*- or April/)
    expect(minutes).toContain('[report](https://example.com/report)')
  })

  it('shows the numbers of the minutes in its margin, and only its sign beside what is not saved', async () => {
    const numbers = () =>
      page
        .locator('.note-page [data-number]')
        .evaluateAll((all) => all.map((each) => each.getAttribute('data-number')))
    await type('One:')
    await press('Enter')
    await press('Control+Shift+8')
    await type('point')
    await press('Enter', 'Backspace')
    await type('Two.')
    await expect.poll(saved).toMatch(/Two/)
    const { note } = await callIn(page, 'agenda.read', { itemId })
    const first = note.paragraphs[0]?.number
    await expect.poll(numbers).toEqual([`¶${first}`, `¶${(first ?? 0) + 1}`])
    await press('Enter')
    await type('T')
    expect((await numbers()).at(-1)).toBe('¶')
    await expect.poll(numbers).toEqual([`¶${first}`, `¶${(first ?? 0) + 1}`, `¶${(first ?? 0) + 2}`])
  })

  it('takes back a list by its key, and a point by Backspace', async () => {
    await type('One')
    await press('Control+Shift+7')
    await expect.poll(saved).toBe('1. One')
    await press('Control+Shift+8')
    await expect.poll(saved).toBe('- One')
    await press('Control+Shift+8', 'Home')
    await expect.poll(saved).toBe('One')
    await type('- ')
    await expect.poll(saved).toBe('- One')
    await press('End', 'Home', 'Backspace')
    await expect.poll(saved).toBe('One')
    // Taken back at once, the sign was meant as it stands.
    await type('- ')
    await press('Backspace')
    await expect.poll(saved).toBe('\\- One')
  })

  it('lets Tab out in both directions, past a toolbar that is one stop', async () => {
    await type('- point')
    await press('Shift+Tab')
    expect(await focusedName(page)).toBe('Bold')
    await press('ArrowRight')
    expect(await focusedName(page)).toBe('Italic')
    await press('Enter')
    expect(await page.getByRole('button', { name: 'Italic' }).getAttribute('aria-pressed')).toBe('true')
    await type(' more')
    await expect.poll(saved).toBe('- point *more*')
    await press('Tab')
    expect(await focusedName(page)).not.toBe('Note')
    await press('Shift+Tab')
    expect(await focusedName(page)).toBe('Note')
  })

  it('completes initials, and names with them', async () => {
    await type('@e')
    const people = list('People at this meeting')
    await people.waitFor()
    const active = await noteOn(page).getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${active ?? ''}"]`).getAttribute('aria-selected')).toBe('true')
    await press('Enter')
    await expect.poll(() => people.count()).toBe(0)
    await type(' and @shipper')
    await people.waitFor()
    expect(await people.getByRole('option').count()).toBeGreaterThan(3)
    await type(' representative 2')
    await press('Shift+Enter')
    await type(', then mn')
    await press('Control+Space')
    await people.waitFor()
    await press('Tab')
    await type(' asked @a')
    await people.waitFor()
    await press('Escape')
    await expect.poll(() => people.count()).toBe(0)
    await type('yz.')
    await expect.poll(saved).toBe('EF and Shipper representative 2 (CD), then MN asked @ayz.')
    expect(await focusedName(page)).toBe('Note')
    const words = page.locator('.note-initials')
    expect(await words.allTextContents()).toEqual(['EF', 'CD', 'MN'])
    expect(await words.first().getAttribute('title')).toMatch(/^Shipper representative 3, /)
  })

  it('goes through the list with the arrow keys, and takes a line by pointer', async () => {
    await type('@')
    const people = list('People at this meeting')
    await press('ArrowDown', 'ArrowDown', 'ArrowUp')
    const second = await people.getByRole('option').nth(1).locator('.label').textContent()
    await press('Enter')
    await type(' @')
    const third = people.getByRole('option').nth(2)
    const label = await third.locator('.label').textContent()
    await third.click()
    await type('.')
    await expect.poll(saved).toBe(`${second ?? ''} ${label ?? ''}.`)
  })

  it('writes a snippet, and Tab goes from place to place and then out', async () => {
    await type('First: ;s')
    await list('Snippets').waitFor()
    await type('g')
    await press('Enter')
    await expect.poll(selected).toBe('[is or is not]')
    await type('is')
    await press('Tab')
    expect(await selected()).toBe('[whom]')
    await type('shippers')
    await press('Tab')
    expect(await focusedName(page)).not.toBe('Note')
    await expect
      .poll(saved)
      .toBe(
        'First: The Panel considered whether 0620 satisfies the Self-Governance Criteria. Members noted that it is likely to have a material effect on shippers.',
      )
  })

  it('undoes within itself while it is written in, and else in the book', async () => {
    await endTyping()
    await type('One. ')
    await page.waitForTimeout(600)
    await type('Two.')
    await expect.poll(saved).toBe('One. Two.')
    await press('Control+z')
    await expect.poll(saved).toBe('One.')
    await press('Control+Shift+z')
    await expect.poll(saved).toBe('One. Two.')
    // Outside it is the book that goes back: by what was typed in one go, within a minute.
    await press('Escape', 'Control+z')
    await expect.poll(() => noteOn(page).textContent()).not.toContain('Two.')
    // In a note in which nothing was written since, as well.
    await press('w', 'Control+Shift+z')
    await expect.poll(() => noteOn(page).textContent()).toBe('One. Two.')
    await callIn(page, 'agenda.add', { meetingId, title: 'One item more' })
    const item = page.getByRole('treeitem', { name: /One item more/ })
    await item.waitFor()
    await press('Control+z')
    await expect.poll(() => item.count()).toBe(0)
    expect(await focusedName(page)).toBe('Note')
  })

  it('shows what another window and an undo have left', async () => {
    await type('Kept.')
    await expect.poll(saved).toBe('Kept.')
    await endTyping()
    await callIn(page, 'note.write', { itemId, text: 'Kept, and **more**.' })
    await expect.poll(() => noteOn(page).textContent()).toBe('Kept, and more.')
    await callIn(page, 'history.undo', {})
    await expect.poll(() => noteOn(page).textContent()).toBe('Kept.')
  })

  it('takes from other programs only what it can say', async () => {
    await type('Before after')
    await press(...Array.from({ length: 5 }, () => 'ArrowLeft'))
    await pasteInto(page, {
      text: 'not this',
      html: '<style>p{color:red}</style><p style="font:7pt x" onclick="x()">AB <b>said</b></p><ul><li style="color:red">a</li></ul><p>and <a href="https://example.com/">there</a><img src="https://example.com/x.png" onerror="x()"> </p>',
    })
    await expect.poll(saved).toBe('Before AB **said**\n- a\n\nand [there](https://example.com/)after')
    await press('Control+a')
    await pasteInto(page, { text: 'One\n\n<b>Two</b>\nthree' })
    await expect.poll(saved).toBe('One\n\n<b>Two</b>\nthree')
    await press('Control+Shift+Home')
    await press('Control+a')
    await type('The report')
    await press('Control+Shift+ArrowLeft')
    await pasteInto(page, { text: 'https://example.com/a?b=c' })
    await expect.poll(saved).toBe('The [report](https://example.com/a?b=c)')
  })

  it('gives its own words back as they were, cut or copied, and takes what is dropped on it', async () => {
    await type('- **')
    await press('Control+b')
    await type('AB')
    await press('Control+b')
    await type('  said')
    await press('Enter')
    await type('no')
    await press('Control+a', 'Control+x')
    await expect.poll(saved).toBe('')
    await press('Control+v')
    await expect.poll(saved).toBe('- \\*\\***AB**  said\n- no')
    await press('Control+a', 'Delete')
    await type('Dropped: ')
    await noteOn(page).evaluate((element) => {
      const { right, top } = element.querySelector('p')?.getBoundingClientRect() ?? new DOMRect()
      const dataTransfer = new DataTransfer()
      dataTransfer.setData('text/html', '<b style="color:red">words</b><img src="x.png">')
      const at = { clientX: right - 2, clientY: top + 4, bubbles: true, cancelable: true }
      element.dispatchEvent(new DragEvent('drop', { dataTransfer, ...at }))
    })
    await expect.poll(saved).toBe('Dropped: **words**')
    expect(window.faults).toEqual([])
  })

  it('takes 100,000 characters at once, and typing goes on', async () => {
    const paragraph = 'AB asked whether EF would provide the costs by then. '.repeat(20).trim()
    const text = Array.from({ length: 95 }, () => paragraph).join('\n\n')
    expect(text.length).toBeGreaterThan(100_000)
    await pasteInto(page, { text })
    await type(' And so on.')
    await expect.poll(saved).toBe(`${text} And so on.`)
    expect(await page.locator('.note-initials').count()).toBe(95 * 40)
  })

  it('takes emoji and text from right to left as they are', async () => {
    await type(
      'A \u{1F5F3}\uFE0F vote, \u0645\u0631\u062D\u0628\u0627 and \u05E9\u05DC\u05D5\u05DD, zu\u0308rich',
    )
    await press('Enter')
    await page.keyboard.insertText('\u{1F468}\u200D\u{1F469}\u200D\u{1F467} * [1] - x')
    await press('Home')
    await type('- ')
    await expect
      .poll(async () => (await saved()).replaceAll('\\', ''))
      .toBe(
        'A \u{1F5F3}\uFE0F vote, \u0645\u0631\u062D\u0628\u0627 and \u05E9\u05DC\u05D5\u05DD, zu\u0308rich\n- \u{1F468}\u200D\u{1F469}\u200D\u{1F467} * [1] - x',
      )
  })

  it('has its caret back after Escape, and after a dialog', async () => {
    await type('ab')
    await press('ArrowLeft', 'Escape')
    expect(await focusedName(page)).not.toBe('Note')
    await press('w')
    await type('X')
    await press('Control+k')
    await page.getByRole('dialog').waitFor()
    await press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await type('Y')
    await expect.poll(saved).toBe('aXYb')
    await press('Alt+ArrowDown', 'Alt+ArrowUp')
    await page.getByRole('heading', { name: /0620/ }).first().waitFor()
  })

  it('is there after a reload, whole', async () => {
    await type('- **literal** <b>')
    await press('Enter')
    await type('two')
    await press('Escape')
    await expect.poll(saved).toMatch(/two$/)
    const before = await saved()
    await page.reload()
    await noteOn(page).waitFor()
    expect(await noteOn(page).getByRole('listitem').allTextContents()).toEqual(['**literal** <b>', 'two'])
    await press('w')
    await type('.')
    await expect.poll(saved).toBe(`${before}.`)
    expect(window.faults).toEqual([])
  })
})
