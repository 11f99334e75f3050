// What the office's pages can do more with scripts: live updates, accepting without a new page,
// sorting. Without them everything else works.
import { followLive } from './live.js'
import { acceptInPlace } from './accept.js'
import { sortTables } from './sort.js'

document.body.classList.add('govuk-frontend-supported')
sortTables()
followLive()
acceptInPlace()
