/** The user's checkout on disk. Nothing outside of it is ever read or written, through whatever link. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { glob, lstat, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Workspace } from '../ports.ts'
import { problem, ProblemsFound } from '../problems.ts'

const wildcard = /[*?[\]{}]/

export async function openWorkspace(folder: string): Promise<Workspace> {
  const root = await realpath(folder)
  return {
    stat: path => statInside(root, path),
    read: path => readInside(root, path),
    slice: (path, from, to) => sliceInside(root, path, from, to),
    readText: (path, maxBytes) => readTextInside(root, path, maxBytes),
    glob: pattern => globInside(root, pattern),
    write: (path, content) => writeInside(root, path, content),
    remove: path => removeInside(root, path),
    checkWritable: path => checkPlace(root, path)
  }
}

function refuse(path: string, message: string, hint?: string): never {
  throw new ProblemsFound([problem('error', message, { file: path }, hint)])
}

/** The absolute path of a workspace path, by its spelling alone. */
function spelled(root: string, path: string): string {
  if (path === '' || path.includes('\0')) refuse(path.replaceAll('\0', '\\0'), 'this is not a file path')
  const absolute = resolve(root, path)
  if (isAbsolute(path) || (absolute !== root && !absolute.startsWith(root + sep))) {
    refuse(path, `${path} lies outside the workspace`, 'Paths are relative to the root of the repository.')
  }
  return absolute
}

/** Undefined where nothing is there; refuses what is no regular file or what a link leads out of the workspace. */
async function located(root: string, path: string): Promise<string | undefined> {
  const absolute = spelled(root, path)
  const real = await realpath(absolute).catch(absent)
  if (real === undefined) return undefined
  if (!real.startsWith(root + sep)) refuse(path, `${path} is a link that leads out of the workspace`)
  const facts = await stat(real)
  if (facts.isDirectory())
    refuse(path, `${path} is a folder, not a file`, `To read the files in it, write ${path.replace(/\/+$/, '')}/*`)
  if (!facts.isFile()) refuse(path, `${path} is not a regular file`)
  return real
}

async function statInside(root: string, path: string): Promise<{ bytes: number } | undefined> {
  const real = await located(root, path)
  return real === undefined ? undefined : { bytes: (await stat(real)).size }
}

async function* readInside(root: string, path: string): AsyncIterable<Uint8Array> {
  const real = await located(root, path)
  if (real === undefined) refuse(path, `there is no file ${path}`)
  yield* piecesOf(real, (await stat(real)).size)
}

/** In pieces of up to a quarter of a mebibyte; a small file must not cost a large buffer, where there are thousands. */
function piecesOf(file: string, bytes: number): AsyncIterable<Uint8Array> {
  return createReadStream(file, { highWaterMark: Math.min(1 << 18, bytes + 1) }) as AsyncIterable<Uint8Array>
}

async function sliceInside(root: string, path: string, from: number, to: number): Promise<Uint8Array> {
  const real = await located(root, path)
  if (real === undefined) refuse(path, `there is no file ${path}`)
  const file = await open(real, 'r')
  try {
    const bytes = Buffer.alloc(Math.max(0, Math.min(to, (await file.stat()).size) - from))
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function readTextInside(root: string, path: string, maxBytes: number): Promise<string | undefined> {
  const real = await located(root, path)
  if (real === undefined) return undefined
  const { size } = await stat(real)
  if (size > maxBytes) refuse(path, `${path} has ${size} bytes; at most ${maxBytes} are read`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(real))
  } catch {
    return refuse(path, `${path} is not UTF-8`, 'Save the file as UTF-8.')
  }
}

async function globInside(root: string, pattern: string): Promise<string[]> {
  if (!wildcard.test(pattern)) return [pattern]
  if (isAbsolute(pattern) || pattern.split('/').includes('..')) {
    refuse(
      pattern,
      `the pattern ${pattern} leads outside the workspace`,
      'Patterns are relative to the root of the repository.'
    )
  }
  const found: string[] = []
  for await (const entry of glob(pattern, { cwd: root, withFileTypes: true, exclude: hidden })) {
    if (!entry.isDirectory()) found.push(relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
  }
  return found.sort()
}

/** Git's own files and installed packages are nobody's dataset. */
function hidden(entry: { name: string }): boolean {
  return entry.name === '.git' || entry.name === 'node_modules'
}

async function writeInside(
  root: string,
  path: string,
  content: AsyncIterable<string | Uint8Array>
): Promise<{ bytes: number; sha256: string; changed: boolean }> {
  const target = await placeFor(root, path)
  const draft = `${target}.${process.pid}.tmp`
  try {
    const { bytes, sha256 } = await writeDraft(draft, content)
    const changed = (await sha256Of(target)) !== sha256
    if (changed) await rename(draft, target)
    return { bytes, sha256, changed }
  } finally {
    await rm(draft, { force: true })
  }
}

/** As placeFor, but makes no folder. */
async function checkPlace(root: string, path: string): Promise<void> {
  const target = spelled(root, path)
  const steps = relative(root, dirname(target))
    .split(sep)
    .filter(step => step !== '')
  let here = root
  for (const step of steps) {
    here = join(here, step)
    if ((await lstat(here).catch(absent)) === undefined) return
    await checkFolder(root, here, path)
  }
  await checkTarget(target, path)
}

async function placeFor(root: string, path: string): Promise<string> {
  const target = spelled(root, path)
  await mkdirInside(root, dirname(target), path)
  await checkTarget(target, path)
  return target
}

async function mkdirInside(root: string, folder: string, path: string): Promise<void> {
  // Step by step: `mkdir -p` would walk through a link before anyone could look where it leads.
  const steps = relative(root, folder)
    .split(sep)
    .filter(step => step !== '')
  let here = root
  for (const step of steps) {
    here = join(here, step)
    // Another file of the same folder may be on its way at the same time.
    if ((await lstat(here).catch(absent)) === undefined) await mkdir(here).catch(there)
    await checkFolder(root, here, path)
  }
}

async function checkFolder(root: string, folder: string, path: string): Promise<void> {
  const real = await realpath(folder).catch(absent)
  if (real === undefined) refuse(path, `${path} is behind a link that leads nowhere`)
  if (!(await stat(real)).isDirectory()) refuse(path, `${path} cannot be written: ${relative(root, folder)} is a file`)
  if (!real.startsWith(root + sep)) refuse(path, `${path} is behind a link that leads out of the workspace`)
}

async function checkTarget(target: string, path: string): Promise<void> {
  const facts = await lstat(target).catch(absent)
  if (facts !== undefined && !facts.isFile()) refuse(path, `${path} is there and is not a regular file`)
}

async function writeDraft(
  draft: string,
  content: AsyncIterable<string | Uint8Array>
): Promise<{ bytes: number; sha256: string }> {
  const digest = createHash('sha256')
  let bytes = 0
  const file = await open(draft, 'w')
  try {
    for await (const some of content) {
      const piece = typeof some === 'string' ? Buffer.from(some) : some
      digest.update(piece)
      bytes += piece.length
      await file.appendFile(piece)
    }
  } finally {
    await file.close()
  }
  return { bytes, sha256: digest.digest('hex') }
}

async function sha256Of(file: string): Promise<string | undefined> {
  const facts = await stat(file).catch(absent)
  if (facts === undefined) return undefined
  const digest = createHash('sha256')
  for await (const chunk of piecesOf(file, facts.size)) digest.update(chunk)
  return digest.digest('hex')
}

async function removeInside(root: string, path: string): Promise<boolean> {
  const real = await located(root, path)
  if (real === undefined) return false
  await rm(spelled(root, path))
  return true
}

function there(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
}

function absent(error: unknown): undefined {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
  throw error
}
