/** action.yml says what the code does: the same inputs, outputs and defaults, each with a description. */
import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { inputNames } from '../../src/action/input-names.ts'
import { defaults, readInputs } from '../../src/action/inputs.ts'
import { outputNames } from '../../src/action/output-names.ts'
import { stepOutputs } from '../../src/action/step-outputs.ts'

interface Described {
  description?: string
  default?: unknown
  required?: boolean
}

const action = parse(readFileSync('action.yml', 'utf8')) as {
  name: string
  description: string
  branding: { icon: string; color: string }
  inputs: Record<string, Described>
  outputs: Record<string, Described>
  runs: { using: string; main: string; post: string }
}

describe('action.yml', () => {
  it('has the inputs that are read, in the same order', () => {
    expect(Object.keys(action.inputs)).toEqual([...inputNames])
  })

  it('has the outputs that are set, in the same order', () => {
    expect(Object.keys(action.outputs)).toEqual([...outputNames])
  })

  it('has the outputs that a pass sets', () => {
    const set = Object.keys(stepOutputs([]))

    expect(set.toSorted()).toEqual([...outputNames].toSorted())
  })

  it.each([...Object.entries(action.inputs), ...Object.entries(action.outputs)])(
    'describes %s in a sentence',
    (_name, described) => {
      expect(described.description).toMatch(/^\S.{10,}\.$/s)
    }
  )

  it('requires the spec and nothing else', () => {
    const required = Object.entries(action.inputs).filter(([, input]) => input.required === true)

    expect(required.map(([name]) => name)).toEqual(['spec'])
  })

  it('has defaults that are text, as the runner passes them', () => {
    const written = Object.values(action.inputs).flatMap(input => (input.default === undefined ? [] : [input.default]))

    expect(written.length).toBeGreaterThan(0)
    expect(written.every(value => typeof value === 'string')).toBe(true)
  })

  it('means by its defaults what the code does where an input is empty', () => {
    const empty = readInputs(name => (name === 'spec' ? 'batch.yml' : ''), {})
    const written = (name: string) => {
      const value = action.inputs[name]?.default
      return typeof value === 'string' && !value.startsWith('${{') ? value : ''
    }

    const byDefault = readInputs(name => (name === 'spec' ? 'batch.yml' : written(name)), {})

    expect(byDefault).toEqual(empty)
    expect(written('wait-minutes')).toBe(String(defaults.waitMinutes))
    expect(written('mode')).toBe(defaults.mode)
  })

  it('runs the bundle on node 24, before and after', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/index.js' })
  })

  it('can be listed on the marketplace', () => {
    expect(action.name).not.toBe('')
    expect(action.description.length).toBeLessThan(125)
    expect(action.branding).toEqual({ icon: 'layers', color: 'orange' })
  })
})
