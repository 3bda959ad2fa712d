/** Whose files these are, and what was published: told by a lock that is whole, torn by a merge, cut, or somebody else's. */
import { describe, expect, it } from '@jest/globals'
import type { Pass } from './stage.ts'
import { bucket, modelWord, questionIn, rows, spec, Stage } from './stage.ts'

const time = 120_000

const lockFile = 'generated/shoes.lock.json'

async function published(
  files: Readonly<Record<string, string>> = {},
  options: Parameters<typeof Stage.open>[1] = {}
): Promise<Stage> {
  const stage = await Stage.open(files, options)
  const first = await stage.pass()
  expect([first.code, first.outputs['status'], first.log]).toEqual([0, 'done', first.log])
  stage.checkout.fresh()
  return stage
}

async function passAfter(
  stage: Stage,
  change: Readonly<Record<string, string | undefined>>,
  inputs: Readonly<Record<string, string>> = {}
): Promise<Pass> {
  stage.checkout.commit(change)
  const pass = await stage.pass(inputs)
  stage.checkout.fresh()
  return pass
}

const many = (count: number): string =>
  `sku,name,colour\n${Array.from({ length: count }, (_, row) => `N-${row},Shoe ${row},red\n`).join('')}`

/** As git leaves the lock where another branch has another record for one row. */
function torn(stage: Stage, key: string, path = lockFile): string {
  const lock = stage.checkout.read(path) ?? ''
  return lock.replace(
    new RegExp(`^"${key}": \\["(.{11})(.*)$`, 'm'),
    (own, _id, rest) => `<<<<<<< HEAD\n${own}\n=======\n"${key}": ["00000000000${rest}\n>>>>>>> other`
  )
}

function csv(stage: Stage): string {
  return stage.checkout.read('generated/shoes.csv') ?? ''
}

/** The answers of a job that lie in S3. */
function wipe({ emulator }: Stage, like: string): void {
  const { buckets } = emulator
  const { objects } = buckets.list(bucket, { maxKeys: 1000 })
  for (const { key } of objects) if (key.includes(like)) buckets.delete(bucket, key)
}

describe('A lock with conflict markers', () => {
  it.concurrent.each([
    ['torn', (stage: Stage) => torn(stage, 'N-2')],
    ['cut', (stage: Stage) => (stage.checkout.read(lockFile) ?? '').slice(0, -40)]
  ])(
    'or without its end bounds what a truncated dataset may take away: %s',
    async (_, broken) => {
      await using stage = await published({ 'data/shoes.csv': many(60) })
      const before = csv(stage)

      const pass = await passAfter(stage, { 'data/shoes.csv': many(3), [lockFile]: broken(stage) })

      expect([pass.code, pass.failureCode, pass.aws, pass.log]).toEqual([1, 'too-many-removals', [], pass.log])
      expect(csv(stage)).toBe(before)
    },
    time
  )

  it.concurrent(
    'keeps edits by hand, in the row that it tells twice and in others',
    async () => {
      await using stage = await published()
      const lock = stage.checkout.read(lockFile)
      const edited = csv(stage)
        .replace(/^A-2,.*$/m, 'A-2,Two by hand')
        .replace(/^A-3,.*$/m, 'A-3,Three by hand')

      const pass = await passAfter(stage, { 'generated/shoes.csv': edited, [lockFile]: torn(stage, 'A-2') })

      expect([pass.code, pass.outputs['status'], pass.rows['edited'], pass.log]).toEqual([0, 'done', 2, pass.log])
      expect(csv(stage)).toBe(edited)
      expect(stage.checkout.read(lockFile)).toBe(lock)
      expect(stage.creates).toBe(1)
    },
    time
  )

  it.concurrent(
    'lets a part that says less wait',
    async () => {
      await using stage = await published({
        'spec.yml': `${spec}publish: {when: partial}\n`,
        'data/shoes.csv': many(5)
      })
      await passAfter(stage, { 'data/shoes.csv': many(10) })
      const before = csv(stage)
      wipe(stage, stage.emulator.bedrock.jobs[1]?.id ?? '?')

      const lock = torn(stage, 'N-7').replace(/^"N-8".*\n/m, '')
      const pass = await passAfter(stage, { [lockFile]: lock }, { mode: 'collect' })

      expect([pass.code, pass.outputs['status'], pass.rows['answered'], pass.log]).toEqual([0, 'waiting', 8, pass.log])
      expect(csv(stage)).toBe(before)
    },
    time
  )

  it.concurrent(
    'knows the files of rows that have left, and they can come back',
    async () => {
      await using stage = await published({
        'spec.yml': spec
          .replace('belowMinimum: hold', 'inference: on-demand')
          .replace('generated/shoes.csv', '["content/{{ sku }}.md"]')
      })
      const lock = torn(stage, 'A-2', 'content/shoes.lock.json')
      const edited = (stage.checkout.read('content/A-2.md') ?? '').replace(modelWord, 'By hand')

      const without = await passAfter(stage, {
        'content/shoes.lock.json': lock,
        'content/A-2.md': edited,
        'data/shoes.csv': rows.replace('A-3,Boot,black\n', '')
      })

      expect([without.code, without.outputs['status'], without.log]).toEqual([0, 'done', without.log])
      expect(stage.checkout.read('content/A-3.md')).toBeUndefined()
      expect(stage.checkout.read('content/A-2.md')).toBe(edited)

      const back = await passAfter(stage, { 'data/shoes.csv': rows })

      expect([back.code, back.outputs['status'], back.rows['edited'], back.log]).toEqual([0, 'done', 1, back.log])
      expect(stage.checkout.read('content/A-3.md')).toContain(modelWord)
      expect(stage.paidTwice).toBe(0)
    },
    time
  )

  it.concurrent(
    'in its head still tells which columns were merged into the dataset',
    async () => {
      await using stage = await published({
        'spec.yml': spec.replace('generated/shoes.csv', '{merge: true, columns: {about: answer, by: model}}')
      })
      const lock = (stage.checkout.read('data/shoes.lock.json') ?? '').replace(
        /^"promptSha256".*$/m,
        own => `<<<<<<< HEAD\n${own}\n=======\n"promptSha256": "${'0'.repeat(64)}",\n>>>>>>> other`
      )

      const pass = await passAfter(stage, {
        'spec.yml': spec.replace('generated/shoes.csv', '{merge: true, columns: {about: answer}}'),
        'data/shoes.lock.json': lock
      })

      expect([pass.code, pass.outputs['status'], pass.aws, pass.log]).toEqual([0, 'done', [], pass.log])
      expect(stage.checkout.read('data/shoes.csv')?.split('\n')[0]).toBe('sku,name,colour,about')
    },
    time
  )
})

describe('A file in the way', () => {
  it.concurrent(
    'of an output that is added to a published spec is refused before anything is asked',
    async () => {
      await using stage = await published()
      const both = spec.replace('outputs: generated/shoes.csv', 'outputs: [generated/shoes.csv, notes/mine.jsonl]')

      const pass = await passAfter(stage, { 'spec.yml': both, 'notes/mine.jsonl': '{"precious":"mine"}\n' })

      expect([pass.code, pass.failureCode, pass.aws, pass.log]).toEqual([1, 'unmanaged-output', [], pass.log])
      expect(stage.checkout.read('notes/mine.jsonl')).toBe('{"precious":"mine"}\n')
    },
    time
  )

  it.concurrent(
    'that another spec has published is refused by that spec’s name, unless the spec was renamed',
    async () => {
      await using stage = await published()
      const before = csv(stage)
      const boots = spec.replace('name: shoes', 'name: boots')

      const other = await passAfter(stage, { 'other.yml': boots.replace('Describe', 'Praise') }, { spec: 'other.yml' })

      expect([other.code, other.failureCode, other.aws, other.log]).toEqual([1, 'unmanaged-output', [], other.log])
      expect(other.annotations.map(({ message }) => message).join()).toContain('"shoes"')
      expect(csv(stage)).toBe(before)

      const renamed = await passAfter(stage, { 'spec.yml': `${boots}adopt: true\n` })
      const settled = await passAfter(stage, { 'spec.yml': boots })

      expect([renamed.code, renamed.outputs['status'], renamed.aws]).toEqual([0, 'done', []])
      expect([settled.code, settled.outputs['status'], settled.aws]).toEqual([0, 'nothing-to-do', []])
      expect(csv(stage)).toBe(before)
    },
    time
  )

  it.concurrent(
    'that two specs of one pass can both become is told before either has paid',
    async () => {
      await using stage = await Stage.open({
        'spec.yml': spec.replace('generated/shoes.csv', '"generated/{{ colour }}.jsonl"'),
        'other.yml': spec.replace('name: shoes', 'name: boots').replace('generated/shoes.csv', 'generated/red.jsonl')
      })

      const pass = await stage.pass({ spec: 'spec.yml\nother.yml' })

      expect([pass.code, pass.failureCode, pass.aws, pass.log]).toEqual([1, 'bad-input', [], pass.log])
    },
    time
  )
})

describe('A model that refuses what it answered before', () => {
  it.concurrent(
    'does not empty the published file, and is not asked twice',
    async () => {
      await using stage = await published(
        { 'data/shoes.csv': many(40) },
        {
          answer: (_model, modelInput) =>
            questionIn(modelInput).includes('Praise')
              ? { error: { code: 400, message: 'no' } }
              : { text: `${modelWord}: ${questionIn(modelInput)}` }
        }
      )
      const before = csv(stage)
      stage.checkout.commit({ 'spec.yml': spec.replace('Describe', 'Praise') })
      const head = stage.remoteHead

      for (const _ of ['first', 'again']) {
        const pass = await stage.pass()

        expect([pass.code, pass.failureCode, pass.rows['failed'], pass.log]).toEqual([
          1,
          'too-many-removals',
          40,
          pass.log
        ])
        expect([stage.creates, stage.paidTwice, stage.dirt, stage.remoteHead]).toEqual([2, 0, '', head])
        expect(csv(stage)).toBe(before)
        stage.checkout.fresh()
      }

      const meant = await passAfter(stage, {
        'spec.yml': spec
          .replace('Describe', 'Praise')
          .replace('limits: {', 'limits: {maxErrorRate: 1, maxRemovals: 40, ')
      })

      expect([meant.code, meant.outputs['status'], csv(stage), stage.creates]).toEqual([0, 'done', 'sku,answer\n', 2])
    },
    time
  )
})
