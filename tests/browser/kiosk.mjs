// The real kiosk in a test of the browser: paints to memory, says what it shows, and hears cards and
// presses by its control socket.
import { spawn } from 'node:child_process'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export class Kiosk {
  constructor(site) {
    this.control = join(site.folder, 'kiosk.sock')
    this.screens = []
    this.program = spawn(join(process.env.HANDBELL_BIN, 'handbell-kiosk'),
      ['--site', site.site, '--describe', '--display', 'memory', '--control', this.control], { stdio: ['ignore', 'pipe', 'ignore'] })
    createInterface({ input: this.program.stdout }).on('line', line => {
      if (line.startsWith('{')) this.screens.push(line)
    })
  }

  /** Until a screen shows this, from now on or right now. */
  async shows(words) {
    for (let i = 0; i < 200; i += 1) {
      if (this.screens.at(-1)?.includes(words)) return
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    throw new Error(`the kiosk does not show ${words} but ${this.screens.at(-1)}`)
  }

  screen(name) {
    return this.shows(`"screen":"${name}"`)
  }

  async say(line) {
    return new Promise((resolve, reject) => {
      let answer = ''
      const socket = createConnection(this.control, () => socket.end(line + '\n'))
      socket.on('data', text => { answer += text })
      socket.on('end', () => resolve(answer))
      socket.on('error', reject)
    })
  }

  card(uid) {
    return this.say(`card ${uid}`)
  }

  press(button) {
    return this.say(`press ${button}`)
  }

  async stop() {
    const ended = new Promise(resolve => this.program.once('exit', resolve))
    this.program.kill('SIGTERM')
    return ended
  }
}
