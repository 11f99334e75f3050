// Puts new parts in the place of old ones with the same id, and keeps the keyboard where it was.
import { sortTables } from './sort.js'

let next = null

/** Where the keyboard goes when the focused button is not there any more. */
export function rememberNext() {
  const row = document.activeElement?.closest('tr, li')
  const after = row?.nextElementSibling ?? row?.previousElementSibling
  next = after?.querySelector('button')?.id ?? null
}

function focusAgain(id, href, part) {
  const same = id ? document.getElementById(id) : href && part.querySelector(`a[href="${CSS.escape(href)}"]`)
  if (same) return same.focus({ preventScroll: true })
  const after = next && document.getElementById(next)
  if (after) return after.focus()
  const heading = part.querySelector('h2')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}

/** Somebody is filling in a form here: it is not taken from under the hands. */
export function isBeingTyped(part) {
  return [...part.querySelectorAll('input, textarea, select')].some(field =>
    (field === document.activeElement && field.type !== 'checkbox') ||
    (field.type === 'checkbox' || field.type === 'radio'
      ? field.checked !== field.defaultChecked
      : field.tagName === 'SELECT'
        ? [...field.options].some(each => each.selected !== each.defaultSelected) && field.selectedIndex > 0
        : field.type !== 'hidden' && field.value !== field.defaultValue))
}

function replaceOne(old, fresh) {
  if (old.dataset.markup === fresh.outerHTML) return false
  const focused = old.contains(document.activeElement) ? document.activeElement : null
  const had = focused !== null
  const id = focused?.id
  const href = focused?.getAttribute('href')
  const markup = fresh.outerHTML
  for (const open of old.querySelectorAll('details[id][open]')) {
    const same = fresh.querySelector(`#${CSS.escape(open.id)}`)
    if (same) same.open = true
  }
  old.replaceWith(fresh)
  fresh.dataset.markup = markup
  sortTables(fresh)
  if (had) focusAgain(id, href, fresh)
  return true
}

/** Lines that stand in no other line: what is inside one belongs to whoever writes there. */
const outermost = part => [...part.querySelectorAll('li[id]')].filter(line => !line.parentElement.closest('li[id]'))

/** The lines of a fresh list, and the list that stands here with some of the same lines. */
function listsOf(fresh, part) {
  const lists = new Map()
  for (const line of outermost(fresh)) {
    const lines = lists.get(line.parentElement) ?? []
    lists.set(line.parentElement, [...lines, line])
  }
  return [...lists.values()].map(lines => {
    const ids = lines.map(line => `#${CSS.escape(line.id)}`).join()
    return { lines, list: part.querySelector(ids)?.parentElement }
  })
}

/** What somebody is writing about went meanwhile: said beside what was written, which stays. */
function sayGone(line) {
  if (line.querySelector('.hb-gone')) return
  const words = document.createElement('p')
  words.className = 'hb-gone'
  words.setAttribute('role', 'status')
  words.textContent = 'Somebody else has dealt with this meanwhile. Open the page again before you go on.'
  line.prepend(words)
}

/** New lines come, settled ones go; the line under the hands stays as it is. */
function mergeLines({ lines, list }, keep) {
  const fresh = new Set(lines.map(line => line.id))
  let before = null
  for (const line of lines) {
    const old = document.getElementById(line.id)
    if (old && !keep(old)) replaceOne(old, document.importNode(line, true))
    if (!old && before) before.after(document.importNode(line, true))
    if (!old && !before) list.prepend(document.importNode(line, true))
    before = document.getElementById(line.id)
  }
  for (const old of list.querySelectorAll(':scope > li[id]')) {
    if (fresh.has(old.id)) continue
    if (keep(old)) sayGone(old)
    else old.remove()
  }
}

/** In a part that somebody is filling in: what stands around that form follows all the same. */
function replaceAround(part, fresh, keep) {
  for (const heading of fresh.querySelectorAll('h2[id]')) {
    const old = document.getElementById(heading.id)
    if (old && old.innerHTML !== heading.innerHTML) old.replaceWith(document.importNode(heading, true))
  }
  const lists = listsOf(fresh, part).filter(each => each.list)
  for (const each of lists) mergeLines(each, keep)
  const followed = new Set(lists.map(each => each.list))
  for (const line of outermost(part)) {
    const list = line.parentElement
    if (!list || followed.has(list)) continue
    followed.add(list)
    mergeLines({ lines: [], list }, keep) // its last line was settled
  }
}

/** `fragment`: markup of our own server, with every name escaped there. `keep`: says which part or line stays as it is. */
export function replaceParts(fragment, selector = '[data-live]', keep = () => false) {
  const parsed = new DOMParser().parseFromString(fragment, 'text/html')
  for (const fresh of parsed.querySelectorAll(selector)) {
    const old = document.getElementById(fresh.id)
    if (old && !keep(old)) replaceOne(old, document.importNode(fresh, true))
    else if (old) replaceAround(old, fresh, keep)
  }
  document.dispatchEvent(new Event('handbell:parts'))
}
