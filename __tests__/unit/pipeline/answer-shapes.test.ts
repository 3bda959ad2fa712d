import { describe, expect, it } from '@jest/globals'
import { AnswerShapes, ShapeWatch } from '../../../src/pipeline/answer-shapes.ts'
import type { Output } from '../../../src/pipeline/published.ts'

describe('The shape of answers', () => {
  it('is how often each label came, also those that nobody got', () => {
    const shapes = new AnswerShapes(['a', 'b', 'c'])

    for (const answer of ['b', 'b', 'a', 'by hand']) shapes.add(answer)

    expect(shapes.told()).toEqual({
      count: 4,
      labels: [
        { label: 'b', count: 2 },
        { label: 'a', count: 1 },
        { label: 'by hand', count: 1 },
        { label: 'c', count: 0 }
      ]
    })
  })

  it('is how long texts, vectors and pictures are', () => {
    const shapes = new AnswerShapes(undefined)

    shapes.add('abcd')
    shapes.add('ab')
    shapes.add({ title: 'x' }, true)
    shapes.add(Array.from({ length: 256 }, () => 0.5))
    shapes.add({ format: 'png', base64: Buffer.alloc(30).toString('base64') })

    expect(shapes.told()).toEqual({
      count: 5,
      repaired: 1,
      objects: 1,
      characters: { least: 2, mean: 3, most: 4 },
      dimensions: { least: 256, mean: 256, most: 256 },
      pictureBytes: { least: 30, mean: 30, most: 30 }
    })
  })

  it('is nothing without answers', () => {
    expect(new AnswerShapes(['a']).told()).toBeUndefined()
  })

  it('counts a row once, from the first output that shows whole answers', () => {
    const column = (path: string) => ({ name: path, path, from: 'answer', vector: false, value: () => null }) as const
    const outputs: Output[] = [
      { spec: { path: 'a.csv', format: 'csv' }, columns: [column('answer.x')] },
      { spec: { path: 'b.csv', format: 'csv' }, columns: [column('key'), column('answer')] }
    ]
    const shapes = new AnswerShapes(undefined)
    const watch = new ShapeWatch(outputs, shapes)

    for (let round = 0; round < 2; round++) {
      watch.see(0, 0, { cells: ['part'], hash: 'h', from: -1 })
      watch.see(1, 0, { cells: ['A1', 'whole'], hash: 'h', from: 3 })
      watch.see(1, 1, { cells: ['A2', null], from: -1 })
    }

    expect(shapes.told()).toEqual({ count: 1, characters: { least: 5, mean: 5, most: 5 } })
  })
})
