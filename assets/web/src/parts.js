// Puts new parts in the place of old ones with the same id, and keeps the keyboard where it was.
import { sortTables } from './sort.js'

let next = null

/** Where the keyboard goes when the focused button is not there any more. */
export function rememberNext() {
  const row = document.activeElement?.closest('tr, li')
  const after = row?.nextElementSibling ?? row?.previousElementSibling
  next = after?.querySelector('button')?.id ?? null
}

function focusAgain(id, part) {
  const same = id && document.getElementById(id)
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
  const markup = fresh.outerHTML
  for (const open of old.querySelectorAll('details[id][open]')) {
    const same = fresh.querySelector(`#${CSS.escape(open.id)}`)
    if (same) same.open = true
  }
  old.replaceWith(fresh)
  fresh.dataset.markup = markup
  sortTables(fresh)
  if (had) focusAgain(id, fresh)
  return true
}

/** `fragment`: markup of our own server, with every name escaped there. `keep`: says which part stays as it is. */
export function replaceParts(fragment, selector = '[data-live]', keep = () => false) {
  const parsed = new DOMParser().parseFromString(fragment, 'text/html')
  for (const fresh of parsed.querySelectorAll(selector)) {
    const old = document.getElementById(fresh.id)
    if (old && !keep(old)) replaceOne(old, document.importNode(fresh, true))
  }
  document.dispatchEvent(new Event('handbell:parts'))
}
