import { describe, expect, it } from '@jest/globals'
import { records, rig, start, type Rig } from './rig.ts'

async function ask(
  world: Rig,
  method: string,
  path: string,
  body?: unknown
): Promise<{ status: number; json: unknown }> {
  const response = await fetch(`${world.emulator.url}/_emulator/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) })
  })
  return { status: response.status, json: await response.json() }
}

describe('the console', () => {
  it('moves time and shows the books, without a number of its own', async () => {
    await using world = await rig()
    await world.put('in/a.jsonl', records(2))
    await world.create('job')

    const advanced = await ask(world, 'POST', 'advance', { ms: 10_000 })
    const books = await ask(world, 'GET', 'books')

    expect(advanced.json).toEqual({ now: start + 10_000 })
    expect(books.json).toMatchObject({
      requests: [
        { number: 1, operation: 'PutObject' },
        { number: 2, operation: 'CreateModelInvocationJob', status: 200 }
      ],
      charged: { jobs: 1, records: 2 },
      paidTwice: []
    })
  })

  it.each([
    { verb: 'finish', status: 'Completed' },
    { verb: 'partial', status: 'PartiallyCompleted' },
    { verb: 'fail', status: 'Failed' },
    { verb: 'expire', status: 'Expired' },
    { verb: 'stop', status: 'Stopping' }
  ])('tells a job to $verb', async ({ verb, status }) => {
    await using world = await rig()
    await world.put('in/a.jsonl', records(2))
    const id = (await world.create('job')).split('/').at(-1) ?? ''

    const told = await ask(world, 'POST', `jobs/${id}/${verb}`, { message: 'x', part: 0.5 })

    expect(told).toMatchObject({ status: 200, json: { status } })
  })

  it('adds faults and takes them away', async () => {
    await using world = await rig()
    const add = {
      when: { operation: 'PutObject', path: 'in/' },
      do: { status: 503, code: 'SlowDown', message: 'slow' }
    }

    await ask(world, 'POST', 'faults', add)
    await expect(world.put('in/a', 'x')).rejects.toThrow('slow')
    await world.put('out/a', 'x')
    await ask(world, 'DELETE', 'faults')
    await world.put('in/a', 'x')

    expect(world.emulator.books.requests.map(one => one.fault)).toEqual(['503 SlowDown', undefined, undefined])
  })

  it('starts and ends workflow runs', async () => {
    await using world = await rig()

    await ask(world, 'POST', 'runs', { id: 5, attempt: 2 })
    const ended = await ask(world, 'POST', 'runs/5/end')

    expect(ended.json).toMatchObject({ id: 5, attempt: 2, status: 'completed', conclusion: 'success' })
  })

  it('gives the environment', async () => {
    await using world = await rig()

    expect((await ask(world, 'GET', 'environment')).json).toEqual(world.emulator.environment())
  })

  it.each([
    ['GET', 'nothing', undefined, 404],
    ['POST', 'jobs/abc/finish', {}, 404],
    ['POST', 'runs/6/end', {}, 404],
    ['POST', 'runs', { id: 'x' }, 400],
    ['POST', 'advance', { ms: 'long' }, 400],
    ['POST', 'faults', { when: {}, do: 'explode' }, 400],
    ['POST', 'faults', { when: { verb: 'x' }, do: 'drop-before' }, 400],
    ['POST', 'faults', { do: 'drop-before' }, 400]
  ])('refuses %s %s %j', async (method, path, body, status) => {
    await using world = await rig()

    const refused = await ask(world, method, path, body)

    expect(refused).toEqual({ status, json: { error: expect.any(String) } })
  })

  it('takes limits, and tells what limits there are', async () => {
    await using world = await rig()
    const when = { operation: 'PutObject' }

    const taken = await ask(world, 'POST', 'faults', { when, do: { throttle: { perSecond: 1, concurrent: 2 } } })
    const refused = await ask(world, 'POST', 'faults', { when, do: { throttle: { perMinute: 1 } } })

    expect(taken.status).toBe(200)
    expect(refused).toEqual({
      status: 400,
      json: { error: 'throttle takes numbers under the names perSecond, burst, concurrent, retryAfterSeconds' }
    })
  })
})
