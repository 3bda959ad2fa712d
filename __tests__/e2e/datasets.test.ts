/** Datasets of every format, in the repository and in S3, from their bytes to what Bedrock is asked and what is published. */
import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { bucket, questionIn, spec, Stage } from './stage.ts'
import type { plainAnswer } from './stage.ts'

const time = 120_000
const fixture = (path: string): Buffer => readFileSync(new URL(`../fixtures/${path}`, import.meta.url))
const withDataset = (dataset: string, prompt = ''): string =>
  spec
    .replace(/^dataset: .*$/m, `dataset: ${dataset}`)
    .replace(/^prompt: .*\n/m, prompt === '' ? '' : `prompt: ${prompt}\n`)

function chat(id: string, text: string): string {
  const messages = [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: text }
  ]
  return JSON.stringify({
    custom_id: id,
    method: 'POST',
    url: '/v1/chat/completions',
    body: { model: 'gpt-4o', max_tokens: 7, messages }
  })
}

function record(id: string, text: string): string {
  const messages = [{ role: 'user', content: [{ type: 'text', text }] }]
  return JSON.stringify({
    recordId: id,
    modelInput: { anthropic_version: 'bedrock-2023-05-31', max_tokens: 9, messages }
  })
}

/** What the model was asked, by the answers in the CSV. */
function questions(csv: string | undefined): readonly string[] {
  return (csv ?? '').split('\n').slice(1, -1)
}

interface Case {
  readonly what: string
  readonly spec: string
  readonly files: Readonly<Record<string, string | Uint8Array>>
  /** Lines of the output, without the words of the model. */
  readonly published: readonly string[]
}

const cases: readonly Case[] = [
  {
    what: 'Parquet',
    spec: withDataset(
      '{path: data/*.parquet, key: id, limit: 3}',
      '{user: "Describe {{ id }}, {{ date | default: 0 }}."}'
    ),
    files: { 'data/a.parquet': fixture('parquet/snappy.parquet') },
    published: ['k0,"Describe k0, 2020-01-01."', 'k1,"Describe k1, 2020-01-02."', 'k2,"Describe k2, 2020-01-03."']
  },
  {
    what: 'Markdown',
    spec: withDataset('docs/*.md', '{user: "Sum up {{ title }}: {{ body }}"}'),
    files: {
      'docs/a.md': '---\ntitle: A\n---\n\nAlpha\n',
      'docs/b.md': '---\ntitle: B\n---\nBeta\n',
      'docs/c.md': '---\r\ntitle: C\r\n---\r\nGamma\r\n'
    },
    published: ['docs/a.md,Sum up A: Alpha', 'docs/b.md,Sum up B: Beta', 'docs/c.md,Sum up C: Gamma']
  },
  {
    what: 'text',
    spec: withDataset('{path: src/*.py, format: text}', '{user: "{{ name }} {{ text }}"}'),
    files: { 'src/a.py': 'x', 'src/b.py': 'y', 'src/c.py': 'z' },
    published: ['src/a.py,a x', 'src/b.py,b y', 'src/c.py,c z']
  },
  {
    what: 'images',
    spec: withDataset('img/*', '{user: "What is {{ name }}, {{ width }} wide?"}'),
    files: {
      'img/a.png': fixture('media/small.png'),
      'img/b.jpg': fixture('media/small.jpg'),
      'img/c.gif': fixture('media/small.gif')
    },
    published: ['img/a.png,"What is a, 30 wide?"', 'img/b.jpg,"What is b, 30 wide?"', 'img/c.gif,"What is c, 30 wide?"']
  },
  {
    what: 'an OpenAI batch file',
    spec: withDataset('{path: calls.jsonl, format: openai-batch}'),
    files: { 'calls.jsonl': [chat('c-1', 'Why?'), chat('c-2', 'When?'), chat('c-3', 'Who?')].join('\n') },
    published: ['c-1,Why?', 'c-2,When?', 'c-3,Who?']
  },
  {
    what: 'Bedrock’s own records',
    spec: withDataset('{path: calls.jsonl, format: bedrock-records}'),
    files: { 'calls.jsonl': [record('r-1', 'Why?'), record('r-2', 'When?'), record('r-3', 'Who?')].join('\n') },
    published: ['r-1,Why?', 'r-2,When?', 'r-3,Who?']
  }
]

describe('A dataset', () => {
  it.concurrent.each(cases)(
    'may be $what',
    async ({ spec: written, files, published }) => {
      await using stage = await Stage.open({ 'spec.yml': written, ...files }, { answer: echo })

      const pass = await stage.pass()
      stage.checkout.fresh()
      const again = await stage.pass()

      expect([pass.code, pass.log]).toEqual([0, pass.log])
      expect(questions(stage.checkout.read('generated/shoes.csv'))).toEqual(published)
      expect(again.code).toBe(0)
      expect([stage.paidRecords, stage.paidTwice]).toEqual([3, 0])
    },
    time
  )

  it.concurrent(
    'may lie in S3, and one that is not there is told before anything is spent',
    async () => {
      const prompt = '{user: "Describe {{ name }}."}'
      await using stage = await Stage.open(
        { 'spec.yml': withDataset('{path: "s3://shop-data/in/*.csv", key: sku}', prompt) },
        { answer: echo }
      )
      stage.emulator.buckets.createBucket('shop-data', { region: 'us-east-1', owner: stage.emulator.account })
      await stage.emulator.buckets.put('shop-data', 'in/a.csv', 'sku,name\nA,Hat\nB,Boot\n')
      await stage.emulator.buckets.put('shop-data', 'in/b.csv', 'sku,name\nC,Belt\n')

      const pass = await stage.pass()

      expect([pass.code, pass.log]).toEqual([0, pass.log])
      expect(questions(stage.checkout.read('generated/shoes.csv'))).toEqual([
        'A,Describe Hat.',
        'B,Describe Boot.',
        'C,Describe Belt.'
      ])

      stage.checkout.fresh()
      stage.checkout.commit({ 'spec.yml': withDataset(`{path: "s3://${bucket}/none.csv", key: sku}`, prompt) })
      const missing = await stage.pass()

      expect([missing.code, missing.failureCode]).toEqual([1, 'bad-input'])
      expect(missing.annotations.map(({ message }) => message)).toContainEqual(
        expect.stringContaining(`no object matches s3://${bucket}/none.csv`)
      )
      expect(stage.creates).toBe(1)
    },
    time
  )

  it.concurrent(
    'in S3 is refused where the pass does not reach AWS',
    async () => {
      await using stage = await Stage.open({
        'spec.yml': withDataset('{path: "s3://shop-data/in/*.csv", key: sku}', '{user: "{{ name }}"}')
      })
      const offline = { environment: { keys: false, idToken: false }, env: { AWS_REGION: '', AWS_DEFAULT_REGION: '' } }

      const pass = await stage.pass({ mode: 'plan', 's3-uri': '' }, offline)

      expect([pass.code, pass.failureCode]).toEqual([1, 'bad-input'])
      expect(pass.annotations.map(({ message }) => message)).toContainEqual(
        expect.stringContaining('lies in S3, and this pass does not reach AWS')
      )
    },
    time
  )
})

function echo(...asked: Parameters<typeof plainAnswer>): { readonly text: string } {
  return { text: questionIn(asked[1]) }
}
