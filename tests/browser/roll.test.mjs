// The roll call on telephones in a real browser, one of them without a network.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expectGood } from './every_way.mjs'
import { closePage, cookieOf, expectNoSidewaysScroll, expectNoViolations, launch, openPage, picture } from './page.mjs'
import { signedIn } from './people.mjs'
import { OfficeSite } from './site.mjs'

const okoro = { name: 'J Okoro', position: 'Class teacher' }

let site
let browser

before(async () => {
  site = new OfficeSite()
  site.make()
  site.handbell('clock', 'set', '2026-01-12T12:30:00')
  await site.start()
  for (const child of [1, 2, 3, 4, 5, 7]) await site.at_door(`tap ${child} 2026-01-12T08:3${child}:00`)
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
const phone = { width: 360, height: 740 }
const tap = (page, child) => page.locator(`label[for=here-${child}]`).click()
const figure = (page, id, number) => page.locator(`#${id}`, { hasText: new RegExp(`^${number}$`) }).waitFor()
const closeOffline = page => {
  page.wrong = page.wrong.filter(text => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(text))
  return closePage(page, { refused: true })
}

test('it can be read before anything was begun, on every screen', async () => {
  for (const width of [320, 1280]) {
    const page = await open('/roll-call', { width })
    assert.match(await page.textContent('.hb-roll__only'), /PUPILS ONLY/)
    assert.match(await page.textContent('#roll-time'), /as of 12:3/)
    await figure(page, 'roll-wanted', 6)
    await expectGood(page, `roll-not-begun-${width}`, width > 600)
    await page.click('#begin-real summary')
    await expectNoViolations(page)
    await closePage(page)
  }
})

test('two phones tick, one of them without a network: merged, none lost, none doubled', async () => {
  const first = await open('/roll-call', phone)
  await first.click('text=Begin a drill')
  await figure(first, 'roll-not-seen', 6)
  const second = await open('/roll-call', { ...phone, as: okoro })
  await second.context().setOffline(true)
  await tap(first, 1)
  await tap(first, 2)
  await tap(second, 2)
  await tap(second, 3)
  await tap(second, 4)
  await second.locator('#roll-kept', { hasText: 'Kept on this phone: 3 ticks. No connection' }).waitFor()
  await figure(second, 'roll-seen', 3)
  await expectGood(second, 'roll-offline-360')
  const kept = await second.evaluate(() => JSON.stringify(localStorage))
  assert.doesNotMatch(kept, /Khan|Neill|Ross|Amira/, 'no child is named on the phone')
  await figure(first, 'roll-seen', 2)
  await second.context().setOffline(false)
  await second.locator('#roll-kept').waitFor({ state: 'hidden' })
  for (const page of [first, second]) {
    await figure(page, 'roll-seen', 4)
    await figure(page, 'roll-not-seen', 2)
    assert.equal(await page.locator('#missing-list li').count(), 2)
  }
  assert.equal(await second.evaluate(() => localStorage.length), 0)
  await expectNoViolations(first)
  await picture(first, 'roll-part-360')
  await closePage(first)
  await closeOffline(second)
})

test('an answer that was lost on the way back doubles nothing', async () => {
  const page = await open('/roll-call', phone)
  let lost = 0
  await page.route('**/roll-call/ticks', async route => {
    lost += 1
    if (lost > 1) return route.continue()
    await route.fetch({ maxRedirects: 0 })
    await route.abort('internetdisconnected')
  })
  await tap(page, 5)
  await page.locator('#roll-kept', { hasText: 'Kept on this phone: 1 tick.' }).waitFor()
  await page.locator('#roll-kept').waitFor({ state: 'hidden', timeout: 15_000 })
  await figure(page, 'roll-seen', 5)
  await closeOffline(page)
})

test('the page is not left by a slip while ticks wait', async () => {
  const page = await open('/roll-call', phone)
  await page.context().setOffline(true)
  await tap(page, 7)
  await page.locator('#roll-kept', { hasText: '1 tick' }).waitFor()
  const asked = new Promise(resolve => page.on('dialog', async dialog => {
    await dialog.dismiss()
    resolve(dialog.type())
  }))
  await page.click('text=Sheet for paper')
  await page.locator('#roll-kept', { hasText: 'stay on this page' }).waitFor()
  page.reload().catch(() => {})
  assert.equal(await asked, 'beforeunload')
  await page.context().setOffline(false)
  await page.locator('#roll-kept').waitFor({ state: 'hidden', timeout: 15_000 })
  await figure(page, 'roll-seen', 6)
  await closeOffline(page)
})

test('a phone that lost its page keeps its ticks, and nobody sends another person\'s by a slip', async () => {
  const lost = await open('/roll-call', phone)
  const context = lost.context()
  await context.setOffline(true)
  await lost.locator('label[for=here-4]').click()
  await lost.locator('#roll-kept', { hasText: '1 tick' }).waitFor()
  // Closed, not loaded again: a page that is on its way out still hears of the network, and sends its own ticks.
  await lost.close()
  await context.setOffline(false)
  const { cookie } = await signedIn(site.page, okoro)
  await context.addCookies([cookieOf(site.page, cookie)])
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.wrong = lost.wrong
  await page.goto(address('/roll-call'))
  await page.locator('#roll-kept', { hasText: 'Somebody else left ticks on this phone: 1.' }).waitFor()
  await expectNoViolations(page)
  await picture(page, 'roll-another-360')
  await page.getByRole('button', { name: 'Send them' }).click()
  await page.locator('#roll-kept').waitFor({ state: 'hidden', timeout: 15_000 })
  await figure(page, 'roll-not-seen', 1)
  await tap(page, 4)
  await figure(page, 'roll-not-seen', 0)
  await closeOffline(page)
})

test('the keyboard alone unticks, and with scripts off one sees and corrects it', async () => {
  const page = await open('/roll-call')
  await page.focus('#here-3')
  await page.keyboard.press('Space')
  await figure(page, 'roll-not-seen', 1)
  await page.locator('.hb-roll__said', { hasText: 'Not here' }).waitFor()
  await closePage(page)
  const plain = await open('/roll-call', { javaScriptEnabled: false })
  const owls = plain.locator('form', { has: plain.locator('#here-3') })
  await owls.locator('#adult-3 summary').click()
  await owls.locator('#with-3').fill('Mrs Hill')
  await owls.locator('button').click()
  assert.match(await plain.textContent('.hb-done'), /1 tick was kept/)
  assert.match(await plain.textContent('[data-pupil="3"]'), /With Mrs Hill/)
  await picture(plain, 'roll-plain')
  await closePage(plain)
})

test('a drill is ended and stands among the roll calls of the year', async () => {
  const page = await open('/roll-call')
  await page.click('#end summary')
  await page.click('text=End it now')
  await page.locator('#roll-begins').waitFor()
  await page.click('text=Roll calls of this school year')
  assert.match(await page.textContent('tbody tr'), /Monday 12 January 2026.*Drill/s)
  const cells = await page.$$eval('tbody tr:first-child td', all => all.map(each => each.textContent))
  assert.deepEqual(cells.slice(-4), ['6', '6', '0', '2'])
  await expectNoViolations(page)
  await picture(page, 'roll-past')
  await page.setViewportSize({ width: 320, height: 700 })
  await expectNoSidewaysScroll(page)
  await closePage(page)
})

test('a real one that is begun without a network begins when it is back, and the doors say so', async () => {
  const page = await open('/roll-call', phone)
  await page.context().setOffline(true)
  await page.click('#begin-real summary')
  await page.click('text=Begin it now')
  await page.locator('#roll-kept', { hasText: 'the beginning' }).waitFor()
  await tap(page, 1)
  await page.context().setOffline(false)
  await page.locator('.hb-roll__running', { hasText: 'REAL ROLL CALL' }).waitFor({ timeout: 15_000 })
  await page.locator('.hb-roll__doors').waitFor()
  await figure(page, 'roll-seen', 1)
  await expectGood(page)
  await picture(page, 'roll-real-360')
  await closeOffline(page)
})

test('the sheet has boxes for a pen, and print leaves out what cannot be pressed', async () => {
  const page = await open('/roll-call/sheet')
  await expectNoViolations(page)
  assert.equal(await page.locator('.hb-sheet__box').count(), 6)
  assert.equal(await page.isVisible('#roll-print'), true)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.isVisible('#roll-print'), false)
  await picture(page, 'roll-sheet')
  await page.goto(address('/roll-call'))
  assert.equal(await page.locator('#end').isVisible(), false)
  await page.emulateMedia({ media: 'screen', forcedColors: 'active' })
  await expectNoViolations(page)
  await closePage(page)
})
