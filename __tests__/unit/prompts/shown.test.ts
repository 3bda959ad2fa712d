import { describe, expect, it } from '@jest/globals'
import type { Request } from '../../../src/prompts/request.ts'
import { shownText } from '../../../src/prompts/shown.ts'

const image = { format: 'png', source: { base64: 'A'.repeat(4096) } } as const

describe('a question that is shown', () => {
  it.each<[string, Request, string]>([
    ['one text', { kind: 'chat', messages: [{ role: 'user', content: [{ text: 'Hi.' }] }] }, 'Hi.'],
    [
      'a system prompt and turns',
      {
        kind: 'chat',
        system: 'Be brief.',
        messages: [
          { role: 'user', content: [{ text: 'a' }] },
          { role: 'assistant', content: [{ text: 'b' }] }
        ]
      },
      'System:\nBe brief.\n\nUser:\na\n\nAssistant:\nb'
    ],
    [
      'a picture, by what it is',
      { kind: 'chat', messages: [{ role: 'user', content: [{ image }, { text: 'What?' }] }] },
      '[image: png, 3 KiB]\nWhat?'
    ],
    [
      'a document and a video, by name and place',
      {
        kind: 'chat',
        messages: [
          {
            role: 'user',
            content: [
              { document: { format: 'pdf', name: 'Terms', source: { path: 'a.pdf' } } },
              { video: { format: 'mp4', source: { s3Uri: 's3://b/v.mp4', sha256: 'x' } } }
            ]
          }
        ]
      },
      '[document “Terms”: a.pdf]\n[video: s3://b/v.mp4]'
    ],
    ['a text to embed', { kind: 'embed', text: 'x', image }, '[image: png, 3 KiB]\nx'],
    ['a modelInput', { kind: 'verbatim', modelInput: { a: 1 } }, '{\n  "a": 1\n}']
  ])('is %s', (_name, request, expected) => {
    expect(shownText(request)).toBe(expected)
  })
})
