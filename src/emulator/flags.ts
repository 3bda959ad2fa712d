/** The command line of `npm run emulator`: flags to options, with a plain sentence for every mistake. */
import { readFileSync } from 'node:fs'
import type { ExtraModel } from './bedrock/models/extra-model.ts'
import { manualClock, type ManualClock } from './clock.ts'
import type { EmulatorOptions } from './emulator.ts'
import { plainTruth, truthChoices, type Truth } from './bedrock/truth.ts'
import { isMap, parseJson } from './json.ts'
import type { ThrottleLimits } from './throttle.ts'

export type Flags =
  | { readonly kind: 'run'; readonly options: EmulatorOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string }

export const usage = `npm run emulator -- [--port N] [--region NAME] [--account DIGITS] [--speed N] [--clock real|manual] [--seed N] [--minimum N] [--bucket NAME]… [--truth KEY=VALUE]…
               [--model ID=FILE|JSON]… [--throttle LIMIT=N,…]

  --port      where it listens on 127.0.0.1; default: a free port
  --region    default us-east-1
  --account   twelve digits; default 123456789012
  --speed     divides the time that jobs take: 2 is twice as fast, 0.1 ten times slower
  --clock     real, or manual: time stands still until POST /_emulator/advance {"ms": …}
  --seed      the same seed gives the same job ids, keys and order of answers
  --minimum   records that a job needs at least; default 100, as on AWS
  --bucket    a bucket that is there from the start; default bedrock-batch-demo
  --truth     how AWS behaves where it does not say, such as --truth duplicateNames=allowed
  --model     a model that the emulator does not know, and its modelOutput: a JSON file or JSON itself, in which
              {{answer}}, {{inputTokens}} and {{outputTokens}} are filled in
  --throttle  what on-demand calls are held to: perSecond=5,concurrent=2,burst=10,retryAfterSeconds=3

Keys of --truth: ${Object.keys(plainTruth).join(', ')}.
`

class WrongFlag extends Error {
  override readonly name = 'WrongFlag'
}

interface Draft {
  port?: number
  region?: string
  account?: string
  speed?: number
  seed?: number
  minimum?: number
  clock?: ManualClock
  buckets: string[]
  truth: Record<string, unknown>
  models: Record<string, ExtraModel>
  throttle?: ThrottleLimits
}

const readers: Readonly<Record<string, (draft: Draft, value: string) => void>> = {
  '--port': (draft, value) => (draft.port = whole('--port', value, 0, 65_535)),
  '--region': (draft, value) =>
    (draft.region = shaped('--region', value, /^[a-z]{2}(-[a-z]+)+-\d$/, 'a region such as eu-west-1')),
  '--account': (draft, value) => (draft.account = shaped('--account', value, /^\d{12}$/, 'twelve digits')),
  '--speed': (draft, value) => (draft.speed = speed(value)),
  '--clock': (draft, value) => {
    if (value !== 'real' && value !== 'manual') throw new WrongFlag(`--clock must be real or manual, not ${value}`)
    if (value === 'manual') draft.clock = manualClock(Date.now())
  },
  '--seed': (draft, value) => (draft.seed = whole('--seed', value, 0, 2 ** 31)),
  '--minimum': (draft, value) => (draft.minimum = whole('--minimum', value, 0, 100_000)),
  '--bucket': (draft, value) =>
    draft.buckets.push(shaped('--bucket', value, /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'a bucket name')),
  '--truth': (draft, value) => readTruth(draft.truth, value),
  '--model': (draft, value) => readModel(draft.models, value),
  '--throttle': (draft, value) => (draft.throttle = readLimits(value))
}

export function readFlags(words: readonly string[]): Flags {
  const draft: Draft = { buckets: [], truth: {}, models: {} }
  try {
    for (let i = 0; i < words.length; i++) {
      const [word, inline] = splitOnce(words[i] ?? '', /^--\w+=/.test(words[i] ?? ''))
      if (word === '--help' || word === '-h') return { kind: 'help' }
      const read = Object.hasOwn(readers, word) ? readers[word] : undefined
      if (!read) throw new WrongFlag(`unknown flag ${word}${nearest(word, Object.keys(readers))}`)
      const value = inline ?? words[++i]
      if (value === undefined) throw new WrongFlag(`${word} needs a value`)
      read(draft, value)
    }
  } catch (error) {
    if (error instanceof WrongFlag) return { kind: 'wrong', message: error.message }
    throw error
  }
  const { buckets, truth, minimum, models, ...rest } = draft
  const options = {
    ...rest,
    truth: truth as Partial<Truth>,
    ...(buckets.length > 0 && { buckets }),
    ...(Object.keys(models).length > 0 && { models }),
    ...(minimum !== undefined && { quotas: { minimumRecords: minimum } })
  }
  return { kind: 'run', options }
}

function readTruth(truth: Record<string, unknown>, word: string): void {
  const [key, value] = splitOnce(word, true)
  if (!Object.hasOwn(plainTruth, key))
    throw new WrongFlag(`--truth knows no ${key}${nearest(key, Object.keys(plainTruth))}`)
  if (value === undefined) throw new WrongFlag(`--truth needs KEY=VALUE, not ${word}`)
  const plain = plainTruth[key as keyof Truth]
  const choices: readonly string[] | undefined = Object.hasOwn(truthChoices, key)
    ? truthChoices[key as keyof typeof truthChoices]
    : undefined
  if (choices && !choices.includes(value))
    throw new WrongFlag(`--truth ${key} must be one of ${choices.join(', ')}, not ${value}`)
  if (typeof plain === 'number') truth[key] = whole(`--truth ${key}`, value, 0, 2 ** 31)
  else if (typeof plain === 'boolean') truth[key] = yesOrNo(`--truth ${key}`, value)
  else truth[key] = Array.isArray(plain) ? value.split(',') : value
}

/** `acme.writer-1={"text":"{{answer}}"}`, or a file that holds the JSON. */
function readModel(models: Record<string, ExtraModel>, word: string): void {
  const [id, written] = splitOnce(word, true)
  if (written === undefined || !/^[a-z0-9-]+\.[\w.:-]+$/i.test(id))
    throw new WrongFlag(`--model needs ID=FILE or ID=JSON, such as acme.writer-1=answer.json, not ${word}`)
  const text = written.trimStart().startsWith('{') ? written : fileText(written)
  const output = parseJson(text)
  if (!isMap(output)) throw new WrongFlag(`--model ${id} needs a JSON object, not ${text.slice(0, 40)}`)
  models[id] = { output }
}

function fileText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new WrongFlag(`--model cannot read the file ${path}`)
  }
}

const limitNames = ['perSecond', 'burst', 'concurrent', 'retryAfterSeconds']

function readLimits(value: string): ThrottleLimits {
  return Object.fromEntries(
    value.split(',').map(word => {
      const [name, number] = splitOnce(word, true)
      if (!limitNames.includes(name)) throw new WrongFlag(`--throttle knows no ${name}${nearest(name, limitNames)}`)
      return [name, whole(`--throttle ${name}`, number ?? '', 0, 1_000_000)]
    })
  )
}

function splitOnce(word: string, split: boolean): [string, string | undefined] {
  const equals = word.indexOf('=')
  return split && equals >= 0 ? [word.slice(0, equals), word.slice(equals + 1)] : [word, undefined]
}

function whole(flag: string, value: string, least: number, most: number): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < least || number > most)
    throw new WrongFlag(`${flag} must be a whole number from ${least} to ${most}, not ${value}`)
  return number
}

function speed(value: string): number {
  const number = Number(value)
  if (!/^\d+(\.\d+)?$/.test(value) || number <= 0) throw new WrongFlag(`--speed must be a number above 0, not ${value}`)
  return number
}

function shaped(flag: string, value: string, shape: RegExp, wanted: string): string {
  if (!shape.test(value)) throw new WrongFlag(`${flag} must be ${wanted}, not ${value}`)
  return value
}

function yesOrNo(flag: string, value: string): boolean {
  if (value !== 'true' && value !== 'false') throw new WrongFlag(`${flag} must be true or false, not ${value}`)
  return value === 'true'
}

/** ` (did you mean …?)` for a word that is a slip or two away; nothing where none is near. */
function nearest(word: string, known: readonly string[]): string {
  const near = known
    .map(one => ({
      one,
      slips: one.toLowerCase().includes(word.toLowerCase()) ? 1 : slips(word.toLowerCase(), one.toLowerCase())
    }))
    .sort((a, b) => a.slips - b.slips)[0]
  return near && near.slips <= Math.max(2, word.length / 4) ? ` (did you mean ${near.one}?)` : ''
}

/** Levenshtein's distance. */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
      )
    row = next
  }
  return row[b.length] ?? 0
}
