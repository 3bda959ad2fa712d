import { describe, expect, it } from '@jest/globals'
import { partitionConflict } from '../../../src/spec/checks.ts'
import { decodeSpec } from '../../../src/spec/decode.ts'

/** What is said of a spec with these lines, which replace those of the same fields. */
function told(...lines: string[]): string[] {
  const fields: Record<string, string> = {
    name: 'name: x',
    model: 'model: m',
    dataset: 'dataset: data/a.csv',
    prompt: 'prompt: {user: {file: prompts/p.md}}',
    outputs: 'outputs: out/a.csv'
  }
  for (const line of lines) fields[line.slice(0, line.indexOf(':'))] = line
  return decodeSpec({ text: Object.values(fields).join('\n'), file: 'specs/x.json' }).problems.map(
    ({ message }) => message
  )
}

describe('outputs', () => {
  it.each([
    ['outputs: [a.csv, a.csv]', 'the output "a.csv" is written twice'],
    ['outputs: [a.csv, A.csv]', 'the output "A.csv" is written twice, also as "a.csv"'],
    ['outputs: [a.csv, a.lock.json]', 'the lock file "a.lock.json" is written twice'],
    ['outputs: [a.json, a.json/b.csv]', 'the output "a.json/b.csv" would be a file and a folder at once'],
    ['outputs: data/a.csv', 'the output "data/a.csv" would overwrite the dataset'],
    [
      'outputs: DATA/A.csv',
      'the output "DATA/A.csv" would overwrite the dataset "data/a.csv", or be read as a part of it'
    ],
    ['outputs: specs/x.json', 'the output "specs/x.json" would overwrite the spec itself'],
    [
      'outputs: {path: prompts/p.md, format: markdown-table}',
      'the output "prompts/p.md" would overwrite a file that the spec reads'
    ],
    ['outputs: {path: a.csv, format: json}', 'the output path "a.csv" looks like csv, but its format is json'],
    ['outputs: {path: a.csv, columns: {}}', 'outputs[0].columns is empty'],
    ['outputs: {path: a.csv, columns: {"": key}}', '"" cannot be the name of a column'],
    ['outputs: {path: a.csv, columns: {"a\\nb": key}}', '"a\\nb" cannot be the name of a column']
  ])('refuses %s', (line, message) => {
    expect(told(line)).toEqual([message])
  })

  it('refuses an output that a glob of the dataset would read on the next pass', () => {
    expect(told('dataset: "**/*.csv"')).toEqual([
      'the output "out/a.csv" would overwrite the dataset "**/*.csv", or be read as a part of it'
    ])
    expect(told('dataset: {path: "out/*.json", format: json}')).toHaveLength(2)
    expect(told('dataset: "data/*.csv"')).toEqual([])
  })

  it('refuses a schema file that would be overwritten', () => {
    expect(told('outputs: s.json', 'answer: {schema: ./s.json}')).toEqual([
      'the output "s.json" would overwrite a file that the spec reads'
    ])
  })
})

describe('answer', () => {
  it.each([
    ['answer: {format: text, schema: s.json}', 'answer.format is text, but answer.schema makes it json'],
    ['answer: {format: json, labels: [a, b]}', 'answer.format is json, but answer.labels makes it label'],
    ['answer: {schema: s.json, labels: [a, b]}', 'answer has both schema and labels'],
    ['answer: {format: label}', 'answer.format is label, but answer.labels is missing'],
    ['answer: {labels: [a, b, A]}', 'the label "A" stands twice (case aside)'],
    ['answer: {schema: ../s.json}', 'the path "../s.json" leads out of its folder by ..']
  ])('refuses %s', (line, message) => {
    expect(told(line)).toEqual([message])
  })

  it('refuses a system prompt for an embedding', () => {
    expect(told('prompt: {user: a, system: b}', 'answer: {format: embedding}')).toEqual([
      'an embedding is made of prompt.user alone; prompt.system has no place in it'
    ])
  })
})

describe('dataset and prompt', () => {
  it.each([
    ['dataset: /data/a.csv', 'the path "/data/a.csv" is not relative to the root of the repository'],
    ['dataset: s3://bucket', 'the path "s3://bucket" names a bucket and no object'],
    ['prompt: {user: {file: ../p.md}}', 'the path "../p.md" leads out of its folder by ..'],
    ['prompt: {user: a, system: {file: /p.md}}', 'the path "/p.md" is not relative to the root of the repository'],
    [
      'dataset: {path: a.csv, at: data.items}',
      'dataset.at is for JSON and YAML documents; these files have rows of their own'
    ],
    ['dataset: {path: a.csv, where: "{{ price > 1 }}"}', 'dataset.where is a condition, not a template']
  ])('refuses %s', (line, message) => {
    expect(told(line)).toEqual([message])
  })
})

describe('aws and limits', () => {
  it.each([
    ['aws: {tags: {"aws:x": y}}', 'the tag "aws:x" must be of 1 to 128 letters'],
    ['aws: {tags: {"a#b": y}}', 'the tag "a#b" must be of 1 to 128 letters'],
    [
      `aws: {tags: {${Array.from({ length: 51 }, (_, index) => `t${index}: x`).join(', ')}}}`,
      'aws.tags has 51 tags; AWS takes 50'
    ],
    [
      'aws: {region: cn-north-1, serviceRoleArn: "arn:aws:iam::123456789012:role/x"}',
      'the service role is of the partition aws, but cn-north-1 belongs to aws-cn'
    ],
    [
      'limits: {minRecordsPerJob: 100, recordsPerJob: 10}',
      'limits.minRecordsPerJob is 100, more than limits.recordsPerJob, 10'
    ]
  ])('refuses %s', (line, message) => {
    const [first, ...others] = told(line)

    expect(others).toEqual([])
    expect(first?.startsWith(message)).toBe(true)
  })

  it.each([
    ['us-east-1', 'aws'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['cn-northwest-1', 'aws-cn'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eusc-de-east-1', 'aws-eusc']
  ])('knows the partition of %s', (region, partition) => {
    expect(partitionConflict(region, `arn:${partition}:iam::123456789012:role/x`)).toBeUndefined()
    expect(partitionConflict(region, 'arn:aws-other:iam::123456789012:role/x')).toContain(region)
  })
})

describe('publish', () => {
  it.each([
    ['publish: {via: none, branch: x}', 'publish.branch has no effect with publish.via: none'],
    ['publish: {via: artifact, commitMessage: x}', 'publish.commitMessage has no effect with publish.via: artifact'],
    ['publish: {title: x}', 'publish.title has no effect with publish.via: commit'],
    ['publish: {draft: true}', 'publish.draft has no effect with publish.via: commit'],
    ['publish: {labels: [x]}', 'publish.labels has no effect with publish.via: commit'],
    ['publish: {via: pull-request, branch: main, base: main}', 'publish.branch and publish.base are the same branch'],
    ['publish: {branch: a b}', 'publish.branch "a b" contains a space or one of ~ ^ : ? * [ \\, which no branch may'],
    ['publish: {branch: refs/heads/a}', 'publish.branch "refs/heads/a" is a whole ref; write "a"'],
    ['publish: {branch: -x}', 'publish.branch "-x" begins with a hyphen, which no branch may'],
    ['publish: {branch: a..b}', 'publish.branch "a..b" contains .. or @{, which no branch may'],
    [
      'publish: {branch: a/.b}',
      'publish.branch "a/.b" has a part that is empty, begins with a dot or ends in .lock, which no branch may'
    ],
    [
      'publish: {branch: a.lock}',
      'publish.branch "a.lock" has a part that is empty, begins with a dot or ends in .lock, which no branch may'
    ]
  ])('refuses %s', (line, message) => {
    expect(told(line)).toEqual([message])
  })

  it('takes what every way has a use for', () => {
    expect(
      told(
        'publish: {via: pull-request, branch: a/b, base: main, title: t, body: b, labels: [l], draft: true, commitMessage: m}'
      )
    ).toEqual([])
    expect(told('publish: {via: commit, branch: a/b, commitMessage: m, draft: false, labels: []}')).toEqual([])
  })
})
