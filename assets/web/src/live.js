// Follows what happens: on Today each change arrives as the parts of the page that it touches;
// another page hears that something changed and fetches itself again.
import { isBeingTyped, replaceParts } from './parts.js'

const LONGEST_SILENCE = 45_000 // the office says something every 15 s

let fetching = false
let again = false

/** Nobody is signed in here any more. A roll call stays readable: its phone may stand in the yard. */
function ended() {
  if (!document.getElementById('roll-time')) location.reload()
}

/** One at a time; what changes meanwhile is fetched once more. */
async function fetchAgain() {
  if ('formAlone' in document.body.dataset) return // a form that came back: what was asked for stands in no address
  again = true
  if (fetching) return
  fetching = true
  while (again) {
    again = false
    const answer = await fetch(location.href, { headers: { 'X-Handbell-Live': '1' } }).catch(() => null)
    if (answer?.redirected) {
      fetching = false
      return ended()
    }
    if (answer?.ok) replaceParts(await answer.text(), '[data-live]', isBeingTyped)
  }
  fetching = false
}

export function followLive() {
  const announce = document.getElementById('announce')
  const offline = document.getElementById('offline')
  const from = announce?.dataset.liveFrom
  if (!from || !offline) return
  let silence = 0
  let source = null

  const heard = () => {
    offline.hidden = true
    clearTimeout(silence)
    silence = setTimeout(begin, LONGEST_SILENCE)
  }
  const lost = () => {
    offline.hidden = false
  }
  const begin = () => {
    source?.close()
    source = new EventSource(from)
    source.addEventListener('open', heard)
    source.addEventListener('still', heard)
    source.addEventListener('ended', () => {
      source.close()
      clearTimeout(silence)
      ended()
    })
    source.addEventListener('today', event => {
      heard()
      replaceParts(event.data)
      const summary = document.getElementById('tiles')?.dataset.live ?? ''
      if (announce.textContent !== summary) announce.textContent = summary
    })
    source.addEventListener('changed', () => {
      heard()
      fetchAgain()
    })
    source.addEventListener('error', () => {
      lost()
      if (source.readyState === EventSource.CLOSED) setTimeout(begin, 5_000)
    })
    clearTimeout(silence)
    silence = setTimeout(() => {
      lost()
      begin()
    }, LONGEST_SILENCE)
  }
  begin()
}
