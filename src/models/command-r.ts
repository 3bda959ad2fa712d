/**
 * Cohere Command R and R+: the last turn is `message`, those before it are `chat_history`, the system prompt is `preamble`.
 * `documents` to cite, `seed` and penalties go by `extra`. AWS promises the usage for streams alone, so it is read where it is.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command-r-plus.html
 */
import { array, at, text, type JsonObject } from '../json.ts'
import type { Message } from '../prompts/request.ts'
import { wordsAlone } from './abilities.ts'
import { present, withExtra } from './extra.ts'
import type { ModelFamily } from './family.ts'
import { chatOf, textOf } from './question.ts'
import { outOfRange } from './ranges.ts'
import { stopFor, type StopWords } from './stop.ts'
import { usageIn } from './usage.ts'

/** In small letters: the service has been seen to write them large. */
const meaning: StopWords = {
  complete: 'end',
  stop_sequence: 'stop-sequence',
  max_tokens: 'max-tokens',
  error_limit: 'max-tokens',
  error_toxic: 'filtered',
  error: 'other',
  user_cancel: 'other'
}

const counts = { inputTokens: ['input_tokens'], outputTokens: ['output_tokens'] }
const speaker = { user: 'USER', assistant: 'CHATBOT' } as const

export const commandR: ModelFamily = {
  name: 'command-r',
  title: 'Cohere Command R and R+',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command-r-plus.html',
  revision: 1,
  modelIds: /^cohere\.command-r(-plus)?-v\d/,
  api: 'InvokeModel',
  kind: 'chat',

  render(request, parameters) {
    const { system, messages } = chatOf(request)
    const before = messages
      .slice(0, -1)
      .map(({ role, content }) => ({ role: speaker[role], message: wordsOf(content) }))
    const body = present({
      message: wordsOf(messages.at(-1)?.content ?? []),
      chat_history: before.length > 0 ? before : undefined,
      preamble: system,
      max_tokens: parameters.maxTokens,
      temperature: parameters.temperature,
      p: parameters.topP,
      k: parameters.topK,
      stop_sequences: parameters.stop
    })
    return withExtra(body, parameters.extra)
  },

  parse(modelOutput) {
    const told = modelOutput['finish_reason']
    const { stop } = stopFor(typeof told === 'string' ? told.toLowerCase() : undefined, meaning)
    return {
      content: text(modelOutput, 'text'),
      stop,
      ...(typeof told === 'string' && { stopDetail: told }),
      usage: usageIn(at(modelOutput, 'meta.billed_units'), counts)
    }
  },

  can: () => wordsAlone,

  followUp(modelInput, answer, complaint) {
    const before = modelInput['chat_history'] === undefined ? [] : array(modelInput, 'chat_history')
    const asked: JsonObject = { role: speaker.user, message: text(modelInput, 'message') }
    const said: JsonObject = { role: speaker.assistant, message: answer }
    return { ...modelInput, message: complaint, chat_history: [...before, asked, said] }
  },

  check(_bareId, parameters) {
    return outOfRange(parameters, {
      maxTokens: [1, Infinity],
      temperature: [0, 1],
      topP: [0.01, 0.99],
      topK: [0, 500]
    })
  }
}

function wordsOf(content: Message['content']): string {
  return content.map(textOf).join('')
}
