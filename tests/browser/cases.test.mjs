// A child's case in a real browser: written down, copied, ticked, taken back.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expectGood } from './every_way.mjs'
import { closePage, expectNoViolations, launch, openPage, picture } from './page.mjs'
import { OfficeSite } from './site.mjs'

let site
let browser
const head = { name: 'A Noor', position: 'Headteacher' }

before(async () => {
  site = new OfficeSite()
  site.make()
  site.write('contacts.csv', 'AdmissionNumber,Order,ContactName,Relationship,ParentalResponsibility,Phone1,MayCollect\n' +
    '1001,1,نادية خان,mother,Y,07700 900101,Y\n1001,2,Omar Khan,father,Y,07700 900102,Y\n')
  site.handbell('import', 'contacts', `${site.folder}/contacts.csv`)
  for (const day of ['2025-11-17', '2025-11-18', '2025-11-19', '2025-11-20', '2025-11-21']) {
    for (const half of ['am', 'pm']) {
      site.handbell('mark', '1001', day, half, 'G', '--reason', 'holiday', '--by', 'A Noor, Headteacher')
    }
  }
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
const open = (path, options) => openPage(browser, address(path), { as: head, ...options })
const kept = () => JSON.parse(site.handbell('case', 'show', '1001', '--format', 'json'))

test('a case that nobody began yet shows its figures', async () => {
  const page = await open('/attendance/case?pupil=1')
  assert.match(await page.textContent('#due'), /Nothing is due today/)
  assert.match(await page.textContent('#penalty'), /80 pounds within 21 days/)
  await expectGood(page, 'case-empty')
  await closePage(page)
})

test('every form fits a telephone and has no violation', async () => {
  for (const width of [320, 1280]) {
    for (const doing of ['contact', 'meeting', 'contract', 'decision', 'notice']) {
      const page = await open(`/attendance/case/step?pupil=1&do=${doing}`, { width })
      await expectGood(page, `case-${doing}-${width}`, width > 600)
      await closePage(page)
    }
  }
})

test('with scripts off a meeting comes back with what is wrong, then stands', async () => {
  const page = await open('/attendance/case/step?pupil=1&do=meeting', { javaScriptEnabled: false })
  await page.getByLabel('Contract meeting').check()
  await page.getByLabel('On which day').fill('2025-08-29')
  await page.getByLabel('Where').fill('by telephone')
  await page.getByLabel('Who is invited, or who was there').fill('نادية خان')
  await page.getByLabel('What was agreed').fill('Walk with a neighbour.\nA call at 8:00.')
  await page.getByLabel('Looked at again on').fill('2026-02-06')
  await page.getByRole('button', { name: 'Keep the meeting' }).click()
  assert.match(await page.textContent('.govuk-error-summary'), /before the child was on roll here/)
  await picture(page, 'case-refused')
  assert.deepEqual(kept(), [])
  await page.getByLabel('On which day').fill('2026-01-09')
  await page.getByRole('button', { name: 'Keep the meeting' }).click()
  assert.match(await page.textContent('.hb-done'), /Kept for Amira Khan: Contract meeting/)
  assert.equal(kept().length, 1)
  await closePage(page, { refused: true })
})

test('the texts are copied, ticked, and no longer due', async () => {
  const page = await open('/attendance/case?pupil=1')
  assert.match(await page.textContent('#due'), /Send the family the e-mail/)
  await page.locator('#due a').first().click()
  await page.locator('#words-email').waitFor()
  for (const width of [320, 1280]) {
    const narrow = await open(new URL(page.url()).pathname + new URL(page.url()).search, { width })
    await expectGood(narrow, `case-texts-${width}`, width > 600)
    await closePage(narrow)
  }
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.locator('#cpoms').getByRole('button', { name: 'Copy the text' }).click()
  await page.locator('#cpoms [role=status]', { hasText: /Copied|Selected/ }).waitFor()
  await page.getByRole('button', { name: 'It was sent' }).click()
  await page.locator('.hb-done').waitFor()
  await page.getByRole('button', { name: 'It is logged in CPOMS' }).click()
  await page.getByText('Done', { exact: true }).nth(1).waitFor()
  await page.getByRole('link', { name: 'The case' }).click()
  await page.locator('#due').waitFor()
  assert.match(await page.textContent('#due'), /Nothing is due today/)
  await closePage(page)
})

test('with scripts off the text can be selected and ticked', async () => {
  const page = await open(`/attendance/case/texts?pupil=1&meeting=${kept()[0].entry}`, { javaScriptEnabled: false })
  assert.equal(await page.getByRole('button', { name: 'Copy the text' }).count(), 0)
  assert.match(await page.locator('#words-cpoms').inputValue(), /Categories: Attendance; Communication/)
  await closePage(page)
})

test('a whole case, taken back with a reason by the keyboard, is read on paper too', async () => {
  site.handbell('case', 'notice', '1001', '--parent', 'نادية خان', '--issued', '2026-01-08', '--told', '2026-01-09',
    '--how', 'letter of the local authority', '--by', 'A Noor, Headteacher')
  site.handbell('case', 'contact', '1001', '--how', 'home_visit', '--with', 'Omar Khan, father', '--words', 'Nobody at home.',
    '--by', 'A Noor, Headteacher')
  for (const width of [320, 1280]) {
    const page = await open('/attendance/case?pupil=1', { width })
    assert.match(await page.textContent('#penalty'), /a second would be 160 pounds/)
    await expectGood(page, `case-${width}`, width > 600)
    await closePage(page)
  }
  const page = await open('/attendance/case?pupil=1')
  await page.getByRole('link', { name: /Take back.*Contact at a home visit, Monday 12 January 2026/ }).click()
  await page.getByLabel('Why it is taken back').waitFor()
  await expectGood(page, 'case-undo')
  await page.getByLabel('Why it is taken back').fill('the wrong child')
  await page.getByRole('button', { name: 'Take it back' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.hb-done').waitFor()
  assert.match(await page.textContent('#steps'), /Taken back by A Noor.*the wrong child/s)
  await page.emulateMedia({ media: 'print' })
  await picture(page, 'case-print')
  await closePage(page)
})

test('the list says what is due next', async () => {
  site.handbell('case', 'contract', '1003', '--state', 'agreed', '--parents-will', 'be here by 8:30', '--school-will', 'meet him',
    '--signed', '2026-01-09', '--on', '2026-01-09', '--review', '2026-01-11', '--by', 'A Noor, Headteacher')
  for (const width of [320, 1280]) {
    const page = await open('/attendance/cases', { width })
    assert.match(await page.textContent('#open'), /Ben Ross.*Review the attendance contract.*overdue/s)
    await expectGood(page, `cases-${width}`, width > 600)
    await closePage(page)
  }
})

test('forced colours keep what matters', async () => {
  const page = await open('/attendance/case?pupil=1', { forcedColors: 'active' })
  await expectNoViolations(page)
  await closePage(page)
})
