import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { pressUntil } from '../support/press-until.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'

/** From the decision to the register: what a determination changes is shown first, applied, and undone with it. */
describe('a determination and what follows from it', () => {
  let window: TestWindow
  let page: Page
  let meetingId = ''
  let itemId = ''
  let proposalId = ''

  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const proposal = () => callIn(page, 'proposal.read', { proposalId })
  const question = async (kind: string) => {
    const { questions } = await callIn(page, 'agenda.read', { itemId })
    return questions.findLast(({ kindKey }) => kindKey === kind)
  }
  /** Puts a question by keyboard, with everybody for it. */
  const carry = async (words: string, asked: RegExp) => {
    await pressUntil(page, 'q', page.getByRole('dialog'))
    await page.keyboard.type(words)
    await press('Enter')
    await page.getByRole('article', { name: asked }).waitFor()
    await page
      .getByRole('gridcell', { name: /Still to come/ })
      .first()
      .waitFor()
    await press('Shift+F')
    await page.getByRole('button', { name: /Write the determination/ }).waitFor()
  }
  const goTo = (hash: string) => page.evaluate((address) => (location.hash = address), hash)

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    ;({ meetingId, itemId, proposalId } = await beginSampleMeeting(page, '0621'))
  })
  afterAll(() => window.close())
  beforeEach(() => pictureOnFailure(() => page))

  it('shows the stage and the date with its arithmetic before anything is written', async () => {
    await carry('to consultation', /issued to consultation/)
    await press('d')
    const form = page.getByRole('form', { name: 'Determination' })
    await form.getByRole('checkbox', { name: /^Moves to Consultation/ }).waitFor()
    const closing = form.getByRole('checkbox', { name: /^Consultation closes Tue 17 Jan 2017/ })
    expect(await closing.isChecked()).toBe(true)
    await form
      .getByText('20 working days after Thu 15 Dec 2016; 26 Dec, 27 Dec and 2 Jan are bank holidays')
      .waitFor()
    expect(await form.getByLabel('Determination', { exact: true }).inputValue()).toContain(
      'closing out on 17 January 2017',
    )
    expect((await proposal()).consultationClosesOn).toBeNull()
  })

  it('applies them with the words; the register shows them', async () => {
    await press('Control+Enter')
    await page
      .locator('blockquote')
      .filter({ hasText: /17 January 2017/ })
      .waitFor()
    const after = await proposal()
    expect(after).toMatchObject({ stage: { name: 'Consultation' }, consultationClosesOn: '2017-01-17' })
    expect(after.stageHistory.at(-1)?.reason ?? after.stageHistory[0]?.reason).toBeDefined()
    const { determination } = (await question('to-consultation')) ?? {}
    expect(determination?.consequences.calendarVersion).toMatch(/^england-and-wales/)

    await goTo(`#/register/${proposalId}`)
    await page.getByRole('heading', { name: /0621/ }).first().waitFor()
    await page.getByText('Consultation', { exact: true }).first().waitFor()
    await page.getByText('Tue 17 Jan 2017').first().waitFor()
  })

  it('takes all of it back with one undo, and leaves out what is not ticked', async () => {
    await goTo(`#/meetings/${meetingId}/${itemId}`)
    await page.getByRole('grid').or(page.locator('.question-line')).first().waitFor()
    await press('Control+z')
    await expect.poll(async () => (await proposal()).consultationClosesOn).toBeNull()
    expect(await proposal()).toMatchObject({ stage: { name: 'New' } })
    expect(await question('to-consultation')).toMatchObject({ determination: null, round: { state: 'open' } })

    await page.getByRole('button', { name: /Write the determination/ }).waitFor()
    await press('d')
    await page.getByRole('checkbox', { name: /^Moves to Consultation/ }).press('Space')
    await press('Control+Enter')
    await expect.poll(async () => (await proposal()).consultationClosesOn).toBe('2017-01-17')
    expect(await proposal()).toMatchObject({
      stage: { name: 'New' },
      consultationClosesOn: '2017-01-17',
    })
  })

  it('says when the words no longer match, and one key keeps them or takes the new', async () => {
    const questionId = (await question('to-consultation'))?.id ?? ''
    const correct = (value: 'for' | 'against') =>
      callIn(page, 'vote.correct', { questionId, initials: 'AB', value, reason: 'misheard' })
    const text = async () => (await question('to-consultation'))?.determination
    await correct('against')
    await page.getByRole('button', { name: /Keep the words/ }).waitFor()
    await press('k')
    await expect.poll(async () => (await text())?.isStale).toBe(false)
    expect((await text())?.text).toMatch(/unanimous/)
    await correct('for')
    await page.getByRole('button', { name: /Take the new words/ }).waitFor()
    await press('t')
    await expect.poll(async () => (await text())?.isStale).toBe(false)
    expect((await text())?.text).toBe(
      'Issued to consultation, closing out on 17 January 2017, by unanimous vote in favour',
    )
    expect(await proposal()).toMatchObject({ consultationClosesOn: '2017-01-17' })
  })

  it('a rule changed in Bodies is for the votes to come: that already taken keeps its own', async () => {
    const before = await question('to-consultation')
    await goTo('#/bodies')
    await page.getByText('UNC Modification Panel').first().click()
    await page.getByRole('tab', { name: 'Questions' }).click()
    await page.getByRole('button', { name: 'Change To consultation', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Rule').selectOption('supermajority')
    await dialog
      .getByText(/^Carried if .*two-thirds/)
      .first()
      .waitFor()
    await dialog.getByLabel('Carried', { exact: true }).fill('Sent out until {closingDate} {count}')
    await dialog
      .getByText('“Sent out until 17 January 2017 (8 for, 2 against, 1 no vote recorded)”')
      .waitFor()
    // What is refused stands at its field, which has the focus.
    await dialog.getByLabel('Label').fill('')
    await press('Control+Enter')
    await dialog.getByText('Must not be empty.').waitFor()
    await page.keyboard.type('To consultation')
    await press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    await page
      .getByRole('article', { name: 'To consultation' })
      .getByText(/two-thirds of votes cast$/i)
      .waitFor()

    expect(await question('to-consultation')).toEqual(before)
    await goTo(`#/meetings/${meetingId}/${itemId}`)
    await page.getByRole('heading', { name: /0621/ }).first().waitFor()
    await carry('to consultation', /issued to consultation/)
    expect((await question('to-consultation'))?.round.rule).toEqual({ kind: 'supermajority' })
  })

  it('the agenda template is changed, reordered and undone', async () => {
    await goTo('#/bodies')
    await page.getByText('UNC Modification Panel').first().click()
    await page.getByRole('tab', { name: 'Agenda template' }).click()
    const row = (number: number) => page.getByRole('row').nth(number)
    const first = (await row(1).getByRole('rowheader').textContent()) ?? ''
    await row(1).getByRole('button').focus()
    await press('Alt+ArrowDown')
    await row(2).getByRole('rowheader', { name: first }).waitFor()
    await press('a')
    await page.getByLabel('Title').fill('Safety moment')
    await press('Control+Enter')
    await page.getByRole('rowheader', { name: 'Safety moment' }).waitFor()
    await press('Control+z')
    await page.getByRole('rowheader', { name: 'Safety moment' }).waitFor({ state: 'detached' })
    await press('Control+z')
    await row(1).getByRole('rowheader', { name: first }).waitFor()
    expect(window.faults).toEqual([])
  })
})
