// What every test of a page in a real browser does: open it, hold it against axe, look for what axe
// does not see.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { signedIn } from './people.mjs'

const modules = process.env.HANDBELL_MODULES
const require = createRequire(pathToFileURL(join(modules, 'x.js')))
const { chromium } = require('playwright-core')
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
export const pictures = process.env.HANDBELL_PICTURES

export async function launch() {
  mkdirSync(pictures, { recursive: true })
  return chromium.launch({ executablePath: process.env.HANDBELL_CHROMIUM, args: ['--no-sandbox'] })
}

const patel = { name: 'R Patel', position: 'Office manager' }

/** Who is signed in there. */
export function cookieOf(address, value) {
  return { name: '__Host-handbell', value, url: new URL('/', address).href.replace('http:', 'https:'), secure: true, httpOnly: true, sameSite: 'Strict' }
}

/** A page that fails the test on any script error or on anything the policy refused. */
export async function openPage(browser, address, { width = 1280, height = 900, as = patel, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, ...options })
  if (as) {
    const { cookie: value } = await signedIn(address, as)
    await context.addCookies([cookieOf(address, value)])
  }
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.wrong = []
  page.on('pageerror', error => page.wrong.push(String(error)))
  page.on('console', message => message.type() === 'error' && page.wrong.push(message.text()))
  keepMarkup(page)
  await page.goto(address)
  return page
}

/** The documents as they came, by their addresses: what a browser without scripts has. */
function keepMarkup(page) {
  page.markup = new Map()
  page.on('response', response => {
    const request = response.request()
    if (!request.isNavigationRequest() || response.status() >= 300 && response.status() < 400) return
    page.markup.set(response.url().split('#')[0], response.text().catch(() => ''))
  })
}

/** A form that came back is answered 422, which the browser logs as an error of its own. */
export async function closePage(page, { refused = false } = {}) {
  const wrong = refused ? page.wrong.filter(text => !text.includes('422')) : page.wrong
  assert.deepEqual(wrong, [])
  await page.context().close()
}

export async function expectNoViolations(page) {
  const session = await page.context().newCDPSession(page) // the policy lets no other script in
  await session.send('Page.setBypassCSP', { enabled: true })
  const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] })`)
  assert.deepEqual(found.violations.map(each => `${each.id}: ${each.nodes.map(node => node.html).join(' | ')}`), [])
}

export async function expectNoSidewaysScroll(page) {
  const over = await page.evaluate(() => {
    const wide = window.innerWidth
    if (document.documentElement.scrollWidth <= wide) return []
    const found = [...document.querySelectorAll('body *')]
      .filter(each => each.getBoundingClientRect().right > wide + 1 && !each.closest('.hb-scroll'))
      .map(each => `${each.tagName}.${each.className} ends at ${Math.round(each.getBoundingClientRect().right)}`)
    return found.length > 0 ? found : ['something that is not seen']
  })
  assert.deepEqual(over, [], `${page.url()} is too wide`)
}

// What assets/docs/pages.md shows, each under its own name; HANDBELL_WRITE=1 writes it anew.
const shown = {
  'day-today': 'today', 'day-register': 'register', 'day-reconcile': 'reconcile', 'day-calls': 'calls',
  'absence-1280': 'absence', 'case-1280': 'case', 'attendance-class': 'attendance', 'out-asked-1280': 'out', 'presence-ticks-320': 'presence', 'day-roll': 'roll-call', 'day-figures': 'figures',
  letters: 'letters', 'letters-meeting': 'letters-meeting',
  'pupil-1280': 'pupil', 'settings-1280': 'settings', pin: 'pin', 'arrived-1280': 'arrived',
  'reports-patterns-1280': 'patterns', 'reports-governor': 'governors',
}

export async function picture(page, name) {
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
  if (!process.env.HANDBELL_WRITE || !shown[name]) return
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.screenshot({ path: join(dirname(process.env.HANDBELL_README_PICTURE), `office-${shown[name]}.png`) })
}
