// The page Cards in a real browser: a card is held to the reader, the page follows, one press gives it.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { connect } from 'node:net'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import { expectGood } from './every_way.mjs'
import { closePage, launch, openPage, picture } from './page.mjs'
import { OfficeSite } from './site.mjs'

let site
let browser
let folder
let chip

const bin = name => join(process.env.HANDBELL_BIN, name)
const clerk = { name: 'R Patel', position: 'Office' }
const open = options => openPage(browser, new URL('/cards', site.page).href, { as: clerk, ...options })

/** One line to the emulated chip. */
function say(line) {
  return new Promise((done, failed) => {
    const caller = connect(join(folder, 'chip.sock'), () => caller.write(line + '\n'))
    caller.on('error', failed)
    caller.on('data', data => { caller.end(); done(String(data)) })
  })
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handbell-cards-'))
  chip = spawn(bin('handbell-pn532'), ['--link', join(folder, 'desk'), '--control', join(folder, 'chip.sock')])
  for (let i = 0; i < 100; i += 1) {
    if (await say('state').then(() => true, () => false)) break
    await new Promise(done => setTimeout(done, 50))
  }
  site = new OfficeSite()
  site.make()
  const config = join(site.site, 'handbell.toml')
  const [before, after] = readFileSync(config, 'utf8').split('\n[kiosk]')
  writeFileSync(config, before.replace('readers = []', `readers = ["pn532_uart:${join(folder, 'desk')}"]`) + '\n[kiosk]' + after)
  site.handbell('staff-keys', 'make')
  site.handbell('staff', 'add', 'P1', '--name', 'R Patel', '--position', 'Office manager', '--role', 'office')
  await site.start()
  browser = await launch()
})

afterEach(() => say('off all'))

after(async () => {
  chip?.kill()
  await browser?.close()
  assert.equal(await site.stop(), 0, 'the office ends cleanly')
  assert.equal(site.errors, '', 'and had nothing to complain about')
  site.remove()
  rmSync(folder, { recursive: true, force: true })
})

test('a card held to the reader is given with one press, and the page follows by itself', async () => {
  const page = await open()
  await page.locator('#on-reader', { hasText: 'desk: working.' }).waitFor()
  await say('on 04A1B2C3D4E5F6')
  await page.locator('#on-reader', { hasText: '...E5F6' }).waitFor()
  await expectGood(page, 'cards')
  const row = page.locator('#needing tbody tr').first()
  const name = await row.locator('th, td').first().textContent()
  await row.getByRole('button', { name: 'Give this card' }).click()
  await page.locator('.govuk-notification-banner, .hb-done', { hasText: name }).first().waitFor()
  await page.locator('#on-reader', { hasText: `${name}'s card` }).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Give this card' }).count(), 0, 'it is taken')
  await closePage(page)
})

test('a phone is refused in friendly words, and two cards are one too many', async () => {
  const page = await open({ width: 320 })
  await say('on 08112233')
  await page.locator('#on-reader', { hasText: 'A phone, a bank card or a copy' }).waitFor()
  await expectGood(page, 'cards-phone', false)
  await say('off all')
  await say('on 04A1B2C3D4E5F6')
  await say('on 04112233445566')
  await page.locator('#on-reader', { hasText: 'one at a time' }).waitFor()
  await closePage(page)
})

test('with scripts off a press on "Look again" shows the card', async () => {
  const page = await open({ javaScriptEnabled: false })
  await say('on 04112233445577')
  await page.waitForTimeout(500)
  await page.getByRole('button', { name: 'Look again' }).click()
  await page.locator('#on-reader', { hasText: '...5577' }).waitFor()
  await picture(page, 'cards-plain')
  await closePage(page)
})

test('a staff card is written on the reader with a PIN, then given', async () => {
  const page = await openPage(browser, new URL('/cards/staff', site.page).href, { as: clerk })
  await expectGood(page, 'cards-staff-none')
  await say('on 04A1B2C3D4E599 ntag424')
  await page.waitForTimeout(500)
  await page.getByRole('button', { name: /Look again|Another card lies there/ }).click()
  await page.getByRole('button', { name: 'Write the card ...E599' }).waitFor()
  await expectGood(page, 'cards-staff')
  await page.getByLabel('Whose card').selectOption({ label: 'R Patel' })
  await page.getByLabel('PIN, typed by its holder').fill('123456')
  await page.getByLabel('PIN again').fill('123456')
  await page.getByRole('button', { name: 'Write the card' }).click()
  assert.match(await page.textContent('.govuk-error-summary'), /6 to 12 digits/)
  await expectGood(page, 'cards-staff-refused', false)
  await page.getByLabel('PIN, typed by its holder').fill('730284')
  await page.getByLabel('PIN again').fill('730284')
  await page.getByRole('button', { name: 'Write the card' }).click()
  await page.getByRole('button', { name: 'Give it to R Patel' }).waitFor()
  await picture(page, 'cards-staff-written')
  await page.getByRole('button', { name: 'Give it to R Patel' }).click()
  await page.locator('#held', { hasText: 'releases, key 1' }).waitFor()
  await expectGood(page, 'cards-staff-held')
  await closePage(page, { refused: true })
})
