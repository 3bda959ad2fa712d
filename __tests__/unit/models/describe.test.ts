import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { describeModels } from '../../../src/models/describe.ts'

const file = new URL('../../../docs/models.md', import.meta.url)

it('is what docs/models.md says', () => {
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, describeModels())

  const committed = readFileSync(file, 'utf8')

  expect(committed).toBe(describeModels())
})
