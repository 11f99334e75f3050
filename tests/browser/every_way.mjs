// What a page has to be in each state in which people meet it: on a telephone, by the keyboard
// alone, in forced colours, on paper, and where no script runs.
import assert from 'node:assert/strict'
import { expectNoSidewaysScroll, expectNoViolations, picture } from './page.mjs'

const controls = 'a[href], button, input, select, textarea, summary, [tabindex]'

/** From the top, Tab comes to each control once, in the order of the page, and each shows it. */
async function walkByKeyboard(page) {
  const wanted = await page.evaluate(selector => {
    document.activeElement?.blur()
    const group = each => each.type === 'radio' && document.querySelectorAll(`input[name="${CSS.escape(each.name)}"]`)
    const leads = each => {
      const all = [...group(each)].filter(other => other.form === each.form)
      return each === (all.find(other => other.checked) ?? all[0])
    }
    window.keyboard = [...document.querySelectorAll(selector)].filter(each =>
      each.tabIndex >= 0 && !each.disabled && each.type !== 'hidden' && each.checkVisibility({ visibilityProperty: true }) && (!group(each) || leads(each)))
    window.came = []
    window.unseen = []
    const look = each => [each, each.nextElementSibling, each.parentElement].filter(Boolean).flatMap(one =>
      [null, '::before', '::after'].map(part => {
        const style = getComputedStyle(one, part)
        return [style.outlineStyle !== 'none' && style.outlineWidth, style.boxShadow, style.backgroundColor, style.borderColor, style.borderWidth, style.transform].join()
      })).join()
    const before = new Map(window.keyboard.map(each => [each, look(each)]))
    window.follow = event => {
      const at = window.keyboard.indexOf(event.target)
      if (at < 0) return
      window.came.push(at)
      if (look(event.target) === before.get(event.target)) window.unseen.push(event.target.outerHTML.slice(0, 160))
    }
    document.addEventListener('focusin', window.follow)
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
    // A day has three places of its own inside it, and the button of its calendar.
    const inside = window.keyboard.filter(each => ['date', 'time'].includes(each.type)).length * 3
    return window.keyboard.length + inside
  }, controls)
  for (let i = 0; i < wanted; i += 1) await page.keyboard.press('Tab')
  const { came, unseen, missed } = await page.evaluate(() => {
    document.removeEventListener('focusin', window.follow)
    document.activeElement?.blur()
    window.scrollTo(0, 0)
    const missed = window.keyboard.filter((_, at) => !window.came.includes(at)).map(each => each.outerHTML.slice(0, 160))
    return { came: window.came, unseen: window.unseen, missed }
  })
  return { came, unseen, missed }
}

/** A page that follows what happens may put new parts in the place of old ones on the way. */
export async function expectKeyboardComesEverywhere(page) {
  let { came, unseen, missed } = await walkByKeyboard(page)
  if (missed.length > 0 || unseen.length > 0) ({ came, unseen, missed } = await walkByKeyboard(page))
  assert.deepEqual(missed, [], 'the keyboard does not come there')
  assert.deepEqual(came, [...came].sort((a, b) => a - b), 'the keyboard goes in the order of the page')
  assert.deepEqual(unseen, [], 'nobody sees where the keyboard is')
}

/** In colours that the reader chose, text and the edges of what is filled in or pressed are seen. */
export async function expectSeenInForcedColours(page) {
  await page.emulateMedia({ forcedColors: 'active' })
  const lost = await page.evaluate(() => {
    const clear = colour => colour === 'transparent' || /^rgba.*, 0\)$/.test(colour)
    const ground = each => {
      for (let at = each; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor
        if (!clear(colour)) return colour
      }
      return 'rgb(255, 255, 255)'
    }
    const seen = each => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && each.offsetWidth > 1
    const worded = [...document.querySelectorAll('body *')].filter(each => seen(each) &&
      [...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
    const pale = worded.filter(each => getComputedStyle(each).color === ground(each))
    const edged = [...document.querySelectorAll('.govuk-input, .govuk-select, .govuk-textarea, .govuk-button')].filter(seen)
    const edgeless = edged.filter(each => {
      const style = getComputedStyle(each)
      return parseFloat(style.borderBottomWidth) === 0 || clear(style.borderBottomColor) || style.borderBottomColor === ground(each.parentElement)
    })
    const boxes = [...document.querySelectorAll('.govuk-radios__label, .govuk-checkboxes__label')].filter(seen)
    const boxless = boxes.filter(each => parseFloat(getComputedStyle(each, '::before').borderBottomWidth) === 0)
    return [...pale, ...edgeless, ...boxless].map(each => each.outerHTML.slice(0, 160))
  })
  await page.emulateMedia({ forcedColors: null })
  assert.deepEqual(lost, [], 'not seen in forced colours')
}

const people = 'main th[scope=row], main .hb-name, main .hb-tick__name, main .hb-take__name'

/** On paper: no way to other pages, and everybody whom the screen names. */
export async function expectGoodOnPaper(page) {
  const named = await page.$$eval(people, all => all.map(each => each.checkVisibility()))
  await page.emulateMedia({ media: 'print' })
  const [lost, left] = await page.evaluate(([selector, before]) => [
    [...document.querySelectorAll(selector)].filter((each, at) => before[at] && !each.checkVisibility()).map(each => each.textContent),
    ['.hb-nav', '.hb-header__person', '.govuk-skip-link'].filter(each => {
      const found = document.querySelector(each)
      return found?.checkVisibility() && found.getBoundingClientRect().width > 1 && found.getBoundingClientRect().bottom > 0
    }),
  ], [people, named])
  const title = await page.$$eval('h1, h2', all => all.some(each => each.checkVisibility()))
  await page.emulateMedia({ media: null })
  assert.deepEqual(lost, [], 'not on paper')
  assert.deepEqual(left, [], 'of no use on paper')
  assert.ok(title, 'the sheet says what it is')
}

/** The same document with its scripts left out: narrow, whole, and each form can be sent. */
export async function expectGoodWithoutScripts(page) {
  const address = page.url().split('#')[0]
  const markup = await page.markup?.get(address)
  if (!markup) return
  const plain = await page.context().newPage()
  await plain.setViewportSize({ width: 320, height: 800 })
  await plain.route(address, route => route.fulfill({
    contentType: 'text/html; charset=utf-8', body: markup.replaceAll(/<script\b[^>]*><\/script>/g, ''),
  }))
  await plain.goto(address)
  await expectNoViolations(plain)
  await expectNoSidewaysScroll(plain)
  const stuck = await plain.evaluate(() => [...document.forms].filter(form => {
    const buttons = [...form.elements].filter(each => each.type === 'submit' && !each.disabled)
    const asks = [...form.elements].some(each => each.type !== 'hidden') // else its buttons come with what happens
    return asks && !buttons.some(each => each.checkVisibility() || each.closest('details:not([open])'))
  }).map(form => form.outerHTML.slice(0, 160)))
  assert.deepEqual(stuck, [], 'a form that cannot be sent without scripts')
  await plain.close()
}

async function expectNarrow(page) {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: size.height })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize(size)
}

/** All of it, for a page in the state in which it stands. Not `whole`: the same state is looked at
 *  on a wide screen as well, where the rest of it is done. */
export async function expectGood(page, name, whole = true) {
  await expectNoViolations(page)
  await expectNarrow(page)
  if (whole) {
    await expectKeyboardComesEverywhere(page)
    await expectSeenInForcedColours(page)
    await expectGoodOnPaper(page)
    await expectGoodWithoutScripts(page)
  }
  if (name) await picture(page, name)
}
