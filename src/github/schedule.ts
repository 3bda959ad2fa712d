/** Who collects what a pass leaves open: the workflow's own schedule, in a sentence. Reads the workflow's text, never the API. */
import { parseDocument } from 'yaml'
import { isObject } from '../json.ts'
import { cut, visible } from '../visible.ts'
import { nextTime } from './cron.ts'

export interface Collector {
  /** The text of the workflow's file; undefined where it is not in the workspace. */
  readonly workflow?: string | undefined
  /** Milliseconds since 1970. */
  readonly now: number
  readonly onGithub: boolean
  /** GitHub runs schedules on the default branch only. */
  readonly branch?: string | undefined
  readonly defaultBranch?: string | undefined
}

interface Schedule {
  readonly cron: string
  readonly timezone: string | undefined
}

/** A sentence without the full stop. */
export function whoCollects({ workflow, now, onGithub, branch, defaultBranch }: Collector): string {
  if (!onGithub) return 'run the action again to collect them'
  if (workflow === undefined)
    return 'the next run of this workflow collects them, if it has a schedule or somebody starts it'
  const schedules = schedulesOf(workflow)
  if (schedules.length === 0) {
    return "nothing will collect this: add a schedule to the workflow (on: schedule: [{cron: '17 * * * *'}]) or start it again by hand"
  }
  const elsewhere = branch !== undefined && defaultBranch !== undefined && branch !== defaultBranch
  if (elsewhere) {
    return `nothing will collect this on the branch ${branch}: schedules run on ${defaultBranch} only; start the workflow on ${branch} again by hand`
  }
  return soonest(schedules, now)
}

function soonest(schedules: readonly Schedule[], now: number): string {
  const known = schedules
    .map(schedule => ({ schedule, wait: wait(schedule, now) }))
    .sort((a, b) => (a.wait ?? Infinity) - (b.wait ?? Infinity))
  const first = known[0]
  if (first === undefined) return ''
  const { cron, timezone } = first.schedule
  const sentence = `the schedule \`${cut(visible(cron), 60)}\` of this workflow collects them`
  if (first.wait === undefined) return sentence
  return `${sentence} (next at ${clockFace(wallTime(now, timezone ?? 'UTC') + first.wait, wallTime(now, timezone ?? 'UTC'))} ${timezone ?? 'UTC'})`
}

/** Milliseconds on the clock of the schedule's own time zone. Undefined where the line or zone cannot be read. */
function wait({ cron, timezone }: Schedule, now: number): number | undefined {
  try {
    const wall = wallTime(now, timezone ?? 'UTC')
    const next = nextTime(cron, wall)
    return next === undefined ? undefined : next - wall
  } catch {
    return undefined // A time zone that this machine does not know: RangeError.
  }
}

/** What a clock on a wall there shows, as if it were UTC. */
function wallTime(now: number, timeZone: string): number {
  if (timeZone === 'UTC') return now
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric'
  })
    .formatToParts(now)
    .reduce<Record<string, number>>((all, { type, value }) => ({ ...all, [type]: Number(value) }), {})
  return Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day'], parts['hour'], parts['minute'])
}

/** `14:17`, with the date when it is another day. */
function clockFace(then: number, now: number): string {
  const iso = new Date(then).toISOString()
  const sameDay = iso.slice(0, 10) === new Date(now).toISOString().slice(0, 10)
  return sameDay ? iso.slice(11, 16) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`
}

function schedulesOf(workflow: string): Schedule[] {
  if (workflow.length > 1_000_000) return []
  try {
    const read: unknown = parseDocument(workflow, { logLevel: 'silent' }).toJS({ maxAliasCount: 100 })
    const on = isObject(read) ? read['on'] : undefined
    const list: unknown = isObject(on) ? on['schedule'] : undefined
    if (!Array.isArray(list)) return []
    return list.flatMap((item: unknown) => {
      if (!isObject(item) || typeof item['cron'] !== 'string') return []
      return [{ cron: item['cron'], timezone: typeof item['timezone'] === 'string' ? item['timezone'] : undefined }]
    })
  } catch {
    return [] // Not YAML: GitHub would not have run it, so this is some other file.
  }
}
