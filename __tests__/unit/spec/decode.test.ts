import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { decodeSpec, decodeSpecBytes } from '../../../src/spec/decode.ts'

const least = `name: product-descriptions
model: us.anthropic.claude-haiku-4-5-20251001-v1:0
dataset: {path: data/products.csv, key: sku}
prompt: {user: {file: prompts/describe.md}}
parameters: {maxTokens: 400}
outputs: generated/descriptions.csv
`

/** `line:column message hint`, one for every problem. */
function told(text: string): string[] {
  return decodeSpec({ text, file: 'batch.yml' }).problems.map(({ place, message, hint }) =>
    [`${place?.line ?? 0}:${place?.column ?? 0}`, message, hint ?? ''].join(' ').trimEnd()
  )
}

describe('decodeSpec', () => {
  it('fills in defaults', () => {
    const { spec, problems } = decodeSpec({ text: least, file: 'batch.yml' })

    expect(problems).toEqual([])
    expect(spec).toEqual({
      name: 'product-descriptions',
      model: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
      api: 'auto',
      dataset: { path: ['data/products.csv'], key: 'sku', types: {} },
      prompt: { user: { file: 'prompts/describe.md' } },
      samples: 1,
      media: {},
      parameters: { maxTokens: 400 },
      answer: { format: 'text', repair: false, retryInvalid: 0 },
      outputs: [{ path: 'generated/descriptions.csv', format: 'csv' }],
      inference: 'auto',
      belowMinimum: 'on-demand',
      aws: {},
      limits: { maxErrorRate: 0.02, onDemandRecords: 200, retries: 2 },
      publish: { via: 'commit', when: 'complete', labels: [], draft: false },
      adopt: false
    })
  })

  it.each([
    ['dataset: a.csv', { dataset: { path: ['a.csv'], types: {} } }],
    ['dataset: {path: [b.csv, a.csv]}', { dataset: { path: ['b.csv', 'a.csv'] } }],
    [
      'outputs: [a.csv, {path: b.ndjson}]',
      {
        outputs: [
          { path: 'a.csv', format: 'csv' },
          { path: 'b.ndjson', format: 'jsonl' }
        ]
      }
    ],
    ['outputs: {path: a.out, format: json}', { outputs: [{ path: 'a.out', format: 'json' }] }],
    ['prompt: {user: hi, system: {file: s.md}}', { prompt: { user: { text: 'hi' }, system: { file: 's.md' } } }],
    ['answer: {schema: s.json}', { answer: { format: 'json', schema: { file: 's.json' } } }],
    ['answer: {schema: {file: s.json}}', { answer: { format: 'json', schema: { file: 's.json' } } }],
    ['answer: {schema: {type: object}}', { answer: { format: 'json', schema: { inline: { type: 'object' } } } }],
    ['answer: {labels: [a, b]}', { answer: { format: 'label', labels: ['a', 'b'] } }],
    ['answer: {format: embedding}', { answer: { format: 'embedding' } }],
    ['parameters: {extra: {a: {b: [1, null, true]}}}', { parameters: { extra: { a: { b: [1, null, true] } } } }],
    [
      'price: {inputPerMillionUsd: 0, outputPerMillionUsd: 5}',
      { price: { inputPerMillionUsd: 0, outputPerMillionUsd: 5 } }
    ],
    ['limits: &l {retries: 1, maxRemovals: 0}', { limits: { retries: 1, maxRemovals: 0, maxErrorRate: 0.02 } }]
  ])('reads %s', (line, expected) => {
    const field = line.slice(0, line.indexOf(':'))
    const text = [...least.split('\n').filter(one => !one.startsWith(`${field}:`)), line].join('\n')

    const { spec, problems } = decodeSpec({ text, file: 'batch.yml' })

    expect(problems).toEqual([])
    expect(spec).toMatchObject(expected)
  })

  it('follows an alias', () => {
    const text =
      least.replace('{maxTokens: 400}', '&p {maxTokens: 400, extra: {}}') +
      'limits: {maxRecords: &n 5, recordsPerJob: *n}\n'

    const { spec, problems } = decodeSpec({ text, file: 'batch.yml' })

    expect(problems).toEqual([])
    expect(spec?.limits).toMatchObject({ maxRecords: 5, recordsPerJob: 5 })
  })

  it.each([
    ['nothing', ''],
    ['a comment', '# nothing here\n'],
    ['null', 'null\n']
  ])('refuses an empty spec: %s', (_what, text) => {
    expect(told(text)).toEqual([
      '1:1 the spec is empty The least is name, model, dataset, prompt and outputs; see docs/spec.md.'
    ])
  })

  it.each([
    ['- name: x\n', '1:1 a spec is a map of fields, not a list'],
    ['\n\nhello\n', '3:1 a spec is a map of fields, not a single value'],
    [`${least}---\na: 1\n`, '7:1 the file holds several YAML documents'],
    [`${least}name: again\n`, '7:1 "name" stands here for the second time'],
    ['parameters:\n\tmaxTokens: 4\n', '2:1 a tab stands where YAML wants spaces'],
    [`%YAML 1.1\n---\n${least}`, '1:1 the spec is YAML 1.2, not 1.1'],
    ['prompt: a: b\n', '1:9 a second "name: value" stands on the same line'],
    [
      `${least}limits: {maxRecords: !!python/object 5}\n`,
      '7:38 the tag tag:yaml.org,2002:python/object is not allowed'
    ],
    [`${least}!secret x: 5\n`, '7:9 the tag !secret is not allowed'],
    [`${least}aws: *nowhere\n`, '7:6 the alias *nowhere has no anchor &nowhere before it'],
    [`${least}parameters2: &a {extra: *a}\n`, '7:25 the alias *a contains itself'],
    [`${least}limits: {maxCostUsd: .inf}\n`, '7:22 .inf is not a number that JSON can hold'],
    [
      `${least}limits: {maxRecords: 12345678901234567890}\n`,
      '7:22 the number 12345678901234567890 is too large to be read exactly'
    ],
    [`${least}aws: {tags: {__proto__: x}}\n`, '7:14 __proto__ cannot be a name'],
    [`${least}? [a, b]\n: 1\n`, '7:3 a map or list cannot be a name'],
    ['name: x\0y\n', '1:8 the spec contains a NUL character'],
    ['model: "x\n', '2:1 missing closing "quote']
  ])('refuses broken YAML %j', (text, message) => {
    expect(told(text).map(one => one.slice(0, message.length))).toContain(message)
  })

  it.each([
    ['2,000 nested brackets', `a: ${'['.repeat(2000)}`],
    ['2,000 nested braces', `a: ${'{'.repeat(2000)}`],
    ['closed brackets', `a: ${'['.repeat(2000)}${']'.repeat(2000)}`],
    ['brackets over lines', '[\n'.repeat(2000)],
    ['lists in one line', '- '.repeat(200_000)],
    ['questions in one line', '? '.repeat(200_000)],
    ['maps in one line', 'a: '.repeat(200_000)],
    ['indentation', Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    [
      'lists below lists',
      Array.from({ length: 10 }, (_, depth) => `${' '.repeat(depth * 20)}${'- '.repeat(10)}`).join('\n')
    ]
  ])('refuses deep nesting before it is parsed: %s', (_what, text) => {
    expect(told(text)).toEqual([expect.stringContaining('the YAML nests deeper than 64 levels')])
  })

  it('does not count the brackets of a text as nesting', () => {
    const text = least.replace(
      '{user: {file: prompts/describe.md}}',
      `\n  user: |\n    ${'['.repeat(500)}\n  system: "${'{'.repeat(500)}"`
    )

    expect(told(text)).toEqual([])
  })

  it('refuses an alias bomb', () => {
    const levels = 'abcdefghi'.split('')
    const bomb = levels.map(
      (name, index) =>
        `${name}: &${name} [${Array(9)
          .fill(index === 0 ? 'x' : `*${levels[index - 1] ?? ''}`)
          .join(', ')}]`
    )

    expect(told(bomb.join('\n'))).toEqual([expect.stringContaining('the spec stands for more than 50,000 values')])
  })

  it('refuses more aliases than anybody writes', () => {
    expect(told(`a: &a 1\nb: [${'*a, '.repeat(101)}]\n`)).toEqual([expect.stringContaining('more than 100 aliases')])
  })

  it.each([
    ['answr: {}', '7:1 there is no field "answr" in a spec Did you mean answer?'],
    ['max_tokens: 3', '7:1 there is no field "max_tokens" in a spec Did you mean parameters.maxTokens?'],
    ['input: x', '7:1 there is no field "input" in a spec Did you mean dataset?'],
    ['maxCostUsd: 4', '7:1 there is no field "maxCostUsd" in a spec Did you mean limits.maxCostUsd?'],
    ['region: us-east-1', '7:1 there is no field "region" in a spec Did you mean aws.region?'],
    ['below-minimum: hold', '7:1 there is no field "below-minimum" in a spec Did you mean belowMinimum?'],
    ['aws: {s3_uri: x}', '7:7 there is no field "s3_uri" in aws Did you mean s3Uri?'],
    ['aws: {bucket: x}', '7:7 there is no field "bucket" in aws Did you mean s3Uri?'],
    ['publish: {pull-request: true}', '7:11 there is no field "pull-request" in publish'],
    ['constructor: 1', '7:1 there is no field "constructor" in a spec'],
    ['"a\\nb": 1', '7:1 there is no field "a\\nb" in a spec']
  ])('says what was meant by %s', (line, message) => {
    const [first, ...others] = told(`${least}${line}\n`)

    expect(others).toEqual([])
    expect(first).toContain(message)
  })

  it.each([
    [
      'parameters: {temperature: no}',
      'parameters.temperature must be a number from 0 to 2, not the text "no" In YAML 1.2 no is text; write a number, or leave the field out.'
    ],
    ['parameters: {temperature: 3}', 'parameters.temperature must be a number from 0 to 2, not 3'],
    [
      'parameters: {topP: "0.5"}',
      'parameters.topP must be a number from 0 to 1, not the text "0.5" Remove the quotes: 0.5.'
    ],
    [
      'parameters: {maxTokens: 400 tokens}',
      'parameters.maxTokens must be a whole number of at least 1, not the text "400 tokens" Write the number alone: 400.'
    ],
    ['parameters: {maxTokens: 1.5}', 'parameters.maxTokens must be a whole number of at least 1, not the number 1.5'],
    [
      'parameters: {maxTokens: 10:30}',
      'parameters.maxTokens must be a whole number of at least 1, not the text "10:30"'
    ],
    ['parameters: {stop: END}', 'parameters.stop must be a list, not the text "END" Put it in brackets: [ … ].'],
    ['parameters: [maxTokens]', 'parameters must be a map of parameters such as maxTokens, not a list'],
    [
      'name: 1e3',
      'name must be 1 to 40 lower-case letters, digits and hyphens, with a letter or digit at both ends, such as product-descriptions, not the number 1e3 YAML reads 1e3 as a number; put it in quotes: "1e3".'
    ],
    [
      'name: Bad_Name',
      'name must be 1 to 40 lower-case letters, digits and hyphens, with a letter or digit at both ends, such as product-descriptions, not "Bad_Name"'
    ],
    ['name: true', 'YAML reads true as a boolean; put it in quotes: "true".'],
    ['name:', 'name has no value; it must be 1 to 40'],
    ['name: ""', 'name is empty; it must be 1 to 40'],
    ['model: a b', 'model must be a model id, an inference-profile id or an ARN, without spaces, not "a b"'],
    ['dataset: 5', 'dataset must be a path, or a map with path and key, not the number 5'],
    ['dataset: {key: sku}', 'dataset.path is missing; it must be a path, a glob or a list of them'],
    [
      'dataset: {path: a.csv, types: {price: float}}',
      'dataset.types.price must be text, number, boolean or json, not "float" Did you mean number?'
    ],
    [
      'prompt: {user: {{ row.sku }}}',
      'a template stands here without quotes YAML reads braces as a map; write "{{ … }}".'
    ],
    ['prompt: {user: {fil: a.md}}', 'there is no field "fil" in prompt.user Did you mean file?'],
    ['prompt: hello', 'prompt must be a map such as {user: {file: prompts/describe.md}}, not the text "hello"'],
    ['aws: {timeoutHours: 500}', 'aws.timeoutHours must be a whole number from 24 to 168, not 500'],
    [
      'aws: {bucketOwner: 012345678901}',
      'aws.bucketOwner must be the 12 digits of an AWS account, in quotes, not the number 012345678901 YAML reads 012345678901 as a number; put it in quotes: "012345678901".'
    ],
    ['aws: {serviceRoleArn: bedrock}', 'aws.serviceRoleArn must be the ARN of an IAM role such as'],
    ['aws: {kmsKeyId: my key}', 'aws.kmsKeyId must be a KMS key'],
    ['aws: {region: Frankfurt}', 'aws.region must be an AWS region such as us-east-1, not "Frankfurt"'],
    ['aws: {s3Uri: "s3://bucket/a b"}', 'aws.s3Uri must be an S3 URI such as'],
    [
      'aws: {vpc: {subnetIds: [subnet-1]}}',
      'aws.vpc.securityGroupIds is missing; it must be a list of security group ids'
    ],
    [
      'aws: {vpc: {subnetIds: [a b], securityGroupIds: [sg-1]}}',
      'aws.vpc.subnetIds[0] must be an id of at most 32 letters, digits and hyphens, not "a b"'
    ],
    ['aws: {tags: {team: 5}}', 'aws.tags.team must be text of at most 256'],
    ['limits: {maxCostUsd: 0}', 'limits.maxCostUsd must be a number above 0, not 0'],
    ['limits: {maxRecords: 1_000}', 'Write it without separators: 1000.'],
    ['limits: {maxErrorRate: 2%}', 'limits.maxErrorRate must be a number from 0 to 1, not the text "2%"'],
    [
      'publish: {via: PR}',
      'publish.via must be commit, pull-request, artifact or none, not "PR" Did you mean pull-request?'
    ],
    [
      'publish: {via: comit}',
      'publish.via must be commit, pull-request, artifact or none, not "comit" Did you mean commit?'
    ],
    [
      'publish: {draft: yes}',
      'publish.draft must be true or false, not the text "yes" In YAML 1.2 yes is text; write true.'
    ],
    ['answer: {labels: [a]}', 'answer.labels must be a list of labels with at least 2 entries, not a list'],
    [
      'answer: {labels: [yes, 1]}',
      'answer.labels[1] must be a label, not the number 1 YAML reads 1 as a number; put it in quotes: "1".'
    ],
    ['belowMinimum: wait', 'belowMinimum must be on-demand, pad, hold or fail, not "wait"'],
    ['price: {inputPerMillionUsd: 1}', 'price.outputPerMillionUsd is missing; it must be a number of at least 0'],
    ['outputs: []', 'outputs must be a path, a map with path or merge, or a list of them, not an empty list'],
    [
      'outputs: a.xyz',
      'the output path "a.xyz" does not say how the file is written: end it in .jsonl, .csv, .tsv, .json, .yaml, .parquet or .md, or set format'
    ]
  ])('refuses %s', (line, message) => {
    const field = line.slice(0, line.indexOf(':'))
    const text = [...least.split('\n').filter(one => one !== '' && !one.startsWith(`${field}:`)), line].join('\n')

    const [first, ...others] = told(text)

    expect(others).toEqual([])
    expect(first).toContain(message)
  })

  it('names what is missing from an empty map', () => {
    expect(told('{}')).toEqual([
      expect.stringContaining('name is missing'),
      expect.stringContaining('model is missing'),
      expect.stringContaining('dataset is missing'),
      expect.stringContaining('outputs is missing'),
      expect.stringContaining('prompt is missing')
    ])
  })

  it('reports all problems at once, in the order of the file, those between fields too', () => {
    const text = `nam: x
model: amazon.nova-lite-v1:0
dataset: {path: ../data.csv}
prompt: {user: hi}
parameters: {temperature: no}
outputs:
  - path: ../a.csv
    columns: {a: sku}
  - path: b.csv
    format: xls
  - .git/hooks.csv
answer: {labels: [a, b], format: json}
publish: {via: none, branch: x}
`

    expect(told(text).map(one => one.split(' ').slice(0, 4).join(' '))).toEqual([
      '1:1 there is no',
      '3:17 the path "../data.csv"',
      '5:27 parameters.temperature must be',
      '7:11 the output path',
      '8:18 a column begins',
      '10:13 outputs[1].format must be',
      '11:5 the output path',
      '12:34 answer.format is json,',
      '13:30 publish.branch has no'
    ])
  })

  it('gives every problem its range', () => {
    const { problems } = decodeSpec({ text: `${least}aws:\n  timeoutHours: 500\n`, file: 'specs/batch.yml' })

    expect(problems[0]?.place).toEqual({ file: 'specs/batch.yml', line: 8, column: 17, endLine: 8, endColumn: 20 })
  })

  it('says where members stand, or their nearest parent', () => {
    const { placeOf } = decodeSpec({
      text: `${least}publish:\n  labels: [a, b]\n  body: |\n    one\n    two\n\nadopt: true\n`,
      file: 'b.yml'
    })

    expect(placeOf('prompt.user.file')).toEqual({ file: 'b.yml', line: 4, column: 23, endLine: 4, endColumn: 42 })
    expect(placeOf('outputs[0].columns["a.b"]')).toMatchObject({ line: 6, column: 10 })
    expect(placeOf('publish.labels[1]')).toMatchObject({ line: 8, column: 15 })
    expect(placeOf('publish.labels.1')).toEqual(placeOf('publish.labels[1]'))
    expect(placeOf('publish.body')).toEqual({ file: 'b.yml', line: 9, column: 9, endLine: 11, endColumn: 8 })
    expect(placeOf('limits.maxRecords')).toEqual({ file: 'b.yml' })
  })

  it('keeps the list of problems readable', () => {
    const text = least + Array.from({ length: 500 }, (_, index) => `unknown${index}: 1\n`).join('')

    const { problems } = decodeSpec({ text, file: 'batch.yml' })

    expect(problems).toHaveLength(51)
    expect(problems.at(-1)?.message).toBe('and 450 more')
  })

  it('gives no spec where anything is an error, and one where there are only warnings', () => {
    expect(decodeSpec({ text: `${least}foo: 1\n`, file: 'b.yml' }).spec).toBeUndefined()

    const warned = decodeSpec({
      text: least.replace('products.csv, key: sku', 'products.jsonl, types: {price: number}'),
      file: 'b.yml'
    })

    expect(warned.problems).toMatchObject([{ severity: 'warning', place: { line: 3 } }])
    expect(warned.spec?.name).toBe('product-descriptions')
  })

  it('never throws, and never gives a spec with an error or neither', () => {
    const pieces = fc.constantFrom(
      ...least.split(/(?<=[ :{}\n])/),
      '\t',
      '- ',
      '&a ',
      '*a',
      '!x ',
      '? ',
      '|\n',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '---\n',
      '# ',
      '<<: ',
      '%',
      '\r',
      '\u2028',
      '\uD800',
      '1e999',
      'null',
      '__proto__: '
    )

    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), parts => {
        const { spec, problems } = decodeSpec({ text: parts.join(''), file: 'b.yml' })

        expect(spec === undefined).toBe(problems.some(({ severity }) => severity === 'error'))
      }),
      { numRuns: 300 }
    )
  })

  it('reads a right spec the same whatever the order of its fields', () => {
    const lines = least.trimEnd().split('\n')

    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), shuffled => {
        expect(decodeSpec({ text: shuffled.join('\r\n'), file: 'b.yml' }).spec).toEqual(
          decodeSpec({ text: least, file: 'b.yml' }).spec
        )
      }),
      { numRuns: 20 }
    )
  })
})

describe('decodeSpecBytes', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)

  it('reads UTF-8, with or without a byte order mark', () => {
    const plain = decodeSpecBytes(bytes(least), 'batch.yml')

    const marked = decodeSpecBytes(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes(least)]), 'batch.yml')

    expect(plain.problems).toEqual([])
    expect(marked.spec).toEqual(plain.spec)
    expect(marked.placeOf('name')).toEqual(plain.placeOf('name'))
  })

  it.each([
    [
      'UTF-16 with a mark',
      Buffer.from(`\uFEFF${least}`, 'utf16le'),
      'the spec is written in UTF-16 (little endian), not in UTF-8'
    ],
    [
      'UTF-16 without a mark',
      Buffer.from(least, 'utf16le'),
      'the spec is written in UTF-16 (little endian), not in UTF-8'
    ],
    [
      'UTF-16, the other way',
      Buffer.from(`\uFEFF${least}`, 'utf16le').swap16(),
      'the spec is written in UTF-16 (big endian), not in UTF-8'
    ],
    ['NUL', bytes('name: x\nmodel: \0'), 'the spec contains a NUL byte'],
    ['Latin-1', Buffer.from('name: x\n# caf\u00e9 au lait\n', 'latin1'), 'the spec is not valid UTF-8: byte 0xE9'],
    ['cut', Buffer.from('name: é').subarray(0, -1), 'the spec is not valid UTF-8: byte 0xC3'],
    ['over 1 MiB', Buffer.alloc(1024 * 1024 + 1, 0x20), 'the spec is 1.0 MiB; the most is 1 MiB']
  ])('refuses %s', (_what, content, message) => {
    const { spec, problems, placeOf } = decodeSpecBytes(content, 'batch.yml')

    expect(spec).toBeUndefined()
    expect(problems).toMatchObject([{ severity: 'error', message, place: { file: 'batch.yml' } }])
    expect(placeOf('name')).toEqual({ file: 'batch.yml' })
  })

  it('says where the bytes go wrong', () => {
    const { problems } = decodeSpecBytes(Buffer.from('name: x\n# é caf\u00e9\n', 'latin1'), 'batch.yml')

    expect(problems[0]?.place).toMatchObject({ line: 2, column: 3 })
  })
})
