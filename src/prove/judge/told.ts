/** What passes said and left behind: clear to a person, and nothing that is secret or not theirs. */
import { bucket, ownPaths } from '../dataset.ts'
import type { PassEnd, World } from '../world.ts'

/** A pass over a settled world does nothing. */
export function restless(last: PassEnd | undefined): string[] {
  if (last?.report?.status === 'nothing-to-do') return []
  return [`a pass with nothing to do did something: ${tell(last)}`]
}

export function isRefusal(last: PassEnd | undefined): boolean {
  return last?.report?.failure?.remedy !== undefined || last?.report?.open !== undefined
}

export function unclear({ number, report, steps }: PassEnd): string[] {
  if (steps.length >= 5000) return [`pass ${number} made ${steps.length} steps and more`]
  if (report === undefined) return []
  if (report.crash !== undefined)
    return [
      `pass ${number} broke: ${report.crash instanceof Error ? (report.crash.stack ?? report.crash.message) : JSON.stringify(report.crash)}`
    ]
  const { failure } = report
  if (failure !== undefined && (failure.message === '' || failure.remedy === undefined))
    return [`pass ${number} ended without a remedy: ${failure.code}: ${failure.message}`]
  if (report.status === 'waiting' && report.open === undefined)
    return [`pass ${number} waits and does not say for what`]
  return []
}

/** Whoever pays says so at once: the log is one more copy of a job's ARN, should all others be lost. */
export function untold({ emulator, passes }: World): string[] {
  const { effects, requests } = emulator.books
  const created = effects.filter(effect => effect.kind === 'job-created')
  return passes.flatMap(({ number, principal, report, log }) => {
    if (report === undefined) return []
    const answered = new Set(
      requests
        .filter(one => one.principal === principal && one.status === 200 && one.fault === undefined)
        .map(one => one.number)
    )
    return created
      .filter(
        ({ request = 0, detail }) => answered.has(request) && !log.some(line => line.includes(String(detail['jobArn'])))
      )
      .map(({ detail }) => `pass ${number} does not tell that it created ${String(detail['jobArn'])}`)
  })
}

/** Secrets anywhere, and the words of models where everybody reads. */
export async function leaked({ secrets, passes, branch, artifacts, emulator }: World): Promise<string[]> {
  const told: [string, string][] = [
    ...passes.map(({ number, log }): [string, string] => [`the log of pass ${number}`, log.join('\n')]),
    ['an artifact', artifacts.saved.join('\n')]
  ]
  const kept = branch.commits.map(({ pass, files }): [string, string] => [
    `a file of pass ${pass}`,
    [...files.values()].join('\n')
  ])
  for (const object of emulator.buckets.list(bucket).objects) kept.push([object.key, await object.text()])
  const shown = [...told, ...kept].filter(([, text]) => secrets.some(secret => text.includes(secret)))
  const words = told.filter(([, text]) => text.includes('said to <'))
  return [
    ...shown.map(([where]) => `a secret stands in ${where}`),
    ...words.map(([where]) => `a model's words stand in ${where}`)
  ]
}

export function strayed({ number, touched }: PassEnd): string[] {
  return [...touched].filter(path => !ownPaths.includes(path)).map(path => `pass ${number} wrote ${path}`)
}

export function tell(end: PassEnd | undefined): string {
  const { report } = end ?? {}
  if (report === undefined) return 'killed'
  const { failure, crash, open, status } = report
  return `${status}${failure === undefined ? '' : `, ${failure.code}: ${failure.message}`}${open === undefined ? '' : `, ${open}`}${crash === undefined ? '' : ', broke'}`
}
