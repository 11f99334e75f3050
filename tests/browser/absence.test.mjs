// What families tell us, and leave, in a real browser.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expectGood } from './every_way.mjs'
import { closePage, expectNoViolations, launch, openPage, picture } from './page.mjs'
import { OfficeSite } from './site.mjs'

let site
let browser
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

const address = path => new URL(path, site.page).href
const open = (path, options) => openPage(browser, address(path), options)
const noted = day => JSON.parse(site.handbell('list', 'notices', '--on', day, '--format', 'json'))


test('an empty page says so calmly', async () => {
  const page = await open('/absence')
  assert.match(await page.textContent('#away'), /Nobody told us/)
  await expectGood(page, 'absence-empty')
  await closePage(page)
})

test('three touches with the keyboard alone note an absence', async () => {
  const page = await open('/absence')
  await page.getByLabel('Which child?').focus()
  await page.keyboard.type('amira')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Amira Khan (Owls)' }).waitFor()
  assert.doesNotMatch(page.url(), /amira/i)
  await expectGood(page, 'absence-found')
  await page.getByRole('link', { name: 'Amira Khan (Owls)' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Who told us, and how').fill('mother, by telephone')
  await page.keyboard.press('Enter')
  await page.locator('.hb-done').waitFor()
  assert.match(await page.textContent('.hb-done'), /Noted for Amira Khan/)
  assert.equal(noted('2026-01-12').length, 2)
  assert.match(await page.textContent('#away'), /Amira Khan.*Illness/s)
  await closePage(page)
})

test('every form fits a telephone and has no violation', async () => {
  for (const width of [320, 1280]) {
    for (const doing of ['absence', 'appointment', 'leave', 'timetable']) {
      const page = await open(`/absence/child?pupil=5&do=${doing}`, { width })
      await expectGood(page, `absence-${doing}-${width}`, width > 600)
      await closePage(page)
    }
  }
})

test('with scripts off an appointment comes back with what is wrong, then stands', async () => {
  const page = await open('/absence/child?pupil=5&do=appointment', { javaScriptEnabled: false })
  await page.getByLabel('Which day', { exact: true }).fill('2026-01-14')
  await page.getByLabel('Leaves school at').fill('11:15')
  await page.getByRole('button', { name: 'Note the appointment' }).click()
  assert.match(await page.textContent('.govuk-error-summary'), /Say what it is/)
  assert.equal(await page.getByLabel('Leaves school at').inputValue(), '11:15')
  await picture(page, 'absence-refused')
  await page.getByLabel('What it is').fill('dentist')
  await page.getByLabel('Who told us, and how').fill('father, at the desk')
  await page.getByRole('button', { name: 'Note the appointment' }).click()
  assert.match(await page.textContent('#appointments'), /Wed 14 Jan.*11:15.*dentist/s)
  await closePage(page, { refused: true })
})

test('leave waits, the headteacher decides, and the door hears of it', async () => {
  const office = await open('/absence/child?pupil=2&do=leave')
  await office.getByLabel('Why, in the family').fill('Wedding of an aunt in Dublin')
  await office.getByLabel('First day', { exact: true }).fill('2026-01-19')
  await office.getByLabel('Last day', { exact: true }).fill('2026-01-20')
  await office.getByLabel('Who asks').fill('Mrs O\'Neill, mother')
  await office.getByRole('button', { name: 'Write down the request' }).click()
  assert.match(await office.textContent('#leave'), /waiting for the headteacher/)
  await closePage(office)
  for (const width of [320, 1280]) {
    const page = await open('/absence', { as: head, width })
    await expectGood(page, `absence-${width}`, width > 600)
    await page.locator('#leave a').first().click()
    await page.getByRole('button', { name: 'Decide' }).waitFor()
    await expectGood(page, `absence-decide-${width}`, width > 600)
    await closePage(page)
  }
  const page = await open('/absence', { as: head })
  await page.locator('#leave a').first().click()
  await page.getByRole('button', { name: 'Decide' }).click()
  assert.match(await page.textContent('.govuk-error-summary'), /Choose what is decided/)
  await expectGood(page)
  await page.getByLabel('Granted', { exact: true }).check()
  await page.getByLabel('Why', { exact: true }).fill('One family wedding')
  await page.getByRole('button', { name: 'Decide' }).click()
  assert.match(await page.textContent('.hb-done'), /Granted: .*4 sessions noted as C/)
  assert.equal(noted('2026-01-19').length, 2)
  await expectGood(page, 'absence-decided')
  await closePage(page, { refused: true })
})

test('a part-time timetable is refused from compulsory school age on', async () => {
  const page = await open('/absence/child?pupil=1&do=timetable')
  await page.getByLabel('Monday afternoon').uncheck()
  await page.getByRole('button', { name: 'Keep this timetable' }).click()
  assert.match(await page.textContent('.govuk-error-summary'), /X may not stand/)
  await expectGood(page)
  await closePage(page, { refused: true })
})

test('a child is away though leave was refused, and the headteacher enters G', async () => {
  const asked = site.handbell('leave', 'ask', '1001', '--kind', 'exceptional', '--from', '2026-01-12',
    '--grounds', 'a birthday', '--asked-by', 'Nadia Khan, mother', '--received', '2026-01-05T09:00',
    '--by', 'R Patel, Office manager')
  site.handbell('leave', 'decide', asked.match(/entry (\d+)/)[1], 'refused', '--reason', 'in term time', '--by', 'A Noor, Headteacher')
  site.handbell('mark', '1001', '2026-01-12', 'am', 'N', '--reason', 'not in class', '--by', 'J Okoro, Class teacher')
  const office = await open('/absence')
  assert.match(await office.textContent('#away-refused'), /The headteacher or the champion enters it/)
  await closePage(office)
  for (const width of [320, 1280]) {
    const page = await open('/absence', { as: head, width })
    await page.locator('#away-refused').waitFor()
    await expectGood(page, `absence-away-refused-${width}`)
    await closePage(page)
  }
  const page = await open('/absence', { as: head })
  await page.getByRole('button', { name: 'Enter G for Amira Khan' }).click()
  await page.locator('.hb-done').waitFor()
  assert.match(await page.textContent('.hb-done'), /G was entered for Amira Khan/)
  await closePage(page)
  assert.equal(JSON.parse(site.handbell('history', '1001', '2026-01-12', 'am', '--format', 'json')).at(-1).code, 'G')
})

test('forced colours and print keep what matters', async () => {
  const page = await open('/absence', { forcedColors: 'active' })
  await expectNoViolations(page)
  await page.emulateMedia({ media: 'print', forcedColors: 'none' })
  assert.equal(await page.locator('#away').isVisible(), true)
  await picture(page, 'absence-print')
  await closePage(page)
})
