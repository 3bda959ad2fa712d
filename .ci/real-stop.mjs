/** Stops the real server after the last test. */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'

export default function stop() {
  execFileSync(resolve(import.meta.dirname, 'radosgw'), ['stop', process.env.RADOSGW_FOLDER])
}
