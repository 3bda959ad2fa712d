import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { describeModels, lastAdded } from '../../../src/models/describe.ts'
import { families } from '../../../src/models/registry.ts'

const root = new URL('../../../', import.meta.url)
const file = new URL('docs/models.md', root)

it('is what docs/models.md says', () => {
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, describeModels())

  const committed = readFileSync(file, 'utf8')

  expect(committed).toBe(describeModels())
})

it('names every family, with a link that leads somewhere', () => {
  const text = describeModels()

  for (const { name, source } of families) {
    expect(text).toContain(`| \`${name}\``)
    expect(text).toContain(`[${name}]: ${source ?? 'nowhere'}\n`)
  }
})

it('has measured what the last family cost', () => {
  const counted = Object.keys(lastAdded.files).map(path => [
    path,
    readFileSync(new URL(path, root), 'utf8').split('\n').length - 1
  ])

  expect(Object.fromEntries(counted)).toEqual(lastAdded.files)
})
