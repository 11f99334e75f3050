// Taking a class register in a real browser, on a network that comes and goes.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expectGood } from './every_way.mjs'
import { closePage, expectNoSidewaysScroll, expectNoViolations, launch, openPage, picture } from './page.mjs'
import { OfficeSite } from './site.mjs'

const forenames = ['Aaliyah', 'Bartosz', 'Chidi', 'Đức', 'Eilidh', 'Fatima', 'Gwenllian', 'Hüseyin', 'Ines', 'Jun']
const surnames = ['Abara', 'Brzęczyszczykiewicz', 'O\'Sullivan-Featherstone']

let site
let browser

/** A whole class, as large as they are. */
function add_otters() {
  const rows = surnames.flatMap((surname, s) => forenames.map((forename, f) =>
    ['', 2001 + s * 10 + f, surname, forename, '2019-03-04', '1', 'Otters', '2025-09-01'].join(',')))
  site.write('otters.csv', ['UPN,AdmissionNumber,Surname,Forename,DOB,Year,Class,StartDate', ...rows].join('\n') + '\n')
  site.handbell('import', 'pupils', `${site.folder}/otters.csv`)
}

before(async () => {
  site = new OfficeSite()
  site.make()
  add_otters()
  site.handbell('clock', 'set', '2026-01-12T08:38:00')
  site.handbell('clock', 'hold')
  await site.start()
  site.handbell('mark', '1003', '2026-01-12', 'am', 'I', '--reason', 'mother rang: fever', '--by', 'R Patel, Office')
  await site.at_door('tap 2 2026-01-12T08:31:00')
  browser = await launch()
})

after(async () => {
  await browser?.close()
  assert.equal(await site.stop(), 0, 'the office ends cleanly')
  assert.equal(site.errors, '', 'and had nothing to complain about')
  site.remove()
})

const address = name => new URL(`/register?class=${name}`, site.page).href
const open = (name, options) => openPage(browser, address(name), options)
const choose = (page, child, value) =>
  page.locator(`#child-${child} .hb-take__choice--${value}`).click()
const code = number =>
  JSON.parse(site.handbell('history', number, '2026-01-12', 'am', '--format', 'json')).map(entry => entry.code)
/** A lost network is what these tests are about: the browser logs it as an error of its own. */
const closeOffline = page => {
  page.wrong = page.wrong.filter(text => !text.includes('ERR_INTERNET_DISCONNECTED'))
  return closePage(page, { refused: true })
}

test('the office chooses a class, and nothing on the way fails axe', async () => {
  const page = await openPage(browser, new URL('/register', site.page).href)
  await expectGood(page)
  await picture(page, 'register-classes')
  await page.click('text=Owls')
  assert.match(await page.textContent('h1'), /Register of Owls/)
  await closePage(page)
})

test('one class stands on one screen, on a telephone too', async () => {
  for (const width of [320, 768, 1280]) {
    const page = await open('Owls', { width })
    await expectGood(page)
    const small = await page.$$eval('.hb-take__choice, .hb-take__seen', all =>
      all.filter(each => each.getBoundingClientRect().height < 40).map(each => each.textContent))
    assert.deepEqual(small, [], 'a finger finds each button')
    await picture(page, `register-${width}`)
    await closePage(page)
  }
})

test('a class of thirty fits a classroom board and a telephone', async () => {
  for (const width of [320, 1280]) {
    const page = await open('Otters', { width, height: 1024 })
    await expectNoSidewaysScroll(page)
    if (width === 1280) {
      const last = await page.$$eval('#register li', all => Math.max(...all.map(each => each.getBoundingClientRect().bottom)))
      assert.ok(last <= 1100, `the last child ends at ${last}`)
    }
    await picture(page, `register-thirty-${width}`)
    await closePage(page)
  }
})

test('who is away is known without the reason, who is at the door has no mark', async () => {
  const page = await open('Owls')
  assert.match(await page.textContent('#about-3'), /Away, known/)
  assert.doesNotMatch(await page.content(), /fever|llness/)
  assert.match(await page.textContent('#about-2'), /At the door 08:31, not yet seen/)
  assert.match(await page.textContent('#tally'), /1 present, 0 late, 1 not here, 1 without a mark/)
  await closePage(page)
})

test('a headcount that differs sends nothing, shows who is in doubt and keeps what was typed', async () => {
  const page = await open('Owls')
  await page.fill('#headcount', '3')
  await page.keyboard.press('Enter')
  await page.locator('.govuk-error-summary').waitFor()
  assert.match(await page.textContent('.govuk-error-summary'), /You counted 3, and 1 is present or late/)
  assert.match(await page.textContent('#child-2'), /Nobody has seen this child yet/)
  assert.equal(await page.inputValue('#headcount'), '3')
  assert.match(await page.evaluate(() => document.activeElement.className), /error-summary/)
  await expectGood(page)
  await picture(page, 'register-refused')
  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoSidewaysScroll(page)
  await picture(page, 'register-refused-320')
  await page.evaluate(() => localStorage.clear())
  await closePage(page, { refused: true })
})

test('one touch says that a child was seen, and nothing else on the page is lost', async () => {
  const page = await open('Owls')
  await choose(page, 1, 'late')
  await page.click('#seen-2')
  await page.locator('#seen-2').waitFor({ state: 'detached' })
  assert.match(await page.textContent('.hb-done'), /Zoë O'Neill was seen at 08:38/)
  assert.match(await page.textContent('#tally'), /1 present, 1 late, 1 not here$/)
  assert.deepEqual(code('1002'), [], 'presence is no mark')
  await page.evaluate(() => localStorage.clear())
  await closePage(page)
})

test('what the door sees comes onto the open page, and leaves what was said alone', async () => {
  const page = await openPage(browser, address('Badgers'))
  await page.clock.install()
  await page.reload()
  await choose(page, 8, 'not-here')
  await site.at_door('tap 7 2026-01-12T08:37:30')
  await page.clock.runFor(16_000)
  await page.locator('#about-7', { hasText: 'At the door 08:37' }).waitFor()
  assert.equal(await page.locator('input[name=child-8]:checked').inputValue(), 'not-here')
  await page.evaluate(() => localStorage.clear())
  await closePage(page)
})

test('the keyboard alone takes and sends a register', async () => {
  const page = await open('Ducklings')
  const id = () => page.evaluate(() => document.activeElement.id)
  for (let i = 0; i < 40 && await id() !== 'said-11'; i += 1) await page.keyboard.press('Tab')
  assert.equal(await id(), 'said-11')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  for (let i = 0; i < 20 && await id() !== 'headcount'; i += 1) await page.keyboard.press('Tab')
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')
  await page.locator('.hb-take__sent').waitFor()
  assert.match(await page.textContent('.hb-take__sent'), /Sent at 08:38 by R Patel, Office manager: 1 present, 0 late, 1 not here/)
  assert.deepEqual([code('1010'), code('1011')], [['/'], ['N']])
  await expectNoViolations(page)
  await closePage(page)
})

test('a lost connection loses no mark and says so; the network comes back and it is sent once', async () => {
  const page = await open('Owls')
  await page.context().setOffline(true)
  await choose(page, 1, 'late')
  await page.fill('#headcount', '2')
  await page.click('button:has-text("Send register")')
  await page.locator('#unsent', { hasText: 'Not sent yet: no connection. Kept on this device.' }).waitFor()
  await expectNoViolations(page)
  await picture(page, 'register-offline')
  const kept = await page.evaluate(() => JSON.stringify(localStorage))
  assert.doesNotMatch(kept, /Khan|Neill|Ross|Amira/, 'numbers alone are kept')
  assert.deepEqual(code('1001'), [])
  await page.context().setOffline(false)
  await page.locator('.hb-take__sent').waitFor()
  assert.match(await page.textContent('.hb-take__sent'), /1 present, 1 late, 1 not here/)
  assert.equal(await page.isVisible('#unsent'), false)
  assert.deepEqual([code('1001'), code('1002'), code('1003')], [['L'], ['/'], ['I']])
  assert.equal(await page.evaluate(() => localStorage.length), 0)
  await closeOffline(page)
})

test('an answer that was lost on the way back doubles nothing', async () => {
  const page = await open('Foxes')
  let lost = 0
  await page.route('**/register/send', async route => {
    await route.fetch({ maxRedirects: 0 })
    lost += 1
    await (lost === 1 ? route.abort('internetdisconnected') : route.continue())
  })
  await page.fill('#headcount', '3')
  await page.click('button:has-text("Send register")')
  await page.locator('#unsent', { hasText: 'Not sent yet' }).waitFor()
  await page.locator('.hb-take__sent').waitFor({ timeout: 15_000 })
  assert.match(await page.textContent('.hb-done'), /It was sent already, at 08:38 by R Patel/)
  assert.deepEqual([code('1004'), code('1005'), code('1006')], [['/'], ['/'], ['/']])
  await closeOffline(page)
})

test('a page that was closed without a network has everything when it is opened again, and waits for a person', async () => {
  const page = await open('Badgers')
  await page.context().setOffline(true)
  await choose(page, 9, 'late')
  await page.fill('#headcount', '3')
  await page.click('button:has-text("Send register")')
  await page.locator('#unsent', { hasText: 'Not sent yet' }).waitFor()
  const context = page.context()
  await page.close()
  await context.setOffline(false)
  const later = await context.newPage()
  await later.goto(address('Badgers'))
  await later.locator('#unsent', { hasText: 'has not been sent. Look through it, then send it.' }).waitFor()
  assert.equal(await later.locator('input[name=child-9]:checked').inputValue(), 'late')
  assert.equal(await later.inputValue('#headcount'), '3')
  assert.deepEqual(code('1009'), [], 'nobody signs for what she has not looked at')
  await choose(later, 7, 'present')
  await later.fill('#headcount', '4')
  await later.click('button:has-text("Send register")')
  await later.locator('.hb-take__sent').waitFor()
  assert.deepEqual(code('1009'), ['L'])
  await context.close()
})

test('with scripts off a child is put right with a reason, and both stand', async () => {
  const page = await open('Owls', { javaScriptEnabled: false })
  await picture(page, 'register-sent')
  await page.click('#change-1')
  assert.match(await page.textContent('#take, .hb-take'), /In the register as sent: late/)
  await page.click('button:has-text("Change")')
  assert.match(await page.textContent('.govuk-error-summary'), /Say why it is changed/)
  await picture(page, 'register-change-refused')
  await page.locator('.hb-take__choice--not-here').click()
  await page.fill('#reason', 'that was Amina of the Foxes')
  await page.click('button:has-text("Change")')
  assert.match(await page.textContent('.hb-done'), /Amira Khan is not here now/)
  assert.match(await page.textContent('.hb-take__sent'), /1 present, 0 late, 2 not here/)
  assert.deepEqual(code('1001'), ['L', 'N'])
  await closePage(page, { refused: true })
})

test('the whole register can be taken again, with what changed alone', async () => {
  const page = await open('Owls')
  await expectGood(page)
  await page.click('text=Take the whole register again')
  await choose(page, 1, 'present')
  await page.fill('#headcount', '2')
  await page.click('text=Send what changed')
  await page.locator('.govuk-error-summary', { hasText: 'Say why it is changed' }).waitFor()
  await expectGood(page)
  await page.fill('#reason', 'she is here after all')
  await page.click('text=Send what changed')
  await page.locator('#register-sent').waitFor()
  assert.deepEqual([code('1001'), code('1002')], [['L', 'N', '/'], ['/']])
  await closePage(page, { refused: true })
})

test('in forced colours and in print one sees what is chosen', async () => {
  const page = await openPage(browser, `${address('Owls')}&session=am&again=1`)
  await page.emulateMedia({ forcedColors: 'active' })
  await expectNoViolations(page)
  const colours = await page.$$eval('#child-1 .hb-take__choice', all => all.map(each => getComputedStyle(each).backgroundColor))
  assert.notEqual(colours[0], colours[1], 'what is chosen looks otherwise than what is not')
  await picture(page, 'register-forced')
  await page.emulateMedia({ media: 'print', forcedColors: 'none' })
  assert.equal(await page.isVisible('#child-1'), true)
  await closePage(page)
})
