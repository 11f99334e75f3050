// Who is asked for, checked, handed over, out and back, in a real browser.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { expectGood } from './every_way.mjs'
import { closePage, expectNoViolations, launch, openPage, picture } from './page.mjs'
import { OfficeSite, roll } from './site.mjs'

let site
let browser

before(async () => {
  site = new OfficeSite()
  site.make()
  const rows = roll.map(([forename, surname, year, name], i) =>
    `,${1001 + i},"${surname.replaceAll('"', '""')}","${forename}",2020-03-04,${year},${name},2025-09-01,${surname === 'Al-Hassan' ? 'H' : ''}`)
  site.write('families.csv', ['UPN,AdmissionNumber,Surname,Forename,DOB,Year,Class,StartDate,Family', ...rows, ''].join('\n'))
  site.handbell('import', 'pupils', join(site.folder, 'families.csv'))
  site.write('contacts.csv', ['AdmissionNumber,Order,ContactName,Relationship,MayCollect,CourtOrderNote',
    '1001,1,Nadia Khan,Mother,Y,', '1001,2,Omar Khan,Uncle,N,', '1003,1,Ann Ross,Mother,Y,Father: no contact',
    '1007,1,Salma Al-Hassan,Mother,Y,', '1008,1,Salma Al-Hassan,Mother,Y,', ''].join('\n'))
  site.handbell('import', 'contacts', join(site.folder, 'contacts.csv'))
  site.handbell('clock', 'set', '2026-01-12T13:06:00')
  site.handbell('clock', 'hold')
  await site.start()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  assert.equal(await site.stop(), 0, 'the office ends cleanly')
  assert.equal(site.errors, '', 'and had nothing to complain about')
  site.remove()
})

const open = (path, options) => openPage(browser, new URL(path, site.page).href, options)
const request = (page, name) => page.locator('.hb-release', { hasText: name })

async function expectFine(page, name) {
  for (const more of await page.locator('.hb-release summary').all()) await more.click()
  await expectGood(page, name)
}

test('nobody asks', async () => {
  const page = await open('/out')
  assert.match(await page.textContent('#requests'), /Nobody asks for a child/)
  await expectGood(page)
  assert.equal(await page.title(), 'Out of school – Oak Lane Infant and Nursery School – Handbell')
  await closePage(page)
})

test('a request is heard and seen on another page, and stands in the title', async () => {
  const page = await open('/today')
  await page.evaluate(() => {
    window.tones = 0
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (...at) { window.tones += 1; return start.apply(this, at) }
  })
  await page.locator('h1').click() // a browser lets no page sound before
  await site.at_door('ask 1 2026-01-12T13:05:30 mum')
  await page.waitForFunction(() => document.title.startsWith('(1) '))
  assert.equal(await page.textContent('#requests-waiting'), '1 waiting')
  await page.waitForFunction(() => window.tones === 2)
  assert.match(await page.textContent('.hb-nav__sound [role=status]'), /Somebody asks for a child: 1 waiting/)
  await page.getByRole('button', { name: 'Sound on' }).click()
  assert.equal(await page.locator('.hb-sound').textContent(), 'Sound off')
  await site.at_door('ask 3 2026-01-12T13:05:40 dad')
  await page.waitForFunction(() => document.title.startsWith('(2) '))
  assert.equal(await page.evaluate(() => window.tones), 2, 'it is off')
  await page.reload()
  assert.equal(await page.locator('.hb-sound').textContent(), 'Sound off', 'and stays off')
  await expectNoViolations(page)
  await picture(page, 'out-on-today')
  await closePage(page)
})

test('requests stand with who may collect, on a telephone too', async () => {
  await site.at_door('ask 7 2026-01-12T13:05:50 mum')
  await site.at_door('ask 8 2026-01-12T13:05:55 mum')
  for (const width of [320, 1280]) {
    const page = await open('/out', { width })
    assert.equal(await page.locator('.hb-release').count(), 3, 'siblings stand together')
    assert.match(await request(page, 'Ben Ross').textContent(), /court order: Father: no contact/)
    await expectFine(page, `out-asked-${width}`)
    await closePage(page)
  }
})

test('a request arrives on the page without a reload, and what is being typed stays', async () => {
  const page = await open('/out')
  await page.evaluate(() => { window.sameDocument = true })
  await site.at_door('ask 9 2026-01-12T13:05:58 carer')
  await request(page, 'Grace Adeyemi').waitFor()
  await request(page, 'Grace Adeyemi').getByLabel('to whom did you speak').fill('Mr O')
  await site.at_door('ask 5 2026-01-12T13:05:59 carer')
  await page.waitForFunction(() => document.title.startsWith('(6) '))
  await page.locator('.hb-release').nth(4).waitFor()
  assert.match(await page.textContent('#requests-heading'), /Asked for 5/, 'the new line comes beside the form')
  assert.equal(await request(page, 'Grace Adeyemi').getByLabel('to whom did you speak').inputValue(), 'Mr O')
  const other = await open('/out')
  await request(other, 'Grace Adeyemi').getByText('Refuse: the child stays').click()
  await request(other, 'Grace Adeyemi').getByLabel('Why does the child stay').fill('The wrong day')
  await request(other, 'Grace Adeyemi').getByRole('button', { name: 'Refuse' }).click()
  await other.locator('.hb-done').waitFor()
  await page.locator('.hb-gone').waitFor()
  assert.match(await request(page, 'Grace Adeyemi').textContent(), /Somebody else has dealt with this meanwhile/)
  assert.equal(await request(page, 'Grace Adeyemi').getByLabel('to whom did you speak').inputValue(), 'Mr O')
  await expectFine(page, 'out-dealt-with')
  await other.locator('#answered tr', { hasText: 'Grace Adeyemi' }).getByRole('button', { name: 'Take back' }).click()
  await other.locator('.hb-done').waitFor()
  await closePage(other)
  assert.equal(await page.evaluate(() => window.sameDocument), true)
  await closePage(page)
})

test('the keyboard alone checks and hands over, and the door hears of it', async () => {
  const page = await open('/out')
  const amira = request(page, 'Amira Khan')
  await amira.getByLabel('Who is the adult').focus()
  await page.keyboard.type('Nadia Khan')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('.hb-done').waitFor()
  assert.match(await page.textContent('.hb-done'), /Amira Khan: may go with Nadia Khan/)
  assert.equal(await site.door_book(), '1 granted')
  await amira.getByLabel('Back by').fill('14:30')
  await expectFine(page, 'out-granted')
  await amira.getByRole('button', { name: 'Handed over now' }).click()
  await page.locator('#out .hb-people__item').waitFor()
  assert.match(await page.textContent('#out'), /Amira Khan.*Out since 13:06, back by 14:30.*Nadia Khan/s)
  assert.equal(await site.door_book(), '1 handed over')
  assert.doesNotMatch(page.url(), /Amira|Khan/)
  await closePage(page)
})

test('a restricted child needs a reason in words; with scripts off a refused form keeps what was typed', async () => {
  const page = await open('/out', { javaScriptEnabled: false })
  const ben = () => request(page, 'Ben Ross')
  await ben().getByLabel('Who is the adult').fill('Ann Ross')
  await ben().getByLabel('Photo ID').check()
  await ben().getByRole('button', { name: 'Checked: may go' }).click()
  assert.match(await page.textContent('.govuk-error-summary'), /Say why the child goes all the same/)
  assert.equal(await ben().getByLabel('Who is the adult').inputValue(), 'Ann Ross')
  await picture(page, 'out-restricted')
  await ben().getByLabel('in spite of the warning').fill('The DSL agreed')
  await ben().getByRole('button', { name: 'Checked: may go' }).click()
  assert.match(await page.textContent('.hb-done'), /Ben Ross: may go/)
  await ben().getByRole('button', { name: /take back the grant/ }).click()
  assert.match(await page.textContent('.hb-done'), /Taken back for Ben Ross/)
  await ben().locator('summary').click()
  await ben().getByLabel('Why does the child stay').fill('nobody could be asked')
  await ben().getByRole('button', { name: /^Refuse/ }).click()
  assert.match(await page.textContent('#answered'), /Ben Ross.*Refused: nobody could be asked/s)
  assert.equal(await site.door_book(), '1 handed over, 3 refused')
  await closePage(page, { refused: true })
})

test('siblings are checked once', async () => {
  const page = await open('/out')
  const both = request(page, 'Maryam')
  await both.getByLabel('Who is the adult').fill('Salma Al-Hassan')
  await both.getByLabel('Known to staff').check()
  await both.getByRole('button', { name: 'Checked: may go' }).click()
  await page.locator('.hb-done').waitFor()
  assert.match(await page.textContent('.hb-done'), /Maryam Al-Hassan, Ibrahim Al-Hassan: may go/)
  await request(page, 'Maryam').getByRole('button', { name: 'Handed over now' }).click()
  await page.locator('.hb-done').waitFor()
  assert.equal(await page.locator('#out .hb-people__item').count(), 3)
  await closePage(page)
})

test('who stands in the office is found, checked and sent home ill; another adult for one day', async () => {
  const page = await open('/out')
  await page.getByLabel("Child's name").fill('poppy')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.locator('#found a').click()
  await page.waitForURL('**/out/child?*')
  await expectGood(page, 'out-child')
  assert.match(await page.textContent('main'), /No contacts are known for this child/)
  await page.getByLabel('Who may collect? Full name').fill('Rosa Lima')
  await page.getByLabel('Who that is').fill('neighbour')
  await page.getByLabel('Who of the family').fill('mother')
  await page.getByLabel('How we were told').fill('by telephone')
  await page.getByRole('button', { name: 'Write down' }).click()
  assert.match(await page.textContent('#collectors'), /Today.*Poppy.*Rosa Lima \(neighbour\)/s)
  await page.getByLabel("Child's name").fill('poppy')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.locator('#found a').click()
  await page.getByLabel('Who collects').fill('Rosa Lima')
  await page.getByLabel('Password of the day').check()
  await page.getByLabel('Sent home ill').check()
  await page.getByRole('button', { name: 'Handed over now' }).click()
  assert.match(await page.textContent('#out'), /Poppy.*Rosa Lima, Sent home ill.*I \(D18\)/s)
  await expectFine(page, 'out-page')
  await closePage(page)
})

test('who is late back stands in red, and is back with one touch', async () => {
  site.handbell('clock', 'set', '2026-01-12T14:41:00')
  site.handbell('clock', 'hold')
  const page = await open('/out', { width: 320 })
  assert.match(await page.locator('.hb-people__item--red').textContent(), /Amira Khan.*Overdue/s)
  await expectFine(page, 'out-overdue-320')
  await page.click('#back-1')
  await page.locator('.hb-done').waitFor()
  assert.match(await page.textContent('.hb-done'), /Amira Khan was back at 14:41/)
  await closePage(page)
})

test('forced colours and print keep what matters', async () => {
  const page = await open('/out', { forcedColors: 'active' })
  await expectNoViolations(page)
  await page.emulateMedia({ media: 'print', forcedColors: 'none' })
  assert.equal(await page.locator('.hb-release__steps').first().isVisible(), false)
  await closePage(page)
})
