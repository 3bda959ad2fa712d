/**
 * Chat bodies in OpenAI's manner: gpt-oss, DeepSeek V3 and the like, Mistral's chat models with Pixtral, Jamba. What they
 * share is the list of messages; tables say where they differ.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jamba.html
 */
import { asText, isMap, member, type JsonMap } from '../../json.ts'
import { malformed } from './body.ts'
import { readChatMessages } from './chat-messages.ts'
import type { Answer, ChatDialect, Question, Stop } from './dialect.ts'
import { anything, checkBody, either, flag, list, number, object, text, whole, type Shape } from './shape.ts'

interface Variant {
  readonly name: string
  readonly models: RegExp
  readonly defaultMaxTokens: number
  readonly members: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly thinks?: RegExp
  readonly write: (answer: Answer, body: JsonMap, bareId: string) => JsonMap
}

const stop = either(text(), list(text(), { most: 16 }))
const sampling = { messages: anything, temperature: number(0, 2), top_p: number(0, 1), stop }
const stopWords: Readonly<Record<Stop, string>> = {
  end: 'stop',
  'max-tokens': 'length',
  'stop-sequence': 'stop',
  refusal: 'content_filter',
  filtered: 'content_filter'
}

/** One dialect from one row of the tables below. */
function chat({ name, models, defaultMaxTokens, members, required = [], thinks, write }: Variant): ChatDialect {
  const shape = object(members, ['messages', ...required])
  return {
    kind: 'chat',
    name,
    models,
    defaultMaxTokens,
    read(body, { bareId }) {
      if (body['stream'] === true) throw malformed('#/stream: true is not a valid enum value')
      checkBody(body, shape)
      const most = member(body, 'max_completion_tokens') ?? member(body, 'max_tokens')
      return {
        ...readChatMessages(body['messages'], bareId),
        ...(typeof most === 'number' && { maxTokens: most }),
        stop: stopsOf(body),
        thinks: thinks?.test(bareId) === true && member(body, 'reasoning_effort') !== 'none',
        ...schemaOf(body)
      }
    },
    write
  }
}

function stopsOf(body: JsonMap): string[] {
  const value = member(body, 'stop')
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(asText)
}

function schemaOf(body: JsonMap): Pick<Question, 'schema'> {
  const schema = member(member(member(body, 'response_format'), 'json_schema'), 'schema')
  return isMap(schema) ? { schema } : {}
}

const openAiMembers = {
  ...sampling,
  model: text(),
  stream: flag,
  max_tokens: whole(1),
  max_completion_tokens: whole(1),
  frequency_penalty: number(-2, 2),
  presence_penalty: number(-2, 2),
  top_k: number(-1),
  n: whole(1, 1),
  seed: anything,
  user: text(),
  logit_bias: anything,
  logprobs: flag,
  top_logprobs: whole(0, 20),
  reasoning_effort: text(),
  response_format: anything,
  tools: anything,
  tool_choice: anything,
  parallel_tool_calls: flag
}

/** Thinks aloud, in a tag at the head of its content. */
export const gptOss = chat({
  name: 'gpt-oss',
  models: /^openai\.gpt-oss/,
  defaultMaxTokens: 4096,
  members: openAiMembers,
  thinks: /gpt-oss-(?!safeguard)/,
  write(answer, body, bareId) {
    const thought = answer.reasoning === undefined ? '' : `<reasoning>${answer.reasoning}</reasoning>`
    return completion(answer, `${thought}${answer.text}`, asText(member(body, 'model') ?? bareId))
  }
})

/** Models for which AWS documents no body of their own; the OpenAI body is what they were served. */
export const openAiChat = chat({
  name: 'openai-chat',
  models:
    /^(deepseek\.v3|qwen\.|moonshot(ai)?\.|zai\.|minimax\.|google\.gemma|nvidia\.|writer\.|mistral\.(ministral|voxtral|devstral|magistral|mistral-large-3))/,
  defaultMaxTokens: 4096,
  members: openAiMembers,
  write: (answer, body, bareId) => completion(answer, answer.text, asText(member(body, 'model') ?? bareId))
})

/** No usage in AWS's page, and `stop_reason` where OpenAI says `finish_reason`. */
export const mistralChat = chat({
  name: 'mistral-chat',
  models: /^mistral\.(mistral-large-2407|pixtral)/,
  defaultMaxTokens: 8192,
  members: { ...sampling, max_tokens: whole(1, 32_768), tools: anything, tool_choice: anything },
  write: answer => ({
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: answer.text, tool_calls: null },
        stop_reason: answer.stop === 'max-tokens' ? 'length' : 'stop'
      }
    ]
  })
})

export const jamba = chat({
  name: 'jamba',
  models: /^ai21\.jamba/,
  defaultMaxTokens: 4096,
  members: {
    ...sampling,
    max_tokens: whole(0, 4096),
    n: whole(1, 16),
    frequency_penalty: number(0),
    presence_penalty: number(0)
  },
  write(answer, body) {
    const count = Number(member(body, 'n') ?? 1)
    const { usage } = completion(answer, '', '')
    return {
      id: `chatcmpl-${answer.digits}`,
      choices: Array.from({ length: count }, (_, index) => ({
        index,
        message: { role: 'assistant', content: answer.text },
        finish_reason: stopWords[answer.stop]
      })),
      usage: usage ?? null
    }
  }
})

function completion(answer: Answer, content: string, model: string): JsonMap {
  return {
    id: `chatcmpl-${answer.digits}`,
    object: 'chat.completion',
    // No clock: the same question has the same answer.
    created: 0,
    model,
    choices: [
      { index: 0, message: { role: 'assistant', content, refusal: null }, finish_reason: stopWords[answer.stop] }
    ],
    usage: {
      prompt_tokens: answer.inputTokens,
      completion_tokens: answer.outputTokens,
      total_tokens: answer.inputTokens + answer.outputTokens
    }
  }
}
