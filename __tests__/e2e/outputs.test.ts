/** Shapes of output, end to end: columns in the dataset itself, a file per row, a table per value, labels in the summary. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { AnswerRule } from '../../src/emulator/bedrock/models/simulate.ts'
import { at, type JsonValue } from '../../src/json.ts'
import { questionIn, rows, spec, Stage } from './stage.ts'

function json(text: string): JsonValue {
  return JSON.parse(text) as JsonValue
}

const say: AnswerRule = (_model, body) => ({ text: `Über: ${questionIn(body)}` })

describe('Columns merged into the dataset', () => {
  const crlf =
    '\uFEFF"sku",name,"colour"\r\nA-1,Höhenläufer,red\r\n\r\nA-2,"Sneaker ""Sun""",blue\r\nA-3,Boot,"black"\r\nA-4,"Slip,per",grey'
  const merging = spec.replace(
    'outputs: generated/shoes.csv',
    'outputs: {merge: true, columns: {about: answer, by: model}}'
  )

  it('leave every other byte alone, and are invisible to the next pass', async () => {
    await using stage = await Stage.open({ 'spec.yml': merging, 'data/shoes.csv': crlf }, { answer: say })

    const first = await stage.pass()
    stage.checkout.fresh()

    expect([first.code, first.outputs['status'], first.log]).toEqual([0, 'done', first.log])
    const model = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
    expect(stage.checkout.read('data/shoes.csv')).toBe(
      [
        '\uFEFF"sku",name,"colour",about,by',
        `A-1,Höhenläufer,red,Über: Describe Höhenläufer in red.,${model}`,
        '',
        `A-2,"Sneaker ""Sun""",blue,"Über: Describe Sneaker ""Sun"" in blue.",${model}`,
        `A-3,Boot,"black",Über: Describe Boot in black.,${model}`,
        `A-4,"Slip,per",grey,"Über: Describe Slip,per in grey.",${model}`
      ].join('\r\n')
    )
    expect(Object.keys(at(json(stage.checkout.read('data/shoes.lock.json') ?? '{}'), 'rows') ?? {})).toEqual([
      'A-1',
      'A-2',
      'A-3',
      'A-4'
    ])

    const second = await stage.pass()

    expect([second.outputs['status'], second.aws]).toEqual(['nothing-to-do', []])
    expect(stage.dirt).toBe('')
  }, 120_000)

  it('keep what a person wrote, follow a row that changed, and go with the spec', async () => {
    await using stage = await Stage.open({ 'spec.yml': merging, 'data/shoes.csv': rows }, { answer: say })
    await stage.pass()
    stage.checkout.fresh()
    const written = stage.checkout.read('data/shoes.csv') ?? ''
    stage.checkout.commit({
      'spec.yml': merging.replace(', by: model', ''),
      'data/shoes.csv': written
        .replace('Über: Describe Boot in black.', 'A boot by hand')
        .replaceAll(/^(A-[125],.*),(?:red|blue|white),/gm, '$1,green,')
    })

    const second = await stage.pass()
    stage.checkout.fresh()

    const after = (stage.checkout.read('data/shoes.csv') ?? '').split('\n')
    expect(second.rows).toMatchObject({ edited: 1 })
    expect(after[0]).toBe('sku,name,colour,about')
    expect(after).toContain('A-3,Boot,black,A boot by hand')
    expect(after.find(line => line.startsWith('A-5'))).toBe('A-5,Sandal,green,Über: Describe Sandal in green.')
    expect(stage.paidTwice).toBe(0)
  }, 120_000)

  it('are refused where the dataset has such a column already', async () => {
    await using stage = await Stage.open(
      { 'spec.yml': merging, 'data/shoes.csv': 'sku,name,colour,about\nA-1,Boot,red,mine\n' },
      { answer: say }
    )

    const pass = await stage.pass()

    expect(pass.failureCode).toBe('unmanaged-output')
    expect(pass.log).toContain('has a column "about"')
    expect(stage.creates).toBe(0)
  }, 120_000)

  it('are refused under another name that the dataset has already, whatever was merged before', async () => {
    await using stage = await Stage.open({ 'spec.yml': merging }, { answer: say })
    await stage.pass()
    stage.checkout.fresh()
    const before = stage.checkout.read('data/shoes.csv')
    stage.checkout.commit({ 'spec.yml': merging.replace('about: answer', 'colour: answer') })

    const pass = await stage.pass()

    expect([pass.failureCode, pass.log]).toEqual(['unmanaged-output', expect.stringContaining('has a column "colour"')])
    expect(stage.checkout.read('data/shoes.csv')).toBe(before)
    expect(stage.creates).toBe(1)
  }, 120_000)
})

describe('A file per row', () => {
  const pages = spec.replace(
    'outputs: generated/shoes.csv',
    `outputs:
  - path: content/{{ colour }}/{{ sku | downcase }}.md
    columns: {title: row.name, colour: row.colour}
  - path: generated/{{ colour }}.jsonl`
  )
  const plain = rows.replace('"grey,\nwith dots"', 'red')

  it('comes, changes, moves and goes with its row, and keeps what a person wrote', async () => {
    await using stage = await Stage.open({ 'spec.yml': pages, 'data/shoes.csv': plain }, { answer: say })

    const first = await stage.pass()
    stage.checkout.fresh()

    expect([first.code, first.outputs['status'], first.log]).toEqual([0, 'done', first.log])
    expect(stage.checkout.read('content/red/a-1.md')).toBe(
      '---\ntitle: Höhenläufer\ncolour: red\n---\n\nÜber: Describe Höhenläufer in red.\n'
    )
    expect(stage.checkout.read('generated/red.jsonl')?.split('\n')).toEqual([
      '{"sku":"A-1","answer":"Über: Describe Höhenläufer in red."}',
      '{"sku":"A-4","answer":"Über: Describe Slipper in red."}',
      ''
    ])
    const manifest = json(stage.checkout.read('content/shoes.manifest.json') ?? '{}')
    expect(at(manifest, 'files')).toMatchObject([
      { path: 'content/{{ colour }}/{{ sku | downcase }}.md', rows: 5, files: 5 },
      { path: 'generated/{{ colour }}.jsonl', rows: 5, files: 4 }
    ])

    const again = await stage.pass()

    expect([again.outputs['status'], again.aws, stage.dirt]).toEqual(['nothing-to-do', [], ''])
    stage.checkout.commit({
      'content/black/a-3.md': (stage.checkout.read('content/black/a-3.md') ?? '').replace('Über', 'By hand, über'),
      'data/shoes.csv': plain.replace('A-5,Sandal,white\n', '').replace('A-2,', 'B-2,')
    })

    const second = await stage.pass()
    stage.checkout.fresh()

    expect([second.outputs['status'], second.failureCode]).toEqual(['done', null])
    expect(second.rows).toMatchObject({ edited: 1, removed: 2 })
    expect(stage.checkout.read('content/white/a-5.md')).toBeUndefined()
    expect(stage.checkout.read('generated/white.jsonl')).toBeUndefined()
    expect(stage.checkout.read('content/blue/a-2.md')).toBeUndefined()
    expect(stage.checkout.read('content/blue/b-2.md')).toContain('Sneaker')
    expect(stage.checkout.read('content/black/a-3.md')).toContain('By hand, über')
    expect(stage.paidTwice).toBe(0)
  }, 180_000)

  it('is refused with its line where a merge ended in conflict', async () => {
    await using stage = await Stage.open({ 'spec.yml': pages, 'data/shoes.csv': plain }, { answer: say })
    await stage.pass()
    stage.checkout.fresh()
    const page = stage.checkout.read('content/black/a-3.md') ?? ''
    const torn = page.replace(/^(Über.*)$/m, '<<<<<<< HEAD\n$1\n=======\nElse\n>>>>>>> topic')
    stage.checkout.commit({ 'content/black/a-3.md': torn })

    const pass = await stage.pass()

    expect([pass.failureCode, pass.log]).toEqual(['bad-input', pass.log])
    expect(pass.log).toMatch(/::error file=content\/black\/a-3.md,line=6.*merge-conflict markers/)
    expect(stage.dirt).toBe('')
  }, 120_000)

  it('is refused before anything is paid where two rows, or somebody else, have it', async () => {
    const clash = 'sku,name,colour\nA-1,Boot,red\na-1,Clog,red\nA/2,Shoe,red\n'
    await using stage = await Stage.open({ 'spec.yml': pages, 'data/shoes.csv': clash }, { answer: say })

    const first = await stage.pass()

    expect(first.failureCode).toBe('bad-input')
    expect(first.annotations.flatMap(({ message, line }) => (line === undefined ? [] : [[line, message]]))).toEqual([
      [3, expect.stringMatching(/"content\/red\/a-1\.md" of this row is also that of data\/shoes\.csv:2/)],
      [4, expect.stringMatching(/has a hole filled with a slash/)]
    ])
    stage.checkout.commit({ 'data/shoes.csv': plain, 'content/red/a-1.md': 'mine\n' })

    const second = await stage.pass()

    expect(second.failureCode).toBe('unmanaged-output')
    expect(stage.creates).toBe(0)
  }, 120_000)
})

describe('Labels', () => {
  const label: AnswerRule = (_model, body) => {
    const question = questionIn(body)
    return {
      text: /red|blue/.test(question) ? 'The label is **bright**.' : /black/.test(question) ? 'DARK' : 'dark | bright?'
    }
  }

  it('are read loosely, and their distribution stands in the summary', async () => {
    const labelled = `${spec}answer: {labels: [bright, dark, '<b>|none']}\n`.replace(
      'limits: {',
      'limits: {maxErrorRate: 1, '
    )
    await using stage = await Stage.open({ 'spec.yml': labelled }, { answer: label })

    const pass = await stage.pass()
    stage.checkout.fresh()

    expect([pass.code, pass.log]).toEqual([0, pass.log])
    expect(stage.checkout.read('generated/shoes.csv')).toBe('sku,answer\nA-1,bright\nA-2,bright\nA-3,dark\n')
    expect(pass.rows).toMatchObject({ answered: 3, failed: 2 })
    expect(pass.summary).toContain('| bright | 2 | 66.7 % |\n| dark | 1 | 33.3 % |\n| &lt;b&gt;\\|none | 0 | 0.0 % |')
  }, 120_000)
})

describe('An OpenAI batch and Parquet', () => {
  it('tell what failed, stand side by side, and are carried over', async () => {
    const both = spec
      .replace(
        'outputs: generated/shoes.csv',
        'outputs: [{path: out/batch.jsonl, format: openai-batch}, out/shoes.parquet, out/shoes.md]'
      )
      .replace('limits: {', 'limits: {maxErrorRate: 1, ')
    const answer: AnswerRule = (_model, body) =>
      questionIn(body).includes('Boot') ? { error: { code: 400, message: 'no boots' } } : { text: questionIn(body) }
    await using stage = await Stage.open({ 'spec.yml': both }, { answer })

    const first = await stage.pass()
    stage.checkout.fresh()

    expect([first.code, first.log]).toEqual([0, first.log])
    const lines = (stage.checkout.read('out/batch.jsonl') ?? '').trim().split('\n').map(json)
    expect(
      lines.map(line => [at(line, 'custom_id'), at(line, 'response.status_code') ?? at(line, 'error.code')])
    ).toEqual([
      ['A-1', 200],
      ['A-2', 200],
      ['A-3', 'http 400: no boots'],
      ['A-4', 200],
      ['A-5', 200]
    ])
    expect(at(lines[0], 'response.body.choices[0].message.content')).toBe('Describe Höhenläufer in red.')
    expect(readFileSync(join(stage.checkout.work, 'out/shoes.parquet')).subarray(0, 4).toString()).toBe('PAR1')

    const second = await stage.pass()

    expect([second.outputs['status'], stage.dirt]).toEqual(['nothing-to-do', ''])
  }, 120_000)
})

describe('Pictures', () => {
  const drawing = `name: icons
model: stability.stable-image-core-v1:1
dataset: {path: data/icons.csv, key: sku}
prompt: {user: "An icon of a {{ name }}."}
inference: on-demand
outputs: "icons/{{ shelf }}/{{ sku }}.png"
`
  const icons = 'sku,name,shelf\nA,boot,one\nB,clog,one\nC,shoe,two\n'

  it('are files, which stay, move with their row, and may be painted over', async () => {
    await using stage = await Stage.open({ 'spec.yml': drawing, 'data/icons.csv': icons }, { region: 'us-west-2' })
    const bytesOf = (path: string): Buffer => readFileSync(join(stage.checkout.work, path))

    const first = await stage.pass({ 'aws-region': 'us-west-2' })
    stage.checkout.fresh()

    expect([first.code, first.log]).toEqual([0, first.log])
    const boot = bytesOf('icons/one/A.png')
    expect([...boot.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])

    const again = await stage.pass({ 'aws-region': 'us-west-2' })

    expect([again.outputs['status'], stage.dirt]).toEqual(['nothing-to-do', ''])
    const painted = Buffer.concat([bytesOf('icons/one/B.png'), Buffer.from([0, 255, 10])])
    stage.checkout.commit({
      'icons/one/B.png': painted,
      'data/icons.csv': icons.replaceAll(',one', ',three').replace('C,shoe,two', 'C,shoe,two\nD,boot,four')
    })

    const second = await stage.pass({ 'aws-region': 'us-west-2' })
    stage.checkout.fresh()

    expect([second.code, second.log]).toEqual([0, second.log])
    expect(second.rows).toMatchObject({ edited: 1, submitted: 0 })
    expect(bytesOf('icons/three/A.png').equals(boot)).toBe(true)
    expect(bytesOf('icons/three/B.png').equals(painted)).toBe(true)
    expect(bytesOf('icons/four/D.png').equals(boot)).toBe(true)
    expect(stage.checkout.read('icons/one/A.png')).toBeUndefined()
    expect(stage.creates).toBe(0)
  }, 180_000)
})
