import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { takeFromPalette } from '../support/palette.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'
import { minutesInMarkdown } from '../support/minutes.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'

/** What was put or written by mistake is withdrawn, reworded and taken back by keyboard, and the minutes say so. */
describe('second thoughts', () => {
  let window: TestWindow
  let page: Page
  let itemId = ''
  let proposalId = ''

  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const dialog = (name: string) => page.getByRole('dialog', { name })
  const item = () => callIn(page, 'agenda.read', { itemId })
  const put = async (words: string, asked: RegExp) => {
    await pressUntil(page, 'q', dialog('Put a question'))
    await page.keyboard.type(words)
    await press('Enter')
    await page.getByRole('article', { name: asked }).waitFor()
    await page
      .getByRole('gridcell', { name: /Still to come/ })
      .first()
      .waitFor()
  }
  /** Answers the dialog that a command of the palette opens. */
  const answer = async (command: string, title: string, text: string) => {
    await takeFromPalette(page, command, new RegExp(command))
    await dialog(title).waitFor()
    await press('Control+a')
    await page.keyboard.type(text)
    await press('Control+Enter')
    await dialog(title).waitFor({ state: 'detached' })
  }

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    ;({ itemId, proposalId } = await beginSampleMeeting(page, '0621'))
  })
  afterAll(() => window.close())
  beforeEach(() => pictureOnFailure(() => page))

  it('a question put by mistake is withdrawn with its reason, and nothing waits for it any more', async () => {
    await put('self-governance', /self-governance/i)
    await press('f', 'a')
    await answer('Withdraw the question', 'Withdraw the question', 'Put on the wrong item.')
    await page
      .locator('.question-withdrawn s')
      .getByText(/self-governance/i)
      .waitFor()
    await page.getByText('Withdrawn: Put on the wrong item.').waitFor()
    await page.getByRole('button', { name: /^Put a question/ }).waitFor()
    expect(await page.getByRole('grid').count()).toBe(0)
    expect((await item()).line.counts.openVotes).toBe(0)
  })

  it('the right one is put, in better words while nobody has a position on them', async () => {
    await put('to consultation', /issued to consultation/)
    await answer(
      'Change the words of the question',
      'Change the words of the question',
      'Should 0621 go out to consultation?',
    )
    await page.getByRole('article', { name: 'Should 0621 go out to consultation?' }).waitFor()
    await page.locator('[data-takes-focus="vote"]').first().focus()
    await press('Shift+F')
    await page.getByRole('button', { name: /Write the determination/ }).waitFor()
    // From now on the words stand, and the menu does not offer others.
    await page.getByRole('button', { name: 'What to do with the question' }).click()
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Withdraw the question…'])
    await press('Escape')
  })

  it('a determination is taken back with what it changed, and written again in other words', async () => {
    const register = async () => {
      const { stage, consultationClosesOn } = await callIn(page, 'proposal.read', { proposalId })
      return [stage.name, consultationClosesOn]
    }
    await pressUntil(page, 'd', page.getByRole('form', { name: 'Determination' }))
    await page.getByRole('checkbox', { name: /^Moves to Consultation/ }).waitFor()
    await press('Control+Enter')
    await page
      .locator('blockquote')
      .getByText(/17 January 2017/)
      .waitFor()
    expect(await register()).toEqual(['Consultation', '2017-01-17'])
    await page.getByRole('article').first().waitFor()

    await answer('Take the determination back', 'Take the determination back', 'The date was not agreed.')
    await page
      .getByText(/Taken back\. Back in the register: Stage: New; Consultation closes: none\./)
      .waitFor()
    await page.getByRole('button', { name: /Write the determination/ }).waitFor()
    expect(await register()).toEqual(['New', null])
    expect((await item()).questions.at(-1)).toMatchObject({
      determination: null,
      round: { state: 'closed', evaluation: { unanimous: 'for' } },
    })

    await pressUntil(page, 'd', page.getByRole('form', { name: 'Determination' }))
    await page
      .getByRole('textbox', { name: 'Determination' })
      .fill('Issued to consultation after the holidays')
    await press('Control+Enter')
    await page.locator('blockquote').getByText('Issued to consultation after the holidays').waitFor()
  })

  it('one without a vote is written, changed and taken back', async () => {
    const title = 'Determination without a vote'
    const write = async (text: string) => {
      await pressUntil(page, 'Shift+D', dialog(title))
      await page.keyboard.type(text)
      await press('Control+Enter')
      await dialog(title).waitFor({ state: 'detached' })
    }
    await write('Thanks to the proposer were notd')
    const act = async (written: string, name: string) => {
      const menu = page.locator('.determination-alone').filter({ hasText: written }).getByRole('button')
      await menu.press('Enter')
      await page.getByRole('menuitem', { name }).press('Enter')
    }
    await act('were notd', 'Change the words…')
    await page.getByRole('textbox', { name: 'Determination' }).fill('Thanks to the proposer were noted')
    await press('Control+Enter')
    await page.locator('blockquote').getByText('Thanks to the proposer were noted').waitFor()
    await write('Deferred to January')
    await act('Deferred', 'Take back…')
    await page.keyboard.type('It is decided after all.')
    await press('Control+Enter')
    await page.locator('.determination-alone').filter({ hasText: 'Deferred' }).waitFor({ state: 'detached' })
    expect((await item()).determinations).toMatchObject([
      { kind: 'noted', text: 'Thanks to the proposer were noted' },
    ])
  })

  it('the minutes keep the withdrawn question with its reason, and none of what was taken back', async () => {
    const markdown = await minutesInMarkdown(window)
    expect(markdown).toMatch(/withdrawn/i)
    expect(markdown).toContain('Put on the wrong item.')
    expect(markdown).toContain('Should 0621 go out to consultation?')
    expect(markdown).toContain('Issued to consultation after the holidays')
    expect(markdown).toContain('Thanks to the proposer were noted')
    for (const gone of ['The date was not agreed', 'Deferred to January', 'were notd']) {
      expect(markdown).not.toContain(gone)
    }
    expect(window.faults).toEqual([])
  })

  it('seats are put in another order by keyboard, and one added by a slip is removed', async () => {
    await page.evaluate(() => (location.hash = '#/bodies'))
    // The name stands on the screen before as well.
    await page.getByRole('heading', { name: 'Bodies' }).waitFor()
    await page.getByText('UNC Modification Panel').first().click()
    await page.getByRole('heading', { name: 'UNC Modification Panel' }).waitFor()
    const shippers = page.getByRole('region', { name: 'Users’ representatives (Shippers)' })
    const group = (await shippers.count()) > 0 ? shippers : page.locator('.seat-group').first()
    const names = () => group.locator('.seat-name > span:first-child').allTextContents()
    const [first, second, ...rest] = await names()
    await group.locator('.seat-row').first().locator('.menu > button').focus()
    await press('Alt+ArrowDown')
    await expect.poll(names).toEqual([second, first, ...rest])
    // What was moved has the focus still, so that it goes on with the next press.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe(`More for ${first ?? ''}`)
    await press('Alt+ArrowUp')
    await expect.poll(names).toEqual([first, second, ...rest])

    await group.getByRole('button', { name: /^Add a seat/ }).press('Enter')
    await page.keyboard.type('Shipper by a slip')
    await press('Control+Enter')
    const slip = group.locator('.seat-row').filter({ hasText: 'Shipper by a slip' })
    await slip.getByRole('button', { name: 'More for Shipper by a slip' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Remove the seat' }).press('Enter')
    await slip.waitFor({ state: 'detached' })
    expect(await names()).toEqual([first, second, ...rest])
    // A seat that somebody has or had is part of the record: there is nothing to remove.
    await group.getByRole('button', { name: `More for ${first ?? ''}`, exact: true }).press('Enter')
    expect(await page.getByRole('menuitem').allTextContents()).not.toContain('Remove the seat')
  })
})
