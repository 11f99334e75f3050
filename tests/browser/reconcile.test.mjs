// Settling what register and door say differently, in a real browser.
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
const history = pupil => JSON.parse(site.handbell('history', pupil, '2026-01-12', 'am', '--format', 'json'))

async function tabTo(page, id) {
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement.id) === id) return
  }
  assert.fail(`the keyboard does not come to ${id}`)
}

test('a day without differences says so calmly', async () => {
  const page = await open('/reconcile')
  assert.match(await page.textContent('#open'), /say the same so far/)
  await expectGood(page)
  await picture(page, 'reconcile-empty')
  await closePage(page)
})

test('register, door and office stand side by side, on a telephone below each other', async () => {
  const by = ['--by', 'J Okoro, Class teacher']
  site.handbell('mark', '1001', '2026-01-12', 'am', '/', '--reason', 'register', ...by)
  site.handbell('mark', '1002', '2026-01-12', 'am', 'N', '--reason', 'register', ...by)
  site.handbell('mark', '1005', '2026-01-12', 'am', '/', '--reason', '<b>register</b>', ...by)
  site.handbell('mark', '1010', '2026-01-12', 'am', '/', '--reason', 'register', ...by)
  for (const [child, at, code] of [[1, '08:52:10', 'L'], [2, '09:04:00', 'U'], [5, '09:00:20', 'U'], [10, '08:55:00', 'L']]) {
    await site.at_door(`tap ${child} 2026-01-12T${at} ${code}`)
  }
  for (const width of [320, 1280]) {
    const page = await open('/reconcile', { width })
    assert.equal(await page.locator('.hb-conflict').count(), 4)
    assert.match(await page.locator('.hb-conflict').first().textContent(), /Zoë O'Neill.*find the child first/s)
    await expectGood(page, `reconcile-${width}`, width > 600)
    for (const more of await page.locator('summary').all()) await more.click()
    await expectGood(page, `reconcile-open-${width}`, width > 600)
    await closePage(page)
  }
})

test('the keyboard alone settles as suggested', async () => {
  const page = await open('/reconcile')
  await tabTo(page, 'suggested-am-1')
  await page.keyboard.press('Enter')
  await page.locator('.hb-done').waitFor()
  assert.match(await page.textContent('.hb-done'), /Settled: L for Amira Khan/)
  assert.match(await page.textContent('#settled'), /Amira Khan.*came before the register closed.*R Patel, Office manager/)
  assert.equal(history('1001').at(-1).minutes_late, 17)
  assert.doesNotMatch(page.url(), /Amira/)
  await closePage(page)
})

test('with scripts off a refused form shows what was typed, then another mark is entered and undone', async () => {
  const page = await open('/reconcile', { javaScriptEnabled: false })
  const line = page.locator('.hb-conflict', { hasText: '<script>' })
  await line.locator('summary').click()
  await line.getByLabel('Another mark or reason').check()
  await line.getByLabel('Another mark', { exact: true }).selectOption('L')
  await line.locator('button[value=chosen]').click()
  assert.match(await page.textContent('.govuk-error-summary'), /Say why/)
  await picture(page, 'reconcile-refused')
  const again = page.locator('.hb-conflict', { hasText: '<script>' })
  assert.equal(await again.getByLabel('Another mark', { exact: true }).inputValue(), 'L')
  await again.getByLabel('Why', { exact: true }).fill('came with the taxi')
  await again.locator('button[value=chosen]').click()
  assert.match(await page.textContent('.hb-done'), /Settled: L/)
  assert.equal(history('1005').at(-1).reason, 'came with the taxi')
  await page.locator('#settled tr', { hasText: '<script>' }).locator('button').click()
  assert.match(await page.textContent('.hb-done'), /Undone: \/ stands again/)
  assert.equal(history('1005').length, 3)
  await closePage(page, { refused: true })
})

test('two people at once: the second is told what the first did', async () => {
  const first = await open('/reconcile')
  const second = await open('/reconcile')
  await first.click('#suggested-am-10')
  await first.locator('.hb-done').waitFor()
  await second.click('#suggested-am-10')
  await second.locator('.govuk-error-summary').waitFor()
  assert.match(await second.textContent('.govuk-error-summary'), /R Patel, Office manager has meanwhile entered L/)
  await expectGood(second)
  assert.equal(history('1010').length, 2)
  await closePage(first)
  await closePage(second, { refused: true })
})

test('forced colours and print keep what matters', async () => {
  const page = await open('/reconcile', { forcedColors: 'active' })
  await expectNoViolations(page)
  await page.emulateMedia({ media: 'print', forcedColors: 'none' })
  assert.equal(await page.locator('.hb-settle__one').first().isVisible(), false)
  assert.equal(await page.locator('#settled').isVisible(), true)
  await picture(page, 'reconcile-print')
  await closePage(page)
})

test('the next morning names the day that is not done', async () => {
  site.handbell('clock', 'set', '2026-01-13T08:15:00')
  site.handbell('clock', 'hold')
  const page = await open('/reconcile')
  assert.match(await page.textContent('.hb-left-over'), /Monday 12 January 2026: 2 children/)
  await page.click('.hb-left-over a')
  assert.equal(await page.locator('.hb-conflict').count(), 2)
  await expectNoViolations(page)
  await closePage(page)
})

test('what the other register says otherwise stays until it is entered here, also on a telephone', async () => {
  site.write('sims.csv', ['AdmissionNumber,Date,Session,Code,MinutesLate',
    '1002,2026-01-12,AM,U,31', '1010,2026-01-12,AM,/,', '1003,2026-01-12,AM,/,'].join('\n') + '\n')
  site.handbell('import', 'marks', `${site.folder}/sims.csv`, '--by', 'R Patel, Office')
  const day = await open('/reconcile?on=2026-01-12')
  await day.getByRole('link', { name: 'Differences of this year' }).click()
  await day.waitForURL(/differences/)
  await closePage(day)
  for (const width of [320, 1280]) {
    const page = await open('/reconcile/differences', { width })
    assert.match(await page.textContent('#differences'), /U \(31 minutes\).*sims.csv, imported on Tuesday 13 January 2026/s)
    await expectGood(page, `differences-${width}`)
    await closePage(page)
  }
  const page = await open('/reconcile/differences', { javaScriptEnabled: false })
  const before = await page.locator('#differences tbody tr').count()
  await page.locator('#differences form button').first().click()
  await page.locator('.hb-done').waitFor()
  assert.equal(await page.locator('#differences tbody tr').count(), before - 1)
  await closePage(page)
})
