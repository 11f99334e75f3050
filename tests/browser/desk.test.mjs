// What the office types on Today, and the day on paper, in a real browser.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { expectGood } from './every_way.mjs'
import { closePage, launch, openPage, picture, pictures } from './page.mjs'
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


for (const [width, javaScriptEnabled] of [[1280, true], [320, false]]) {
  test(`a child who came is found by name and written down, ${width} pixels wide`, async () => {
    const page = await open('/today', { width, javaScriptEnabled })
    await page.getByRole('link', { name: 'Arrived' }).click()
    await page.waitForURL('**/today/arrived')
    if (javaScriptEnabled) await expectGood(page, `arrived-search-${width}`, width > 600)
    await page.getByLabel('Which child?').fill(javaScriptEnabled ? 'wisniewski' : 'zoe')
    await page.getByRole('button', { name: 'Find' }).click()
    assert.doesNotMatch(page.url(), /zoe|wisniewski/)
    await page.locator('#found a').first().click()
    await page.waitForURL('**/today/arrived?child=*')
    if (javaScriptEnabled) await expectGood(page, `arrived-${width}`, width > 600)
    await page.getByLabel('Came at').fill('08:52')
    await page.getByRole('button', { name: 'Write it down' }).click()
    assert.match(await page.textContent('.hb-done'), /Not written yet/)
    assert.match(await page.textContent('.hb-desk__children'), /L after 17 minutes/)
    await picture(page, `arrived-again-${width}`)
    await page.getByRole('button', { name: 'Write it down' }).click()
    assert.match(await page.textContent('.hb-done'), /\(L\) came at 08:52/)
    await closePage(page)
  })
}

test('a child who goes out, and one refused form', async () => {
  const page = await open('/today/going?child=1', { width: 320 })
  await expectGood(page, 'going-320')
  await page.getByLabel('Back by, if today').fill('08:00')
  await page.getByRole('button', { name: 'Write it down' }).click()
  assert.match(await page.textContent('.govuk-error-summary'), /before the child went/)
  await expectGood(page)
  await page.getByLabel('Back by, if today').fill('13:00')
  await page.getByRole('button', { name: 'Write it down' }).click()
  assert.match(await page.textContent('.hb-done'), /Amira Khan went out at 09:12/)
  await closePage(page, { refused: true })
})

test('a paper list is pasted, looked at and written, scripts off', async () => {
  const page = await open('/today/paper', { javaScriptEnabled: false })
  await picture(page, 'paper-empty')
  await page.getByLabel('Or paste a list').fill('08:52 Grace Adeyemi, overslept\n9.04 1003\n08:58 nobody')
  await page.getByRole('button', { name: 'Look at the list' }).click()
  assert.match(await page.textContent('.govuk-error-summary'), /Row 3: Nobody on roll/)
  await picture(page, 'paper-refused')
  await page.locator('#child-3').fill('Maryam Al-Hassan')
  await page.getByRole('button', { name: 'Look at the list' }).click()
  await page.getByRole('button', { name: 'Write all 3 down' }).click()
  assert.match(await page.textContent('.hb-done'), /3 children of the paper list/)
  await closePage(page, { refused: true })
})

test('the paper list stands on a telephone', async () => {
  const page = await open('/today/paper', { width: 320 })
  await expectGood(page, 'paper-320')
  await page.locator('#at-1').fill('0850')
  await page.locator('#child-1').fill('Noor')
  await page.locator('#child-1').press('Enter')
  await page.locator('.hb-done').waitFor()
  await expectGood(page, 'paper-looked-320')
  await closePage(page)
})

test('what cannot wait stands red at the top until somebody sees to it', async () => {
  const by = ['--by', 'J Okoro, Class teacher']
  site.handbell('mark', '1012', '2026-01-12', 'am', 'V', '--reason', 'trip to the museum', ...by)
  await site.at_door('tap 12 2026-01-12T09:05:00')
  for (const width of [320, 1280]) {
    const page = await open('/today', { width })
    assert.match(await page.textContent('#alerts-now'), /Noor Rahman.*not expected on site/s)
    await expectGood(page, `alerts-${width}`, width > 600)
    await closePage(page)
  }
  const page = await open('/today')
  await page.locator('#alerts-now button').click()
  await page.locator('.hb-done').waitFor()
  assert.equal(await page.locator('#alerts-now').count(), 0)
  assert.match(await page.textContent('#seen-to'), /Noor Rahman.*Seen to by R Patel, Office manager/s)
  await closePage(page)
})

test('the day sheet prints one sheet for each class, in order, with the head of the register', async () => {
  const page = await open('/today/sheet')
  await expectGood(page, 'sheet')
  const file = join(pictures, 'day-sheet.pdf')
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  const read = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  assert.equal(read.status, 0, read.stderr)
  const sheets = read.stdout.split('\f').filter(text => text.trim())
  assert.equal(sheets.length, 4)
  for (const [i, name, child] of [[0, 'Badgers', 'Grace Adeyemi'], [1, 'Ducklings', 'Oliver Hughes'], [2, 'Foxes', 'Thị Ánh'], [3, 'Owls', 'Zoë O'], [3, 'Owls', 'Amira Khan']]) {
    assert.ok(sheets[i].includes(name), `${name} is sheet ${i + 1}`)
    assert.ok(sheets[i].includes(child), `${child} stands on sheet ${i + 1}`)
    assert.match(sheets[i], /Legal register: Handbell\.\s+Kept as: Register [0-9A-F]+, entry \d+, link/)
    assert.match(sheets[i], /Printed on Monday 12 January 2026 at 09:12 by R Patel, Office manager/)
  }
  assert.ok(!read.stdout.includes('Paper list'), 'no way to other pages on paper')
  await closePage(page)
})
