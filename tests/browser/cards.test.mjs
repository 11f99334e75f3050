// The page Cards in a real browser: a card is held to the reader, the page follows, one press gives it.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
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
let sender

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
  site = new OfficeSite()
  site.make()
  await site.start()
  browser = await launch()
  folder = mkdtempSync(join(tmpdir(), 'handbell-cards-'))
  chip = spawn(bin('handbell-pn532'), ['--link', join(folder, 'desk'), '--control', join(folder, 'chip.sock')])
  for (let i = 0; i < 100; i += 1) {
    if (await say('state').then(() => true, () => false)) break
    await new Promise(done => setTimeout(done, 50))
  }
  sender = spawn(bin('handbell'), ['--site', site.site, 'reader', 'desk', 'pn532_uart:' + join(folder, 'desk')])
})

afterEach(() => say('off all'))

after(async () => {
  sender?.kill()
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
