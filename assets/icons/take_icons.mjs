// take_icons.mjs LIST MODULES OUT: writes one SVG for each picture that LIST names.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [list, modules, out] = process.argv.slice(2)
const fluent = JSON.parse(readFileSync(join(modules, '@iconify-json/fluent-emoji-flat/icons.json')))
const sources = {
  phosphor: (name) =>
    readFileSync(join(modules, `@phosphor-icons/core/assets/bold/${name}-bold.svg`), 'utf8'),
  fluent: (name) => {
    const { body, width = fluent.width, height = fluent.height } = fluent.icons[name]
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${body}</svg>`
  },
}
mkdirSync(out, { recursive: true })
for (const line of readFileSync(list, 'utf8').split('\n')) {
  if (!line.trim() || line.startsWith('#')) continue
  const [key, source] = line.trim().split(/\s+/)
  const [from, name] = source.split('/')
  writeFileSync(join(out, `${key}.svg`), sources[from](name))
}
