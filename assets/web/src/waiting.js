// Somebody asks for a child, and whoever looks at another page hears of it: the number in the tab's
// title, words for those who hear the page, and a short sound where it is on.
//
// The sound is made here and needs a touch or a key first, as browsers have it. Whoever asks for less
// motion gets no sound before it is turned on.
const SOUND = 'handbell-sound'
const HEARD = 'handbell-asked'
const NOTES = [[880, 0], [659, 0.22]] // hertz, seconds

let context = null

function isOn() {
  const kept = localStorage.getItem(SOUND)
  return kept === null ? !matchMedia('(prefers-reduced-motion: reduce)').matches : kept === 'on'
}

function wake() {
  context ??= new AudioContext()
  if (context.state === 'suspended') context.resume().catch(() => {})
}

function ring() {
  if (!isOn() || context?.state !== 'running') return
  for (const [pitch, after] of NOTES) {
    const from = context.currentTime + after
    const tone = context.createOscillator()
    const volume = context.createGain()
    tone.frequency.value = pitch
    volume.gain.setValueAtTime(0.0001, from)
    volume.gain.exponentialRampToValueAtTime(0.2, from + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.5)
    tone.connect(volume).connect(context.destination)
    tone.start(from)
    tone.stop(from + 0.5)
  }
}

/** The button beside the pages, and where the words are said. */
function addButton(list) {
  const line = document.createElement('li')
  line.className = 'hb-nav__sound'
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'hb-sound'
  const words = document.createElement('span')
  words.className = 'govuk-visually-hidden'
  words.setAttribute('role', 'status')
  const show = () => { button.textContent = isOn() ? 'Sound on' : 'Sound off' }
  button.addEventListener('click', () => {
    localStorage.setItem(SOUND, isOn() ? 'off' : 'on')
    wake()
    show()
    ring()
  })
  show()
  line.append(button, words)
  list.append(line)
  return words
}

export function followWaiting() {
  const badge = () => document.getElementById('requests-waiting')
  const list = document.querySelector('.hb-nav__list')
  if (!badge() || !list || !document.getElementById('announce')) return
  const title = document.title
  const words = addButton(list)
  const look = () => {
    const { waiting, asked } = badge().dataset
    document.title = waiting === '0' ? title : `(${waiting}) ${title}`
    const before = Number(sessionStorage.getItem(HEARD) ?? asked)
    sessionStorage.setItem(HEARD, asked)
    if (Number(asked) <= before) return
    words.textContent = `Somebody asks for a child: ${waiting} waiting on the page Out of school.`
    ring()
  }
  for (const gesture of ['pointerdown', 'keydown']) document.addEventListener(gesture, wake, { once: true })
  document.addEventListener('handbell:parts', look)
  look()
}
