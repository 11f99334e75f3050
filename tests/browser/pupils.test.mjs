// Finding a pupil, a pupil's year and one mark, in a real browser.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expectGood } from './every_way.mjs'
import { closePage, expectNoViolations, launch, openPage, picture } from './page.mjs'
import { OfficeSite } from './site.mjs'

let site
let browser

before(async () => {
  site = new OfficeSite()
  site.make()
  await site.start()
  const by = ['--by', 'R Patel, Office manager']
  site.handbell('mark', '1002', '2026-01-09', 'am', 'I', '--reason', 'mother rang: fever', ...by)
  site.handbell('mark', '1002', '2026-01-08', 'am', '/', '--reason', 'register', ...by)
  site.handbell('mark', '1002', '2026-01-08', 'pm', '\\', '--reason', 'register', ...by)
  site.handbell('mark', '1002', '2026-01-07', 'am', 'N', '--reason', 'not in class', ...by)
  site.handbell('mark', '1002', '2026-01-07', 'am', 'U', '--reason', 'came at 10, no reason', ...by)
  await site.at_door('tap 2 2026-01-12T08:47:00 L')
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

test('a child is found by the keyboard alone, and the name stands in no address', async () => {
  const page = await open('/pupils')
  await expectGood(page)
  for (let i = 0; i < 30; i += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement.id) === 'name') break
  }
  await page.keyboard.type('oneil')
  await page.keyboard.press('Enter')
  await page.locator('#found').waitFor()
  assert.doesNotMatch(page.url(), /neil/i)
  await expectGood(page)
  await picture(page, 'pupils-found')
  await page.click('#found a')
  assert.match(await page.textContent('h1'), /Zoë O'Neill Owls, Reception/)
  await closePage(page)
})

test('the year of a child stands in one look, on a telephone too', async () => {
  for (const width of [320, 1280]) {
    const page = await open('/pupils/one?pupil=2', { width })
    await expectGood(page, `pupil-${width}`, width > 600)
    await closePage(page)
  }
})

test('with scripts off a mark is amended, and its history shows both', async () => {
  const page = await open('/pupils/one?pupil=2', { javaScriptEnabled: false })
  await page.click('a[href*="2026-01-07&session=am"]')
  assert.match(await page.textContent('#history'), /not in class/)
  await page.selectOption('#code', 'O')
  await page.click('text=Amend >> nth=-1')
  assert.match(await page.textContent('.govuk-error-summary'), /Say why/)
  await picture(page, 'mark-refused')
  await page.fill('#reason', 'father says: no reason')
  await page.click('button:has-text("Amend")')
  assert.match(await page.textContent('.hb-done'), /O was entered for Zoë O'Neill/)
  assert.equal(await page.locator('#history tbody tr').count(), 3)
  await closePage(page, { refused: true })
})

test('a mark with its form and history passes axe, also when it comes back, in forced colours and in print', async () => {
  const page = await open('/pupils/mark?pupil=2&day=2026-01-07&session=am')
  await expectGood(page)
  await page.click('button:has-text("Amend")')
  await page.locator('.govuk-error-summary').waitFor()
  await expectGood(page)
  await page.emulateMedia({ forcedColors: 'active' })
  await expectNoViolations(page)
  await page.emulateMedia({ media: 'print', forcedColors: 'none' })
  assert.equal(await page.locator('#history').isVisible(), true)
  await closePage(page, { refused: true })
})

test('what the door saw stands beside what was entered', async () => {
  const page = await open('/pupils/mark?pupil=2&day=2026-01-12&session=am')
  assert.match(await page.textContent('#door'), /8:47/)
  await picture(page, 'mark')
  await closePage(page)
})
