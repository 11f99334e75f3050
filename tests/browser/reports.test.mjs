// Reports, in a real browser: figures with their charts, what is taken along, and the pages of one
// child that belong to them.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { after, before, test } from 'node:test'
import { join } from 'node:path'
import { expectGood } from './every_way.mjs'
import { closePage, launch, openPage, picture } from './page.mjs'
import { OfficeSite } from './site.mjs'

let site
let browser

const classes = [['Robins', 'R'], ['Owls', 'R'], ['Foxes', '1'], ['Badgers', '2'], ['Wrens', '2']]
const names = ['Zofia Wójcik', 'علی رضا', 'Phạm Minh Anh', 'Ada Lovett', 'Oisín Byrne', 'فاطمہ خان', 'Chidi Okafor', 'Mei Lin', 'Iga Żak', 'Tom Reed']

/** 24 children a class, and no two of one name. */
function children() {
  const rows = []
  for (const [at, [name, year]] of classes.entries()) {
    for (let i = 0; i < (name === 'Wrens' ? 4 : 24); i += 1) {
      const [forename, ...rest] = names[i % names.length].split(' ')
      rows.push({ number: 2000 + at * 100 + i, forename, surname: `${rest.join(' ')}${i < 10 ? '' : '-' + (i < 20 ? 'Hill' : 'Dale')}`, year, name,
        groups: [i % 4 === 0 && 'SEND', i % 3 === 0 && 'pupil premium', i % 6 === 0 && 'choir'].filter(Boolean).join(';'),
        language: i % 5 === 0 ? 'ur' : '' })
    }
  }
  return rows
}

function code(child, day, half) {
  const dice = (child.number * 7919 + day * 104729 + (half === 'AM' ? 0 : 13)) % 997
  if (child.number % 23 === 5 && day % 9 < 3) return 'I'
  if (dice < 18) return 'I'
  if (dice < 24) return 'M'
  if (dice < 30 && day % 5 === 4) return 'G'
  if (dice < 34) return 'N'
  if (half === 'AM' && dice < 52) return ['L', dice % 41]
  if (half === 'AM' && dice < 55) return ['U', 35 + dice % 40]
  return half === 'AM' ? '/' : '\\'
}

function marks(rows, from, to) {
  const lines = ['AdmissionNumber,Date,Session,Code,MinutesLate']
  for (let day = new Date(from); day <= new Date(to); day.setUTCDate(day.getUTCDate() + 1)) {
    if ([0, 6].includes(day.getUTCDay())) continue
    const date = day.toISOString().slice(0, 10)
    for (const child of rows) {
      for (const half of ['AM', 'PM']) {
        const mark = code(child, Math.floor(day / 864e5), half)
        const [letter, minutes] = Array.isArray(mark) ? mark : [mark, '']
        lines.push(`${child.number},${date},${half},${letter},${minutes}`)
      }
    }
  }
  return lines.join('\n') + '\n'
}

before(async () => {
  site = new OfficeSite()
  site.make()
  const rows = children()
  site.write('more.csv', 'UPN,AdmissionNumber,Surname,Forename,DOB,Year,Class,StartDate,Groups,HomeLanguage\n' +
    rows.map(child => ['', child.number, child.surname, child.forename, '2020-03-04', child.year, child.name, '2024-09-02', `"${child.groups}"`, child.language].join(',')).join('\n') + '\n')
  site.write('terms.csv', 'From,To,Kind,Name,Groups\n2025-03-03,2025-04-04,term,Spring,\n')
  site.handbell('import', 'pupils', join(site.folder, 'more.csv'))
  site.handbell('import', 'calendar', join(site.folder, 'terms.csv'))
  const import_marks = (name, from, to) => {
    site.write(name, marks(rows, from, to))
    site.handbell('import', 'marks', join(site.folder, name), '--by', 'R Patel, Office manager')
  }
  import_marks('before.csv', '2025-03-03', '2025-03-14')
  import_marks('autumn.csv', '2025-11-03', '2025-12-19')
  import_marks('spring.csv', '2026-01-05', '2026-01-09')
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
const governor = { name: 'G Stone', position: 'Chair of governors', role: 'governor' }
const address = path => new URL(path, site.page).href
const open = (path, options) => openPage(browser, address(path), { as: head, ...options })

const autumn = '/reports/patterns?from=2025-11-03&to=2026-01-09'
const pages = [
  ['reports', '/reports'],
  ['reports-week', '/reports/week?day=2026-01-07'],
  ['reports-governors', '/reports/governors?term=2025-09-01'],
  ['reports-patterns', autumn],
  ['reports-annual', '/reports/annual?class=Foxes'],
  ['reports-national', '/reports/national'],
  ['reports-crosscheck', '/reports/crosscheck'],
  ['reports-extract', '/reports/extract?from=2026-01-05&to=2026-01-09&class=Foxes'],
  ['pupil-groups', '/pupils/groups?pupil=13'],
  ['pupil-copy', '/pupils/copy?pupil=13'],
  ['settings-about', '/settings/about'],
]

test('a national figure of 947 per cent is refused, and one that was published stands in the reports', async () => {
  const page = await open('/reports/national')
  await page.fill('#value', '947 %')
  await page.fill('#source', 'DfE, primary schools, 2025/26 to date')
  await page.fill('#from', '2025-09-01')
  await page.click('button:has-text("Save")')
  assert.match(await page.textContent('.govuk-error-summary'), /947 % is no national attendance/)
  await expectGood(page)
  await picture(page, 'reports-national-refused')
  await page.fill('#value', '94.7')
  await page.click('button:has-text("Save")')
  assert.match(await page.textContent('.hb-done'), /reports compare with 94.7 %/)
  await closePage(page, { refused: true })
})

for (const width of [320, 1280]) {
  test(`every report reads well at ${width} pixels`, async () => {
    for (const [name, path] of pages) {
      const page = await open(path, { width })
      await expectGood(page, `${name}-${width}`, width > 600)
      await closePage(page)
    }
  })
}

test('charts have a title, a sentence and their figures in a table, and no style in place', async () => {
  const page = await open(autumn)
  const charts = await page.locator('svg.hb-chart__picture').evaluateAll(all => all.map(chart => ({
    title: chart.querySelector('title')?.textContent,
    says: chart.querySelector('desc')?.textContent,
    styled: chart.querySelectorAll('[style]').length,
    table: chart.closest('.hb-chart').querySelectorAll('table').length,
  })))
  assert.ok(charts.length >= 6, `${charts.length} charts`)
  for (const chart of charts) {
    assert.ok(chart.title)
    assert.ok(chart.says)
    assert.equal(chart.styled, 0)
    assert.equal(chart.table, 1)
  }
  await closePage(page)
})

test('in the two colours of forced colours bars and lines are still seen', async () => {
  const page = await open(autumn)
  await page.emulateMedia({ forcedColors: 'active' })
  await picture(page, 'reports-patterns-forced')
  const seen = await page.evaluate(() => {
    const style = getComputedStyle(document.querySelector('.hb-chart__bar--1'))
    return style.fill !== getComputedStyle(document.body).backgroundColor
  })
  assert.ok(seen)
  await closePage(page)
})

test('a governor reads the term and no child, and takes it along', async () => {
  const page = await open('/reports/governors', { as: governor })
  const text = await page.textContent('main')
  for (const child of children()) assert.ok(!text.includes(child.surname), child.surname)
  assert.match(text, /Wrens/)
  assert.match(text, /fewer than 5/)
  await expectGood(page, 'reports-governor')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=CSV for a spreadsheet')])
  assert.match(download.suggestedFilename(), /^governors_.*legal-register-handbell\.csv$/)
  await closePage(page)
})

for (const [name, path] of [['governors', '/reports/governors?term=2025-09-01'], ['patterns', autumn]]) {
  test(`the ${name}' report on paper has its charts and letters of one size`, async () => {
    const page = await open(path)
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=PDF to print')])
    const file = await download.path()
    const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    assert.match(words, /Legal register: Handbell/)
    assert.match(words, /By class/)
    if (process.env.HANDBELL_PICTURES) {
      execFileSync('pdftoppm', ['-png', '-r', '70', file, join(process.env.HANDBELL_PICTURES, `reports-${name}-pdf`)])
    }
    await closePage(page)
  })
}

test('the week is pasted into the newsletter without a script', async () => {
  const page = await open('/reports/week?day=2026-01-07', { javaScriptEnabled: false })
  const text = await page.inputValue('#newsletter-text')
  assert.match(text, /Foxes {2}\d\d\.\d %/)
  assert.doesNotMatch(text, /Wrens/)
  await closePage(page)
})

test('a copy of what is held is one file, and its name says nobody', async () => {
  const page = await open('/pupils/copy?pupil=13')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("Make the zip")')])
  assert.equal(download.suggestedFilename(), 'copy-of-what-is-held.zip')
  await closePage(page)
})
