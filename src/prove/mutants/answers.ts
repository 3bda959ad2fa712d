/** Mutants that lose answers, or give them to the wrong rows. */
import type { ObjectInfo } from '../../ports.ts'
import { storedText, textOf, withObjects } from './mutant.ts'
import type { Mutate } from './mutant.ts'

/** Answers that a dead on-demand run has left are not read. */
export const partsForgotten: Mutate = (_outside, cloud) =>
  withObjects(cloud, { list: prefix => (prefix.endsWith('output/od-') ? nothing() : cloud.objects.list(prefix)) })

async function* nothing(): AsyncGenerator<readonly ObjectInfo[]> {
  // No pages.
}

/** Answers are joined to questions by their place in the file. */
export const joinedByOrder: Mutate = (_outside, cloud) =>
  withObjects(cloud, {
    get: async key => {
      const stored = await cloud.objects.get(key)
      if (stored === undefined || !key.endsWith('.jsonl.out')) return stored
      const lines = (await textOf(stored.body))
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line) as Record<string, unknown>)
      const shifted = lines.map((line, number) => ({
        recordId: line['recordId'],
        modelOutput: lines[(number + 1) % lines.length]?.['modelOutput']
      }))
      return storedText(shifted.map(line => `${JSON.stringify(line)}\n`).join(''), stored.lastModified)
    }
  })

/** What was collected is kept nowhere but in what is published. */
export const answersNotKept: Mutate = (_outside, cloud) =>
  withObjects(cloud, {
    put: async (key, body, condition) =>
      key.includes('/answers/') ? 'stored' : cloud.objects.put(key, body, condition)
  })
