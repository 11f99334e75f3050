// The page Today in a real browser, against the real handbell-office on a real site.
import assert from 'node:assert/strict'
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { expectGood } from './every_way.mjs'
import { closePage as close, expectNoViolations, launch, openPage, pictures } from './page.mjs'
import { OfficeSite } from './site.mjs'

let site
let browser

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

const open = ({ path = '', ...options } = {}) => openPage(browser, site.page + path, options)

async function accepted() {
  const page = await open()
  await page.click('#accept-all')
  await page.locator('#waiting', { hasText: 'Everything was accepted' }).waitFor()
  await close(page)
}

const rows = (page, part) => page.locator(`#${part} tbody tr`)
const figure = (page, at) => page.locator('.hb-tile__figure').nth(at).textContent()

test('an empty morning says so, and axe finds nothing', async () => {
  const page = await open()
  assert.match(await page.textContent('#waiting'), /Nobody has come late so far/)
  assert.match(await page.textContent('.hb-closes'), /Registers close at 09:00/)
  await expectGood(page)
  await close(page)
})

test('a child comes late and stands on the page without a reload', async () => {
  const page = await open()
  await page.evaluate(() => { window.sameDocument = true })
  await site.at_door('tap 1 2026-01-12T08:52:10 L')
  await rows(page, 'waiting').first().waitFor()
  assert.match(await rows(page, 'waiting').first().textContent(), /Amira Khan.*Owls.*08:52.*17 min/)
  assert.equal(await figure(page, 0), '1')
  assert.equal(await page.evaluate(() => window.sameDocument), true)
  assert.match(await page.textContent('#announce'), /1 waiting to be accepted/)
  await close(page)
})

test('the keyboard alone accepts one child, and stays in the list', async () => {
  await site.at_door('tap 2 2026-01-12T08:47:00 L')
  await site.at_door('tap 3 2026-01-12T09:02:00 U')
  const page = await open()
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab')
    const id = await page.evaluate(() => document.activeElement.id)
    if (id === 'accept-am-1') break
  }
  assert.equal(await page.evaluate(() => document.activeElement.id), 'accept-am-1')
  await page.keyboard.press('Enter')
  await page.locator('#accepted tbody tr').first().waitFor()
  assert.match(await page.textContent('.hb-done'), /1 mark was accepted/)
  assert.match(await page.evaluate(() => document.activeElement.id), /^accept-am-[23]$/)
  const [entry] = JSON.parse(site.handbell('history', '1001', '2026-01-12', 'am', '--format', 'json'))
  assert.deepEqual([entry.code, entry.recorded_by, entry.position, entry.minutes_late], ['L', 'R Patel', 'Office manager', 17])
  assert.match(entry.reason, /arrived 8:52/)
  await close(page)
})

test('the focus is where it was when something else happens', async () => {
  const page = await open()
  await page.focus('#accept-am-3')
  await site.at_door('tap 6 2026-01-12T08:58:59 L')
  await page.locator('#am-6').waitFor()
  assert.equal(await page.evaluate(() => document.activeElement.id), 'accept-am-3')
  await site.at_door('tap 7 2026-01-12T08:59:59 L')
  await page.locator('#am-7').waitFor()
  assert.equal(await page.evaluate(() => document.activeElement.id), 'accept-am-3')
  await close(page)
})

test('the teacher and the door differ: it is shown and never accepted with the others', async () => {
  site.handbell('mark', '1009', '2026-01-12', 'am', '/', '--reason', 'seen in class', '--by', 'J Okoro, Class teacher')
  await site.at_door('tap 9 2026-01-12T08:55:00 L')
  const page = await open()
  assert.match(await page.textContent('#differ'), /Grace Adeyemi.*08:55.*\/ by J Okoro, Class teacher/)
  const picture = join(pictures, 'today-waiting.png')
  await page.screenshot({ path: picture, fullPage: true })
  const kept = process.env.HANDBELL_README_PICTURE
  if (process.env.HANDBELL_WRITE) copyFileSync(picture, kept)
  assert.ok(existsSync(kept), `${kept} is missing: run with HANDBELL_WRITE=1 and look at it`)
  await page.click('#accept-all')
  await page.locator('#waiting', { hasText: 'Everything was accepted' }).waitFor()
  assert.equal(site.late().filter(line => line.state === 'conflict').length, 1)
  assert.equal(site.late().filter(line => line.state === 'pending').length, 0)
  await close(page)
})

test('the champion reads the same morning, live, and finds nothing to press', async () => {
  const page = await open({ as: { name: 'L Hart', position: 'Attendance champion', role: 'senior attendance champion' } })
  await site.at_door('tap 4 2026-01-12T08:56:00 L')
  await page.locator('#am-4').waitFor()
  assert.match(await page.textContent('#am-4'), /Waits for the office/)
  assert.equal(await page.locator('#tiles button, #lists button[form], .hb-desk-links').count(), 0)
  assert.match(await page.textContent('#differ'), /Both stand until the office decides/)
  await expectGood(page)
  await page.screenshot({ path: join(pictures, 'today-champion.png'), fullPage: true })
  await close(page)
  await accepted()
})

test('a hostile name is a name and nothing else', async () => {
  await site.at_door('tap 5 2026-01-12T09:00:00 U')
  const page = await open()
  assert.match(await page.textContent('#am-5'), /<script>alert\(1\)<\/script> "><img src=x>/)
  assert.equal(await page.locator('#am-5 img').count(), 0)
  await close(page)
})

test('commands work while the office runs, and the page hears of them', async () => {
  const page = await open()
  site.handbell('mark', '1010', '2026-01-12', 'am', 'L', '--reason', 'paper list', '--by', 'R Patel, Office')
  await page.locator('#accepted', { hasText: 'Featherstonehaugh' }).waitFor()
  site.handbell('cards', 'issue', '04A1B2C3D4E580', '--pupil', '1011')
  site.handbell('cards', 'revoke', '04A1B2C3D4E580')
  await site.at_door('card 04A1B2C3D4E580 2026-01-12T08:41:00')
  await site.at_door('card 08A1B2C3 2026-01-12T08:43:00')
  await page.locator('#look', { hasText: 'Oliver Hughes' }).waitFor()
  assert.match(await page.textContent('#look'), /A card that nobody holds/)
  assert.match(site.handbell('import', 'pupils', join(site.folder, 'roll.csv')), /0 added, 0 changed, 12 as they were/)
  await close(page)
})

test('with scripts off everything but the live updates works', async () => {
  await site.at_door('tap 8 2026-01-12T08:49:00 L')
  await site.at_door('tap 12 2026-01-12T08:50:00 L')
  const page = await open({ javaScriptEnabled: false })
  assert.equal(await rows(page, 'waiting').count(), 3)
  await page.click('#accept-am-8')
  assert.match(page.url(), /\/today$/)
  assert.match(await page.textContent('.hb-done'), /1 mark was accepted/)
  assert.equal(await rows(page, 'waiting').count(), 2)
  assert.doesNotMatch(page.url(), /Lewis/)
  await close(page)
})

test('a column sorts by a click, also after a live update', async () => {
  const page = await open()
  await page.click('#accepted thead button:has-text("Child")')
  const names = () => page.locator('#accepted tbody th').allTextContents()
  const sorted = await names()
  assert.deepEqual(sorted, [...sorted].sort((a, b) => a.localeCompare(b)))
  site.handbell('mark', '1011', '2026-01-12', 'am', 'L', '--reason', 'paper list', '--by', 'R Patel, Office')
  await page.locator('#accepted', { hasText: 'Oliver Hughes' }).waitFor()
  const again = await names()
  assert.deepEqual(again, [...again].sort((a, b) => a.localeCompare(b)))
  await close(page)
})

test('a telephone shows everything without sideways scroll', async () => {
  for (const width of [320, 768, 1280]) {
    const page = await open({ width, height: 800 })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    assert.ok(over <= 0, `${over} pixels too wide at ${width}`)
    const cut = await page.$$eval(width === 320 ? 'tbody > tr > *' : 'td, th', cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1)
      .map(cell => cell.textContent))
    assert.deepEqual(cut, [], `does not fit its column at ${width}`)
    await page.screenshot({ path: join(pictures, width === 1280 ? 'today.png' : `today-${width}.png`), fullPage: true })
    await expectGood(page)
    await close(page)
  }
})

test('forced colours and print keep what matters', async () => {
  const page = await open({ forcedColors: 'active' })
  await expectNoViolations(page)
  await page.emulateMedia({ media: 'print', forcedColors: 'none' })
  assert.equal(await page.locator('#accept').isVisible(), false)
  assert.equal(await page.locator('#accepted').isVisible(), true)
  await close(page)
})

test('an earlier day can be looked at', async () => {
  const page = await open()
  await page.click('text=Day before')
  assert.match(await page.textContent('h1'), /Friday 9 January 2026/)
  assert.match(await page.textContent('#waiting'), /Nobody has come late/)
  await close(page)
})

test('what was left the day before is named the next morning and accepted there', async () => {
  site.handbell('clock', 'set', '2026-01-13T08:15:00')
  site.handbell('clock', 'hold')
  const page = await open()
  assert.match(await page.textContent('.hb-left-over'), /\d+ children of Monday 12 January 2026 still wait/)
  await expectGood(page)
  await page.click('text=Look at that day')
  await page.click('#accept-all')
  await page.locator('#waiting', { hasText: 'Everything was accepted' }).waitFor()
  assert.match(await page.textContent('h1'), /Monday 12 January 2026/)
  assert.equal(site.late().filter(line => line.state === 'pending').length, 0)
  await close(page)
})

test('another site cannot accept, and an address that is not ours reads nothing', async () => {
  const post = headers => fetch(new URL('/accept', site.page), {
    method: 'POST', redirect: 'manual', headers, body: new URLSearchParams({ all: 'yes' }),
  })
  assert.equal((await post({ Origin: 'http://elsewhere.example' })).status, 403)
  assert.equal((await post({ 'Sec-Fetch-Site': 'cross-site' })).status, 403)
  assert.equal((await post({ 'Sec-Fetch-Site': 'same-site' })).status, 403)
})

test('whoever is not signed in comes to that first', async () => {
  const page = await open({ as: null })
  assert.match(page.url(), /\/sign-in$/)
  await close(page)
})
