/**
 * Runs a script on the Node.js of the GitHub runner (24), whatever `node` started it.
 * The binary comes from an optional dependency, so it is in the lock file with its hash and needs no install script.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { delimiter } from 'node:path'
import { constants } from 'node:os'

const wanted = 24

function binary() {
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath
  const require = createRequire(import.meta.url)
  for (const name of [
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`
  ]) {
    try {
      const home = dirname(require.resolve(`${name}/package.json`))
      return join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    } catch {
      // Not this one: optional dependencies are installed for the machine's own platform only.
    }
  }
  console.error(
    `Node.js ${wanted} or newer is needed and no prebuilt one is installed for ${process.platform}-${process.arch}. Install it, then run this again.`
  )
  process.exit(1)
}

const node = binary()
const child = spawn(node, process.argv.slice(2), {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`, NODE_NO_WARNINGS: '1' }
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
