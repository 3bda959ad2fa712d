/** Mutants that do not leave behind what the next pass needs to go on, or do not look at it. */
import type { Cloud, ObjectInfo } from '../../ports.ts'
import { digits } from './jobs.ts'
import { isIds, isInput, withJobs, withObjects } from './mutant.ts'
import type { Mutate } from './mutant.ts'

/** The job list is read before anything is staged, and not again before the job is created. */
export const noLook: Mutate = (_outside, cloud) => {
  let staged = false
  const put: Cloud['objects']['put'] = (key, body, condition) => {
    if (isInput(key)) staged = true
    return cloud.objects.put(key, body, condition)
  }
  return withJobs(withObjects(cloud, { put }).cloud, {
    list: async name => (staged ? [] : cloud.jobs.list(name)),
    create: async request => {
      const creation = await cloud.jobs.create(request)
      if (creation.kind === 'created') staged = false
      return creation
    }
  })
}

/** What was sent to Bedrock is written down only when the job exists. */
export const stagedAfterwards: Mutate = (_outside, cloud) => {
  const waiting: (() => Promise<unknown>)[] = []
  const put: Cloud['objects']['put'] = async (key, body, condition) => {
    if (!isInput(key) && !isIds(key)) return cloud.objects.put(key, body, condition)
    waiting.push(() => cloud.objects.put(key, body, condition))
    return 'stored'
  }
  return withJobs(withObjects(cloud, { put }).cloud, {
    create: async request => {
      const creation = await cloud.jobs.create(request)
      for (const write of waiting.splice(0)) await write()
      return creation
    }
  })
}

/** Nobody writes down which records a job holds, nor does the input say so. */
export const noIds: Mutate = (_outside, cloud) =>
  withObjects(cloud, {
    put: async (key, body, condition) => (isIds(key) ? 'stored' : cloud.objects.put(key, body, condition)),
    get: async key => (isInput(key) ? undefined : cloud.objects.get(key))
  })

/** A staged input without a job counts for nothing, however young. */
export const stagedDoesNotCount: Mutate = (_outside, cloud) =>
  withObjects(cloud, { list: prefix => olderInputs(cloud.objects.list(prefix)) })

async function* olderInputs(pages: AsyncIterable<readonly ObjectInfo[]>): AsyncGenerator<readonly ObjectInfo[]> {
  for await (const page of pages) yield page.map(info => (isInput(info.key) ? { ...info, lastModified: 0 } : info))
}

/** What was staged once is not written again before the next try: it grows old while that try is on its way. */
export const ageNotRenewed: Mutate = (_outside, cloud) =>
  withObjects(cloud, {
    put: async (key, body, condition) =>
      isInput(key) && condition !== undefined && 'etag' in condition
        ? 'stored'
        : cloud.objects.put(key, body, condition)
  })

/** Whatever never became a job stays where it is, also when its records go elsewhere. */
export const deadInputsStay: Mutate = (_outside, cloud) =>
  withObjects(cloud, { delete: async key => (isInput(key) ? undefined : cloud.objects.delete(key)) })

/** The name of what never became a job is used again. */
export const deadNamesUsedAgain: Mutate = (_outside, cloud) =>
  withObjects(cloud, { list: prefix => withoutIds(cloud.objects.list(prefix)) })

async function* withoutIds(pages: AsyncIterable<readonly ObjectInfo[]>): AsyncGenerator<readonly ObjectInfo[]> {
  for await (const page of pages) yield page.filter(info => !isIds(info.key))
}

/** Names of inputs, and so those of jobs and their tokens, derive from nothing. */
export const randomNames: Mutate = (outside, cloud) => {
  const names = new Map<string, string>()
  const renamed = (text: string): string =>
    text.replace(/[0-9a-f]{16}(?=-g[0-9]+)/, name => {
      if (!names.has(name)) names.set(name, digits(outside))
      return names.get(name) ?? name
    })
  const own = (key: string): string => (isInput(key) || isIds(key) ? renamed(key) : key)
  const renaming = withObjects(cloud, {
    put: (key, body, condition) => cloud.objects.put(own(key), body, condition),
    head: key => cloud.objects.head(own(key))
  })
  return withJobs(renaming.cloud, {
    create: async request => {
      const token = `${digits(outside)}${digits(outside)}`
      const jobName = renamed(request.jobName)
      return cloud.jobs.create({
        ...{ ...request, jobName, clientRequestToken: token },
        inputS3Uri: renamed(request.inputS3Uri)
      })
    }
  })
}
