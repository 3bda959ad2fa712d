/**
 * src/main.ts → dist/: one small entry and its lazily loaded chunks, readable but without comments, which are a sixth
 * of what the packages bring along. The same sources give the same bytes in any folder. Types are taken away here and
 * checked elsewhere: npm run typecheck.
 */
import { execFileSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import bundle from '@vercel/ncc'
import ts from 'typescript'
import { groupLicenses } from './licenses.mjs'
import { withoutComments } from './without-comments.mjs'

const out = 'dist'
// Inside the project, where packages are found, and always the same: the bundler numbers modules by their paths.
const plain = '.tmp/build'

transpile()
const { code, assets } = await bundle(resolve(plain, 'main.js'), { license: 'licenses.txt', cache: false, quiet: true })
rmSync(plain, { recursive: true, force: true })
write({
  'index.js': code,
  ...Object.fromEntries(Object.entries(assets).map(([name, { source }]) => [name, String(source)]))
})

function transpile() {
  rmSync(plain, { recursive: true, force: true })
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.json', ts.sys.readFile).config,
    ts.sys,
    '.'
  )
  const compilerOptions = {
    ...options,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler
  }
  for (const fileName of globSync('src/**/*.ts', { exclude: ['src/emulator/**', 'src/demo/**', 'src/bench/**'] })) {
    const { outputText } = ts.transpileModule(readFileSync(fileName, 'utf8'), { fileName, compilerOptions })
    const target = join(plain, relative('src', fileName)).replace(/\.ts$/, '.js')
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, outputText)
  }
}

function write(files) {
  const ready = Object.entries(files).map(([name, text]) => [join(out, name), lighten(name, text)])
  // Chunks of earlier builds must not stay behind.
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out)
  for (const [file, text] of ready) writeFileSync(file, text)
  // A file that lost more than its comments would hardly parse.
  for (const [file] of ready)
    if (file.endsWith('.js')) execFileSync(process.execPath, ['--check', file], { stdio: 'inherit' })
  const bytes = ready.reduce((sum, [file]) => sum + statSync(file).size, 0)
  console.log(`${out}: ${ready.length} files, ${(bytes / 1e6).toFixed(2)} MB`)
}

function lighten(name, text) {
  if (name === 'licenses.txt') return groupLicenses(text)
  return name.endsWith('.js') ? withoutComments(name, text) : text
}
