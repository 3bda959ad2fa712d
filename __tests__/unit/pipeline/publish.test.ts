import { describe, expect, it } from '@jest/globals'
import type { PassRequest } from '../../../src/pipeline/context.ts'
import { Draft } from '../../../src/pipeline/draft.ts'
import { publish } from '../../../src/pipeline/publish.ts'
import type { Publication } from '../../../src/ports.ts'
import { Problems } from '../../../src/problems.ts'
import { decodeSpec } from '../../../src/spec/decode.ts'
import { spec } from './project.ts'

function requestFor(more = ''): PassRequest {
  const { spec: decoded, placeOf } = decodeSpec({ text: `${spec}${more}`, file: 'spec.yml' })
  return {
    spec: decoded!,
    specPath: 'spec.yml',
    placeOf,
    mode: 'run',
    retry: 'auto',
    force: false,
    waitMs: 0,
    mayNotPay: undefined,
    byPerson: true,
    repositoryId: '7',
    aws: undefined,
    whoCollects: 'nobody'
  }
}

class Desk {
  readonly publications: Publication[] = []
  readonly publisher = {
    check: async (): Promise<void> => undefined,
    publish: async (publication: Publication): Promise<{ commitSha: string }> => {
      this.publications.push(publication)
      return { commitSha: 'abc' }
    }
  }
}

const written = { changed: ['out/shoes.csv'], removed: ['out/shoes.errors.jsonl'], complete: true, wanted: 4 }

describe('Publishing', () => {
  it('hands over what changed, with counts and nothing of the rows in its message', async () => {
    const request = requestFor()
    const draft = new Draft(request, 0)
    Object.assign(draft.rows, { answered: 3, carriedOver: 2, failed: 1 })
    const desk = new Desk()

    await publish({ publisher: desk.publisher }, request, written, draft)

    expect(desk.publications).toEqual([
      {
        specName: 'shoes',
        changed: ['out/shoes.csv'],
        removed: ['out/shoes.errors.jsonl'],
        title: 'Update answers of shoes',
        message: 'Update answers of shoes\n\n3 of 4 rows have an answer, 2 carried over, 1 given up.',
        body: '3 of 4 rows have an answer, 2 carried over, 1 given up.'
      }
    ])
    expect(draft.report(new Problems(), 1)).toMatchObject({
      changedFiles: ['out/shoes.csv', 'out/shoes.errors.jsonl'],
      published: { commitSha: 'abc' }
    })
  })

  it('says that a part is a part, and takes the words of the spec where there are any', async () => {
    const request = requestFor('publish: {via: pull-request, title: Shoes, commitMessage: "feat: shoes"}\n')
    const draft = new Draft(request, 0)
    draft.rows.answered = 2
    const desk = new Desk()

    await publish({ publisher: desk.publisher }, request, { ...written, complete: false }, draft)

    expect(desk.publications[0]).toMatchObject({ title: 'Shoes', message: 'feat: shoes' })
    expect(desk.publications[0]?.body).toContain('2 of 4 rows have an answer so far')
  })

  it('asks nobody where nothing changed', async () => {
    const request = requestFor()
    const desk = new Desk()

    await publish(
      { publisher: desk.publisher },
      request,
      { ...written, changed: [], removed: [] },
      new Draft(request, 0)
    )

    expect(desk.publications).toEqual([])
  })
})
