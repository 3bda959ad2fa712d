/** Which dialect a model speaks. A new family is one file and one line here. */
import { malformed } from './body.ts'
import { claude } from './claude.ts'
import { cohereEmbed } from './cohere-embed.ts'
import { command, commandR } from './command.ts'
import { converse } from './converse.ts'
import { deepSeekR1 } from './deepseek-r1.ts'
import type { Dialect } from './dialect.ts'
import { jurassic } from './jurassic.ts'
import { llama } from './llama.ts'
import { mistralText } from './mistral-text.ts'
import { nova } from './nova.ts'
import { novaEmbed } from './nova-embed.ts'
import { gptOss, jamba, mistralChat, openAiChat } from './openai-chat.ts'
import { pegasus } from './pegasus.ts'
import { stability } from './stability.ts'
import { titanEmbedG1, titanEmbedImage, titanEmbedV2 } from './titan-embed.ts'
import { titanText } from './titan-text.ts'

/** In the order in which they are asked whether a model is theirs. */
export const dialects: readonly Dialect[] = [
  claude,
  nova,
  novaEmbed,
  titanText,
  titanEmbedV2,
  titanEmbedG1,
  titanEmbedImage,
  llama,
  mistralText,
  mistralChat,
  gptOss,
  openAiChat,
  deepSeekR1,
  jamba,
  jurassic,
  commandR,
  command,
  cohereEmbed,
  stability,
  pegasus
]

/** Models that answer no Converse request: all that do not chat. */
const noConverse = /embed|marengo|nova-(canvas|reel|sonic)|titan-image|stability\.|twelvelabs\.|rerank/

/** Undefined for a body that the emulator has never heard of. */
export function dialectOf(bareId: string, api: 'InvokeModel' | 'Converse', nulls: boolean): Dialect | undefined {
  if (api === 'InvokeModel') return dialects.find(dialect => dialect.models.test(bareId))
  return noConverse.test(bareId) ? refusing("This model doesn't support the Converse API.") : converse({ nulls })
}

/** A model that refuses every body, as one that is asked in a wrong dialect does. */
export function refusing(why: string): Dialect {
  return {
    kind: 'other',
    name: 'none',
    models: /./,
    defaultMaxTokens: 0,
    answer() {
      throw malformed(why)
    }
  }
}
