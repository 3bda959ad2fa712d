import { expect, it } from '@jest/globals'
import { ProblemsFound } from '../../../src/problems.ts'
import { Project, spec } from './project.ts'

it.each([
  ['limits: {recordsPerJob: 20}\n', ['7 no batch job can be made: it takes at least 100 records and may hold 20']],
  [
    'limits: {minRecordsPerJob: 200000}\n',
    ['7 no batch job can be made: it takes at least 200000 records and may hold 100000']
  ],
  ['limits: {recordsPerJob: 20}\ninference: on-demand\n', []],
  ['limits: {recordsPerJob: 100}\nbelowMinimum: pad\n', []]
])('With %j the limits of a job that the spec leaves to the model are looked at: %j', async (lines, expected) => {
  await using project = new Project({ 'spec.yml': `${spec}${lines}` })

  const found = await project.prepare().then(
    ({ problems }) => problems.list,
    (error: unknown) => (error instanceof ProblemsFound ? error.problems : [])
  )

  const errors = found.filter(({ severity }) => severity === 'error')
  expect(errors.map(({ place, message }) => `${place?.line ?? ''} ${message}`)).toEqual(expected)
})
