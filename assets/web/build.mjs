// Makes style and script of the office's pages: node build.mjs NODE_MODULES SOURCES OUT
// The same sources give the same bytes.
import { createRequire } from 'node:module'
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [modules, sources, out] = process.argv.slice(2).map(part => resolve(part))
const require = createRequire(pathToFileURL(join(modules, 'x.js')))
const sass = require('sass')
const esbuild = require('esbuild')

rmSync(out, { recursive: true, force: true })
mkdirSync(join(out, 'fonts'), { recursive: true })

const style = sass.compile(join(sources, 'office.scss'), {
  loadPaths: [modules],
  style: 'compressed',
  charset: false,
  quietDeps: true,
})
writeFileSync(join(out, 'office.css'), style.css + '\n')

await esbuild.build({
  entryPoints: [join(sources, 'office.js')],
  outfile: join(out, 'office.js'),
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2021',
  charset: 'utf8',
  nodePaths: [modules],
  logLevel: 'warning',
})

const fonts = join(modules, '@fontsource/atkinson-hyperlegible/files')
for (const file of readdirSync(fonts)) {
  if (file.endsWith('-normal.woff2')) copyFileSync(join(fonts, file), join(out, 'fonts', file))
}
copyFileSync(join(sources, 'icon.svg'), join(out, 'icon.svg'))
