// The page Attendance over a whole invented school: a long list that stays readable, and what a
// champion makes of it, in a real browser.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { expectGood } from './every_way.mjs'
import { closePage, expectNoSidewaysScroll, expectNoViolations, launch, openPage } from './page.mjs'
import { OfficeSite } from './site.mjs'

const champion = { name: 'L Hart', position: 'Attendance champion', role: 'senior attendance champion' }
const bin = process.env.HANDBELL_BIN

let site
let browser

/** 240 children with the marks of two years, on a Friday in March. */
class WholeSchool extends OfficeSite {
  make() {
    const school = join(this.folder, 'school')
    for (const [program, ...words] of [
      ['handbell', 'init', this.site, '--rehearsal', '--name', 'Oak Lane Infant and Nursery School'],
      ['handbell-invent', school, '--pupils', '240', '--history', '2026-03-12'],
    ]) {
      const done = spawnSync(join(bin, program), words, { encoding: 'utf8' })
      if (done.status !== 0) throw new Error(done.stderr)
    }
    this.handbell('clock', 'set', '2026-03-13T10:00:00')
    this.handbell('clock', 'hold')
    this.handbell('import', 'pupils', join(school, 'pupils.csv'))
    this.handbell('import', 'calendar', join(school, 'calendar.csv'))
    this.handbell('import', 'marks', join(school, 'marks.csv'), '--by', 'R Patel, Office manager')
  }
}

before(async () => {
  site = new WholeSchool()
  site.make()
  await site.startOffice()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  assert.equal(await site.stop(), 0, 'the office ends cleanly')
  assert.equal(site.errors, '', 'and had nothing to complain about')
  site.remove()
})

const open = (path, options) => openPage(browser, new URL(path, site.page).href, { as: champion, ...options })

test('a long list stays readable on a desk, on a telephone and without scripts', async () => {
  for (const width of [320, 1280]) {
    const page = await open('/attendance', { width })
    assert.ok(await page.locator('#others tbody tr').count() > 60)
    await expectNoViolations(page)
    await expectNoSidewaysScroll(page)
    await page.screenshot({ path: join(process.env.HANDBELL_PICTURES, `attendance-whole-${width}.png`) })
    await closePage(page)
  }
  const plain = await open('/attendance?sort=name', { javaScriptEnabled: false })
  assert.ok(await plain.locator('#others tbody tr').count() > 60)
  await closePage(plain)
})

test('a count on top is the way to those it counts', async () => {
  for (const width of [320, 1280]) {
    const page = await open('/attendance', { width })
    await page.getByRole('link', { name: /^Penalty threshold/ }).click()
    assert.match(page.url(), /of=penalty/)
    const rows = await page.locator('main tbody tr').count()
    assert.match(await page.locator('.hb-sieve[aria-current]').textContent(), new RegExp(`Penalty threshold ${rows}`))
    assert.match(await page.textContent('main'), /sessions without leave \(12 G\)/)
    await expectGood(page, `attendance-penalty-${width}`, width > 600)
    await closePage(page)
  }
})

test('class, group and order are asked for by a form, and the keyboard comes everywhere', async () => {
  const page = await open('/attendance')
  await page.getByLabel('Class', { exact: true }).selectOption('Owls')
  await page.getByLabel('Order').selectOption('name')
  await page.getByRole('button', { name: 'Show' }).click()
  assert.match(page.url(), /class=Owls/)
  assert.ok(await page.locator('main tbody tr').count() > 3)
  await expectGood(page, 'attendance-class')
  await closePage(page)
})

test('dismissed with a reason by the keyboard alone, it stands apart with a way back', async () => {
  const page = await open('/attendance?class=Owls')
  const name = await page.locator('#others tbody tr th a').first().textContent()
  await page.getByRole('link', { name: `Dismiss or assign for ${name}` }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Keep this answer' }).waitFor()
  await expectGood(page, 'attendance-answer')
  await page.getByRole('button', { name: 'Keep this answer' }).click()
  assert.match(await page.textContent('.govuk-error-summary'), /Choose what is to be done/)
  await expectGood(page, 'attendance-answer-refused')
  await page.getByLabel('Dismiss it until it gets worse').focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Why', { exact: true }).fill('In hospital, we are in touch')
  await page.getByRole('button', { name: 'Keep this answer' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.hb-done').waitFor()
  assert.match(await page.textContent('.hb-done'), /dismissed until it gets worse/)
  assert.match(await page.textContent('#aside'), /In hospital, we are in touch \(L Hart/)
  await expectNoViolations(page)
  await page.goto(new URL('/attendance?class=Owls', site.page).href)
  assert.ok((await page.textContent('#aside')).includes(name))
  await expectGood(page, 'attendance-aside')
  await page.locator('#aside').getByRole('link', { name: /Open again/ }).first().click()
  assert.ok(await page.getByLabel('Open it again').isChecked())
  await page.getByRole('button', { name: 'Keep this answer' }).click()
  assert.match(await page.textContent('.hb-done'), /opened again/)
  await closePage(page, { refused: true })
})

test('the command says the same as the page', async () => {
  const page = await open('/attendance')
  const all = JSON.parse(site.handbell('report', 'suggestions', '--on', '2026-03-13', '--format', 'json'))
  const children = new Set(all.map(each => each.upn || each.name))
  assert.match(await page.textContent('main'), new RegExp(`${children.size} children stand here`))
  await closePage(page)
})
