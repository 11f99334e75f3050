// The roll call on a telephone whose network may be gone with the building's power.
//
//   1. Each touch is a tick with an id of its own, kept on this device as soon as it is made, and
//      sent when it can be. Sent twice it counts once; ticks of several phones merge at the office.
//   2. The page itself is not kept: names of children stay out of the browser's store. It works as
//      long as it stays open, and asks before it is left while ticks wait.
//   3. What waits is sent with its age, since the phone's clock may be wrong.
//   4. Nobody signs for another person: what somebody else left on this device waits for a touch.
import { forget, read, write } from './kept.js'
import { replaceParts } from './parts.js'

const TRY_AGAIN = 5_000
const LONGEST_WAIT = 15_000 // for an answer
const MOST_AT_ONCE = 250
const PARTS = '#messages, #roll-time, #roll-state, #roll-missing, #roll-classes, #roll-offer'
const PRINTED = 'roll call printed'

const roll = () => document.getElementById('roll')
const key = () => `${roll().dataset.day}.roll`
const boxes = () => [...roll().querySelectorAll('.hb-roll__box')]
const rowOf = pupil => roll().querySelector(`[data-pupil="${CSS.escape(pupil)}"]`)
const callHere = () => document.getElementById('roll-state').dataset.call

let busy = false
let timer = 0
let problem = ''
let stored = true

function kept() {
  const all = read(key())
  return { ticks: all.ticks ?? [], begin: all.begin ?? null, by: all.by ?? null }
}

function keep(all) {
  if (all.ticks.length === 0 && !all.begin) return forget(key())
  stored = write(key(), { ...all, by: all.by ?? roll().dataset.who })
}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  bytes[0] |= 1
  return [...bytes].map(each => each.toString(16).padStart(2, '0')).join('')
}

const waits = all => all.ticks.length > 0 || all.begin !== null
const ofAnother = all => all.by !== null && all.by !== roll().dataset.who

function keptWords(all) {
  const count = all.ticks.length === 1 ? '1 tick' : `${all.ticks.length} ticks`
  const what = all.begin ? (all.ticks.length > 0 ? `the beginning and ${count}` : 'the beginning') : count
  const where = stored ? 'Kept on this phone' : 'Kept in this page alone, leave it open'
  return `${where}: ${what}. ${problem}`
}

function sendButton(words) {
  const button = document.createElement('button')
  button.type = 'button'
  button.id = 'roll-send'
  button.className = 'govuk-button'
  button.textContent = words
  button.addEventListener('click', () => {
    keep({ ...kept(), by: roll().dataset.who })
    flush()
  })
  return button
}

function tell() {
  const line = document.getElementById('roll-kept')
  const all = kept()
  const another = waits(all) && ofAnother(all)
  line.hidden = problem === '' && (busy || !waits(all))
  const words = !waits(all) ? problem : another ? `Somebody else left ticks on this phone: ${all.ticks.length}. Look through them, then send them.` : keptWords(all)
  if (line.firstChild?.textContent === words) return
  line.replaceChildren(document.createTextNode(words))
  if (another) line.append(sendButton('Send them'))
}

/** Who is not seen, out of the page alone: it has to be right without a network. */
function count() {
  const wanted = [...roll().querySelectorAll('[data-wanted="1"]')]
  const missing = wanted.filter(row => !row.querySelector('.hb-roll__box').checked)
  const figure = (id, number) => {
    const place = document.getElementById(id)
    if (place) place.textContent = number
  }
  figure('roll-wanted', wanted.length)
  figure('roll-seen', wanted.length - missing.length)
  figure('roll-not-seen', missing.length)
  for (const form of roll().querySelectorAll('.hb-roll__form')) {
    const own = wanted.filter(row => form.contains(row))
    const seen = own.length - missing.filter(row => form.contains(row)).length
    const ticking = callHere() !== '0' || waits(kept())
    form.querySelector('.hb-roll__of').textContent = ticking ? `${seen} of ${own.length} seen` : `${own.length} in`
    form.classList.toggle('hb-roll__form--all', ticking && own.length > 0 && seen === own.length)
  }
  const part = document.getElementById('roll-missing')
  part.hidden = missing.length === 0 || missing.length === wanted.length
  document.getElementById('missing-list').replaceChildren(...missing.map(missingLine))
}

function missingLine(row) {
  const line = document.createElement('li')
  const name = document.createElement('a')
  name.className = 'govuk-link'
  name.href = `#here-${row.dataset.pupil}`
  name.textContent = row.querySelector('.hb-roll__who').textContent
  const of = row.closest('form').elements.class.value || 'no class'
  line.append(name, ` ${of}`)
  return line
}

/** What waits stands on the page, over what the office said. */
function putBack() {
  for (const tick of kept().ticks) {
    const row = rowOf(tick.pupil)
    const box = row?.querySelector('.hb-roll__box')
    if (!box) continue
    box.checked = tick.said !== 'not-here'
    box.defaultChecked = box.checked
    const adult = row.querySelector('input[type=text]')
    if (tick.said === 'with') adult.defaultValue = tick.with
    row.classList.add('hb-roll__row--kept')
  }
  count()
  tell()
}

async function ask(address, body) {
  const control = new AbortController()
  const gone = setTimeout(() => control.abort(), LONGEST_WAIT)
  try {
    const answer = await fetch(address, { method: 'POST', body, headers: { Accept: 'text/html' }, signal: control.signal })
    if (answer.status >= 500) throw new Error(`answered ${answer.status}`)
    return { status: answer.status, text: await answer.text() }
  } finally {
    clearTimeout(gone)
  }
}

function bodyOf(ticks, all) {
  const now = Date.now()
  const age = at => Math.max(0, now - at)
  const body = new URLSearchParams({ token: roll().dataset.token, call: ticks[0]?.call ?? callHere() })
  if (all.begin) {
    body.set('begin', all.begin.kind)
    body.set('begin-age', age(all.begin.at))
  }
  for (const tick of ticks) {
    body.append('tick', [tick.id, tick.pupil, tick.said, age(tick.at), tick.with ?? ''].join('.'))
  }
  return body
}

/** The ticks of one roll call at a time. */
function nextBatch(all) {
  const call = all.ticks[0]?.call
  return all.ticks.filter(tick => tick.call === call).slice(0, MOST_AT_ONCE)
}

async function sendSome() {
  const all = kept()
  const batch = nextBatch(all)
  const { status, text } = await ask('/roll-call/ticks', bodyOf(batch, all))
  const page = new DOMParser().parseFromString(text, 'text/html')
  if (!page.getElementById('roll')) {
    problem = 'Sign in again: they are sent then.'
    return false
  }
  if (status === 422) {
    problem = page.querySelector('.govuk-error-summary a')?.textContent ?? 'The office could not read them.'
    return false
  }
  const sent = new Set(batch.map(tick => tick.id))
  const later = kept()
  keep({ ...later, begin: null, ticks: later.ticks.filter(tick => !sent.has(tick.id)) })
  replaceParts(text, PARTS)
  return true
}

/** Everything that waits; what cannot be sent waits on. */
async function flush() {
  clearTimeout(timer)
  if (busy || !waits(kept()) || ofAnother(kept())) return tell()
  busy = true
  try {
    while (waits(kept()) && await sendSome()) problem = ''
  } catch {
    problem = 'No connection: they are sent by themselves when it is back. Do not close this page.'
  } finally {
    busy = false
  }
  if (waits(kept())) timer = setTimeout(flush, TRY_AGAIN)
  putBack()
}

function add(pupil, said, adult) {
  const all = kept()
  const tick = { id: newId(), pupil, said, at: Date.now(), call: callHere() }
  if (adult) tick.with = adult
  keep({ ...all, ticks: [...all.ticks, tick] })
  putBack()
  flush()
}

function changed(event) {
  const row = event.target.closest?.('.hb-roll__row')
  if (!row) return
  const adult = row.querySelector('input[type=text]')
  if (event.target === adult) {
    const name = adult.value.trim()
    if (name) add(row.dataset.pupil, 'with', name)
    return
  }
  add(row.dataset.pupil, event.target.checked ? 'here' : 'not-here')
}

/** Who ends it is told at once whether it has ended: this does not wait. */
async function endIt(body) {
  try {
    const { text } = await ask('/roll-call/end', body)
    problem = ''
    replaceParts(text, PARTS)
  } catch {
    problem = 'No connection: it has not ended. End it where there is a network.'
  }
  putBack()
}

/** Without a network this page cannot be loaded again. */
function followed(event) {
  const away = event.target.closest?.('a[href^="/"]')
  if (!away || navigator.onLine) return
  event.preventDefault()
  problem = 'No connection: stay on this page, it cannot be loaded again now.'
  tell()
}

/** Without a network a page that is left is lost: what begins or ticks is kept here. */
function submitted(event) {
  const action = event.target.getAttribute('action')
  if (action === '/roll-call/class') {
    event.preventDefault()
    return flush()
  }
  if (action === '/roll-call/end') {
    event.preventDefault()
    return endIt(new URLSearchParams(new FormData(event.target)))
  }
  if (action !== '/roll-call/begin') return
  event.preventDefault()
  const all = kept()
  keep({ ...all, begin: { kind: event.target.elements.kind.value, at: Date.now() } })
  putBack()
  flush()
}

/** The sheet is offered until this browser has printed what was sent last. */
function offer() {
  const line = document.getElementById('roll-offer')
  if (line) line.hidden = Number(line.dataset.sent) <= Number(printed())
}

function printed(value) {
  try {
    if (value) localStorage.setItem(PRINTED, value)
    return localStorage.getItem(PRINTED) ?? 0
  } catch {
    return 0
  }
}

function offerPrint() {
  const place = document.getElementById('roll-print')
  if (!place) return
  place.hidden = false
  place.querySelector('button').addEventListener('click', () => window.print())
  const sheet = document.getElementById('roll-sheet')
  if (sheet) window.addEventListener('afterprint', () => printed(sheet.dataset.sent))
}

export function callTheRoll() {
  offerPrint()
  if (!roll()) return
  roll().classList.add('hb-roll--live')
  document.addEventListener('change', changed)
  document.addEventListener('submit', submitted)
  document.addEventListener('click', followed)
  document.addEventListener('handbell:parts', () => {
    putBack()
    offer()
  })
  window.addEventListener('online', () => {
    problem = ''
    flush()
  })
  window.addEventListener('beforeunload', event => {
    if (waits(kept())) event.preventDefault()
  })
  putBack()
  offer()
  flush()
}
