/**
 * What models take besides text. Models that stand in no list take everything: the emulator does not guess against them.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
 */
import { Refused } from './dialect.ts'

const blind =
  /^(amazon\.(nova-micro|titan-text)|anthropic\.claude-(v2|instant|3-5-haiku)|meta\.llama(2|3-8b|3-70b|3-1|3-3|3-2-[13]b)|mistral\.(mistral-(7b|small-2402|large-240[27])|mixtral|devstral)|cohere\.command|ai21\.|deepseek\.|openai\.gpt-oss|qwen\.qwen3-(next|coder|32b|235b)|moonshot\.kimi-k2-thinking|minimax\.minimax-m2|zai\.glm-4\.7)/
const noSystem =
  /^(amazon\.titan-text|mistral\.(mistral-7b|mixtral)|cohere\.command-(text|light)|ai21\.j2|anthropic\.claude-instant)/
const watching = /^amazon\.nova-(2-)?(lite|pro|premier)/
const fromS3 = /^amazon\.nova/

export type Sense = 'images' | 'documents' | 'videos' | 'audio'

/** Throws Refused where the model is known not to take it. */
export function refuseSense(sense: Sense, bareId: string): void {
  const known = {
    images: !blind.test(bareId),
    documents: !/^amazon\.nova-micro/.test(bareId),
    videos: watching.test(bareId),
    audio: /^(amazon\.nova-2|mistral\.voxtral)/.test(bareId)
  }[sense]
  if (!known)
    throw new Refused(
      `This model doesn't support ${sense}. Try again without ${sense} or use a model that supports ${sense}.`
    )
}

export function refuseSystem(bareId: string): void {
  if (noSystem.test(bareId))
    throw new Refused(
      "This model doesn't support system messages. Try again without system messages or use a model that supports system messages."
    )
}

/** Only Nova reads media from S3. */
export function readsS3(bareId: string): boolean {
  return fromS3.test(bareId)
}
