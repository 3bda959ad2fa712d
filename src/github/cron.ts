/** When a five-field POSIX cron line fires next. Knows numbers and names, not time zones: it reads and writes wall-clock time. */

interface Cron {
  readonly minutes: ReadonlySet<number>
  readonly hours: ReadonlySet<number>
  readonly days: ReadonlySet<number>
  readonly months: ReadonlySet<number>
  readonly weekdays: ReadonlySet<number>
  /** Both day fields restricted: either one suffices, as POSIX has it. */
  readonly eitherDay: boolean
}

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const weekdayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
const dayMs = 86_400_000
/** 29 February can be eight years away. */
const mostDays = 366 * 8 + 1

/**
 * The first fitting minute after `nowMs` (milliseconds, read as UTC). Undefined for a line that is not five-field cron
 * or that never fires (30 February).
 * https://pubs.opengroup.org/onlinepubs/9699919799/utilities/crontab.html
 */
export function nextTime(line: string, nowMs: number): number | undefined {
  const cron = parse(line)
  if (cron === undefined) return undefined
  const after = Math.floor(nowMs / 60_000) * 60_000
  const firstDay = Math.floor(after / dayMs) * dayMs
  const times = timesOfDay(cron)
  for (let day = 0; day < mostDays; day++) {
    const midnight = firstDay + day * dayMs
    if (!fits(cron, new Date(midnight))) continue
    const found = times.find(time => midnight + time > after)
    if (found !== undefined) return midnight + found
  }
  return undefined
}

function timesOfDay(cron: Cron): number[] {
  const ascending = (set: ReadonlySet<number>): number[] => [...set].sort((a, b) => a - b)
  return ascending(cron.hours).flatMap(hour => ascending(cron.minutes).map(minute => (hour * 60 + minute) * 60_000))
}

function fits(cron: Cron, day: Date): boolean {
  if (!cron.months.has(day.getUTCMonth() + 1)) return false
  const byDay = cron.days.has(day.getUTCDate())
  const byWeekday = cron.weekdays.has(day.getUTCDay())
  return cron.eitherDay ? byDay || byWeekday : byDay && byWeekday
}

function parse(line: string): Cron | undefined {
  const [minute, hour, day, month, weekday, ...more] = line.trim().split(/\s+/)
  if (
    minute === undefined ||
    hour === undefined ||
    day === undefined ||
    month === undefined ||
    weekday === undefined ||
    more.length > 0
  )
    return undefined
  const minutes = field(minute, 0, 59)
  const hours = field(hour, 0, 23)
  const days = field(day, 1, 31)
  const months = field(month, 1, 12, monthNames)
  const weekdays = field(weekday, 0, 6, weekdayNames)
  if (!minutes || !hours || !days || !months || !weekdays) return undefined
  return { minutes, hours, days, months, weekdays, eitherDay: !day.startsWith('*') && !weekday.startsWith('*') }
}

function field(text: string, low: number, high: number, names: readonly string[] = []): Set<number> | undefined {
  const values = new Set<number>()
  for (const item of text.split(',')) {
    const match = /^(?:\*|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(item)
    if (match === null) return undefined
    const [, from, to, step] = match
    const first = from === undefined ? low : number(from, low, names)
    const last = to !== undefined ? number(to, low, names) : from === undefined || step !== undefined ? high : first
    const by = step === undefined ? 1 : Number(step)
    if (!(first >= low && last <= high && first <= last && by >= 1)) return undefined
    for (let value = first; value <= last; value += by) values.add(value)
  }
  return values
}

function number(text: string, low: number, names: readonly string[]): number {
  const named = names.indexOf(text.toUpperCase())
  if (named >= 0) return named + low
  return /^\d+$/.test(text) ? Number(text) : NaN
}
