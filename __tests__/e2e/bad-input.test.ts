/** Mistakes in the user's files and inputs: each is told at its place, and nothing is written, asked or paid. */
import { describe, expect, it } from '@jest/globals'
import { rows, spec, Stage } from './stage.ts'

interface Mistake {
  readonly what: string
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly inputs?: Readonly<Record<string, string>>
  /** The annotation: file, line and column as far as there are such, and what it says. */
  readonly at?: { readonly file: string; readonly line?: number; readonly col?: number }
  readonly says: RegExp
}

/** The usual spec with one line changed. */
function specWith(line: RegExp, instead: string): { 'spec.yml': string } {
  const changed = spec.replace(line, () => instead)
  if (changed === spec) throw new Error(`no line of the spec matches ${line.source}`)
  return { 'spec.yml': changed }
}

const prompt = (text: string): Record<string, string> => ({
  ...specWith(/^prompt: .*$/m, 'prompt: {user: {file: prompts/ask.md}}'),
  'prompts/ask.md': text
})
const csv = (text: string | Uint8Array): Record<string, string | Uint8Array> => ({ 'data/shoes.csv': text })
const jsonl = (text: string | Uint8Array): Record<string, string | Uint8Array> => ({
  ...specWith(/data\/shoes\.csv/, 'data/shoes.jsonl'),
  'data/shoes.jsonl': text
})
const goodLine = '{"sku":"A-1","name":"Boot","colour":"red"}\n'

const specs: readonly Mistake[] = [
  { what: 'an empty spec', files: { 'spec.yml': '' }, at: { file: 'spec.yml', line: 1 }, says: /empty/ },
  {
    what: 'a list at the top',
    files: { 'spec.yml': `- ${spec.replaceAll('\n', '\n  ').trimEnd()}\n` },
    at: { file: 'spec.yml', line: 1 },
    says: /map/
  },
  {
    what: 'two documents',
    files: { 'spec.yml': `${spec}---\n${spec}` },
    at: { file: 'spec.yml', line: 9 },
    says: /several YAML documents/
  },
  {
    what: 'a key twice',
    files: { 'spec.yml': `${spec}name: boots\n` },
    at: { file: 'spec.yml', line: 9 },
    says: /name/
  },
  {
    what: 'a tab',
    files: { 'spec.yml': spec.replace('limits: {minRecordsPerJob: 3}', 'limits:\n\tminRecordsPerJob: 3') },
    at: { file: 'spec.yml', line: 8 },
    says: /[Tt]ab/
  },
  {
    what: 'an unknown key',
    files: specWith(/^outputs:/m, 'output:'),
    at: { file: 'spec.yml', line: 6, col: 1 },
    says: /did you mean outputs/i
  },
  {
    what: 'a number for text',
    files: specWith(/^name: .*$/m, 'name: 7'),
    at: { file: 'spec.yml', line: 1, col: 7 },
    says: /name must be/
  },
  {
    what: 'text for a number',
    files: specWith(/maxTokens: 50/, 'maxTokens: many'),
    at: { file: 'spec.yml', line: 5, col: 25 },
    says: /parameters\.maxTokens must be a whole number/
  },
  {
    what: 'temperature: no',
    files: specWith(/maxTokens: 50/, 'maxTokens: 50, temperature: no'),
    at: { file: 'spec.yml', line: 5, col: 42 },
    says: /parameters\.temperature must be a number/
  },
  { what: 'a bomb of aliases', files: { 'spec.yml': `${bomb()}${spec}` }, at: { file: 'spec.yml' }, says: /alias/ },
  {
    what: '2,000 nested brackets',
    files: { 'spec.yml': `${spec}adopt: ${'['.repeat(2000)}${']'.repeat(2000)}\n` },
    at: { file: 'spec.yml', line: 9 },
    says: /nest|deep/
  },
  {
    what: 'UTF-16',
    files: { 'spec.yml': Buffer.from(`\ufeff${spec}`, 'utf16le') },
    at: { file: 'spec.yml' },
    says: /UTF-(16|8)/
  },
  {
    what: 'a NUL',
    files: { 'spec.yml': spec.replace('shoes', 'sh\0es') },
    at: { file: 'spec.yml', line: 1 },
    says: /NUL|control|character/
  },
  {
    what: 'a spec outside the workspace',
    inputs: { spec: '../spec.yml' },
    says: /input spec: the path "\.\.\/spec\.yml" leads out/
  },
  { what: 'a spec that is not there', inputs: { spec: 'specs/none.yml' }, says: /there is no spec specs\/none\.yml/ },
  { what: 'no spec for a glob', inputs: { spec: 'specs/*.yml' }, says: /no spec matches specs\/\*\.yml/ }
]

const places: readonly Mistake[] = [
  {
    what: 'an absolute output',
    files: specWith(/^outputs: .*$/m, 'outputs: /etc/shoes.csv'),
    at: { file: 'spec.yml', line: 6, col: 10 },
    says: /\/etc\/shoes\.csv/
  },
  {
    what: 'an output above the root',
    files: specWith(/^outputs: .*$/m, 'outputs: ../shoes.csv'),
    at: { file: 'spec.yml', line: 6, col: 10 },
    says: /\.\.\/shoes\.csv/
  },
  {
    what: 'an output in .git',
    files: specWith(/^outputs: .*$/m, 'outputs: .git/shoes.csv'),
    at: { file: 'spec.yml', line: 6, col: 10 },
    says: /\.git/
  },
  {
    what: 'an output among the workflows',
    files: specWith(/^outputs: .*$/m, 'outputs: {path: .github/workflows/x.yml, format: csv}'),
    at: { file: 'spec.yml', line: 6, col: 17 },
    says: /\.github/
  },
  {
    what: 'a bad bucket in the spec',
    files: { 'spec.yml': `${spec}aws: {s3Uri: s3://My_Bucket/x}\n` },
    at: { file: 'spec.yml', line: 9, col: 14 },
    says: /aws\.s3Uri must be an S3 URI/
  },
  { what: 'a bad bucket in the input', inputs: { 's3-uri': 's3://a b/c' }, says: /input s3-uri must be an S3 URI/ },
  {
    what: 'a bad role',
    files: { 'spec.yml': `${spec}aws: {serviceRoleArn: arn:aws:iam::1:user/me}\n` },
    at: { file: 'spec.yml', line: 9, col: 23 },
    says: /aws\.serviceRoleArn must be the ARN/
  },
  {
    what: 'a bad role in the input',
    inputs: { 'role-to-assume': 'my-role' },
    says: /input role-to-assume must be the ARN/
  },
  {
    what: 'a bad region',
    files: { 'spec.yml': `${spec}aws: {region: us_east_1}\n` },
    at: { file: 'spec.yml', line: 9, col: 15 },
    says: /aws\.region must be an AWS region/
  },
  {
    what: 'a bad model',
    files: specWith(/anthropic/, 'antropic'),
    at: { file: 'spec.yml', line: 2, col: 8 },
    says: /no provider on Bedrock is called "antropic"\s+did you mean us\.anthropic\.claude-haiku-4-5-20251001-v1:0/
  },
  {
    what: 'a model id without its date',
    files: specWith(/-20251001-v1:0/, ''),
    at: { file: 'spec.yml', line: 2, col: 8 },
    says: /not the whole model id[^]*us\.anthropic\.claude-haiku-4-5-20251001-v1:0/
  },
  {
    what: 'a model id that cannot be',
    files: specWith(/^model: .*$/m, 'model: gpt/4 o'),
    at: { file: 'spec.yml', line: 2, col: 8 },
    says: /model/
  },
  {
    what: 'an unknown mode',
    inputs: { mode: 'dry-run' },
    says: /input mode must be .* not "dry-run"\s+Did you mean plan\?/
  },
  { what: 'a negative wait', inputs: { 'wait-minutes': '-1' }, says: /input wait-minutes must be/ },
  {
    what: 'a near-miss of an input',
    inputs: { aws_region: 'us-east-1' },
    says: /there is no input "?aws_region"?\s+Did you mean aws-region\?/
  }
]

const templates: readonly Mistake[] = [
  {
    what: 'a template that is not there',
    files: specWith(/^prompt: .*$/m, 'prompt: {user: {file: prompts/none.md}}'),
    at: { file: 'spec.yml', line: 4, col: 23 },
    says: /there is no file prompts\/none\.md/
  },
  {
    what: 'an unclosed tag',
    files: prompt('one\n{% if name %}two\n'),
    at: { file: 'prompts/ask.md', line: 2 },
    says: /if/
  },
  {
    what: 'an unknown variable',
    files: prompt('Describe {{ name }}\nin {{ color }}'),
    at: { file: 'prompts/ask.md', line: 2, col: 7 },
    says: /color[^]*colour/
  },
  {
    what: 'an include',
    files: prompt('{% include "secrets.md" %}'),
    at: { file: 'prompts/ask.md', line: 1, col: 1 },
    says: /include/
  },
  {
    what: 'an endless loop',
    files: prompt('{% for i in (1..999999999) %}{{ i }}{% endfor %}'),
    at: { file: 'prompts/ask.md', line: 1 },
    says: /loop|long|steps|limit|range/
  }
]

const datasets: readonly Mistake[] = [
  { what: 'an empty CSV', files: csv(''), at: { file: 'data/shoes.csv' }, says: /no rows/ },
  {
    what: 'a CSV with nothing but a header',
    files: csv('sku,name,colour\n'),
    at: { file: 'data/shoes.csv' },
    says: /no rows?/
  },
  { what: 'a ragged row', files: csv(`${rows}A-6,Clog\n`), at: { file: 'data/shoes.csv', line: 8 }, says: /2.*3|3.*2/ },
  {
    what: 'a header twice',
    files: csv(rows.replace('sku,name,colour', 'sku,name,name')),
    at: { file: 'data/shoes.csv', line: 1 },
    says: /name/
  },
  {
    what: 'an unbalanced quote',
    files: csv(`${rows}A-6,"Clog,red\nA-7,Clog,red\n`),
    at: { file: 'data/shoes.csv', line: 8 },
    says: /quote/
  },
  {
    what: 'invalid UTF-8 deep in the file',
    files: csv(deepFault()),
    at: { file: 'data/shoes.csv', line: 50_002 },
    says: /UTF-8/
  },
  {
    what: 'a cut line',
    files: jsonl(`${goodLine}{"sku":"A-2","na\n`),
    at: { file: 'data/shoes.jsonl', line: 2 },
    says: /JSON/
  },
  {
    what: 'an array for a row',
    files: jsonl(`${goodLine}[1,2]\n`),
    at: { file: 'data/shoes.jsonl', line: 2 },
    says: /object/
  },
  {
    what: 'a line of 20 MB',
    files: jsonl(`${goodLine}{"sku":"A-2","colour":"red","name":"${'x'.repeat(20 << 20)}"}\n`),
    at: { file: 'data/shoes.jsonl', line: 2 },
    says: /long|MiB|MB|bytes/
  },
  { what: 'a key twice', files: csv(`${rows}A-1,Clog,red\n`), at: { file: 'data/shoes.csv', line: 8 }, says: /A-1/ },
  { what: 'an empty key', files: csv(`${rows},Clog,red\n`), at: { file: 'data/shoes.csv', line: 8 }, says: /sku/ },
  {
    what: 'a key that is no column',
    files: specWith(/key: sku/, 'key: SKU'),
    at: { file: 'spec.yml', line: 3 },
    says: /SKU[^]*sku/
  },
  {
    what: 'a glob that matches nothing',
    files: specWith(/data\/shoes\.csv/, 'data/*.tsv'),
    at: { file: 'spec.yml', line: 3 },
    says: /no file matches data\/\*\.tsv/
  },
  {
    what: 'a git-LFS pointer',
    files: csv(
      'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n'
    ),
    at: { file: 'data/shoes.csv', line: 1 },
    says: /LFS/
  }
]

describe('A mistake', () => {
  it.concurrent.each([...specs, ...places, ...templates, ...datasets])(
    'is told, and costs nothing: $what',
    async ({ files = {}, inputs = {}, at, says }) => {
      await using stage = await Stage.open(files)

      const pass = await stage.pass(inputs)

      expect([pass.code, pass.log]).toEqual([1, pass.log])
      expect(pass.annotations).toContainEqual(
        expect.objectContaining({ level: 'error', ...at, message: expect.stringMatching(says) })
      )
      expect(stage.dirt).toBe('')
      expect(pass.aws).toEqual([])
      expect(stage.emulator.books.effects).toEqual([])
    },
    120_000
  )
})

describe('Too few rows', () => {
  it.concurrent(
    'are refused where the spec says so, once S3 was asked for answers, and before anything is written there',
    async () => {
      await using stage = await Stage.open(specWith(/^limits: [^]*$/m, 'inference: batch\nbelowMinimum: fail\n'))

      const pass = await stage.pass()

      expect([pass.code, pass.failureCode, pass.log]).toEqual([1, 'too-few-records', pass.log])
      expect(pass.annotations).toContainEqual(
        expect.objectContaining({ level: 'error', message: expect.stringMatching(/5 of at least 100 records/) })
      )
      expect(
        pass.aws.filter(request => request.method !== 'GET' && request.method !== 'HEAD' && request.service !== 'sts')
      ).toEqual([])
      expect(stage.dirt).toBe('')
    },
    120_000
  )

  it.concurrent(
    'and two specs of one name are told at the second, and neither is run',
    async () => {
      await using stage = await Stage.open({ 'other.yml': spec.replace('generated/shoes.csv', 'generated/other.csv') })

      const pass = await stage.pass({ spec: 'spec.yml\nother.yml' })

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([1, 'failed', pass.log])
      expect(pass.annotations).toContainEqual(
        expect.objectContaining({
          level: 'error',
          file: 'other.yml',
          line: 1,
          col: 7,
          message: expect.stringMatching(/two specs have the name "shoes"; the other is at spec.yml:1/)
        })
      )
      expect(pass.aws).toEqual([])
    },
    120_000
  )
})

/** Nine levels of nine aliases each: 400 million entries. */
function bomb(): string {
  const levels = Array.from(
    { length: 9 },
    (_, level) =>
      `x${level}: &x${level} [${Array.from({ length: 9 }, () => (level === 0 ? 'ha' : `*x${level - 1}`)).join(', ')}]`
  )
  return `${levels.join('\n')}\n`
}

/** Half a character, 50,001 rows in. */
function deepFault(): Uint8Array {
  const many = Array.from({ length: 50_000 }, (_, row) => `B-${row},Boot,black\n`).join('')
  return Buffer.concat([Buffer.from(`sku,name,colour\n${many}B-x,Boot,`), Buffer.from([0xc3, 0x28]), Buffer.from('\n')])
}
