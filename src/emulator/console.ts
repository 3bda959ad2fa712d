/**
 * The emulator's own addresses, for tests in other processes: look into the books, move time, end jobs, add faults.
 * These requests have no number and stand in no book. docs/emulator.md describes them.
 */
import type { Emulator } from './emulator.ts'
import type { Exchange, Reply } from './exchange.ts'
import type { FaultAction, RequestInfo } from './faults.ts'
import { asText, isMap, member, parseJson, type Json } from './json.ts'
import { statusOf } from './bedrock/job.ts'
import type { ThrottleLimits } from './throttle.ts'

export const consolePrefix = '/_emulator/'

class Wrong extends Error {
  override readonly name = 'Wrong'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Never throws: what is asked wrongly is a 4xx with a message. */
export async function answerConsole(exchange: Exchange, emulator: Emulator): Promise<Reply> {
  try {
    const [topic = '', ...rest] = exchange.url.pathname.slice(consolePrefix.length).split('/')
    const ask = topics[`${exchange.method} ${topic}`]
    if (!ask) throw new Wrong(404, `the emulator's console has no ${exchange.method} ${exchange.url.pathname}`)
    const bytes = await exchange.bytes()
    const body = bytes.length === 0 ? {} : parseJson(bytes.toString('utf8'))
    if (body === undefined) throw new Wrong(400, 'the body is not JSON')
    return json((await ask(emulator, body, rest)) ?? {})
  } catch (error) {
    if (error instanceof Wrong) return json({ error: error.message }, error.status)
    throw error
  }
}

function json(value: unknown, status = 200): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value, undefined, 2) }
}

type Ask = (emulator: Emulator, body: Json, rest: readonly string[]) => unknown

const topics: Readonly<Record<string, Ask>> = {
  'GET books': ({ books }) => ({
    requests: books.requests,
    effects: books.effects,
    jobs: books.jobs,
    charged: books.charged(),
    paidTwice: [...books.paid(2)]
  }),
  'GET requests': ({ books }) => books.requests,
  'GET environment': emulator => emulator.environment(),
  'GET jobs': ({ bedrock }) => bedrock.jobs.map(job => ({ jobArn: job.arn, jobName: job.name, status: statusOf(job) })),
  'POST jobs': actOnJob,
  'POST advance': advance,
  'POST faults': addFault,
  'DELETE faults': ({ faults }) => faults.clear(),
  'POST runs': startOrEndRun
}

async function actOnJob(emulator: Emulator, body: Json, [id = '', verb = '']: readonly string[]): Promise<unknown> {
  const { bedrock } = emulator
  const job = bedrock.find(id)
  if (!job) throw new Wrong(404, `no job ${id}`)
  const message = member(body, 'message')
  const part = member(body, 'part')
  switch (verb) {
    case 'finish':
      await bedrock.finish(job)
      break
    case 'partial':
      await bedrock.partial(job, typeof part === 'number' ? part : 0.5)
      break
    case 'fail':
      await bedrock.fail(job, typeof message === 'string' ? message : 'The job failed as it was told to.')
      break
    case 'stop':
      bedrock.stop(job)
      break
    case 'expire':
      await bedrock.expire(job)
      break
    default:
      throw new Wrong(404, `a job can be told finish, partial, fail, stop or expire, not ${verb}`)
  }
  return { jobArn: job.arn, status: statusOf(job) }
}

async function advance({ clock }: Emulator, body: Json): Promise<unknown> {
  const ms = member(body, 'ms')
  if (typeof ms !== 'number' || ms < 0) throw new Wrong(400, 'ms must be a number of milliseconds')
  if (!('advance' in clock)) throw new Wrong(409, 'this emulator runs on real time; start it with a manual clock')
  await clock.advance(ms)
  return { now: clock.now() }
}

const plainActions = ['drop-before', 'apply-then-drop', 'half-body']

function addFault({ faults }: Emulator, body: Json): unknown {
  const when = member(body, 'when')
  if (typeof when !== 'number' && !isMap(when))
    throw new Wrong(400, 'when must be a request number, or an object of service, operation, method, path')
  const times = member(body, 'times')
  if (times !== undefined && typeof times !== 'number') throw new Wrong(400, 'times must be a number')
  faults.add({
    when: typeof when === 'number' ? when : matching(when),
    ...(times !== undefined && { times }),
    do: actionOf(member(body, 'do'))
  })
  return {}
}

/** Members must be equal, `path` must be contained. */
function matching(when: Readonly<Record<string, Json>>): (request: RequestInfo) => boolean {
  for (const name of Object.keys(when))
    if (!['service', 'operation', 'method', 'path'].includes(name)) throw new Wrong(400, `when knows no ${name}`)
  return request =>
    (['service', 'operation', 'method'] as const).every(
      name => when[name] === undefined || when[name] === request[name]
    ) &&
    (typeof when['path'] !== 'string' || request.path.includes(when['path']))
}

function actionOf(action: Json | undefined): FaultAction {
  if (typeof action === 'string' && plainActions.includes(action))
    return action as 'drop-before' | 'apply-then-drop' | 'half-body'
  const delayMs = member(action, 'delayMs')
  if (typeof delayMs === 'number') return { delayMs }
  const throttle = member(action, 'throttle')
  if (isMap(throttle)) return { throttle: limitsOf(throttle) }
  const [status, code, message] = ['status', 'code', 'message'].map(name => member(action, name))
  if (typeof status === 'number')
    return { status, code: asText(code ?? 'Fault'), message: asText(message ?? 'a fault') }
  throw new Wrong(
    400,
    `do must be one of ${plainActions.join(', ')}, or {status, code, message}, or {delayMs}, or {throttle}`
  )
}

const limitNames = ['perSecond', 'burst', 'concurrent', 'retryAfterSeconds'] as const

function limitsOf(throttle: Readonly<Record<string, Json>>): ThrottleLimits {
  for (const [name, value] of Object.entries(throttle))
    if (!limitNames.some(one => one === name) || typeof value !== 'number' || value < 0)
      throw new Wrong(400, `throttle takes numbers under the names ${limitNames.join(', ')}`)
  return Object.fromEntries(Object.entries(throttle).map(([name, value]) => [name, Number(value)]))
}

function startOrEndRun({ github }: Emulator, body: Json, [id, verb]: readonly string[]): unknown {
  const number = Number(id ?? member(body, 'id'))
  if (!Number.isSafeInteger(number)) throw new Wrong(400, 'a run needs a whole number as its id')
  if (verb === 'end') {
    if (!github.project.runs.has(number)) throw new Wrong(404, `no workflow run ${number}`)
    github.project.endRun(number)
  } else github.project.startRun({ id: number, attempt: Number(member(body, 'attempt') ?? 1) })
  return github.project.runs.get(number)
}
