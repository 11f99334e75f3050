// Concerns in a real browser: the office hands one on by the keyboard, the class teacher takes it up
// and closes it, and the office reads what became of it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expectGood } from './every_way.mjs'
import { closePage, launch, openPage, picture } from './page.mjs'
import { OfficeSite } from './site.mjs'

let site
let browser
const teacher = { name: 'J Okoro', position: 'Class teacher', classes: ['Owls'] }
const head = { name: 'A Noor', position: 'Headteacher' }

before(async () => {
  site = new OfficeSite()
  site.make()
  await site.start()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  assert.equal(await site.stop(), 0, 'the office ends cleanly')
  assert.equal(site.errors, '', 'and had nothing to complain about')
  site.remove()
})

const open = (path, options) => openPage(browser, new URL(path, site.page).href, options)
const kept = () => JSON.parse(site.handbell('case', 'show', '1001', '--format', 'json'))

test('nothing is open yet, on a telephone and on a desk', async () => {
  for (const width of [320, 1280]) {
    const page = await open('/concerns', { width })
    assert.match(await page.textContent('#open'), /No concern is open/)
    await expectGood(page, `concerns-none-${width}`, width > 600)
    await closePage(page)
  }
})

test('the office hands one on from the child’s page, with the keyboard alone', async () => {
  const page = await open('/pupils/one?pupil=1')
  await page.getByRole('link', { name: 'Hand on a concern' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel("What worries you about the child's attendance?").waitFor()
  await expectGood(page, 'concern-new-1280')
  await page.setViewportSize({ width: 320, height: 800 })
  await picture(page, 'concern-new-320')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('button', { name: 'Hand it on' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.govuk-error-summary').waitFor()
  assert.match(await page.textContent('.govuk-error-summary'), /Write what worries you\..*Tick who should know\./s)
  await expectGood(page, 'concern-refused')
  assert.deepEqual(kept(), [])
  await page.getByLabel("What worries you about the child's attendance?").focus()
  await page.keyboard.type('Late each Monday since the holidays; <b>Łucja</b> said so on Friday.')
  for (const whom of ['Class teacher', 'SENDCo']) {
    await page.getByLabel(whom).focus()
    await page.keyboard.press('Space')
  }
  await page.getByRole('button', { name: 'Hand it on' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.hb-done').waitFor()
  assert.match(await page.textContent('.hb-done'), /The concern about Amira Khan was handed on\./)
  assert.match(await page.textContent('#open'), /Late each Monday since the holidays; <b>Łucja<\/b> said so/)
  assert.equal(await page.getByRole('button', { name: /Close it/ }).count(), 0, 'it is not for the office')
  assert.equal(kept().length, 1)
  await closePage(page, { refused: true })
})

test('whom it is for reads it, takes it up, and closes it with what became of it', async () => {
  for (const width of [320, 1280]) {
    const page = await open('/concerns', { as: teacher, width })
    assert.match(await page.textContent('#open'), /class teacher, SENDCo/)
    await expectGood(page, `concerns-${width}`, width > 600)
    await closePage(page)
  }
  const page = await open('/concerns', { as: teacher })
  await page.getByRole('button', { name: /I take it up.*Amira Khan \(Owls\)/ }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.hb-done').waitFor()
  assert.match(await page.textContent('#open'), /Taken up by J Okoro, Class teacher/)
  await page.getByRole('button', { name: /Close it.*Amira Khan \(Owls\)/ }).click()
  await page.locator('.govuk-error-summary').waitFor()
  await expectGood(page, 'concern-close-refused')
  await page.getByLabel('What became of it').fill('A neighbour brings her now.')
  await page.getByRole('button', { name: /Close it.*Amira Khan \(Owls\)/ }).click()
  await page.locator('#closed').waitFor()
  assert.match(await page.textContent('#closed'), /A neighbour brings her now\. \(J Okoro, Class teacher/)
  await expectGood(page, 'concerns-closed')
  await closePage(page, { refused: true })
})

test('with scripts off it is handed on and closed just the same', async () => {
  const page = await open('/concerns/new?pupil=2', { javaScriptEnabled: false })
  await page.getByLabel("What worries you about the child's attendance?").fill('Tired each morning.')
  await page.getByLabel('Headteacher').check()
  await page.getByRole('button', { name: 'Hand it on' }).click()
  assert.match(await page.textContent('.hb-done'), /was handed on/)
  await closePage(page)
  const reads = await open('/concerns', { as: head, javaScriptEnabled: false })
  await reads.getByLabel('What became of it').fill('The family has a plan.')
  await reads.getByRole('button', { name: /Close it.*Zoë O'Neill/ }).click()
  assert.match(await reads.textContent('#closed'), /The family has a plan/)
  await closePage(reads)
})

test('a teacher of another class reads none of it', async () => {
  const page = await open('/concerns', { as: { name: 'S Day', position: 'Class teacher', classes: ['Foxes'] } })
  assert.doesNotMatch(await page.textContent('main'), /Monday|Amira|Tired/)
  await closePage(page)
})
