/**
 * src/main.ts → dist/: one bundle and its lazily loaded chunks. The folder is emptied first, since the bundler leaves
 * chunks of earlier builds behind.
 */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'

rmSync('dist', { recursive: true, force: true })
execFileSync(
  process.execPath,
  ['node_modules/@vercel/ncc/dist/ncc/cli.js', 'build', 'src/main.ts', '--out', 'dist', '--license', 'licenses.txt'],
  { stdio: 'inherit' }
)
