/** The files of the dataset: found in the repository or in S3 before anything else is done, and read from there. */
import type { DatasetSource } from '../dataset/dataset.ts'
import type { Files } from '../dataset/files.ts'
import { formatOf } from '../dataset/format.ts'
import type { Cloud, Scratch, Workspace } from '../ports.ts'
import { Failure, Problems } from '../problems.ts'
import type { Problem } from '../problems.ts'
import { keyOfFormat } from '../spec/formats.ts'
import { isObjectUri } from '../spec/object-uri.ts'
import { mergedColumns } from '../spec/merge.ts'
import type { Outside, PassRequest } from './context.ts'
import { formerlyMerged } from './read-merged.ts'
import { S3Files } from './s3-files.ts'

export interface Sources {
  /** With the key that the format has by itself, where the spec names none. */
  readonly source: DatasetSource
  readonly files: Files
  /** Of all files together. */
  readonly bytes: number
}

type World = Pick<Outside, 'workspace' | 'cloud' | 'clock'>

/** Files are looked at so many at a time. */
const abreast = 64

/** A path or pattern that matches nothing is a Problem; the others are found all the same. */
export async function findFiles(request: PassRequest, world: World, problems: Problems): Promise<Sources> {
  const { spec, placeOf } = request
  const { path: patterns, format, at, key, types, limit } = spec.dataset
  const s3 = new S3Files(connection(world), world.clock)
  const found = new Set<string>()
  for (const pattern of patterns) {
    const matching = await filesMatching(pattern, s3, world)
    if ('message' in matching) problems.error(matching.message, placeOf('dataset.path'), matching.hint)
    else for (const file of matching) found.add(file)
  }
  const names = [...found]
  const merged = [...new Set([...mergedColumns(spec), ...(await formerlyMerged(world.workspace, spec))])]
  const files = filesOf(world.workspace, s3)
  // What is wrong with the format is told where the dataset is read.
  const own = key ?? keyOfFormat(formatOf(names, format, new Problems()))
  const source: DatasetSource = {
    files: names,
    types,
    ...(format !== undefined && { format }),
    ...(at !== undefined && { at }),
    ...(own !== undefined && { key: own }),
    ...(limit !== undefined && { limit }),
    ...(merged.length > 0 && { hidden: merged })
  }
  return { source, files, bytes: await sum(names, files) }
}

type NoFile = Pick<Problem, 'message' | 'hint'>

async function filesMatching(
  pattern: string,
  s3: S3Files,
  { workspace, cloud }: World
): Promise<readonly string[] | NoFile> {
  if (!isObjectUri(pattern)) {
    const found = await inGroups(await workspace.glob(pattern), async file =>
      (await workspace.stat(file)) === undefined ? [] : [file]
    )
    const hint = 'Paths are relative to the root of the repository; is the file checked out?'
    return found.flat().length > 0 ? found.flat() : { message: `no file matches ${pattern}`, hint }
  }
  if (cloud === undefined) {
    const hint = 'Give aws-region and credentials; passes for forks read nothing from AWS.'
    return { message: `the dataset ${pattern} lies in S3, and this pass does not reach AWS`, hint }
  }
  const found = await s3.find(pattern)
  const hint = 'Upper and lower case are different keys; is it the right bucket?'
  return found.length > 0 ? found : { message: `no object matches ${pattern}`, hint }
}

/** Of whoever may use this account at all; asked for once. */
function connection({ cloud }: World): () => Promise<Cloud> {
  let connected: Promise<Cloud> | undefined
  const connect = async (): Promise<Cloud> => {
    if (cloud === undefined) throw new Failure('not-allowed-here', 'this pass does not reach AWS')
    const there = await cloud()
    await there.identity()
    return there
  }
  return () => (connected ??= connect())
}

function filesOf(workspace: Workspace, s3: S3Files): Files {
  return {
    open: path => (isObjectUri(path) ? s3.open(path) : workspace.read(path)),
    slice: (path, from, to) => (isObjectUri(path) ? s3.slice(path, from, to) : workspace.slice(path, from, to)),
    bytes: async path => (isObjectUri(path) ? s3.bytes(path) : ((await workspace.stat(path))?.bytes ?? 0))
  }
}

async function sum(names: readonly string[], files: Files): Promise<number> {
  return (await inGroups(names, name => files.bytes(name))).reduce((all, bytes) => all + bytes, 0)
}

async function inGroups<Item, Result>(
  items: readonly Item[],
  look: (item: Item) => Promise<Result>
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (let from = 0; from < items.length; from += abreast) {
    results.push(...(await Promise.all(items.slice(from, from + abreast).map(look))))
  }
  return results
}

/** Records, rows and answers of a pass lie in temporary files: about three times the dataset, and a little to breathe. */
export function checkDisk({ bytes }: Sources, scratch: Scratch): void {
  const needed = (64 << 20) + 3 * bytes
  const free = scratch.freeBytes()
  if (free >= needed) return
  throw new Failure(
    'no-disk',
    `${megabytes(free)} are free, about ${megabytes(needed)} are needed for temporary files`,
    {
      remedy:
        'Free some space on the runner, use a larger one, or point RUNNER_TEMP to a larger disk. Nothing was asked.'
    }
  )
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`
}
