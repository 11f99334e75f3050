// The staff list on the page Users, in a real browser: somebody new, another name, somebody who left;
// and a timetable with its days.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { closePage, expectNoSidewaysScroll, expectNoViolations, launch, openPage, picture } from './page.mjs'
import { signedIn } from './people.mjs'
import { OfficeSite } from './site.mjs'

let site
let browser

before(async () => {
  site = new OfficeSite()
  site.make()
  await site.startOffice()
  browser = await launch()
  await signedIn(site.page, { name: 'J Okoro', position: 'Class teacher', classes: ['Owls'] })
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

for (const width of [320, 1280]) {
  test(`list and person read well at ${width} pixels, also when they come back`, async () => {
    const page = await open('/users', { width })
    await expectNoViolations(page)
    await expectNoSidewaysScroll(page)
    await picture(page, `users-${width}`)
    await page.getByRole('button', { name: 'Add to the list' }).click()
    await page.locator('.govuk-error-summary').waitFor()
    await expectNoViolations(page)
    await expectNoSidewaysScroll(page)
    await page.goto(address('/users/person?id=JOkoro'))
    await expectNoViolations(page)
    await expectNoSidewaysScroll(page)
    await picture(page, `users-person-${width}`)
    await page.getByRole('button', { name: 'Close the account' }).click()
    await page.locator('.govuk-error-summary', { hasText: 'works here no more' }).waitFor()
    await expectNoViolations(page)
    await closePage(page, { refused: true })
  })
}

test('the keyboard alone puts somebody on the list, whom an error keeps as typed', async () => {
  const page = await open('/users')
  await page.focus('#name')
  await page.keyboard.type('<b>M Lind</b>')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Class teacher')
  await page.keyboard.press('Enter')
  await page.locator('.govuk-error-summary', { hasText: 'Choose what the person may do' }).waitFor()
  assert.equal(await page.inputValue('#name'), '<b>M Lind</b>')
  await page.focus('#roles')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await page.locator('.hb-done', { hasText: 'without an account yet' }).waitFor()
  assert.match(await page.textContent('h1'), /<b>M Lind<\/b>/)
  await closePage(page, { refused: true })
})

test('with scripts off a name is changed, and then the account is closed', async () => {
  const page = await open('/users/person?id=JOkoro', { javaScriptEnabled: false, width: 320 })
  await page.fill('#name', 'J Adeyemi')
  await page.getByRole('button', { name: 'Save' }).click()
  assert.match(await page.textContent('.hb-done'), /J Okoro is now J Adeyemi/)
  await page.getByLabel('J Adeyemi works here no more').check()
  await page.getByRole('button', { name: 'Close the account' }).click()
  assert.match(await page.textContent('.hb-done'), /J Adeyemi works here no more/)
  assert.match(await page.textContent('main'), /Left/)
  await closePage(page)
  const teacher = await openPage(browser, address('/register'), { as: { name: 'J Okoro', position: 'Class teacher' } })
  assert.match(teacher.url(), /sign-in/)
  await closePage(teacher)
})

test('forced colours and print keep what matters', async () => {
  const page = await open('/users', { forcedColors: 'active' })
  await expectNoViolations(page)
  await page.emulateMedia({ media: 'print', forcedColors: 'none' })
  assert.equal(await page.locator('tbody tr').first().isVisible(), true)
  await closePage(page)
})

test('a timetable that ends before it begins comes back as it was typed', async () => {
  const page = await open('/absence/child?pupil=10&do=timetable', { width: 320 })
  for (const half of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) await page.getByLabel(`${half} afternoon`).uncheck()
  await page.getByLabel('From', { exact: true }).fill('2026-01-19')
  await page.getByLabel('Until, this day included').fill('2026-01-09')
  await page.getByRole('button', { name: 'Keep this timetable' }).click()
  await page.locator('.govuk-error-summary', { hasText: 'lies before the first' }).waitFor()
  assert.equal(await page.getByLabel('From', { exact: true }).inputValue(), '2026-01-19')
  assert.equal(await page.getByLabel('Monday afternoon').isChecked(), false)
  await expectNoViolations(page)
  await expectNoSidewaysScroll(page)
  await picture(page, 'timetable-refused-320')
  await closePage(page, { refused: true })
})
