import { describe, expect, it } from '@jest/globals'
import { fetchMedia, locationsIn } from '../../../../../src/emulator/bedrock/media/stored.ts'
import type { JobObjects } from '../../../../../src/emulator/bedrock/objects.ts'

const objects: JobObjects = {
  region: () => 'us-east-1',
  list: () => Promise.resolve([]),
  open: (_bucket, key) => Promise.resolve(key.endsWith('there.mp4') ? chunks() : undefined),
  put: () => Promise.resolve()
}

async function* chunks(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('a ')
  yield Buffer.from('film')
}

describe('locationsIn', () => {
  it('finds each place once, however deep', () => {
    const video = { source: { s3Location: { uri: 's3://media/a.mp4' } } }

    expect(locationsIn({ messages: [{ content: [{ video }, { video }] }], other: { s3Location: 'no map' } })).toEqual([
      's3://media/a.mp4'
    ])
  })
})

describe('fetchMedia', () => {
  it('fetches what is there', async () => {
    const library = await fetchMedia(['s3://media/in/there.mp4'], objects, { bucket: 'media', key: 'in/' })

    expect(library.get('s3://media/in/there.mp4')).toEqual({ bytes: Buffer.from('a film') })
  })

  it.each([
    ['s3://media/in/gone.mp4', 'in', /Could not retrieve/],
    ['s3://media/In/there.mp4', 'in', /not in the folder of the job's input, s3:\/\/media\/in/],
    ['s3://other/in/there.mp4', 'in', /not in the folder/],
    ['s3://media/inside/there.mp4', 'in', /not in the folder/],
    ['s3://media/in/there.mp4', 'in/a.jsonl', /must specify the folder/],
    ['there.mp4', 'in', /is invalid/]
  ])('refuses %s for a job whose input is %s', async (uri, key, message) => {
    const library = await fetchMedia([uri], objects, { bucket: 'media', key })

    expect(library.get(uri)).toEqual({ problem: expect.stringMatching(message) })
  })

  it('looks anywhere on demand', async () => {
    const library = await fetchMedia(['s3://any/there.mp4'], objects, undefined)

    expect(library.get('s3://any/there.mp4')).toHaveProperty('bytes')
  })
})
