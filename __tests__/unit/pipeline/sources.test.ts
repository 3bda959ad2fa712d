import { describe, expect, it } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openWorkspace } from '../../../src/node/workspace.ts'
import type { PassRequest } from '../../../src/pipeline/context.ts'
import { checkDisk, findFiles, type Sources } from '../../../src/pipeline/sources.ts'
import { Failure, Problems } from '../../../src/problems.ts'
import { decodeSpec } from '../../../src/spec/decode.ts'
import { told } from '../dataset/reading.ts'
import { Outside } from './outside.ts'

interface Found {
  readonly sources: Sources
  readonly told: readonly string[]
  readonly identities: number
}

const repository = { 'data/a.csv': 'sku\nA\n', 'data/b.csv': 'sku\nBB\n', 'img/x.png': 'x', 'calls.jsonl': '{}' }

async function find(dataset: string, reachesAws = true): Promise<Found> {
  await using outside = new Outside()
  await outside.bucket.put('in/c.parquet', '0123456789')
  const folder = mkdtempSync(join(tmpdir(), 'sources-'))
  try {
    for (const [path, text] of Object.entries(repository)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const problems = new Problems()
    let identities = 0
    const cloud = async (): Promise<typeof outside.cloud> => ({
      ...outside.cloud,
      identity: () => {
        identities++
        return outside.cloud.identity()
      }
    })
    const world = {
      workspace: await openWorkspace(folder),
      clock: outside.clock,
      cloud: reachesAws ? cloud : undefined
    }
    const sources = await findFiles(requestOf(dataset), world, problems)
    return { sources, told: problems.list.map(told), identities }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function requestOf(dataset: string): PassRequest {
  const prompt = /openai-batch|bedrock-records/.test(dataset) ? '' : 'prompt: {user: "{{ x }}"}\n'
  const text = `name: shoes\nmodel: us.amazon.nova-lite-v1:0\ndataset: ${dataset}\n${prompt}outputs: out.csv\n`
  const { spec, placeOf, problems } = decodeSpec({ text, file: 'spec.yml' })
  if (spec === undefined) throw new Error(problems.map(({ message }) => message).join())
  return {
    spec,
    placeOf,
    specPath: 'spec.yml',
    mode: 'plan',
    retry: 'auto',
    force: false,
    waitMs: 0,
    mayNotPay: undefined,
    byPerson: true,
    repositoryId: '7',
    aws: undefined,
    whoCollects: 'nobody'
  }
}

describe('the files of a dataset', () => {
  it('are found in the repository and in S3, each once, and counted together', async () => {
    const { sources, told, identities } = await find(
      '{path: [data/*.csv, data/a.csv, "s3://bucket/in/*.parquet"], format: csv, key: sku}'
    )

    expect(told).toEqual([])
    expect(sources.source).toMatchObject({
      files: ['data/a.csv', 'data/b.csv', 's3://bucket/in/c.parquet'],
      format: 'csv',
      key: 'sku'
    })
    expect(sources.bytes).toBe(6 + 7 + 10)
    // Of an account that is not allowed, nothing is read.
    expect(identities).toBe(1)
  })

  it('in the repository need no AWS', async () => {
    const { told, identities } = await find('{path: data/*.csv, key: sku}')

    expect(told).toEqual([])
    expect(identities).toBe(0)
  })

  it.each([
    ['img/*.png', 'path'],
    ['{path: calls.jsonl, format: openai-batch}', 'custom_id'],
    ['{path: calls.jsonl, format: bedrock-records}', 'recordId'],
    ['{path: img/*.png, key: name}', 'name'],
    ['data/a.csv', undefined]
  ])('have the key that their format has: %s', async (dataset, key) => {
    expect((await find(dataset)).sources.source.key).toBe(key)
  })

  it.each([
    ['missing.csv', 'error spec.yml:3:10 no file matches missing.csv'],
    ['s3://bucket/in/*.csv', 'error spec.yml:3:10 no object matches s3://bucket/in/*.csv']
  ])('may be missing: %s', async (dataset, expected) => {
    expect((await find(dataset)).told).toEqual([expected])
  })

  it('in S3 need AWS', async () => {
    const { told } = await find('s3://bucket/in/c.parquet', false)

    expect(told).toEqual([
      'error spec.yml:3:10 the dataset s3://bucket/in/c.parquet lies in S3, and this pass does not reach AWS'
    ])
  })
})

describe('the disk', () => {
  it.each([
    [64 << 20, 0, undefined],
    [(64 << 20) + 2999, 1000, 'no-disk']
  ])('with %d bytes free, and %d in the dataset: %s', async (free, bytes, code) => {
    const { sources } = await find('data/a.csv')
    await using outside = new Outside()
    const scratch = { create: (name: string) => outside.scratch.create(name), freeBytes: () => free }
    const check = (): void => checkDisk({ ...sources, bytes }, scratch)

    if (code === undefined) expect(check).not.toThrow()
    else expect(check).toThrow(Failure)
  })
})
