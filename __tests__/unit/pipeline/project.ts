/** A small repository on disk, and the part of a pass that needs no network: set up, prepare. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readDataset } from '../../../src/dataset/dataset.ts'
import { expandRows } from '../../../src/dataset/expand.ts'
import { TokenMeter } from '../../../src/models/tokens.ts'
import { openWorkspace } from '../../../src/node/workspace.ts'
import { cellsHash } from '../../../src/outputs/carry.ts'
import type { AnswerCells } from '../../../src/outputs/carry.ts'
import { lockOutput, writeLock } from '../../../src/outputs/lock.ts'
import type { LockRow } from '../../../src/outputs/lock.ts'
import { nextManifest, writeManifest } from '../../../src/outputs/manifest.ts'
import type { PassRequest } from '../../../src/pipeline/context.ts'
import { hashOfParameters, prepare } from '../../../src/pipeline/prepare.ts'
import type { Prepared, PreparedRow } from '../../../src/pipeline/prepare.ts'
import { MediaLoader } from '../../../src/pipeline/media.ts'
import { Questions } from '../../../src/pipeline/questions.ts'
import { setUp } from '../../../src/pipeline/set-up.ts'
import type { SetUp } from '../../../src/pipeline/set-up.ts'
import { Problems } from '../../../src/problems.ts'
import { decodeSpec } from '../../../src/spec/decode.ts'
import { Outside } from './outside.ts'

export const spec = `name: shoes
model: us.anthropic.claude-haiku-4-5-20251001-v1:0
dataset: {path: shoes.csv, key: sku}
prompt: {user: "Describe {{ name }}."}
parameters: {maxTokens: 50}
outputs: out/shoes.csv
`

export const rows = 'sku,name\nA,Boot\nB,Clog\nC,Sandal\n'

/** As a pass of the spec `shoes` leaves it. */
export function manifestText({ name = 'shoes', answered = 3 } = {}): string {
  return writeManifest(
    nextManifest(undefined, {
      spec: name,
      model: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
      api: 'InvokeModel',
      family: 'claude',
      complete: true,
      rows: { wanted: answered, answered, failed: 0, edited: 0 },
      failures: [],
      files: [{ path: 'out/shoes.csv', rows: answered, sha256: 'f'.repeat(64), bytes: 1 }],
      jobs: []
    })
  )
}

export interface Ready {
  readonly known: SetUp
  readonly questions: Questions
  readonly prepared: Prepared
  readonly rows: readonly PreparedRow[]
  readonly problems: Problems
}

export class Project implements AsyncDisposable {
  readonly outside = new Outside()
  private readonly folder = mkdtempSync(join(tmpdir(), 'project-'))

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.write({ 'spec.yml': spec, 'shoes.csv': rows, ...files })
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true })
      writeFileSync(join(this.folder, path), text)
    }
  }

  async prepare(more: Partial<PassRequest> = {}): Promise<Ready> {
    const {
      spec: decoded,
      placeOf,
      problems: wrong
    } = decodeSpec({ text: readFileSync(join(this.folder, 'spec.yml'), 'utf8'), file: 'spec.yml' })
    if (decoded === undefined) throw new Error(wrong.map(({ message }) => message).join())
    const request: PassRequest = {
      spec: decoded,
      specPath: 'spec.yml',
      placeOf,
      mode: 'plan',
      retry: 'auto',
      force: false,
      waitMs: 0,
      mayNotPay: undefined,
      byPerson: true,
      repositoryId: '7',
      aws: undefined,
      whoCollects: 'nobody',
      ...more
    }
    const problems = new Problems()
    const workspace = await openWorkspace(this.folder)
    const { scratch, clock, log } = this.outside
    const nobody = { load: async () => [], save: async () => undefined, note: () => undefined }
    const publisher = { check: async () => undefined, publish: async () => ({}) }
    const outside = {
      workspace,
      scratch,
      clock,
      log,
      publisher,
      cloud: undefined,
      ledger: nobody,
      owner: { runId: '', runAttempt: '', runUrl: '' },
      hasEnded: async () => undefined,
      signal: new AbortController().signal
    }
    const known = await setUp(request, outside, problems)
    const questions = new Questions(scratch.create('records'))
    const { family, bareId } = known.model
    const media = new MediaLoader(
      { workspace, cloud: undefined },
      { modelId: decoded.model, abilities: family.can?.(bareId), maxPixels: decoded.media.maxPixels }
    )
    const prepared = await prepare(
      { request, ...known, questions, meter: new TokenMeter(), media, rows: scratch.create('rows'), problems },
      expandRows(readDataset(known.source, known.files, problems), known.expansion)
    )
    const lines = prepared.rows.readText(0, prepared.rows.bytes).split('\n').slice(0, -1)
    return { known, questions, prepared, rows: lines.map(line => JSON.parse(line) as PreparedRow), problems }
  }

  /** Publishes `<key> answered` for every row but those that are given up, as an earlier pass would have. */
  async publish(
    failures: Readonly<Record<string, string>> = {},
    answers: Readonly<Record<string, string>> = {},
    others: AnswerCells = {}
  ): Promise<void> {
    const said = (key: string): string => answers[key] ?? `${key} answered`
    const { known, questions, rows: all } = await this.prepare()
    const output = known.outputs[0]!
    const locked = all.map(({ key, question }): LockRow => {
      const failure = failures[key]
      const recordId = questions.ids.idAt(question)
      return failure === undefined
        ? { key, recordId, answers: [cellsHash({ answer: said(key), ...others })] }
        : { key, recordId, answers: [], failure }
    })
    const header = {
      schema: 1,
      spec: 'shoes',
      model: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
      api: known.model.api,
      family: known.model.family.name,
      revision: known.model.family.revision,
      promptSha256: known.prompt.sha256,
      parametersSha256: hashOfParameters(
        decodeSpec({ text: readFileSync(join(this.folder, 'spec.yml'), 'utf8'), file: 'spec.yml' }).spec!
      ),
      answerSha256: known.answerSha256,
      outputs: [lockOutput(output.spec, output.columns)]
    } as const
    let text = ''
    const batches = (async function* () {
      yield locked
    })()
    for await (const piece of writeLock(header, batches)) text += piece
    const lines = locked.filter(({ failure }) => failure === undefined).map(({ key }) => `${key},${said(key)}\n`)
    this.write({ 'out/shoes.lock.json': text, 'out/shoes.csv': `sku,answer\n${lines.join('')}` })
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.outside[Symbol.asyncDispose]()
    rmSync(this.folder, { recursive: true })
  }
}
