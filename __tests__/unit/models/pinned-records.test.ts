/**
 * The name of every fixture's record, written down. A red line here means that an upgrade would ask, and charge, every user
 * again: give the family a new revision and keep the old one, rather than change the text below.
 */
import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { recordNamer } from '../../../src/jobs/record.ts'
import { canonicalJson } from '../../../src/json.ts'
import type { Parameters } from '../../../src/models/family.ts'
import { families, resolveModel } from '../../../src/models/registry.ts'
import type { Request } from '../../../src/prompts/request.ts'

const pinned: Readonly<Record<string, string>> = {
  claude: 'KttLv8lPRlv',
  nova: 'JgH4BCNKxbO',
  'titan-embed-text-v2': 'IvjmFUV97iT',
  converse: '6csbXS211WO'
}

it('pins every family of the registry', () => {
  expect(Object.keys(pinned)).toEqual(families.map(family => family.name))
})

it.each(Object.entries(pinned))('names the record of %s as ever', (name, recordId) => {
  const file = new URL(`../../fixtures/models/${name}/request.json`, import.meta.url)
  const question = JSON.parse(readFileSync(file, 'utf8')) as { model: string; parameters: Parameters; request: Request }
  const resolution = resolveModel(question.model, 'auto')
  if ('problem' in resolution) throw new Error(resolution.problem)
  const { family, api, modelId } = resolution.model

  const named = recordNamer(modelId, api)(canonicalJson(family.render(question.request, question.parameters)))

  expect(named).toBe(recordId)
})
