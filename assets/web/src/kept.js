// What was touched on the pages Register and Roll call, kept on this device until the office has it:
// numbers of children and what was said of them, never a child's name.
const PREFIX = 'register '

const here = new Map() // where the browser keeps nothing: as long as the page is open

export function read(key) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key)) ?? here.get(key) ?? {}
  } catch {
    return here.get(key) ?? {}
  }
}

/** False where it is kept for as long as this page is open, and no longer. */
export function write(key, kept) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(kept))
    return true
  } catch {
    here.set(key, kept)
    return false
  }
}

export function forget(key) {
  here.delete(key)
  try {
    localStorage.removeItem(PREFIX + key)
  } catch {
    // Nothing was kept.
  }
}

/** Registers of other days: nobody sends them any more. */
export function forgetOlder(day) {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(PREFIX) && !name.startsWith(PREFIX + day)) localStorage.removeItem(name)
    }
  } catch {
    // Nothing was kept.
  }
}
