/** Starts the real server before the first test; whatever happens, it is stopped when this process ends. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const script = resolve(import.meta.dirname, 'radosgw')

export default async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'radosgw-'))
  process.once('exit', () => {
    execFileSync(script, ['stop', folder])
    rmSync(folder, { recursive: true, force: true })
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
  const port = await freePorts(3)
  // Its daemons keep what they inherit open: only stdout is read, and only to the end of the script's own line.
  execFileSync(script, ['start', folder, String(port)], { stdio: ['ignore', 'ignore', 'inherit'], timeout: 180_000 })
  process.env.RADOSGW_ENDPOINT = `http://127.0.0.1:${port}`
  process.env.RADOSGW_FOLDER = folder
}

/** The first of so many ports in a row that nobody listens on. */
async function freePorts(count) {
  for (let port = 21_000 + (process.pid % 20_000); ; port += count) {
    const free = await Promise.all(Array.from({ length: count }, (_, offset) => isFree(port + offset)))
    if (free.every(Boolean)) return port
  }
}

function isFree(port) {
  return new Promise(done => {
    const server = createServer()
    server.once('error', () => done(false))
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)))
  })
}
