/** Every output of action.yml. None of them ever holds text of a model. */
export const outputNames = [
  'status',
  'changed',
  'changed-files',
  'job-arns',
  'records-wanted',
  'records-carried-over',
  'records-submitted',
  'records-answered',
  'records-waiting',
  'records-failed',
  'input-tokens',
  'output-tokens',
  'estimated-cost-usd',
  'cost-usd',
  'manifest-path',
  'errors-path',
  'commit-sha',
  'pull-request-number',
  'pull-request-url',
  'results'
] as const
