/** The families, as a list: one import and one entry each. Which of them a model gets, the registry says. */
import { claude } from './claude.ts'
import { cohereEmbedV3 } from './cohere-embed-v3.ts'
import { cohereEmbedV4 } from './cohere-embed-v4.ts'
import { commandR } from './command-r.ts'
import { command } from './command.ts'
import { converse } from './converse.ts'
import { deepseekR1 } from './deepseek-r1.ts'
import type { ModelFamily } from './family.ts'
import { gptOss } from './gpt-oss.ts'
import { jamba } from './jamba.ts'
import { jurassic2 } from './jurassic-2.ts'
import { llama2 } from './llama-2.ts'
import { llama3 } from './llama-3.ts'
import { llama4 } from './llama-4.ts'
import { mistralChat } from './mistral-chat.ts'
import { mistralText } from './mistral-text.ts'
import { novaMultimodalEmbeddings } from './nova-multimodal-embeddings.ts'
import { nova } from './nova.ts'
import { openAiChat } from './openai-chat.ts'
import { stabilityImage } from './stability-image.ts'
import { stabilitySd3 } from './stability-sd3.ts'
import { titanEmbedImage } from './titan-embed-image.ts'
import { titanEmbedTextV1 } from './titan-embed-text-v1.ts'
import { titanEmbedTextV2 } from './titan-embed-text-v2.ts'
import { titanText } from './titan-text.ts'
import { twelvelabsPegasus } from './twelvelabs-pegasus.ts'

/** Each family once for every revision that a lock may still pin, the newest first. Converse takes what nobody else does. */
export const families: readonly ModelFamily[] = [
  claude,
  nova,
  titanEmbedTextV1,
  titanEmbedTextV2,
  titanEmbedImage,
  novaMultimodalEmbeddings,
  cohereEmbedV3,
  cohereEmbedV4,
  stabilityImage,
  stabilitySd3,
  twelvelabsPegasus,
  titanText,
  jurassic2,
  jamba,
  command,
  commandR,
  llama2,
  llama3,
  llama4,
  mistralText,
  mistralChat,
  deepseekR1,
  gptOss,
  openAiChat,
  converse
]

/** For those who write `api: invoke`: what these speak is documented by one example, and Converse in full. */
export const onRequest: readonly ModelFamily[] = [openAiChat]
