// Letters in a real browser: chosen, looked at, made with scripts and without, worded by the school.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { expectGood } from './every_way.mjs'
import { closePage, launch, openPage, picture } from './page.mjs'
import { OfficeSite } from './site.mjs'

let site
let browser
const head = { name: 'A Noor', position: 'Headteacher' }

before(async () => {
  site = new OfficeSite()
  site.make()
  for (const day of ['2026-01-07', '2026-01-09']) {
    site.handbell('mark', '1001', day, 'am', 'L', '--reason', 'Came late', '--by', 'J Okoro, Class teacher')
  }
  await site.start()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  assert.equal(await site.stop(), 0, 'the office ends cleanly')
  assert.equal(site.errors, '', 'and had nothing to complain about')
  site.remove()
})

const address = path => new URL(path, site.page).href
const open = (path, options) => openPage(browser, address(path), { as: head, ...options })

test('a kind and a class lead to the children, with the keyboard alone', async () => {
  const page = await open('/letters')
  await expectGood(page, 'letters')
  await page.getByLabel('Lateness letter').focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Children of a class').selectOption('Owls')
  await page.getByRole('button', { name: 'Show the children' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Amira Khan (Owls), late 2 times').waitFor()
  assert.equal(await page.getByLabel('Ben Ross (Owls)').count(), 0)
  assert.doesNotMatch(page.url(), /amira/i)
  await expectGood(page, 'letters-children')
  await closePage(page)
})

test('letters are looked at and made, and said to be sent', async () => {
  const page = await open('/letters?kind=lateness&class=Owls')
  await page.getByLabel('Amira Khan (Owls)').check()
  await page.getByRole('button', { name: 'Look at the first' }).click()
  await page.locator('.hb-letter').waitFor()
  assert.match(await page.textContent('.hb-letter'), /Amira Khan.*Legal register/s)
  await expectGood(page, 'letters-first')
  await page.getByRole('button', { name: 'Make the PDF' }).click()
  await page.getByRole('button', { name: 'I have sent these' }).waitFor({ timeout: 20000 })
  await expectGood(page, 'letters-batch')
  const [file] = await Promise.all([
    page.waitForEvent('download'), page.getByRole('link', { name: 'Take the PDF' }).click()])
  assert.equal(file.suggestedFilename(), 'lateness.pdf')
  assert.equal(readFileSync(await file.path()).subarray(0, 5).toString(), '%PDF-')
  await page.getByRole('button', { name: 'I have sent these' }).click()
  assert.match(await page.textContent('.hb-done'), /Noted as sent/)
  await closePage(page)
})

test('with scripts off letters are made all the same', async () => {
  const page = await open('/letters?kind=annual&class=Owls', { javaScriptEnabled: false })
  await page.getByRole('button', { name: 'Make the PDF' }).click()
  assert.match(await page.textContent('.govuk-error-summary'), /Choose at least one child/)
  await page.getByLabel('Amira Khan (Owls)').check()
  await page.getByRole('button', { name: 'Make the PDF' }).click()
  await page.getByRole('link', { name: 'Take the PDF' }).waitFor({ timeout: 20000 })
  await closePage(page, { refused: true })
})

test('a sheet to read fits a telephone and prints alone', async () => {
  for (const kind of ['meeting', 'contract', 'penalty']) {
    const page = await open(`/letters/page?kind=${kind}&pupil=1`, { width: 320 })
    await expectGood(page, `letters-${kind}-320`, false)
    await closePage(page)
  }
  const page = await open('/letters/page?kind=meeting&pupil=1')
  await page.emulateMedia({ media: 'print' })
  for (const part of ['.hb-header', '.hb-footer', 'h1', '.hb-up']) {
    assert.equal(await page.locator(part).first().isVisible(), false, `${part} is not printed`)
  }
  await picture(page, 'letters-meeting-print')
  await closePage(page)
})

test('the wording is changed, with an unknown field named, and comes back', async () => {
  const page = await open('/letters/templates')
  await expectGood(page, 'letters-wordings')
  await page.getByRole('link', { name: 'Lateness letter' }).click()
  await page.getByLabel('Text of the letter').waitFor()
  await expectGood(page, 'letters-wording')
  await page.getByLabel('Text of the letter').fill('# Hello {{frist_name}}')
  await page.getByLabel('Why').fill('Shorter')
  await page.getByRole('button', { name: 'Keep this wording' }).click()
  assert.match(await page.textContent('.govuk-error-summary'),
    /In line 1 \{\{frist_name\}\} is no field of this letter, the nearest is \{\{first_name\}\}/)
  await expectGood(page, 'letters-wording-refused')
  await page.getByLabel('Text of the letter').fill('# Hello {{first_name}} <b>&</b>')
  await page.getByRole('button', { name: 'Look at it', exact: true }).click()
  assert.match(await page.textContent('.hb-letter'), /Hello Zoë <b>&<\/b>/)
  await page.getByRole('button', { name: 'Keep this wording' }).click()
  assert.match(await page.textContent('.hb-done'), /The new wording is kept/)
  await page.getByLabel('Why').fill('It was better')
  await page.getByRole('button', { name: 'Back to Handbell' }).click()
  assert.match(await page.textContent('.hb-done'), /wording stands again/)
  await expectGood(page, 'letters-wording-history')
  await closePage(page, { refused: true })
})

test('a logo that is no picture is refused, one that is stands on the letters', async () => {
  const page = await open('/letters/logo')
  const give = (name, text) => page.getByLabel('PNG or SVG').setInputFiles(
    { name, mimeType: 'image/svg+xml', buffer: Buffer.from(text) })
  await give('logo.png', 'no picture')
  await page.getByLabel('Why').first().fill('Our logo')
  await page.getByRole('button', { name: 'Put it on the letters' }).click()
  assert.match(await page.textContent('.govuk-error-summary'), /that was sent is no picture/)
  await page.getByLabel('PNG or SVG').setInputFiles(
    { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.alloc(3 * 1024 * 1024, 7) })
  await page.getByLabel('Why').first().fill('Our logo')
  await page.getByRole('button', { name: 'Put it on the letters' }).click()
  assert.match(await page.textContent('.govuk-error-summary'), /of 3072 kB is larger than 512 kB/)
  await give('logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">' +
    '<circle cx="20" cy="20" r="17" fill="#1d70b8"/></svg>')
  await page.getByLabel('Why').first().fill('Our logo')
  await page.getByRole('button', { name: 'Put it on the letters' }).click()
  assert.match(await page.textContent('.hb-done'), /stands on the letters/)
  await expectGood(page, 'letters-logo')
  await page.goto(address('/letters/page?kind=meeting&pupil=1'))
  await expectGood(page, 'letters-meeting')
  await closePage(page, { refused: true })
})
