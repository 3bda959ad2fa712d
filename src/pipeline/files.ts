/** What a pass writes: outputs, lock, errors, manifest, in dataset order. The same state gives the same bytes. */
import { indexes } from '../jobs/growing.ts'
import { IdTable } from '../jobs/id-table.ts'
import { lockOutput, writeLock } from '../outputs/lock.ts'
import type { LockHeader, LockRow } from '../outputs/lock.ts'
import { writeManifest } from '../outputs/manifest.ts'
import type { ManifestFile } from '../outputs/manifest.ts'
import { sideFiles } from '../spec/side-files.ts'
import { AnswerShapes, ShapeWatch } from './answer-shapes.ts'
import { earlierErrors, toldBefore, writeErrorsFile } from './write-errors.ts'
import type { Finishing } from './finish.ts'
import { makeWay } from './make-way.ts'
import { manifestOf } from './manifest-of.ts'
import { Pictures } from './pictures.ts'
import { hashOfParameters } from './prepare.ts'
import type { PreparedRow } from './prepare.ts'
import { Changes } from './put.ts'
import type { Written } from './publish.ts'
import { preparedRows } from './standings.ts'
import type { RowStanding, Standings } from './standings.ts'
import { writeOutput } from './write-outputs.ts'
import type { Writing } from './write-outputs.ts'

export async function writeFiles(work: Finishing, standings: Standings, open: number): Promise<Written> {
  const { request, outside, known, prepared } = work
  const paths = sideFiles(request.spec)
  const changes = new Changes(outside.workspace)
  const hashes = new Hashes(known.outputs.length)
  const shapes = new AnswerShapes(request.spec.answer.labels)
  const earlier = await earlierErrors(work, paths.errors)
  const pictures = new Pictures(outside.workspace, known.published, message => outside.log.warning(message))
  const standingOf = (row: PreparedRow): RowStanding => toldBefore(standings.of(row), earlier, work, row)
  await makeWay(work, standings, pictures, changes)
  const watch = new ShapeWatch(known.outputs, shapes)
  const writing: Writing = {
    work,
    standingOf,
    put: changes.put,
    pictures,
    tell: (to, position, cells) => {
      if (cells.hash !== undefined) hashes.set(to.number, position, cells.hash)
      watch.see(to.number, position, cells)
    }
  }
  const files: ManifestFile[] = []
  for (const [number, output] of known.outputs.entries())
    files.push(...(await writeOutput(writing, { number, output })))
  await changes.put(paths.lock, writeLock(headerOf(work), lockRows(work, standings, hashes)))
  const hasErrors = await writeErrorsFile(work, standings, { path: paths.errors, earlier, put: changes.put })
  if (!hasErrors) await changes.remove(paths.errors)
  await changes.put(paths.manifest, once(writeManifest(manifestOf(work, files, open))))
  const answers = shapes.told()
  work.draft.files({
    manifestPath: paths.manifest,
    ...(hasErrors && { errorsPath: paths.errors }),
    ...(answers && { answers })
  })
  return { changed: changes.changed, removed: changes.removed, complete: open === 0, wanted: prepared.wanted }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

/** The hash of every row's answer cells, by output and position in the dataset. */
class Hashes {
  private readonly known = new IdTable()
  private readonly byOutput: ReturnType<typeof indexes>[]

  constructor(outputs: number) {
    this.byOutput = Array.from({ length: outputs }, () => indexes())
  }

  set(output: number, row: number, hash: string): void {
    this.byOutput[output]?.set(row, this.known.add(hash))
  }

  of(row: number): string[] {
    return this.byOutput.map(output => (output.get(row) < 0 ? '' : this.known.idAt(output.get(row))))
  }
}

async function* lockRows(work: Finishing, standings: Standings, hashes: Hashes): AsyncGenerator<readonly LockRow[]> {
  let position = 0
  for await (const batch of preparedRows(work.prepared)) {
    yield batch.flatMap((row): LockRow[] => {
      const standing = standings.of(row)
      const answers = hashes.of(position++)
      const named = { key: row.key, recordId: work.questions.ids.idAt(row.question) }
      // What another pass may ask again is not remembered as given up.
      if (standing.kind === 'open' || (standing.kind === 'failed' && standing.mayRetry)) return []
      // What a person answered instead stays given up: the model never answered it.
      const failure = standing.kind === 'published' ? work.known.published.failureOf(standing.row) : undefined
      if (failure !== undefined) return [{ ...named, answers: [], failure }]
      if (standing.kind === 'failed') return [{ ...named, answers: [], failure: standing.reason }]
      const paths = row.paths?.map(path => path ?? '')
      return [{ ...named, answers, ...(paths && { paths }) }]
    })
  }
}

function headerOf({ request, known }: Finishing): LockHeader {
  const { spec } = request
  const { family, api } = known.model
  return {
    schema: 1,
    spec: spec.name,
    model: spec.model,
    api,
    family: family.name,
    revision: family.revision,
    promptSha256: known.prompt.sha256,
    parametersSha256: hashOfParameters(spec),
    answerSha256: known.answerSha256,
    outputs: known.outputs.map(output => lockOutput(output.spec, output.columns))
  }
}
