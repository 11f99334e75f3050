// Signing in, in a real browser: set-up with an app, sign-in, classroom device and PIN, change of
// person, day pass.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expectGood } from './every_way.mjs'
import { closePage, launch, openPage, picture } from './page.mjs'
import { codeOf, password, signedIn } from './people.mjs'
import { OfficeSite } from './site.mjs'

const site = new OfficeSite()
const ahmed = { name: 'S Ahmed', position: 'Headteacher' }
const okoro = { name: 'J Okoro', position: 'Class teacher', classes: ['Owls'] }
const brook = { name: 'L Brook', position: 'Class teacher', classes: ['Owls'], pin: '739182' }
let browser
let letters

const address = path => new URL(path, site.page).href
const open = (path, options) => openPage(browser, address(path), { as: null, ...options })
/** The next half minute's code counts already, and is a fresh one. */
const freshCode = of => codeOf(of, Date.now() + 30_000)

before(async () => {
  site.make()
  await site.start()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  assert.equal(await site.stop(), 0)
  site.remove()
})

for (const width of [1280, 320]) {
  test(`set-up refuses what is missing and a code that is none, ${width} px wide`, async () => {
    const page = await open('/today', { width })
    assert.match(page.url(), /\/set-up$/)
    await expectGood(page, `set-up-${width}`, width > 600)
    await page.click('text=Continue')
    await page.locator('.govuk-error-summary').waitFor()
    await expectGood(page)
    await closePage(page, { refused: true })
  })
}

test('the first person sets Handbell up by the keyboard, with scripts off', async () => {
  const code = site.handbell('account', 'first-run').match(/code: (\S+)/)[1]
  const page = await open('/set-up', { javaScriptEnabled: false })
  await page.fill('#code', code.toLowerCase().replaceAll('-', ' '))
  await page.fill('#name', ahmed.name)
  await page.fill('#position', ahmed.position)
  await page.check('#role')
  await page.press('#position', 'Enter')
  await page.waitForURL('**/join/account')
  letters = await page.textContent('.hb-secret code')
  await picture(page, 'make-account')
  await page.fill('#password', password)
  await page.fill('#again', password)
  await page.fill('#code', codeOf(letters))
  await page.press('#code', 'Enter')
  await page.locator('h1', { hasText: 'Your account is ready' }).waitFor()
  assert.equal(await page.locator('.hb-codes li').count(), 8)
  await picture(page, 'recovery-codes')
  await page.click('text=Go on to Handbell')
  assert.match(await page.textContent('.hb-header__name'), /S Ahmed, Headteacher/)
  await closePage(page)
})

test('the browser takes the session cookie, and no script reads it', async () => {
  const page = await open('/sign-in')
  await expectGood(page, 'sign-in')
  await page.click('button:has-text("Sign in")')
  await page.locator('.govuk-error-summary').waitFor()
  await expectGood(page)
  await page.fill('#name', ahmed.name)
  await page.fill('#password', 'white goats climb')
  await page.press('#password', 'Enter')
  await page.locator('.govuk-error-summary', { hasText: 'name or the password is wrong' }).waitFor()
  await page.fill('#password', password)
  await page.press('#password', 'Enter')
  await page.waitForURL('**/sign-in/code')
  await expectGood(page, 'sign-in-code')
  await page.fill('#code', '000000')
  await page.press('#code', 'Enter')
  await page.locator('.govuk-error-summary').waitFor()
  await page.fill('#code', freshCode(letters))
  await page.press('#code', 'Enter')
  await page.locator('.hb-header__name', { hasText: 'S Ahmed, Headteacher' }).waitFor()
  const session = (await page.context().cookies()).find(each => each.name === '__Host-handbell')
  assert.ok(session.secure && session.httpOnly && session.sameSite === 'Strict')
  assert.equal(await page.evaluate('document.cookie'), '')
  assert.doesNotMatch(page.url(), /Ahmed/)
  for (const path of ['/users', '/users/person?id=S1', '/devices', '/account']) {
    await page.goto(address(path))
    await expectGood(page, path === '/users/person?id=S1' ? 'users-person' : path.slice(1))
  }
  await page.goto(address('/users'))
  await page.click('text=Sign out')
  assert.match(page.url(), /\/sign-in$/)
  await closePage(page, { refused: true })
})

test('a teacher opens a classroom device by PIN, the next person in two touches', async () => {
  for (const each of [okoro, brook]) await signedIn(site.page, each)
  const office = await openPage(browser, address('/devices'))
  await office.fill('#device', "Owls' tablet")
  await office.check('input[value="Owls"]')
  await office.click('text=Make a code')
  const code = await office.textContent('.hb-secret code')
  await expectGood(office, 'device-code')
  const page = await open('/device', { width: 768, height: 1024 })
  await expectGood(page)
  await page.fill('#code', code)
  await page.press('#code', 'Enter')
  await page.waitForURL('**/pin')
  await expectGood(page, 'pin')
  await page.check('text=J Okoro')
  await page.fill('#pin', '482914')
  await page.press('#pin', 'Enter')
  await page.locator('.govuk-error-summary', { hasText: 'That PIN is wrong' }).waitFor()
  await expectGood(page)
  await page.fill('#pin', '482913')
  await page.press('#pin', 'Enter')
  await page.locator('.hb-header__name', { hasText: 'J Okoro' }).waitFor()
  await page.click('text=Change person')
  await page.check('text=L Brook')
  await page.fill('#pin', brook.pin)
  await page.press('#pin', 'Enter')
  await page.locator('.hb-header__name', { hasText: 'L Brook' }).waitFor()
  await page.click('text=Change person')

  await office.goto(address('/devices'))
  await office.fill('#supply', 'J Doe')
  await office.selectOption('#class', 'Owls')
  await office.click('text=Make a day pass')
  const pass = await office.textContent('.hb-secret code')
  await page.click('text=I have a day pass')
  await expectGood(page, 'day-pass')
  await page.fill('#code', pass)
  await page.press('#code', 'Enter')
  await page.locator('.hb-header__name', { hasText: 'J Doe, Supply teacher' }).waitFor()
  await page.goto(address('/register'))
  assert.match(await page.textContent('main'), /Owls/)
  assert.doesNotMatch(await page.textContent('main'), /Foxes/)
  await closePage(page, { refused: true })
  await closePage(office)
})

test('an invitation is taken on a narrow phone', async () => {
  const page = await open('/join', { width: 320, height: 640 })
  await expectGood(page, 'join')
  await page.click('text=Continue')
  await page.locator('.govuk-error-summary').waitFor()
  site.handbell('staff', 'add', 'KS', '--name', 'K Stone', '--position', 'Class teacher', '--role', 'class teacher', '--class', 'Foxes')
  const code = site.handbell('account', 'invite', 'KS').match(/Stone: (\S+)/)[1]
  await page.fill('#code', code)
  await page.press('#code', 'Enter')
  await page.waitForURL('**/join/account')
  await expectGood(page, 'join-320')
  await page.fill('#password', password)
  await page.fill('#again', password)
  await page.fill('#pin', '123456')
  await page.press('#again', 'Enter')
  await page.locator('.govuk-error-summary', { hasText: 'not in a row' }).waitFor()
  await expectGood(page)
  await page.fill('#password', password)
  await page.fill('#again', password)
  await page.fill('#pin', '739182')
  await page.press('#again', 'Enter')
  await page.locator('h1', { hasText: 'Your account is ready' }).waitFor()
  await closePage(page, { refused: true })
})
