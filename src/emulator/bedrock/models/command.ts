/**
 * Cohere's writers: Command (a prompt) and Command R (a message with its history).
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command-r-plus.html
 */
import { asText, member, type Json } from '../../json.ts'
import { strings } from './body.ts'
import type { Answer, ChatDialect } from './dialect.ts'
import { readDialogue } from './prompt-format.ts'
import { anything, checkBody, flag, list, number, object, oneOf, text, whole } from './shape.ts'

const sampling = {
  temperature: number(0, 5),
  p: number(0, 1),
  k: number(0, 500),
  max_tokens: whole(1, 4096),
  stop_sequences: list(text(), { most: 4 })
}
const commandShape = object(
  {
    ...sampling,
    prompt: text({ least: 1 }),
    return_likelihoods: oneOf('GENERATION', 'ALL', 'NONE'),
    stream: flag,
    num_generations: whole(1, 5),
    logit_bias: anything,
    truncate: oneOf('NONE', 'START', 'END')
  },
  ['prompt']
)
const commandStops = {
  end: 'COMPLETE',
  'max-tokens': 'MAX_TOKENS',
  'stop-sequence': 'COMPLETE',
  refusal: 'ERROR_TOXIC',
  filtered: 'ERROR_TOXIC'
} as const

export const command: ChatDialect = {
  kind: 'chat',
  name: 'command',
  models: /^cohere\.command-(text|light)/,
  defaultMaxTokens: 20,

  read(body) {
    checkBody(body, commandShape)
    const maxTokens = member(body, 'max_tokens')
    return {
      ...readDialogue(asText(body['prompt'])),
      media: [],
      ...(typeof maxTokens === 'number' && { maxTokens }),
      stop: strings(body, 'stop_sequences')
    }
  },

  write(answer, body) {
    const count = Number(member(body, 'num_generations') ?? 1)
    return {
      id: uuid(answer, 0),
      generations: Array.from({ length: count }, (_, i) => ({
        id: uuid(answer, i + 1),
        text: ` ${answer.text}`,
        finish_reason: commandStops[answer.stop]
      })),
      prompt: asText(body['prompt'])
    }
  }
}

const turn = object({ role: oneOf('USER', 'CHATBOT', 'SYSTEM', 'TOOL'), message: text(), tool_calls: anything }, [
  'role'
])
const commandRShape = object(
  {
    ...sampling,
    message: text({ least: 1 }),
    chat_history: list(turn),
    documents: list(anything),
    search_queries_only: flag,
    preamble: text(),
    p: number(0.01, 0.99),
    prompt_truncation: oneOf('OFF', 'AUTO_PRESERVE_ORDER'),
    frequency_penalty: number(0, 1),
    presence_penalty: number(0, 1),
    seed: number(0),
    return_prompt: flag,
    tools: list(anything),
    tool_results: list(anything),
    raw_prompting: flag
  },
  ['message']
)
const commandRStops = {
  end: 'COMPLETE',
  'max-tokens': 'MAX_TOKENS',
  'stop-sequence': 'COMPLETE',
  refusal: 'ERROR_TOXIC',
  filtered: 'ERROR_TOXIC'
} as const

export const commandR: ChatDialect = {
  kind: 'chat',
  name: 'command-r',
  models: /^cohere\.command-r/,
  defaultMaxTokens: 4096,

  read(body) {
    checkBody(body, commandRShape)
    const history = member(body, 'chat_history')
    const earlier = (Array.isArray(history) ? history : []).filter(one => member(one, 'role') === 'USER').map(messageOf)
    const documents = member(body, 'documents')
    const grounded = (Array.isArray(documents) ? documents : []).map(one => JSON.stringify(one))
    const maxTokens = member(body, 'max_tokens')
    return {
      system: asText(member(body, 'preamble')),
      text: [...earlier, ...grounded, asText(body['message'])].join('\n'),
      media: [],
      ...(typeof maxTokens === 'number' && { maxTokens }),
      stop: strings(body, 'stop_sequences')
    }
  },

  write(answer, body) {
    const history = member(body, 'chat_history')
    return {
      response_id: uuid(answer, 0),
      text: answer.text,
      generation_id: uuid(answer, 1),
      chat_history: [
        ...(Array.isArray(history) ? history : []),
        { role: 'USER', message: asText(body['message']) },
        { role: 'CHATBOT', message: answer.text }
      ],
      finish_reason: commandRStops[answer.stop]
    }
  }
}

function messageOf(one: Json): string {
  return asText(member(one, 'message'))
}

function uuid({ digits }: Answer, number: number): string {
  return `${digits}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}
