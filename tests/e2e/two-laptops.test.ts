import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'

/** Two laptops and a folder that both reach: publish, read, take over, and what is said when both went on. */
describe('a snapshot between two laptops', () => {
  const share = mkdtempSync(join(tmpdir(), 'panelbook shared “drive” '))
  let ours: TestWindow
  let theirs: TestWindow
  let atHand: Page
  beforeAll(async () => {
    ours = await openWindow()
    theirs = await openWindow({ isEmpty: true })
    atHand = ours.page
  })
  beforeEach(() => pictureOnFailure(() => atHand))
  afterAll(async () => {
    await ours.close()
    await theirs.close()
    rmSync(share, { recursive: true, force: true })
  })
  const goToShare = async (page: Page) => {
    atHand = page
    await page.evaluate(() => (location.hash = '#/share'))
    await page.getByRole('heading', { name: 'Share', level: 1 }).waitFor()
  }
  /** The browser has no dialog of the system: the page asks for the path itself. */
  const chooseFolder = async (page: Page, path: string) => {
    await page.getByRole('button', { name: /Choose the folder/ }).click()
    await page.getByLabel('Path of the folder').fill(path)
    await page.keyboard.press('Enter')
  }
  const addPerson = (page: Page, name: string) => callIn(page, 'person.add', { name, initials: 'ZZ' })

  it('is published to the folder, which is asked for once', async () => {
    await ours.page.getByRole('navigation', { name: 'Screens' }).waitFor()
    await goToShare(ours.page)
    await chooseFolder(ours.page, join(share, 'not there'))
    await ours.page
      .getByText(/not there|no such/i)
      .first()
      .waitFor()
    await ours.page.keyboard.press('Escape')
    await chooseFolder(ours.page, share)
    await ours.page.getByRole('button', { name: 'Publish now' }).click()
    await ours.page.getByText(/Revision 1 was published at/).waitFor()
    const files = readdirSync(share)
    expect(files.filter((name) => /^[^.]+\.1\..+\.[0-9a-f]{64}\.panelbook$/.test(name))).toHaveLength(1)
    expect(files.some((name) => name.endsWith('.part'))).toBe(false)
  })

  it('is opened read-only on the other laptop, plainly marked, and nothing can be changed there', async () => {
    atHand = theirs.page
    await theirs.page.getByRole('button', { name: /Take over from the shared drive/ }).click()
    await chooseFolder(theirs.page, share)
    await theirs.page.getByRole('button', { name: /^Open read-only/ }).click()
    await theirs.page.getByText(/Read-only snapshot/).waitFor()
    await expect(addPerson(theirs.page, 'Nobody')).rejects.toThrow('read-only')
    await goToShare(theirs.page)
  })

  it('is taken over: a new generation, and what will happen is said before', async () => {
    atHand = theirs.page
    await theirs.page.getByRole('button', { name: 'Take over…' }).first().click()
    const dialog = theirs.page.getByRole('dialog')
    await dialog.getByText('What will happen:').waitFor()
    await theirs.page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect
      .poll(() => callIn(theirs.page, 'book.state', {}))
      .toMatchObject({ book: { isReadOnly: false } })
    await addPerson(theirs.page, 'Somebody of theirs')
  })

  it('that both went on from is published beside the other, and said to be', async () => {
    await goToShare(theirs.page)
    await theirs.page.getByRole('button', { name: 'Publish now' }).click()
    await theirs.page.getByText(/Revision \d+ was published at/).waitFor()
    await addPerson(ours.page, 'Somebody of ours')
    await goToShare(ours.page)
    const before = readdirSync(share)
    await ours.page.getByRole('button', { name: 'Look again' }).click()
    await ours.page.getByText('The folder holds changes that your book does not have').waitFor()
    await ours.page.getByRole('button', { name: 'Publish now' }).click()
    await ours.page.getByText(/beside changes that your book does not have/).waitFor()
    expect(readdirSync(share)).toEqual(expect.arrayContaining(before))
    expect([...ours.faults, ...theirs.faults]).toEqual([])
  })
})
