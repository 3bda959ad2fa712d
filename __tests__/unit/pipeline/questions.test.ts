import { describe, expect, it } from '@jest/globals'
import { Outside } from './outside.ts'

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

describe('Questions', () => {
  it('keep the line of each record once, in the order in which they were first asked', async () => {
    await using outside = new Outside()
    const questions = outside.questions(2)
    const id = outside.nameOf('{"q":0}')

    questions.need(questions.ids.add(id), '{"q":0}', 'retry')

    expect(questions.size).toBe(2)
    expect([...questions.needed()]).toEqual([0, 1])
    expect(questions.reasonFor(0)).toBe('new')
    expect(await textOf(questions.stream([1, 0]))).toBe(
      `{"recordId":"${outside.nameOf('{"q":1}')}","modelInput":{"q":1}}\n{"recordId":"${id}","modelInput":{"q":0}}\n`
    )
  })

  it('give the modelInput back as it was, whatever its length in bytes', async () => {
    await using outside = new Outside()
    const questions = outside.questions(1)
    const modelInput = '{"q":"Höhe 花瓶 \\n"}'

    const index = questions.ids.add(outside.nameOf(modelInput))
    questions.need(index, modelInput, 'row changed')

    expect(questions.modelInputOf(index)).toBe(modelInput)
    expect(questions.bytesOf(index)).toBe(Buffer.byteLength(`{"recordId":"00000000000","modelInput":${modelInput}}\n`))
  })

  it('do not count what only fills a job up', async () => {
    await using outside = new Outside()
    const questions = outside.questions(1)

    const pad = questions.pad('0000000000A', '{"pad":1}')

    expect([...questions.needed()]).toEqual([0])
    expect(questions.modelInputOf(pad)).toBe('{"pad":1}')
  })

  it('know an id that nobody needs an answer for', async () => {
    await using outside = new Outside()
    const questions = outside.questions(1)

    const carried = questions.ids.add('0000000000B')

    expect(questions.isNeeded(carried)).toBe(false)
    expect([...questions.needed()]).toEqual([0])
  })
})
