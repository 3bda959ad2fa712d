/** The published state after a pass, for the manifest. */
import { nextManifest } from '../outputs/manifest.ts'
import type { Manifest, ManifestFile, ManifestJob } from '../outputs/manifest.ts'
import type { JobFacts } from '../ports.ts'
import type { Costs } from './costs.ts'
import type { Driven, RecalledJob } from './drive.ts'
import type { Finishing } from './finish.ts'

export function manifestOf(work: Finishing, files: readonly ManifestFile[], open: number): Manifest {
  const { request, known, draft, driven, costs } = work
  const { wanted, answered, failed, edited } = draft.rows
  return nextManifest(known.published.manifest, {
    spec: request.spec.name,
    model: request.spec.model,
    api: known.model.api,
    family: known.model.family.name,
    complete: open === 0,
    rows: { wanted, answered, failed, edited },
    failures: draft.failures.map(({ reason, count: times }) => ({ reason, count: times })),
    files,
    jobs: manifestJobs(driven, costs)
  })
}

function manifestJobs(driven: Driven | undefined, costs: Costs): ManifestJob[] {
  const home = (driven?.collected ?? []).map(({ job, tally, usage, way }) => {
    const failed = tally.error + tally.missing + tally.conflict
    return manifestJob(job, { answered: tally.output, failed, usage, way }, costs)
  })
  const earlier = (driven?.recalled ?? []).map(one => manifestJob(one.job, one, costs))
  return [...earlier, ...home]
}

type Account = Pick<RecalledJob, 'answered' | 'failed' | 'usage' | 'way'>

function manifestJob(job: JobFacts, { answered, failed, usage, way }: Account, costs: Costs): ManifestJob {
  const costUsd = costs.actual(usage, way)
  return {
    jobArn: job.jobArn,
    jobName: job.jobName,
    ending: job.ending ?? 'completed',
    records: answered + failed,
    answered,
    failed,
    inputTokens: usage.input,
    outputTokens: usage.output,
    ...(costUsd !== undefined && { costUsd: Math.round(costUsd * 1e6) / 1e6 })
  }
}
