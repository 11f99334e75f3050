// Who sits at a page in a browser test: invited, joined and signed in as people are, but without a
// browser, once for each person and office.
import { createHmac } from 'node:crypto'

export const password = 'brown goats climb'

/** The six figures of an app that was told these letters, for the half minute of `at`. */
export function codeOf(letters, at = Date.now()) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...letters.replaceAll(' ', '')].map(each => alphabet.indexOf(each).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from(bits.match(/.{8}/g).map(each => parseInt(each, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', secret).update(step).digest()
  const from = hash[19] & 15
  return String((hash.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** A browser's cookies, without the browser. */
class Visitor {
  constructor(origin) {
    this.origin = origin
    this.cookies = new Map()
  }

  async ask(path, form) {
    const cookie = [...this.cookies].map(each => each.join('=')).join('; ')
    const response = await fetch(new URL(path, this.origin), {
      redirect: 'manual', headers: cookie ? { Cookie: cookie } : {},
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of (response.headers.get('set-cookie') ?? '').split(/, (?=__Host-)/)) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/) ?? []
      if (name) this.cookies.set(name, value)
    }
    return response
  }
}

const roles = { Headteacher: 'headteacher', 'Class teacher': 'class teacher', Technician: 'IT technician' }
const offices = new Map()

/** The office of a site: people are invited there. */
export function opensAt(page, site) {
  offices.set(new URL(page).origin, { site, people: new Map() })
}

async function join({ site }, origin, { name, position, role = roles[position] ?? 'office', classes = [], pin = '482913' }) {
  const id = name.replaceAll(/[^A-Za-z]/g, '')
  site.handbell('staff', 'add', id, '--name', name, '--position', position, '--role', role,
    ...classes.flatMap(each => ['--class', each]))
  const [code] = site.handbell('account', 'invite', id).match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/)
  const visitor = new Visitor(origin)
  await visitor.ask('/join', { code })
  const letters = (await (await visitor.ask('/join/account')).text()).match(/<code>([A-Z2-7 ]+)<\/code>/)[1]
  const done = await visitor.ask('/join/account', { password, again: password, pin, code: codeOf(letters) })
  if (done.status !== 200) throw new Error(`${name} did not join: ${await done.text()}`)
  return { cookie: visitor.cookies.get('__Host-handbell'), letters }
}

/** The person's session cookie and the letters of the app, made when they are first asked for. */
export async function signedIn(address, person) {
  const { origin } = new URL(address)
  const office = offices.get(origin)
  if (!office) throw new Error(`no office at ${origin}`)
  if (!office.people.has(person.name)) office.people.set(person.name, join(office, origin, person))
  return office.people.get(person.name)
}
