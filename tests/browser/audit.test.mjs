// Who read what, in a real browser: nothing, much, and what was asked for wrongly.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { closePage, expectNoSidewaysScroll, expectNoViolations, launch, openPage, picture } from './page.mjs'
import { OfficeSite } from './site.mjs'

let site
let browser

before(async () => {
  site = new OfficeSite()
  site.make()
  await site.startOffice()
  browser = await launch()
  const reads = ['/pupils/one?pupil=10', '/pupils/one?pupil=5', '/pupils/mark?pupil=2&day=2026-01-12&session=am', '/pupils/contact?pupil=1']
  for (const path of reads) await closePage(await openPage(browser, address(path)))
  await fetch(address('/sign-in'), { method: 'POST', body: new URLSearchParams({ name: 'R Patel', password: 'not the one at all' }), headers: { 'Sec-Fetch-Site': 'same-origin' } })
})

after(async () => {
  await browser?.close()
  assert.equal(await site.stop(), 0, 'the office ends cleanly')
  assert.equal(site.errors, '', 'and had nothing to complain about')
  site.remove()
})

const head = { name: 'A Noor', position: 'Headteacher' }
const address = path => new URL(path, site.page).href
const open = (path, options) => openPage(browser, address(path), { as: head, ...options })

const looks = { full: '/audit', empty: '/audit?from=2025-12-01&to=2025-12-02', wrong: '/audit?from=2026-01-12&to=2026-01-01' }
for (const width of [320, 1280]) {
  for (const [name, path] of Object.entries(looks)) {
    test(`${name} at ${width} pixels it reads well`, async () => {
      const page = await open(path, { width })
      await expectNoViolations(page)
      await expectNoSidewaysScroll(page)
      await picture(page, `audit-${name}-${width}`)
      await closePage(page, { refused: name === 'wrong' })
    })
  }
}

test('it says who opened what, who came in and who was refused', async () => {
  const page = await open('/audit')
  const rows = await page.textContent('tbody')
  for (const words of [/Poppy Fitzwilliam-Featherstonehaugh/, /<script>alert\(1\)<\/script>/, /contacts/, /R Patel, Office manager/, /account changed/, /refused sign-in/]) {
    assert.match(rows, words)
  }
  await closePage(page)
})

test('days the wrong way round are said at their field and stay as they were typed', async () => {
  const page = await open(looks.wrong)
  assert.match(await page.textContent('.govuk-error-summary'), /before the first/)
  assert.equal(await page.getByLabel('To', { exact: true }).inputValue(), '2026-01-01')
  await closePage(page, { refused: true })
})

test('the keyboard alone asks for one person, and no name stands in the address', async () => {
  const page = await open('/audit')
  for (let i = 0; i < 40; i += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement.id) === 'who') break
  }
  await page.keyboard.type('R Pat')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/who=[0-9a-f]{8}/)
  assert.doesNotMatch(page.url(), /Patel/i)
  assert.doesNotMatch(await page.textContent('tbody'), /A Noor/)
  await closePage(page)
})

test('with scripts off one child and one kind are asked for', async () => {
  const page = await open('/audit', { javaScriptEnabled: false, width: 320 })
  await page.getByLabel('Child', { exact: true }).selectOption({ label: 'Poppy Fitzwilliam-Featherstonehaugh' })
  await page.getByLabel('What', { exact: true }).selectOption({ label: "pupil's record" })
  await page.getByRole('button', { name: 'Show' }).click()
  assert.equal(await page.locator('tbody tr').count(), 1)
  assert.match(await page.textContent('main'), /Only of Poppy/)
  await closePage(page)
})

test('forced colours and print keep what matters', async () => {
  const page = await open('/audit', { forcedColors: 'active' })
  await expectNoViolations(page)
  await picture(page, 'audit-forced')
  await page.emulateMedia({ media: 'print', forcedColors: 'none' })
  assert.equal(await page.locator('tbody tr').first().isVisible(), true)
  assert.equal(await page.locator('.hb-nav').isVisible(), false)
  await closePage(page)
})
