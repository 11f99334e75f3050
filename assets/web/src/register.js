// Taking a register over a network that comes and goes.
//
//   1. Each touch is kept on this device as soon as it is made.
//   2. What cannot be sent waits, the page says so, and it is tried again until it can, as long as
//      the page is open. Once it was loaded anew somebody looks and sends it: it may be another
//      person who signed in, and nobody signs for what she has not looked at.
//   3. The office answers the same register twice with "it was sent already": nothing doubles.
//   4. What happens at the door meanwhile comes onto the page by itself.
import { forget, forgetOlder, read, write } from './kept.js'
import { replaceParts } from './parts.js'

const TRY_AGAIN = 5_000
const LONGEST_WAIT = 15_000 // for an answer
const LOOK_AGAIN = 15_000
const NOBODY_THERE = 600_000 // a page that nobody touches does not keep anybody signed in
const WAITING = 'Not sent yet: no connection. Kept on this device. It is sent by itself when the network is back.'
const OPEN = 'Not sent yet: no connection, and this browser keeps nothing. Leave this page open.'
const SIGN_IN = 'Not sent: sign in again. It is kept on this device.'
const KEPT = 'This was kept on this device and has not been sent. Look through it, then send it.'

const form = () => document.getElementById('register')
const key = () => form()?.dataset.key
const unsent = () => document.getElementById('unsent')
const said = () => [...form().querySelectorAll('input[type=radio]:checked')]

class SignedOut extends Error {}

let busy = false
let timer = 0
let touched = Date.now()

function tell(words) {
  const line = unsent()
  if (!line) return
  if (line.textContent !== words) line.textContent = words
  line.hidden = words === ''
}

function tally() {
  const line = document.getElementById('tally')
  if (!form() || !line) return
  const count = { present: 0, late: 0, 'not-here': 0 }
  for (const each of said()) count[each.value] += 1
  const open = form().querySelectorAll('.hb-take__choices').length - said().length
  const rest = open > 0 ? `, ${open} without a mark` : ''
  line.textContent = `${count.present} present, ${count.late} late, ${count['not-here']} not here${rest}`
}

function keep(more = {}) {
  const kept = { ...read(key()), ...more, children: {}, headcount: form().elements.headcount.value }
  kept.reason = form().elements.reason?.value
  for (const each of said()) kept.children[each.name.slice('child-'.length)] = each.value
  return write(key(), kept)
}

/** What was touched before this page was loaded. */
function putBack(kept) {
  for (const [child, value] of Object.entries(kept.children ?? {})) {
    const buttons = form().elements[`child-${child}`]
    if (buttons) buttons.value = value
  }
  if (kept.headcount) form().elements.headcount.value = kept.headcount
  if (kept.reason && form().elements.reason) form().elements.reason.value = kept.reason
  tally()
}

/** The office's page in the place of this one; false where the answer is another page. */
function show(text) {
  const page = new DOMParser().parseFromString(text, 'text/html')
  if (!page.getElementById('take')) return false
  replaceParts(text, '#messages, #take')
  tally()
  document.querySelector('.govuk-error-summary')?.focus()
  return true
}

async function ask(address, body) {
  const control = new AbortController()
  const gone = setTimeout(() => control.abort(), LONGEST_WAIT)
  try {
    const method = body ? 'POST' : 'GET'
    const answer = await fetch(address, { method, body, headers: { Accept: 'text/html' }, signal: control.signal })
    if (answer.status >= 500) throw new Error(`answered ${answer.status}`)
    return { ok: answer.ok, text: await answer.text() }
  } finally {
    clearTimeout(gone)
  }
}

async function sendSeen(child) {
  const body = new URLSearchParams(new FormData(form()))
  body.set('seen', child)
  const { text } = await ask('/register/seen', body)
  const page = new DOMParser().parseFromString(text, 'text/html')
  keep({ seen: (read(key()).seen ?? []).filter(each => each !== child) })
  if (!page.getElementById('take')) throw new SignedOut()
  // Only what is known of the child: the others may have been touched since.
  replaceParts(text, `#messages, #take-state, #about-${child}`)
  const offered = page.querySelector(`input[name="child-${child}"]:checked`)?.value
  const buttons = form().elements[`child-${child}`]
  if (offered && buttons && !buttons.value) buttons.value = offered
  tally()
  keep()
}

async function sendRegister() {
  const name = key()
  const { ok, text } = await ask(form().getAttribute('action'), new URLSearchParams(new FormData(form())))
  keep({ send: false })
  if (!show(text)) throw new SignedOut()
  if (ok) forget(name)
  tell('')
}

/** Everything that waits; what cannot be sent waits on. */
async function flush() {
  clearTimeout(timer)
  const waits = form() && (read(key()).send || read(key()).seen?.length > 0)
  if (busy || !waits) return
  busy = true
  try {
    for (let next; (next = read(key()).seen?.[0]);) await sendSeen(next)
    if (read(key()).send) await sendRegister()
    else tell('')
  } catch (reason) {
    const kept = keep()
    if (reason instanceof SignedOut) return tell(SIGN_IN)
    tell(kept ? WAITING : OPEN)
    timer = setTimeout(flush, TRY_AGAIN)
  } finally {
    busy = false
  }
}

function submitted(event) {
  if (!form() || event.target !== form()) return
  event.preventDefault()
  const child = event.submitter?.name === 'seen' ? event.submitter.value : null
  keep(child ? { seen: [...new Set([...(read(key()).seen ?? []), child])] } : { send: true })
  flush()
}

/** What others did, and what the door saw: never what is being said on this page. */
async function lookAgain() {
  if (document.hidden || busy || read(key() ?? '').send) return
  if (Date.now() - touched > NOBODY_THERE) return
  const address = document.getElementById('take')?.dataset.address
  if (!address) return
  const again = form()?.elements.again?.value ? '&again=1' : ''
  const { ok, text } = await ask(address + again)
  const parts = form() ? '#take-state, [id^="about-"]' : '#take'
  if (ok && !busy) replaceParts(text, parts)
}

export function takeRegister() {
  if (!document.getElementById('take')) return
  if (form()) {
    forgetOlder(form().dataset.key.slice(0, 10))
    const fresh = document.getElementById('take-state').dataset.known === '0'
    const kept = read(key())
    // Sent meanwhile, by this device or by another: what was touched is said by the page now.
    if (fresh || kept.send) putBack(kept)
    else forget(key())
    if (kept.send) tell(KEPT)
    if (Object.keys(kept).length > 0 && (fresh || kept.send)) keep({ send: false, seen: [] })
    tally()
  }
  for (const kind of ['pointerdown', 'keydown']) {
    document.addEventListener(kind, () => { touched = Date.now() })
  }
  document.addEventListener('change', event => {
    if (!form()?.contains(event.target)) return
    tally()
    keep()
  })
  document.addEventListener('input', event => event.target.id === 'headcount' && keep())
  document.addEventListener('submit', submitted)
  window.addEventListener('online', flush)
  setInterval(() => lookAgain().catch(() => {}), LOOK_AGAIN)
}
