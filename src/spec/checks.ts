/** What no single field can tell: contradictions between fields, and paths that cannot be. Pure; looks at nothing but the spec. */
import { checkAnswer } from './check-answer.ts'
import { checkOutputs } from './check-outputs.ts'
import { checkPrompt } from './check-prompt.ts'
import { checkPublish } from './check-publish.ts'
import { checkVerbatim } from './check-verbatim.ts'
import { type Finding, quote, spelled } from './finding.ts'
import { formatByExtension } from './formats.ts'
import { isObjectUri, objectUriFault } from './object-uri.ts'
import { pathFault } from './paths.ts'
import { partitionOf, tagKey } from './patterns.ts'
import type { Path } from './places.ts'
import type { Spec } from './spec.ts'

export function check(spec: Spec, specFile: string): readonly Finding[] {
  return [
    ...checkReadPaths(spec),
    ...checkPrompt(spec),
    ...checkVerbatim(spec),
    ...checkDataset(spec),
    ...checkAnswer(spec),
    ...checkOutputs(spec, specFile),
    ...checkAws(spec),
    ...checkLimits(spec),
    ...checkPublish(spec)
  ]
}

function checkReadPaths({ dataset, answer }: Spec): readonly Finding[] {
  const files: (readonly [Path, string])[] = dataset.path.map((path, index) => [['dataset', 'path', index], path])
  if (answer.schema && 'file' in answer.schema) files.push([['answer', 'schema', 'file'], answer.schema.file])
  return files.flatMap(([path, file]): readonly Finding[] => {
    const fault = path[0] === 'dataset' && isObjectUri(file) ? objectUriFault(file) : pathFault(file)
    return fault === undefined ? [] : [{ path, message: `the path ${quote(file)} ${fault}` }]
  })
}

function checkDataset({ dataset }: Spec): readonly Finding[] {
  const found: Finding[] = []
  const formats = dataset.path.map(path => dataset.format ?? formatByExtension(path))
  if (
    dataset.at !== undefined &&
    formats.some(format => format !== undefined && format !== 'json' && format !== 'yaml')
  ) {
    found.push({
      path: ['dataset', 'at'],
      message: 'dataset.at is for JSON and YAML documents; these files have rows of their own'
    })
  }
  if (
    Object.keys(dataset.types).length > 0 &&
    formats.every(format => format !== undefined && format !== 'csv' && format !== 'tsv')
  ) {
    found.push({
      path: ['dataset', 'types'],
      severity: 'warning',
      message: 'dataset.types is for CSV and TSV; values of these files have their types already'
    })
  }
  if (dataset.where !== undefined && /\{\{|\{%/.test(dataset.where)) {
    found.push({
      path: ['dataset', 'where'],
      message: 'dataset.where is a condition, not a template',
      hint: 'Write it without braces: price > 10.'
    })
  }
  return found
}

function checkAws({ aws }: Spec): readonly Finding[] {
  const found: Finding[] = []
  const tags = Object.keys(aws.tags ?? {})
  // https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
  if (tags.length > 50) found.push({ path: ['aws', 'tags'], message: `aws.tags has ${tags.length} tags; AWS takes 50` })
  for (const tag of tags.filter(name => !tagKey.test.test(name))) {
    found.push({ path: ['aws', 'tags', tag], message: `the tag ${quote(tag)} must be ${tagKey.expected}`, atKey: true })
  }
  const conflict = partitionConflict(aws.region, aws.serviceRoleArn)
  if (conflict !== undefined) found.push({ path: ['aws', 'serviceRoleArn'], message: conflict })
  return found
}

/** A role of one partition (commercial, GovCloud, China) is unknown in the others. */
export function partitionConflict(regionName: string | undefined, arn: string | undefined): string | undefined {
  if (regionName === undefined || arn === undefined) return undefined
  const partition = arn.split(':')[1] ?? ''
  const expected = partitionOf(regionName)
  return partition === expected
    ? undefined
    : `the service role is of the partition ${partition}, but ${regionName} belongs to ${expected}`
}

function checkLimits({ limits }: Spec): readonly Finding[] {
  const { minRecordsPerJob: least, recordsPerJob: most } = limits
  if (least === undefined || most === undefined || least <= most) return []
  const path = ['limits', 'minRecordsPerJob']
  return [{ path, message: `${spelled(path)} is ${least}, more than limits.recordsPerJob, ${most}` }]
}
