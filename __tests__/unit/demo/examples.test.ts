import { describe, expect, it } from '@jest/globals'
import { resolve } from 'node:path'
import { exampleNames, specsOf } from '../../../src/demo/examples.ts'

const project = resolve(import.meta.dirname, '../../..')

describe('exampleNames', () => {
  it('has every folder with a spec, sorted, and no other', () => {
    const names = exampleNames(project)

    expect(names).toEqual([...names].sort())
    expect(names).toEqual(expect.arrayContaining(['openai-batch', 'world']))
    expect(names).not.toContain('workflows')
  })
})

describe('specsOf', () => {
  it.each([
    ['world', ['spec.yml']],
    ['openai-batch', ['spec-claude.yml', 'spec-nova.yml']]
  ])('finds those of %s', (example, specs) => {
    expect(specsOf(project, example)).toEqual(specs)
  })
})
