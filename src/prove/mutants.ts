/**
 * Passes with one precaution taken away, each by a wrapper around what the pass is given: the proof has to notice every
 * one of them, or it proves nothing.
 */
import type { Outside } from '../pipeline/context.ts'
import type { BatchJobs, Cloud, JobRequest, ObjectInfo, ObjectStore, StoredObject } from '../ports.ts'

interface Mutated {
  readonly outside?: Outside
  readonly cloud?: Cloud
}

/** `secret`: one that the pass has, for a mutant that cannot keep it. */
export type Mutate = (outside: Outside, cloud: Cloud, secret: string) => Mutated

const isLease = (key: string): boolean => key.endsWith('/lease.json')
const isInput = (key: string): boolean => /\/input\/[^/]+\.jsonl$/.test(key)
const isIds = (key: string): boolean => /\/input\/[^/]+\.ids$/.test(key)

/** Every pass believes that it alone may pay. */
const noLease: Mutate = (_outside, cloud) => {
  let own = ''
  return withObjects(cloud, {
    put: async (key, body, condition) => {
      if (!isLease(key)) return cloud.objects.put(key, body, condition)
      own = typeof body === 'string' ? body : ''
      return 'stored'
    },
    get: key => (isLease(key) ? Promise.resolve(storedText(own, cloud.objects.now())) : cloud.objects.get(key))
  })
}

/** The lease is taken and never asserted again: a pass that was suspended pays on. */
const leaseNotReasserted: Mutate = (_outside, cloud) => {
  let own: string | undefined
  return withObjects(cloud, {
    put: async (key, body, condition) => {
      if (isLease(key) && condition !== undefined && 'etag' in condition && own !== undefined) return 'stored'
      const stored = await cloud.objects.put(key, body, condition)
      if (isLease(key) && stored === 'stored' && typeof body === 'string') own = body
      return stored
    },
    get: key =>
      isLease(key) && own !== undefined ? Promise.resolve(storedText(own, cloud.objects.now())) : cloud.objects.get(key)
  })
}

/** A lease that its holder left behind is never taken over. */
const leaseForEver: Mutate = (outside, cloud) => ({
  outside: { ...outside, hasEnded: async () => undefined },
  ...withObjects(cloud, {
    get: async key => {
      const stored = await cloud.objects.get(key)
      return isLease(key) && stored !== undefined ? { ...stored, lastModified: cloud.objects.now() } : stored
    }
  })
})

/** The job list is read before anything is staged, and not again before the job is created. */
const noLook: Mutate = (_outside, cloud) => {
  let staged = false
  const put: Cloud['objects']['put'] = (key, body, condition) => cloud.objects.put(key, body, condition)
  return {
    cloud: {
      ...cloud,
      objects: {
        ...cloud.objects,
        put: (key, body, condition) => {
          if (isInput(key)) staged = true
          return put(key, body, condition)
        }
      },
      jobs: {
        ...cloud.jobs,
        list: async name => (staged ? [] : cloud.jobs.list(name)),
        create: async request => {
          const creation = await cloud.jobs.create(request)
          if (creation.kind === 'created') staged = false
          return creation
        }
      }
    }
  }
}

/** What was sent to Bedrock is written down only when the job exists. */
const stagedAfterwards: Mutate = (_outside, cloud) => {
  const waiting: (() => Promise<unknown>)[] = []
  return {
    cloud: {
      ...cloud,
      objects: {
        ...cloud.objects,
        put: async (key, body, condition) => {
          if (!isInput(key) && !isIds(key)) return cloud.objects.put(key, body, condition)
          waiting.push(() => cloud.objects.put(key, body, condition))
          return 'stored'
        }
      },
      jobs: {
        ...cloud.jobs,
        create: async request => {
          const creation = await cloud.jobs.create(request)
          for (const put of waiting.splice(0)) await put()
          return creation
        }
      }
    }
  }
}

/** Nobody writes down which records a job holds, nor does the input say so. */
const noIds: Mutate = (_outside, cloud) =>
  withObjects(cloud, {
    put: async (key, body, condition) => (isIds(key) ? 'stored' : cloud.objects.put(key, body, condition)),
    get: async key => (isInput(key) ? undefined : cloud.objects.get(key))
  })

/** A staged input without a job counts for nothing, however young. */
const stagedDoesNotCount: Mutate = (_outside, cloud) =>
  withObjects(cloud, { list: prefix => olderInputs(cloud.objects.list(prefix)) })

async function* olderInputs(pages: AsyncIterable<readonly ObjectInfo[]>): AsyncGenerator<readonly ObjectInfo[]> {
  for await (const page of pages) yield page.map(info => (isInput(info.key) ? { ...info, lastModified: 0 } : info))
}

/** A job that could not be seen to exist is created again at once, as something new. */
const createdAgainAtOnce: Mutate = (_outside, cloud) =>
  withJobs(cloud, {
    create: async request => {
      const creation = await cloud.jobs.create(request)
      if (creation.kind !== 'unknown') return creation
      return cloud.jobs.create({ ...request, clientRequestToken: `${request.clientRequestToken.slice(0, 60)}0000` })
    }
  })

/** "No answer" is taken for "nothing happened": the shard is composed again as the next generation. */
const unknownMeansFailed: Mutate = (_outside, cloud) =>
  withJobs(cloud, {
    create: async request => {
      const creation = await cloud.jobs.create(request)
      return creation.kind === 'unknown' ? cloud.jobs.create(nextGeneration(request)) : creation
    }
  })

function nextGeneration(request: JobRequest): JobRequest {
  return {
    ...request,
    jobName: request.jobName.replace(/g1$/, 'g2'),
    clientRequestToken: `${request.clientRequestToken.slice(0, 60)}0002`
  }
}

/** Job names derive from nothing. */
const randomNames: Mutate = (outside, cloud) =>
  withJobs(cloud, {
    create: request =>
      cloud.jobs.create({ ...request, jobName: request.jobName.replace(/[0-9a-f]{16}-g/, `${digits(outside)}-g`) })
  })

/** Tokens derive from nothing, as the SDK's own do. */
const randomTokens: Mutate = (outside, cloud) =>
  withJobs(cloud, { create: request => cloud.jobs.create({ ...request, clientRequestToken: digits(outside) }) })

function digits({ clock }: Outside): string {
  return Array.from({ length: 16 }, () => Math.floor(clock.random() * 16).toString(16)).join('')
}

/** A job that has ended counts as in flight. */
const endedCountsAsInFlight: Mutate = (_outside, cloud) =>
  withJobs(cloud, {
    list: async name =>
      (await cloud.jobs.list(name)).map(({ ending: _ending, ...job }) => ({ ...job, ending: undefined }))
  })

/** Jobs are seen when they have ended, not before. */
const livingJobsAreForgotten: Mutate = (_outside, cloud) =>
  withJobs(cloud, { list: async name => (await cloud.jobs.list(name)).filter(job => job.ending !== undefined) })

/** Of a list of several pages only the first is read. */
const onlyFirstPage: Mutate = (_outside, cloud) =>
  withJobs(cloud, { list: async name => (await cloud.jobs.list(name)).slice(0, 1) })

/** Answers that a dead on-demand run has left are not read. */
const partsForgotten: Mutate = (_outside, cloud) =>
  withObjects(cloud, { list: prefix => (prefix.endsWith('output/od-') ? nothing() : cloud.objects.list(prefix)) })

async function* nothing(): AsyncGenerator<readonly ObjectInfo[]> {
  // No pages.
}

/** Answers are joined to questions by their place in the file. */
const joinedByOrder: Mutate = (_outside, cloud) =>
  withObjects(cloud, {
    get: async key => {
      const stored = await cloud.objects.get(key)
      if (stored === undefined || !key.endsWith('.jsonl.out')) return stored
      const text = await textOf(stored)
      const lines = text
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line) as Record<string, unknown>)
      const shifted = lines.map((line, number) => ({
        recordId: line['recordId'],
        modelOutput: lines[(number + 1) % lines.length]?.['modelOutput']
      }))
      return storedText(shifted.map(line => `${JSON.stringify(line)}\n`).join(''), stored.lastModified)
    }
  })

/** Credentials are told to whoever reads the log. */
const loudLog: Mutate = (outside, _cloud, secret) => ({
  outside: { ...outside, log: { ...outside.log, info: line => outside.log.info(`${line} ${secret}`) } }
})

/** A file beside the outputs. */
const strayFile: Mutate = outside => {
  const { workspace } = outside
  return {
    outside: {
      ...outside,
      workspace: {
        ...bound(workspace),
        write: async (path, content) => {
          if (path.endsWith('.lock.json')) await workspace.write('debug.txt', content)
          return workspace.write(path, content)
        }
      }
    }
  }
}

function bound(workspace: Outside['workspace']): Outside['workspace'] {
  return {
    stat: path => workspace.stat(path),
    read: path => workspace.read(path),
    slice: (path, from, to) => workspace.slice(path, from, to),
    readText: (path, most) => workspace.readText(path, most),
    glob: pattern => workspace.glob(pattern),
    write: (path, content) => workspace.write(path, content),
    remove: path => workspace.remove(path),
    checkWritable: path => workspace.checkWritable(path)
  }
}

function withObjects(cloud: Cloud, instead: Partial<ObjectStore>): { cloud: Cloud } {
  return { cloud: { ...cloud, objects: { ...cloud.objects, ...instead } } }
}

function withJobs(cloud: Cloud, instead: Partial<BatchJobs>): { cloud: Cloud } {
  return { cloud: { ...cloud, jobs: { ...cloud.jobs, ...instead } } }
}

function storedText(text: string, lastModified: number): StoredObject {
  const bytes = Buffer.from(text)
  return {
    bytes: bytes.length,
    etag: '"own"',
    lastModified,
    body: (async function* () {
      yield bytes
    })()
  }
}

async function textOf({ body }: StoredObject): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

export const mutants = {
  'no lease': noLease,
  'lease not re-asserted before paying': leaseNotReasserted,
  'lease never taken over': leaseForEver,
  'no look before creating': noLook,
  'staged after creating': stagedAfterwards,
  'ids of a job not written down': noIds,
  'staged input does not count': stagedDoesNotCount,
  'created again at once': createdAgainAtOnce,
  'no answer means failed': unknownMeansFailed,
  'random job names': randomNames,
  'random request tokens': randomTokens,
  'ended job counts as in flight': endedCountsAsInFlight,
  'living jobs not seen': livingJobsAreForgotten,
  'first page of the list only': onlyFirstPage,
  'parts of a dead run not read': partsForgotten,
  'answers joined by order': joinedByOrder,
  'secret in the log': loudLog,
  'file beside the outputs': strayFile
} as const satisfies Record<string, Mutate>

export type MutantName = keyof typeof mutants

/** One inside the other. */
export function mutateAll(names: readonly MutantName[]): Mutate {
  return (outside, cloud, secret) =>
    names.reduce<Required<Mutated>>(
      (world, name) => ({ ...world, ...mutants[name](world.outside, world.cloud, secret) }),
      { outside, cloud }
    )
}
