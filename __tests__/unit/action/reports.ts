/** Reports of passes, as the summary and the step outputs get them. */
import type { JobReport, Report } from '../../../src/pipeline/report.ts'

export const job: JobReport = {
  jobArn: 'arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abc123def456',
  jobName: 'product-descriptions-1a2b3c4d-0123456789abcdef-g1',
  status: 'Completed',
  ending: 'completed',
  records: 212,
  counts: { total: 212, processed: 212, success: 209, error: 3 },
  submittedByThisPass: true,
  collected: true,
  tokens: { input: 48_210, output: 31_877 },
  costUsd: 0.103_8
}

export function report(more: Partial<Report> = {}): Report {
  return {
    specName: 'product-descriptions',
    specPath: '.bedrock/products.yml',
    mode: 'run',
    status: 'done',
    model: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
    api: 'InvokeModel',
    family: 'claude',
    region: 'us-east-1',
    rows: {
      wanted: 1212,
      carriedOver: 1000,
      submitted: 212,
      answered: 1212,
      waiting: 0,
      failed: 0,
      held: 0,
      edited: 0,
      removed: 0
    },
    records: 1212,
    reasons: { new: 200, 'row changed': 12 },
    tokens: { input: 48_210, output: 31_877 },
    cost: {
      estimatedUsd: 0.45,
      expectedUsd: 0.12,
      actualUsd: 0.1038,
      basis: 'genai-prices 2026-09-23, batch factor 0.5'
    },
    jobs: [job],
    failures: [],
    samples: [],
    changedFiles: ['generated/descriptions.csv', 'generated/descriptions.csv.lock.json'],
    manifestPath: 'generated/descriptions.csv.manifest.json',
    published: { commitSha: '0123456789abcdef0123456789abcdef01234567' },
    problems: [],
    notes: [],
    elapsedMs: 754_000,
    ...more
  }
}
