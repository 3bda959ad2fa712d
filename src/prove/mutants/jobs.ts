/** Mutants that take the answers of Bedrock for something else, or forget what they asked. */
import type { Outside } from '../../pipeline/context.ts'
import type { JobRequest } from '../../ports.ts'
import { withJobs } from './mutant.ts'
import type { Mutate } from './mutant.ts'

/** A job that could not be seen to exist is created again at once, as something new. */
export const createdAgainAtOnce: Mutate = (_outside, cloud) =>
  withJobs(cloud, {
    create: async request => {
      const creation = await cloud.jobs.create(request)
      if (creation.kind !== 'unknown') return creation
      return cloud.jobs.create({ ...request, clientRequestToken: `${request.clientRequestToken.slice(0, 60)}0000` })
    }
  })

/** "No answer" is taken for "nothing happened": the shard is composed again as the next generation. */
export const unknownMeansFailed: Mutate = (_outside, cloud) =>
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

/** "No answer" ends the pass, in the words of whatever library threw. */
export const unknownIsThrown: Mutate = (_outside, cloud) =>
  withJobs(cloud, {
    create: async request => {
      const creation = await cloud.jobs.create(request)
      if (creation.kind === 'unknown') throw new Error('socket hang up')
      return creation
    }
  })

/** Tokens derive from nothing, as the SDK's own do. */
export const randomTokens: Mutate = (outside, cloud) =>
  withJobs(cloud, { create: request => cloud.jobs.create({ ...request, clientRequestToken: digits(outside) }) })

export function digits({ clock }: Outside): string {
  return Array.from({ length: 16 }, () => Math.floor(clock.random() * 16).toString(16)).join('')
}

/** A job that has ended counts as in flight. */
export const endedCountsAsInFlight: Mutate = (_outside, cloud) =>
  withJobs(cloud, {
    list: async name =>
      (await cloud.jobs.list(name)).map(({ ending: _ending, ...job }) => ({ ...job, ending: undefined }))
  })

/** Jobs are seen when they have ended, not before. */
export const livingJobsAreForgotten: Mutate = (_outside, cloud) =>
  withJobs(cloud, { list: async name => (await cloud.jobs.list(name)).filter(job => job.ending !== undefined) })

/** Of a list of several pages only the first is read. */
export const onlyFirstPage: Mutate = (_outside, cloud) =>
  withJobs(cloud, { list: async name => (await cloud.jobs.list(name)).slice(0, 1) })

/** Jobs are seen as long as they live, and not when they have ended. */
export const endedJobsAreForgotten: Mutate = (_outside, cloud) =>
  withJobs(cloud, { list: async name => (await cloud.jobs.list(name)).filter(job => job.ending === undefined) })
