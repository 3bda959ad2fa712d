/**
 * Amazon Titan Text: one text field, no roles; several turns are lines of `User:` and `Bot:`.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html
 */
import { asText, member, type JsonMap } from '../../json.ts'
import type { ChatDialect } from './dialect.ts'
import { strings } from './body.ts'
import { readDialogue } from './prompt-format.ts'
import { checkBody, list, number, object, text, whole, type Shape } from './shape.ts'

const stopWords = {
  end: 'FINISHED',
  'max-tokens': 'LENGTH',
  'stop-sequence': 'STOP_CRITERIA_MET',
  refusal: 'CONTENT_FILTERED',
  filtered: 'CONTENT_FILTERED'
} as const

/** Tokens of one answer, by model. */
const ceilings: readonly (readonly [models: RegExp, tokens: number])[] = [
  [/lite/, 4096],
  [/premier/, 3072],
  [/./, 8192]
]

export const titanText: ChatDialect = {
  kind: 'chat',
  name: 'titan-text',
  models: /^amazon\.titan-(text-(express|lite|premier)|tg1)/,
  defaultMaxTokens: 512,

  read(body, { bareId }) {
    checkBody(body, shapeFor(bareId))
    const config = member(body, 'textGenerationConfig')
    const maxTokens = member(config, 'maxTokenCount')
    return {
      ...readDialogue(asText(body['inputText'])),
      media: [],
      ...(typeof maxTokens === 'number' && { maxTokens }),
      stop: strings((config ?? {}) as JsonMap, 'stopSequences')
    }
  },

  write(answer) {
    return {
      inputTextTokenCount: answer.inputTokens,
      results: [
        {
          tokenCount: answer.outputTokens,
          outputText: `\n${answer.text}`,
          completionReason: stopWords[answer.stop]
        }
      ]
    }
  }
}

function shapeFor(bareId: string): Shape {
  const most = ceilings.find(([models]) => models.test(bareId))?.[1] ?? 8192
  return object(
    {
      inputText: text({ least: 1 }),
      textGenerationConfig: object({
        maxTokenCount: whole(0, most),
        temperature: number(0, 1),
        topP: number(0, 1),
        stopSequences: list(text({ least: 1 }))
      })
    },
    ['inputText']
  )
}
