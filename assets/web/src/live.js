// Follows what happens: each change arrives as the parts of the page that it touches.
import { replaceParts } from './parts.js'

const LONGEST_SILENCE = 45_000 // the office says something every 15 s

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
    source.addEventListener('today', event => {
      heard()
      replaceParts(event.data)
      const summary = document.getElementById('tiles')?.dataset.live ?? ''
      if (announce.textContent !== summary) announce.textContent = summary
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
