// A whole day at the demo school: set-up, a classroom device, the register, the door, conflicts,
// calls, a release, a fire, and the day sheet. The programs are the real ones, kiosk and office.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Kiosk } from './kiosk.mjs'
import { closePage, launch, openPage, picture, pictures } from './page.mjs'
import { codeOf, password, signedIn } from './people.mjs'
import { OfficeSite } from './site.mjs'

const day = '2026-01-12'
const ahmed = { name: 'S Ahmed', position: 'Headteacher' }
const patel = { name: 'R Patel', position: 'Office manager' }
const okoro = { name: 'J Okoro', position: 'Class teacher', classes: ['Bees'] }

// Of the demo school's Bees.
const immy = { name: 'Immy Adams', number: '2265', card: 'AFF65EC0' }
const tariq = { name: 'Tariq Al-Hassan', number: '2327', card: '047FDFB9F66055' }
const anas = { name: 'Anas Al-Masri', number: '2292', card: '04F26E406C32FB' }
const xavier = { name: 'Xavier Blake', number: '2328', card: '04C888133D9F10' }

const site = new OfficeSite()
let kiosk
let browser
let device

const address = path => new URL(path, site.page).href
const open = (path, options) => openPage(browser, address(path), options)

function clock(time) {
  site.handbell('clock', 'set', `${day}T${time}`)
  site.handbell('clock', 'hold')
}

before(async () => {
  const init = spawnSync(join(process.env.HANDBELL_BIN, 'handbell'), ['init', site.site, '--demo', '--rehearsal'], { encoding: 'utf8' })
  assert.equal(init.status, 0, init.stderr)
  site.write('contacts.csv', ['AdmissionNumber,Order,ContactName,Relationship,PR,Phone1,Phone2,MayCollect,CourtOrderNote',
    '2265,1,Ann Adams,Mother,Y,07700 900101,,Y,', '2292,1,Rania Al-Masri,Mother,Y,07700 900102,,Y,', ''].join('\n'))
  site.handbell('import', 'contacts', join(site.folder, 'contacts.csv'))
  clock('08:20:00')
  await site.startOffice()
  kiosk = new Kiosk(site)
  browser = await launch()
})

after(async () => {
  await browser?.close()
  assert.equal(await kiosk.stop(), 0)
  assert.equal(await site.stop(), 0, 'the office ends cleanly')
  assert.equal(site.errors, '', 'and had nothing to complain about')
  site.remove()
})

test('08:20 the headteacher sets Handbell up and signs in with the app', async () => {
  const code = site.handbell('account', 'first-run').match(/code: (\S+)/)[1]
  const page = await open('/today', { as: null })
  await page.fill('#code', code)
  await page.fill('#name', ahmed.name)
  await page.fill('#position', ahmed.position)
  await page.check('#role')
  await page.press('#position', 'Enter')
  await page.waitForURL('**/join/account')
  const letters = await page.textContent('.hb-secret code')
  await page.fill('#password', password)
  await page.fill('#again', password)
  await page.fill('#code', codeOf(letters))
  await page.press('#code', 'Enter')
  await page.click('text=Go on to Handbell')
  await page.click('text=Sign out')
  await page.fill('#name', ahmed.name)
  await page.fill('#password', password)
  await page.press('#password', 'Enter')
  await page.waitForURL('**/sign-in/code')
  await page.fill('#code', codeOf(letters, Date.now() + 30_000))
  await page.press('#code', 'Enter')
  await page.locator('.hb-header__name', { hasText: 'S Ahmed, Headteacher' }).waitFor()
  await closePage(page)
})

test('08:30 the office enrols the class\'s device, and the teacher opens it by PIN', async () => {
  await signedIn(site.page, okoro)
  const office = await open('/devices')
  await office.fill('#device', 'Bees\' board')
  await office.check('input[value="Bees"]')
  await office.click('text=Make a code')
  const code = await office.textContent('.hb-secret code')
  await closePage(office)
  device = await open('/device', { as: null, width: 1024 })
  await device.fill('#code', code)
  await device.press('#code', 'Enter')
  await device.waitForURL('**/pin')
  await device.check('text=J Okoro')
  await device.fill('#pin', '482913')
  await device.press('#pin', 'Enter')
  await device.locator('.hb-header__name', { hasText: 'J Okoro' }).waitFor()
})

test('08:38 the register: all are here but three, and it is sent with the headcount', async () => {
  clock('08:38:00')
  await device.goto(address('/register?class=Bees&session=am'))
  const boxes = await device.locator('[name^=child-][value=present]').all()
  for (const each of boxes) await each.check({ force: true })
  for (const child of [immy, anas, xavier]) {
    await device.locator('li', { hasText: child.name }).locator('[value=not-here]').check({ force: true })
  }
  await device.fill('#headcount', String(boxes.length - 3))
  await device.getByRole('button', { name: 'Send register' }).click()
  await device.locator('.hb-take__sent').waitFor()
  await picture(device, 'day-register')
})

test('08:52 a card at the door stands on Today within a second, and the child is seen in class', async () => {
  const today = await open('/today')
  clock('08:52:00')
  await kiosk.screen('idle')
  const shown = today.locator('#waiting', { hasText: immy.name }).waitFor()
  const from = Date.now()
  await kiosk.card(immy.card)
  await shown
  const took = Date.now() - from
  console.log(`# from the card to Today: ${took} ms`)
  assert.ok(took < 1000, `it took ${took} ms`)
  await kiosk.card(tariq.card) // whom the teacher saw in class: somebody is wrong
  await picture(today, 'day-today')
  await device.goto(address('/register?class=Bees&session=am'))
  await device.locator('li', { hasText: immy.name }).getByRole('button', { name: /Seen/ }).click()
  await device.locator('.hb-done', { hasText: 'was seen at 08:52' }).waitFor()
  await closePage(today)
})

test('09:00 the conflict is settled with one click, and the late mark accepted', async () => {
  clock('09:00:00')
  const page = await open('/reconcile')
  const conflict = page.locator('.hb-conflict', { hasText: tariq.name })
  await conflict.locator('button').first().click()
  await page.locator('.hb-done').waitFor()
  await picture(page, 'day-reconcile')
  await page.goto(address('/today'))
  await page.getByRole('button', { name: /Accept/ }).first().click()
  await page.locator('.hb-done').waitFor()
  assert.equal(JSON.parse(site.handbell('history', immy.number, day, 'am', '--format', 'json')).at(-1).code, 'L')
  await closePage(page)
})

test('09:05 the families of who is missing are rung', async () => {
  clock('09:05:00')
  const page = await open('/calls')
  const card = page.locator('.hb-call', { hasText: anas.name })
  await card.getByRole('button', { name: /No answer/i }).first().click()
  await page.locator('.hb-done', { hasText: 'no answer' }).waitFor()
  await picture(page, 'day-calls')
  await closePage(page)
})

test('12:30 a fire: two phones, one without a network, miss nobody', async () => {
  clock('12:30:00')
  const phone = { width: 360, height: 740 }
  const first = await open('/roll-call', phone)
  await first.click('#begin-real summary')
  await first.click('#begin-real button')
  await kiosk.screen('evacuate')
  await first.locator('#roll-not-seen').waitFor()
  const wanted = Number(await first.textContent('#roll-wanted'))
  const second = await open('/roll-call', { ...phone, as: okoro })
  await second.context().setOffline(true)
  const boxes = await first.$$eval('.hb-roll__row[data-wanted="1"] .hb-roll__box', all => all.map(each => each.id))
  assert.equal(boxes.length, wanted)
  const half = Math.floor(boxes.length / 2)
  for (const id of boxes.slice(0, half + 1)) await first.locator(`label[for=${id}]`).click()
  for (const id of boxes.slice(half)) await second.locator(`label[for=${id}]`).click()
  await second.locator('#roll-kept', { hasText: 'Kept on this phone' }).waitFor()
  await picture(second, 'day-roll-offline')
  await second.context().setOffline(false)
  for (const page of [first, second]) {
    await page.locator('#roll-not-seen', { hasText: /^0$/ }).waitFor({ timeout: 20_000 })
  }
  await picture(first, 'day-roll')
  await first.click('#end summary')
  await first.click('text=End it now')
  await kiosk.screen('idle')
  second.wrong = second.wrong.filter(text => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(text))
  await closePage(second)
  await closePage(first)
})

test('13:06 an adult asks at the door, the office checks and hands over, and the door says so', async () => {
  clock('13:06:00')
  await kiosk.screen('idle')
  await kiosk.press('going_out')
  await kiosk.screen('out_child')
  await kiosk.card(immy.card)
  await kiosk.screen('out_who')
  await kiosk.press('choice:0')
  await kiosk.screen('out_why')
  await kiosk.press('choice:0')
  await kiosk.screen('out_back')
  await kiosk.press('choice:1')
  await kiosk.screen('someone_comes')
  await kiosk.screen('idle')
  const page = await open('/out')
  const request = page.locator('.hb-release', { hasText: immy.name })
  await request.waitFor()
  await request.getByLabel('Who is the adult').fill('Ann Adams')
  await request.getByLabel('Photo ID').check()
  await request.getByRole('button', { name: 'Checked: may go' }).click()
  await page.locator('.hb-done', { hasText: 'may go with Ann Adams' }).waitFor()
  await kiosk.screen('someone_comes')
  await request.getByRole('button', { name: 'Handed over now' }).click()
  await page.locator('#out', { hasText: immy.name }).waitFor()
  await picture(page, 'day-out')
  await closePage(page)
})

test('15:30 the head looks at the figures that the governors see', async () => {
  clock('15:30:00')
  const page = await open('/figures?of=day', { as: { name: 'A Noor', position: 'Headteacher' } })
  const text = await page.textContent('main')
  for (const child of [immy, tariq, anas, xavier]) assert.doesNotMatch(text, new RegExp(child.name))
  assert.match(text, /Bees/)
  await picture(page, 'day-figures')
  await closePage(page)
})

test('15:40 the day sheet is printed with the chain\'s head', async () => {
  clock('15:40:00')
  const page = await open('/today/sheet')
  const file = join(pictures, 'day-sheet.pdf')
  await page.pdf({ path: file, format: 'A4' })
  assert.ok(existsSync(file))
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  for (const child of [immy, tariq, anas]) assert.match(text, new RegExp(child.name.split(' ')[1]))
  assert.match(text, /Handbell/)
  assert.match(text, /entry \d+,\s+link\s+[0-9A-F]{16}/, 'the head of the chain')
  await closePage(page)
  await closePage(device)
  assert.match(site.handbell('verify'), /all as they were written/)
})
