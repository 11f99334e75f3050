// Settings and the forms of a pupil, in a real browser.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { join } from 'node:path'
import { expectGood } from './every_way.mjs'
import { closePage, launch, openPage, picture } from './page.mjs'
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

const head = { name: 'A Noor', position: 'Headteacher' }
const address = path => new URL(path, site.page).href
const open = (path, options) => openPage(browser, address(path), { as: head, ...options })

const parts = ['', '/times', '/calendar', '/legal', '/reasons', '/kiosks', '/import', '/export', '/keep', '/about']
for (const width of [320, 1280]) {
  test(`every part reads well at ${width} pixels`, async () => {
    for (const part of parts) {
      const page = await open('/settings' + part, { width })
      await expectGood(page, `settings${part.replace('/', '-')}-${width}`, width > 600)
      await closePage(page)
    }
  })
}

test('what stands among the settings is found there, and the own account behind the own name', async () => {
  const page = await open('/settings')
  for (const [name, title] of [['Users', 'Users'], ['Classroom devices', 'Classroom devices'], ['Who read what', 'Who read what']]) {
    await page.getByRole('link', { name, exact: true }).click()
    await page.locator('h1', { hasText: title }).waitFor()
    assert.equal(await page.locator('.hb-nav [aria-current]').textContent(), 'Settings')
    await expectGood(page)
    await page.getByRole('link', { name: 'All settings' }).click()
    await page.locator('h1', { hasText: 'Settings' }).waitFor()
  }
  await page.getByRole('link', { name: 'Your account: A Noor' }).click()
  await page.locator('h1', { hasText: 'Your account' }).waitFor()
  await expectGood(page)
  await closePage(page)
})

test('a governor begins with figures, and finds nobody', async () => {
  const governor = { name: 'G Stone', position: 'Chair of governors', role: 'governor' }
  const page = await open('/', { as: governor })
  assert.match(page.url(), /\/figures$/)
  assert.deepEqual(await page.locator('.hb-nav a').allTextContents(), ['Figures', 'Reports'])
  for (const of of ['Today', 'This term', 'This week']) {
    await page.getByRole('link', { name: of, exact: true }).click()
    await page.locator('[aria-current=page]', { hasText: of }).waitFor()
    await expectGood(page)
  }
  await closePage(page)
})

test('with scripts off the afternoon gets its times, and wrong ones come back as typed', async () => {
  const page = await open('/settings/times', { javaScriptEnabled: false })
  await page.getByLabel('For whom').selectOption('all')
  await page.getByLabel('In school by').fill('13:00')
  await page.getByLabel('Register taken by').fill('13:05')
  await page.getByLabel('Register closes').fill('13:45')
  await page.getByRole('button', { name: 'Enter these times' }).click()
  assert.match(await page.textContent('.govuk-error-summary'), /30 minutes/)
  assert.equal(await page.getByLabel('Register closes').inputValue(), '13:45')
  await picture(page, 'settings-times-refused')
  await page.getByLabel('Register closes').fill('13:20')
  await page.getByRole('button', { name: 'Enter these times' }).click()
  assert.match(await page.textContent('.hb-done'), /the whole school, afternoon/)
  await closePage(page, { refused: true })
})

test('a file is looked at, a column is given its meaning, and the contacts are here', async () => {
  site.write('contacts.csv', 'AdmissionNumber,Rank,ContactName,Phone1\n' +
    '1001,1,Nadia Khan,07700 900123\n1003,1,<b>Tom</b>,07700 900123\n9999,1,Nobody,07700 900123\n')
  const page = await open('/settings/import?what=contacts')
  await page.getByLabel('The file', { exact: true }).setInputFiles(join(site.folder, 'contacts.csv'))
  await page.getByRole('button', { name: 'Look at it' }).click()
  await page.getByLabel('What "Rank" means').selectOption('Order')
  await page.getByRole('button', { name: 'Look again' }).click()
  assert.match(await page.textContent('#refused'), /9999/)
  await expectGood(page)
  await picture(page, 'settings-import-preview')
  await page.getByLabel('Import the others all the same').check()
  await page.getByRole('button', { name: 'Import now' }).click()
  assert.match(await page.textContent('.hb-count-tiles'), /Added2/)
  await expectGood(page)
  assert.equal(JSON.parse(site.handbell('list', 'contacts', '--format', 'json')).length, 2)
  await closePage(page)
})

test('a large file gets through', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => `${20000 + i},1,Somebody with a long name ${i},07700 900123`)
  site.write('large.csv', 'AdmissionNumber,Order,ContactName,Phone1\n' + rows.join('\n') + '\n')
  const page = await open('/settings/import?what=contacts')
  await page.getByLabel('The file', { exact: true }).setInputFiles(join(site.folder, 'large.csv'))
  await page.getByRole('button', { name: 'Look at it' }).click()
  assert.match(await page.textContent('#refused'), /And 2900 more/)
  await closePage(page)
})

test('a kiosk gets a code, and is asked about before it is revoked', async () => {
  const page = await open('/settings/kiosks', { width: 320 })
  await page.getByLabel('Where it stands').fill('Side door')
  await page.getByRole('button', { name: 'Make a code' }).click()
  assert.match(await page.textContent('.hb-code'), /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
  await expectGood(page, 'settings-kiosk-code')
  await closePage(page)
  const asked = await open('/settings/kiosks/revoke?kiosk=1')
  await expectGood(asked)
  await picture(asked, 'settings-kiosk-revoke')
  await closePage(asked)
})

test('marks leave as a file, and a copy is made', async () => {
  site.handbell('mark', '1001', '2026-01-12', 'am', '/', '--reason', 'register', '--by', 'J Okoro, Class teacher')
  const page = await open('/settings/export')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Make the file' }).click()])
  assert.equal(file.suggestedFilename(), 'marks_2026-01-12_2026-01-12_legal-register-handbell.csv')
  await page.goto(address('/settings/keep'))
  await page.getByRole('button', { name: 'Make a copy now' }).click()
  assert.match(await page.textContent('.hb-done'), /all as they were written/)
  await picture(page, 'settings-keep-done')
  await closePage(page)
})

test('a pupil gets a contact by keyboard alone, flags, and a brother whom a person confirms', async () => {
  const page = await open('/pupils/contact?pupil=1', { width: 320 })
  await expectGood(page, 'pupil-contact-320')
  await page.getByLabel('Name', { exact: true }).focus()
  await page.keyboard.type('Omar Khan')
  await page.keyboard.press('Enter')
  await page.locator('.hb-done').waitFor()
  assert.match(await page.textContent('#contacts'), /Omar Khan/)
  await expectGood(page)
  await page.goto(address('/pupils/edit?pupil=1'))
  await expectGood(page, 'pupil-edit-320')
  await page.getByLabel('Send this child to the office').check()
  await page.getByLabel('Why it is changed').fill('her mother asked for it')
  await page.getByRole('button', { name: 'Save' }).click()
  assert.match(await page.textContent('.hb-facts'), /./)
  await page.goto(address('/pupils/edit?pupil=1'))
  await page.getByRole('button', { name: 'They are siblings' }).click()
  assert.match(await page.textContent('.hb-done'), /are brothers and sisters here/)
  assert.match(await page.textContent('#siblings'), /Ben Ross/)
  await closePage(page)
})
