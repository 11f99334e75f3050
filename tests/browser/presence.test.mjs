// Who is where, and a bus ticked at the gate on a telephone, in a real browser.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { expectGood } from './every_way.mjs'
import { closePage, expectNoSidewaysScroll, expectNoViolations, launch, openPage, picture } from './page.mjs'
import { OfficeSite } from './site.mjs'

let site
let browser

before(async () => {
  site = new OfficeSite()
  site.make()
  await site.start()
  browser = await launch()
  for (const child of [1, 2, 3, 4, 5, 6, 7, 8, 10]) await site.at_door(`tap ${child} 2026-01-12T08:3${child % 10}:00`)
})

after(async () => {
  await browser?.close()
  assert.equal(await site.stop(), 0, 'the office ends cleanly')
  assert.equal(site.errors, '', 'and had nothing to complain about')
  site.remove()
})

const open = (path, options) => openPage(browser, new URL(path, site.page).href, options)

for (const width of [320, 1280]) {
  test(`who is where, ${width} px wide`, async () => {
    const page = await open('/presence', { width })
    await expectGood(page, `presence-${width}`, width > 600)
    await closePage(page)
  })

  test(`a trip is ticked, ${width} px wide`, async () => {
    const page = await open('/presence/group', { width })
    await expectGood(page, `presence-choose-${width}`, width > 600)
    await page.getByRole('link', { name: 'Trip leaves' }).click()
    await page.getByLabel('Owls').waitFor()
    await expectGood(page, '', width > 600)
    await page.getByLabel('Owls').check()
    await page.getByLabel('Badgers').check()
    await page.getByRole('button', { name: 'Show the list' }).click()
    await page.locator('input[name=tick]').first().waitFor({ state: 'attached' })
    await expectGood(page, '', width > 600)
    assert.equal(await page.locator('input[name=tick]:checked').count(), 0)
    await page.getByRole('button', { name: 'All who are in' }).click()
    assert.match(await page.textContent('#tick-tally'), /5 of 7 ticked/)
    const low = await page.$$eval('.hb-tick__label', all => all.filter(each => each.offsetHeight < 44).length)
    assert.equal(low, 0, 'each line is as high as a thumb')
    await picture(page, `presence-ticks-${width}`)
    await page.getByRole('button', { name: 'They left' }).last().click()
    await page.locator('.govuk-error-summary').waitFor()
    assert.equal(await page.locator('input[name=tick]:checked').count(), 5, 'the ticks stay')
    await expectGood(page, `presence-refused-${width}`, width > 600)
    await closePage(page, { refused: true })
  })
}

test('with scripts off a bus is ticked child by child, and who was left is named', async () => {
  const page = await open('/presence/group?do=transport-out&class=Foxes', { javaScriptEnabled: false, width: 320 })
  await page.getByRole('button', { name: 'All who are in' }).click()
  assert.equal(await page.locator('input[name=tick]:checked').count(), 3)
  await page.locator('input[name=tick]:checked').first().uncheck()
  await page.getByLabel('Name of the group').fill('Taxi 4')
  await page.getByLabel('Everybody on this list').check()
  await page.getByRole('button', { name: 'They left' }).last().click()
  assert.match(await page.textContent('.hb-done'), /Taxi 4 \(transport\) went home: 2 children ticked, 1 not/)
  assert.match(await page.textContent('#not-ticked'), /Left behind\?/)
  await expectNoSidewaysScroll(page)
  await picture(page, 'presence-moved-320')
  await page.getByRole('button', { name: 'It was an error' }).click()
  assert.match(await page.textContent('.hb-done'), /was taken back/)
  await closePage(page)
})

test('the keyboard alone ticks, and another screen hears of it', async () => {
  const other = await open('/presence?class=Ducklings')
  const page = await open('/presence/group?do=home-out&class=Ducklings')
  await page.locator('input[name=tick]').first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await page.locator('.hb-done').waitFor()
  await expectGood(page)
  await other.locator('#children', { hasText: 'Left at 09:12' }).waitFor()
  await closePage(page)
  await closePage(other)
})

test('one child: what is known, and a correction', async () => {
  for (const width of [320, 1280]) {
    const page = await open('/presence/child?pupil=1', { width })
    await expectGood(page)
    await page.locator('#seen').getByRole('button').click()
    await page.locator('.hb-done').waitFor()
    await page.locator('summary').last().click()
    await expectGood(page, `presence-child-${width}`, width > 600)
    await closePage(page)
  }
})

test('a child whom not everybody may collect leaves by itself, checked and with a reason', async () => {
  site.write('contacts.csv', ['AdmissionNumber,Order,ContactName,Relationship,MayCollect,CourtOrderNote',
    '1007,1,Salma Al-Hassan,Mother,Y,Father: no contact', '1007,2,Idris Al-Hassan,Father,N,', ''].join('\n'))
  site.handbell('import', 'contacts', `${site.folder}/contacts.csv`)
  for (const width of [320, 1280]) {
    const page = await open('/presence/group?do=home-out&class=Badgers', { width })
    await expectNoViolations(page)
    await expectNoSidewaysScroll(page)
    await picture(page, `presence-alone-${width}`)
    assert.equal(await page.locator('#tick-7').count(), 0)
    await page.getByRole('link', { name: 'Answer by itself' }).click()
    await page.locator('#left').waitFor()
    await expectNoViolations(page)
    await expectNoSidewaysScroll(page)
    await picture(page, `presence-restricted-${width}`)
    await page.locator('#left').getByRole('button', { name: 'Left' }).click()
    await page.locator('.govuk-error-summary').waitFor()
    await expectNoViolations(page)
    await expectNoSidewaysScroll(page)
    await closePage(page, { refused: true })
  }
  const page = await open('/presence/child?pupil=7')
  await page.getByLabel('Who collected? Full name').fill('Salma Al-Hassan')
  await page.getByLabel('Known to staff').check()
  await page.getByLabel('Why did the child go in spite of the warning?').fill('DSL agreed')
  await page.locator('#left').getByRole('button', { name: 'Left' }).click()
  await page.locator('.hb-done').waitFor()
  assert.match(await page.textContent('#where'), /Left at 09:12/)
  await closePage(page)
})

test('late in the afternoon a child is collected in one touch, and the close names the others', async () => {
  site.handbell('clock', 'set', '2026-01-12T16:20:00')
  site.handbell('clock', 'hold')
  const page = await open('/presence/day', { width: 320 })
  await expectGood(page, 'presence-day-320')
  await page.click('#collected-2')
  await page.locator('.hb-done').waitFor()
  assert.match(await page.textContent('.hb-done'), /was collected at 16:20/)
  await closePage(page)
  site.handbell('clock', 'set', '2026-01-12T18:01:00')
  site.handbell('clock', 'hold')
  const closed = await open('/presence/day')
  assert.match(await closed.textContent('#here'), /Put out by the close/)
  await expectGood(closed)
  await picture(closed, 'presence-closed-1280')
  await closePage(closed)
})
