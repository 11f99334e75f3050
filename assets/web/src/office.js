// What the office's pages can do more with scripts: live updates, accepting without a new page,
// sorting, a register over a bad network. Without them everything else works.
import { followLive } from './live.js'
import { acceptInPlace } from './accept.js'
import { copyTexts } from './copy.js'
import { takeRegister } from './register.js'
import { callTheRoll } from './roll.js'
import { sortTables } from './sort.js'
import { followWaiting } from './waiting.js'
import { tickGroups } from './ticks.js'

document.body.classList.add('govuk-frontend-supported')
sortTables()
followWaiting()
followLive()
acceptInPlace()
takeRegister()
copyTexts()
tickGroups()
callTheRoll()
