// A morning of calls, in a real browser: the list begins, an arrival moves a line, attempts are
// noted, and a reason is entered.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expectGood } from './every_way.mjs'
import { closePage, expectNoViolations, launch, openPage, picture } from './page.mjs'
import { OfficeSite, roll } from './site.mjs'

let site
let browser
const by = ['--by', 'J Okoro, Class teacher']

const contacts = [
  'AdmissionNumber,Order,ContactName,Relationship,PR,Phone1,Phone2,MayCollect,CourtOrderNote',
  '1001,1,Nadia Khan,Mother,Y,07700 900101,020 7946 0101,Y,',
  '1001,2,Yusuf Khan,Father,Y,07700 900111,,Y,Order of 2025: see the head',
  '1003,1,Tom Ross,Father,Y,07700 900103,,Y,',
  '1003,2,Alexandra Fitzwilliam-Featherstonehaugh-Ross,Grandmother,N,+44 7700 900113,,Y,',
  '1007,1,Huda Al-Hassan,Mother,Y,07700 900107,,Y,',
  '1008,1,Huda Al-Hassan,Mother,Y,07700 900107,,Y,',
  '1009,1,<script>alert(1)</script>,Mother,Y,07700 900109,,Y,',
]

function more(number, columns) {
  const [forename, surname, year, name] = roll[number - 1001]
  return ['', number, surname, forename, '2020-03-04', year, name, '2025-09-01', ...columns].join(',')
}

before(async () => {
  site = new OfficeSite()
  site.make()
  site.write('contacts.csv', contacts.join('\n') + '\n')
  site.write('more.csv', ['UPN,AdmissionNumber,Surname,Forename,DOB,Year,Class,StartDate,SocialWorker,Family,HomeLanguage',
    more(1003, ['Y', '', '']), more(1007, ['', 'HASSAN', 'ar']), more(1008, ['', 'HASSAN', 'ar'])].join('\n') + '\n')
  site.handbell('import', 'contacts', `${site.folder}/contacts.csv`)
  site.handbell('import', 'pupils', `${site.folder}/more.csv`)
  for (const day of ['2026-01-08', '2026-01-09']) {
    for (const half of ['am', 'pm']) {
      site.handbell('mark', '1001', day, half, 'N', '--reason', 'register', ...by)
      site.handbell('mark', '1012', day, half, 'I', '--reason', 'register', '--by', 'R Patel, Office')
    }
  }
  clock('08:55:00')
  await site.start()
  browser = await launch()
})

after(async () => {
  await browser?.close()
  assert.equal(await site.stop(), 0, 'the office ends cleanly')
  assert.equal(site.errors, '', 'and had nothing to complain about')
  site.remove()
})

const open = options => openPage(browser, new URL('/calls', site.page).href, options)
const history = pupil => JSON.parse(site.handbell('history', pupil, '2026-01-12', 'am', '--format', 'json'))
const log = () => JSON.parse(site.handbell('call', 'list', '--format', 'json'))

function clock(time) {
  site.handbell('clock', 'set', `2026-01-12T${time}`)
  site.handbell('clock', 'hold')
}

async function tabTo(page, id) {
  for (let i = 0; i < 150; i += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement.id) === id) return
  }
  assert.fail(`the keyboard does not come to ${id}`)
}

/** The page of a class, as its teacher sends it: all are here but these. */
async function send(name, away) {
  const page = await openPage(browser, new URL(`/register?class=${name}&session=am`, site.page).href)
  for (const child of await page.locator('[name^=child-][value=present]').all()) {
    await child.check({ force: true })
  }
  const all = await page.locator('[name^=child-][value=present]').count()
  for (const child of away) await page.locator(`[name=child-${child}][value=not-here]`).check({ force: true })
  await page.fill('#headcount', String(all - away.length))
  await page.getByRole('button', { name: 'Send register' }).click()
  await page.locator('.hb-take__sent').waitFor()
  await closePage(page)
}

test('before nine the page says when the list begins, and asks about who was ill', async () => {
  await send('Owls', [1, 3])
  for (const width of [320, 1280]) {
    const page = await open({ width })
    assert.match(await page.textContent('#calls-list'), /The list begins at 09:00. So far it would name 2 children/)
    assert.match(await page.textContent('#classes'), /Ring Badgers/)
    assert.match(await page.textContent('#still'), /Noor Rahman.*Illness; today would be day three/s)
    await expectGood(page, `calls-before-${width}`, width > 600)
    await closePage(page)
  }
})

test('at nine the list begins by itself, and an arrival moves the line', async () => {
  const page = await open()
  clock('09:00:00')
  await page.locator('#child-1').waitFor()
  assert.match(await page.locator('.hb-call').first().textContent(), /Ben Ross/, 'the child with a social worker')
  assert.match(await page.textContent('#child-1'), /Day three/)
  await site.at_door('tap 3 2026-01-12T09:00:10 U')
  clock('09:02:00')
  await page.locator('#waiting', { hasText: 'Ben Ross' }).waitFor()
  assert.equal(await page.locator('#child-3').count(), 0)
  clock('09:11:00')
  await page.locator('#unseen', { hasText: 'Ben Ross' }).waitFor()
  await expectGood(page)
  await picture(page, 'calls-unseen')
  await page.click('#seen-3')
  await page.locator('.hb-done').waitFor()
  assert.equal(await page.locator('#unseen').count(), 0)
  await closePage(page)
})

test('a class that answers is noted in one touch, and N is offered for who is missing', async () => {
  const page = await open()
  await page.locator('#classes li', { hasText: 'Badgers' }).getByRole('button', { name: 'Class answered' }).click()
  await page.locator('.hb-done').waitFor()
  assert.match(await page.textContent('#missing'), /Badgers answered at 09:11/)
  assert.equal(history('1007').length, 0, 'nothing is written by itself')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Mark N' }).first().click()
  await page.locator('.hb-done', { hasText: 'N was entered for 4 of Badgers' }).waitFor()
  assert.equal(history('1007').at(-1).code, 'N')
  await closePage(page)
})

test('the whole list on a telephone and on a screen', async () => {
  for (const width of [320, 1280]) {
    const page = await open({ width })
    await page.locator('#child-1 summary').click()
    await expectGood(page, `calls-${width}`, width > 600)
    assert.equal(await page.locator('#child-1 a[href="tel:07700900101"]').count(), 1)
    await closePage(page)
  }
})

test('the keyboard alone notes an attempt, which counts for the sibling', async () => {
  const page = await open()
  await tabTo(page, 'rang-7-1-no_answer')
  await page.keyboard.press('Enter')
  await page.locator('.hb-done', { hasText: 'Noted at 09:11 for Maryam Al-Hassan and siblings: no answer.' }).waitFor()
  assert.match(await page.textContent('#child-8'), /09:11 no answer/)
  assert.match(await page.textContent('#child-8'), /Every contact was rung and nobody answered/)
  assert.match(await page.textContent('#log'), /Huda Al-Hassan/)
  assert.doesNotMatch(page.url(), /Maryam/)
  await page.locator('#log tr', { hasText: 'Ibrahim' }).getByRole('button').click()
  await page.locator('.hb-done', { hasText: 'taken back' }).waitFor()
  assert.doesNotMatch(await page.textContent('#child-8'), /09:11 no answer/)
  await closePage(page)
})

test('who types is not disturbed by what happens elsewhere', async () => {
  const page = await open()
  await page.fill('#words-1', 'left a message with the neighbour')
  await site.at_door('tap 9 2026-01-12T09:10:40 U')
  await page.locator('#waiting').waitFor({ timeout: 2_000 }).catch(() => {})
  assert.equal(await page.inputValue('#words-1'), 'left a message with the neighbour')
  await page.click('#rang-1-1-message_left')
  await page.locator('.hb-done').waitFor()
  assert.match(await page.textContent('#child-1'), /message left: left a message with the neighbour/)
  assert.match(await page.textContent('#waiting'), /Grace Adeyemi/)
  await closePage(page)
})

test('with scripts off a refused form keeps what was typed, then a reason is entered and undone', async () => {
  const page = await open({ javaScriptEnabled: false })
  await page.click('#rang-1-1-coming')
  assert.match(await page.textContent('.govuk-error-summary'), /Type when the child will be here/)
  await picture(page, 'calls-refused')
  await page.fill('#came-1', '09:40')
  await page.click('#rang-1-1-coming')
  assert.match(await page.textContent('#child-1'), /Will be here by 09:40/)
  await page.locator('#child-1 summary').click()
  await page.fill('#said-1', 'has a <b>cold</b>')
  await page.click('#enter-1')
  assert.match(await page.textContent('.govuk-error-summary'), /Choose the reason/)
  assert.equal(await page.inputValue('#said-1'), 'has a <b>cold</b>')
  await page.locator('#child-1').getByLabel('Ill', { exact: true }).check()
  await page.fill('#told-at-1', '07:30')
  await page.click('#enter-1')
  assert.match(await page.textContent('.hb-done'), /Entered for Amira Khan: Illness, today/)
  assert.equal(history('1001').at(-1).code, 'I')
  assert.match(await page.textContent('#reasons'), /Illness, told at 07:30. Nadia Khan, Mother: has a <b>cold<\/b>/)
  assert.equal(await page.locator('#child-1').count(), 0)
  await page.locator('#reasons li', { hasText: 'Amira' }).getByRole('button').click()
  assert.equal(history('1001').at(-1).code, 'N')
  assert.equal(await page.locator('#child-1').count(), 1)
  await closePage(page, { refused: true })
})

test('still ill is one touch', async () => {
  const page = await open()
  await page.click('#still-12')
  await page.locator('.hb-done', { hasText: 'Entered for Noor Rahman: Illness, today' }).waitFor()
  assert.equal(history('1012').at(-1).code, 'I')
  await closePage(page)
})

test('forced colours and print keep what matters', async () => {
  const page = await open({ forcedColors: 'active' })
  await expectNoViolations(page)
  await page.emulateMedia({ media: 'print', forcedColors: 'none' })
  assert.equal(await page.locator('.hb-call__results').first().isVisible(), false)
  assert.equal(await page.locator('#log').isVisible(), true)
  await picture(page, 'calls-print')
  await closePage(page)
})
