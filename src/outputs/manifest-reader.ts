/** A manifest's JSON → data, every member checked: it was in the hands of git and of people. */
import type { Ending } from '../jobs/state.ts'
import { array, count, object, ShapeError, text, type JsonObject, type JsonValue } from '../json.ts'
import type { ManifestFile, ManifestJob, PublishedState } from './manifest.ts'

const endings: readonly Ending[] = ['completed', 'partially-completed', 'failed', 'stopped', 'expired']

/** Throws ShapeError that names the path. */
export function readState(value: JsonObject): PublishedState {
  return {
    spec: text(value, 'spec'),
    model: text(value, 'model'),
    api: text(value, 'api') === 'Converse' ? 'Converse' : 'InvokeModel',
    family: text(value, 'family'),
    complete: value['complete'] === true,
    rows: {
      wanted: number(value, 'rows.wanted'),
      answered: number(value, 'rows.answered'),
      failed: number(value, 'rows.failed'),
      edited: number(value, 'rows.edited')
    },
    failures: each(value, 'failures', at => ({
      reason: text(value, `${at}.reason`),
      count: number(value, `${at}.count`)
    })),
    files: each(value, 'files', at => readFile(value, at)),
    jobs: each(value, 'jobs', at => readJob(value, at))
  }
}

function readFile(value: JsonValue, at: string): ManifestFile {
  const files = count(value, `${at}.files`)
  return {
    path: text(value, `${at}.path`),
    rows: number(value, `${at}.rows`),
    ...(files !== undefined && { files }),
    sha256: text(value, `${at}.sha256`),
    bytes: number(value, `${at}.bytes`)
  }
}

function readJob(value: JsonValue, at: string): ManifestJob {
  const told = text(value, `${at}.ending`)
  const ending = endings.find(one => one === told)
  if (ending === undefined) throw new ShapeError(`${at}.ending`, endings.join(' or '))
  const costUsd = object(value, at)['costUsd']
  return {
    jobArn: text(value, `${at}.jobArn`),
    jobName: text(value, `${at}.jobName`),
    ending,
    records: number(value, `${at}.records`),
    answered: number(value, `${at}.answered`),
    failed: number(value, `${at}.failed`),
    inputTokens: number(value, `${at}.inputTokens`),
    outputTokens: number(value, `${at}.outputTokens`),
    ...(typeof costUsd === 'number' && { costUsd })
  }
}

function each<Item>(value: JsonValue, path: string, read: (at: string) => Item): readonly Item[] {
  return array(value, path).map((_, index) => read(`${path}[${index}]`))
}

function number(value: JsonValue, path: string): number {
  const found = count(value, path)
  if (found === undefined) throw new ShapeError(path, 'a whole number')
  return found
}
