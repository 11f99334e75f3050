// A real site with a real office for a test: made by handbell, filled by its commands, its door a
// kiosk of paper.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { opensAt } from './people.mjs'

const bin = process.env.HANDBELL_BIN

export const roll = [
  ['Amira', 'Khan', 'R', 'Owls'],
  ['Zoë', "O'Neill", 'R', 'Owls'],
  ['Ben', 'Ross', 'R', 'Owls'],
  ['Nguyễn', 'Thị Ánh', '1', 'Foxes'],
  ['<script>alert(1)</script>', '"><img src=x>', '1', 'Foxes'],
  ['Łukasz', 'Wiśniewski', '1', 'Foxes'],
  ['Maryam', 'Al-Hassan', '2', 'Badgers'],
  ['Ibrahim', 'Al-Hassan', '2', 'Badgers'],
  ['Grace', 'Adeyemi', '2', 'Badgers'],
  ['Poppy', 'Fitzwilliam-Featherstonehaugh', 'N2', 'Ducklings'],
  ['Oliver', 'Hughes', 'N2', 'Ducklings'],
  ['Noor', 'Rahman', '2', 'Badgers'],
]

function csv(rows) {
  return rows.map(row => row.map(cell => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\n') + '\n'
}

/** Waits for the first line of a stream that `wanted` takes. */
function lineOf(stream, wanted) {
  const lines = createInterface({ input: stream })
  return new Promise((resolve, reject) => {
    lines.on('line', line => wanted(line) && resolve(line))
    lines.on('close', () => reject(new Error('it ended without saying so')))
  })
}

export class OfficeSite {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'handbell-browser-'))
    this.site = join(this.folder, 'site')
    this.errors = ''
  }

  handbell(...words) {
    const done = spawnSync(join(bin, 'handbell'), ['--site', this.site, ...words], { encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`handbell ${words.join(' ')}: ${done.stderr}`)
    return done.stdout
  }

  make() {
    const init = spawnSync(join(bin, 'handbell'),
      ['init', this.site, '--rehearsal', '--name', 'Oak Lane Infant and Nursery School'], { encoding: 'utf8' })
    if (init.status !== 0) throw new Error(init.stderr)
    const pupils = roll.map(([forename, surname, year, name], i) =>
      ['', 1001 + i, surname, forename, '2020-03-04', year, name, '2025-09-01'])
    this.write('roll.csv', csv([['UPN', 'AdmissionNumber', 'Surname', 'Forename', 'DOB', 'Year', 'Class', 'StartDate'], ...pupils]))
    this.write('year.csv', 'From,To,Kind,Name,Groups\n2025-09-01,2026-07-20,term,All,\n')
    this.handbell('import', 'pupils', join(this.folder, 'roll.csv'))
    this.handbell('import', 'calendar', join(this.folder, 'year.csv'))
    this.handbell('clock', 'set', '2026-01-12T09:12:00')
    this.handbell('clock', 'hold')
  }

  write(name, text) {
    writeFileSync(join(this.folder, name), text)
  }

  async start() {
    await this.startOffice()
    this.door = spawn(join(bin, 'paper_door'), [join(this.site, 'kiosk-1')])
    this.answers = createInterface({ input: this.door.stdout })[Symbol.asyncIterator]()
  }

  /** Without a door. */
  async startOffice() {
    this.office = spawn(join(bin, 'handbell-office'), ['--site', this.site, '--listen', '127.0.0.1:0'])
    this.office.stderr.on('data', text => { this.errors += text })
    const line = await lineOf(this.office.stdout, text => text.includes('http://'))
    this.page = line.slice(line.indexOf('http://'))
    opensAt(this.page, this)
  }

  /** One line to the door; answers once the office holds it. */
  async at_door(line) {
    this.door.stdin.write(line + '\n')
    const { value } = await this.answers.next()
    if (!value?.startsWith('held')) throw new Error(`${line}: ${value}`)
  }

  /** What the door book says of who was asked for. */
  async door_book() {
    this.door.stdin.write('book\n')
    return (await this.answers.next()).value
  }

  late(session = 'am') {
    const lines = JSON.parse(this.handbell('report', 'lateness', '--on', '2026-01-12', '--format', 'json'))
    return lines.filter(line => line.session === session)
  }

  /** Ends the office as systemd does, and answers its exit status. */
  async stop() {
    this.door?.stdin.end()
    if (!this.office || this.office.exitCode !== null) return this.office?.exitCode
    const ended = new Promise(resolve => this.office.once('exit', resolve))
    this.office.kill('SIGTERM')
    return ended
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
