import { describe, expect, it } from '@jest/globals'
import { quietly } from '../../../src/github/quiet.ts'

class Screen {
  text = ''
  write(chunk: unknown): boolean {
    this.text += String(chunk)
    return true
  }
}

const soon = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

describe('quietly', () => {
  it.each([
    ['a plain line', 'Artifact name is valid!\n', '::debug::Artifact name is valid!\n'],
    ['several lines', 'one\ntwo\n', '::debug::one\n::debug::two\n'],
    ['a line without an end', 'one', '::debug::one'],
    ['an empty line', '\n', '\n'],
    ['a warning', '::warning::the blob was not there\n', '::warning::the blob was not there\n'],
    ['a word to mask', '::add-mask::secret\n', '::add-mask::secret\n']
  ])('makes of %s what GitHub shows to those who debug', async (_what, written, expected) => {
    const screen = new Screen()

    await quietly(async () => {
      await soon()
      screen.write(written)
    }, screen)

    expect(screen.text).toBe(expected)
  })

  it('leaves alone what others write meanwhile and afterwards', async () => {
    const screen = new Screen()
    const talk = async (): Promise<void> => {
      for (let line = 1; line <= 2; line++) {
        await soon()
        screen.write(`Uploaded bytes ${line}\n`)
      }
    }

    const both = Promise.all([quietly(talk, screen), quietly(talk, screen)])
    screen.write('waiting for 218 records\n')
    await both
    screen.write('done\n')

    const plain = screen.text.split('\n').filter(line => !line.startsWith('::debug::'))
    expect(plain).toEqual(['waiting for 218 records', 'done', ''])
    expect(screen.text.match(/^::debug::Uploaded bytes \d$/gm)).toHaveLength(4)
  })

  it('gives what was given, and throws what was thrown', async () => {
    const screen = new Screen()

    const given = await quietly(async () => 7, screen)

    expect(given).toBe(7)
    await expect(quietly(() => Promise.reject(new Error('no room')), screen)).rejects.toThrow('no room')
  })
})
