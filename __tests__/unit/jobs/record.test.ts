import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalJson } from '../../../src/json.ts'
import type { JsonValue } from '../../../src/json.ts'
import { base62, recordNamer } from '../../../src/jobs/record.ts'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

function plainBase62(bytes: Buffer): string {
  let rest = bytes.readBigUInt64BE(0)
  let text = ''
  for (let position = 0; position < 11; position++) {
    text = digits.charAt(Number(rest % 62n)) + text
    rest /= 62n
  }
  return text
}

describe('a recordId', () => {
  it('is the first 64 bits of a SHA-256 in eleven base-62 digits', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        bytes => base62(Buffer.from(bytes)) === plainBase62(Buffer.from(bytes))
      )
    )
  })

  it('names the canonical JSON of model, api and modelInput', () => {
    const modelInput = { messages: [{ role: 'user', content: [{ text: 'é' }] }], max_tokens: 5 }
    const whole = canonicalJson({ modelInput, model: 'm', api: 'Converse' })

    const id = recordNamer('m', 'Converse')(canonicalJson(modelInput))

    expect(id).toBe(plainBase62(createHash('sha256').update(whole).digest()))
  })

  it('changes with the model and with the api', () => {
    const ids = [recordNamer('a', 'Converse'), recordNamer('b', 'Converse'), recordNamer('a', 'InvokeModel')].map(
      name => name('{}')
    )

    expect(new Set(ids).size).toBe(3)
  })
})

describe('canonical JSON', () => {
  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), members => {
        const shuffled = Object.fromEntries(Object.entries(members).reverse())
        expect(canonicalJson(shuffled as JsonValue)).toBe(canonicalJson(members as JsonValue))
      })
    )
  })

  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const plain = JSON.parse(JSON.stringify(value)) as JsonValue
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain)
      })
    )
  })
})
