/**
 * Which models Amazon Bedrock does in batch, and from which regions: AWS's own table as data. Known ids come from here.
 * It goes stale on the day AWS adds a region, so nothing may be refused because of it; what to say is in support.ts.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-supported.html
 */

export const supportAsOf = '2026-10-01'
export const supportSource = 'https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-supported.html'

/** Models with the same regions stand together. Words are separated by spaces, to stay small in the bundle. */
export interface SupportRow {
  readonly models: string
  /** Regions that take the bare model id. */
  readonly inRegion: string
  /** Regions that take an inference profile of the model. */
  readonly throughProfile: string
}

export const batchSupport: readonly SupportRow[] = [
  {
    models: 'amazon.titan-embed-text-v2:0',
    inRegion:
      'ap-northeast-1 ap-northeast-2 ca-central-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-2 sa-east-1 us-east-1 us-west-2',
    throughProfile: ''
  },
  {
    models: 'amazon.titan-embed-image-v1',
    inRegion:
      'ap-south-1 ap-southeast-2 ca-central-1 eu-central-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-west-2',
    throughProfile: ''
  },
  {
    models: 'amazon.nova-micro-v1:0',
    inRegion: 'us-east-1 us-gov-west-1',
    throughProfile:
      'ap-east-2 ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-5 ap-southeast-7 eu-central-1 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-3 il-central-1 me-central-1 us-east-1 us-east-2 us-west-2'
  },
  {
    models: 'amazon.nova-lite-v1:0',
    inRegion: 'me-central-1 us-east-1 us-gov-west-1',
    throughProfile:
      'ap-east-2 ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-3 il-central-1 me-central-1 us-east-1 us-east-2 us-west-1 us-west-2'
  },
  {
    models: 'amazon.nova-pro-v1:0',
    inRegion: 'ap-southeast-3 me-central-1 us-east-1 us-gov-west-1',
    throughProfile:
      'ap-east-2 ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-7 eu-central-1 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-3 il-central-1 me-central-1 us-east-1 us-east-2 us-west-1 us-west-2'
  },
  {
    models: 'amazon.nova-premier-v1:0',
    inRegion: '',
    throughProfile: 'us-east-1 us-east-2 us-west-2'
  },
  {
    models: 'amazon.nova-2-lite-v1:0',
    inRegion: '',
    throughProfile:
      'ap-east-2 ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 us-east-1 us-east-2 us-west-1 us-west-2'
  },
  {
    models: 'amazon.nova-2-multimodal-embeddings-v1:0 mistral.mistral-small-2402-v1:0',
    inRegion: 'us-east-1',
    throughProfile: ''
  },
  {
    models: 'anthropic.claude-3-haiku-20240307-v1:0',
    inRegion:
      'ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-central-2 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-west-2',
    throughProfile: ''
  },
  {
    models: 'anthropic.claude-3-sonnet-20240229-v1:0',
    inRegion:
      'ap-northeast-2 ap-south-1 ap-southeast-2 ca-central-1 eu-central-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-west-2',
    throughProfile:
      'ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 eu-central-1 eu-west-1 eu-west-3 us-east-1 us-west-2'
  },
  {
    models: 'anthropic.claude-3-5-haiku-20241022-v1:0 anthropic.claude-3-opus-20240229-v1:0',
    inRegion: 'us-west-2',
    throughProfile: 'us-east-1'
  },
  {
    models: 'anthropic.claude-3-5-sonnet-20240620-v1:0',
    inRegion: 'ap-northeast-1 ap-northeast-2 ap-southeast-1 eu-central-1 us-east-1 us-east-2 us-west-2',
    throughProfile:
      'ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 eu-central-1 eu-west-1 eu-west-3 us-east-1 us-west-2'
  },
  {
    models: 'anthropic.claude-3-5-sonnet-20241022-v2:0',
    inRegion: 'us-west-2',
    throughProfile:
      'ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 us-east-1 us-east-2 us-west-2'
  },
  {
    models: 'anthropic.claude-3-7-sonnet-20250219-v1:0',
    inRegion: '',
    throughProfile:
      'ap-northeast-1 ap-northeast-2 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 eu-central-1 eu-north-1 eu-west-1 eu-west-3 us-east-1 us-east-2 us-west-2'
  },
  {
    models: 'anthropic.claude-sonnet-4-20250514-v1:0',
    inRegion: '',
    throughProfile:
      'ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-7 eu-central-1 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-3 il-central-1 me-central-1 us-east-1 us-east-2 us-west-1 us-west-2'
  },
  {
    models: 'anthropic.claude-haiku-4-5-20251001-v1:0 anthropic.claude-opus-4-5-20251101-v1:0',
    inRegion: '',
    throughProfile:
      'ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ca-central-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2'
  },
  {
    models: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
    inRegion: '',
    throughProfile:
      'af-south-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2'
  },
  {
    models: 'anthropic.claude-opus-4-6-v1',
    inRegion: '',
    throughProfile:
      'af-south-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2'
  },
  {
    models: 'anthropic.claude-sonnet-4-6',
    inRegion: 'eu-west-2',
    throughProfile:
      'af-south-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2'
  },
  {
    models: 'anthropic.claude-opus-5',
    inRegion: '',
    throughProfile:
      'af-south-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2'
  },
  {
    models: 'meta.llama3-1-70b-instruct-v1:0 meta.llama3-1-8b-instruct-v1:0',
    inRegion: 'us-west-2',
    throughProfile: 'us-east-1 us-west-2'
  },
  {
    models: 'meta.llama3-1-405b-instruct-v1:0 mistral.mistral-large-2407-v1:0',
    inRegion: 'us-west-2',
    throughProfile: ''
  },
  {
    models: 'meta.llama3-2-1b-instruct-v1:0 meta.llama3-2-3b-instruct-v1:0',
    inRegion: '',
    throughProfile: 'eu-central-1 eu-west-1 eu-west-3 us-east-1 us-west-2'
  },
  {
    models: 'meta.llama3-2-11b-instruct-v1:0 meta.llama3-2-90b-instruct-v1:0',
    inRegion: '',
    throughProfile: 'us-east-1 us-west-2'
  },
  {
    models: 'meta.llama3-3-70b-instruct-v1:0',
    inRegion: 'us-east-2',
    throughProfile: 'us-east-1 us-east-2 us-west-2'
  },
  {
    models: 'meta.llama4-maverick-17b-instruct-v1:0 meta.llama4-scout-17b-instruct-v1:0',
    inRegion: '',
    throughProfile: 'us-east-1 us-east-2 us-west-1 us-west-2'
  },
  {
    models:
      'google.gemma-3-12b-it google.gemma-3-27b-it google.gemma-3-4b-it minimax.minimax-m2 mistral.ministral-3-14b-instruct mistral.ministral-3-8b-instruct mistral.voxtral-mini-3b-2507 mistral.voxtral-small-24b-2507 nvidia.nemotron-nano-12b-v2 nvidia.nemotron-nano-3-30b nvidia.nemotron-nano-9b-v2 openai.gpt-oss-safeguard-120b openai.gpt-oss-safeguard-20b qwen.qwen3-next-80b-a3b qwen.qwen3-vl-235b-a22b',
    inRegion:
      'ap-northeast-1 ap-south-1 ap-southeast-2 eu-south-1 eu-west-1 eu-west-2 sa-east-1 us-east-1 us-east-2 us-west-2',
    throughProfile: ''
  },
  {
    models:
      'minimax.minimax-m2.1 mistral.devstral-2-123b qwen.qwen3-32b-v1:0 qwen.qwen3-coder-30b-a3b-v1:0 zai.glm-4.7-flash',
    inRegion:
      'ap-northeast-1 ap-south-1 ap-southeast-2 ap-southeast-3 eu-central-1 eu-north-1 eu-south-1 eu-west-1 eu-west-2 sa-east-1 us-east-1 us-east-2 us-west-2',
    throughProfile: ''
  },
  {
    models:
      'mistral.magistral-small-2509 mistral.ministral-3-3b-instruct mistral.mistral-large-3-675b-instruct moonshot.kimi-k2-thinking',
    inRegion: 'ap-northeast-1 ap-south-1 ap-southeast-2 sa-east-1 us-east-1 us-east-2 us-west-2',
    throughProfile: ''
  },
  {
    models: 'deepseek.v3-v1:0 qwen.qwen3-coder-480b-a35b-v1:0',
    inRegion: 'ap-northeast-1 ap-south-1 ap-southeast-2 ap-southeast-3 eu-north-1 eu-west-2 us-east-2 us-west-2',
    throughProfile: ''
  },
  {
    models: 'qwen.qwen3-235b-a22b-2507-v1:0',
    inRegion:
      'ap-northeast-1 ap-south-1 ap-southeast-2 ap-southeast-3 eu-central-1 eu-north-1 eu-south-1 eu-west-2 us-east-2 us-west-2',
    throughProfile: ''
  },
  {
    models: 'qwen.qwen3-coder-next',
    inRegion: 'ap-southeast-2 eu-west-2 us-east-1',
    throughProfile: ''
  },
  {
    models: 'deepseek.v3.2 moonshotai.kimi-k2.5 zai.glm-4.7',
    inRegion:
      'ap-northeast-1 ap-south-1 ap-southeast-2 ap-southeast-3 eu-north-1 eu-west-2 sa-east-1 us-east-1 us-east-2 us-west-2',
    throughProfile: ''
  },
  {
    models: 'openai.gpt-oss-120b-1:0 openai.gpt-oss-20b-1:0',
    inRegion:
      'ap-northeast-1 ap-south-1 ap-southeast-2 ap-southeast-3 eu-central-1 eu-north-1 eu-south-1 eu-west-1 eu-west-2 sa-east-1 us-east-1 us-east-2 us-west-2 us-gov-west-1',
    throughProfile: ''
  }
]

/** Known to Bedrock, absent from its table of batch models. */
export const withoutBatch =
  'anthropic.claude-v2 anthropic.claude-v2:1 anthropic.claude-instant-v1 anthropic.claude-opus-4-20250514-v1:0 ' +
  'anthropic.claude-opus-4-1-20250805-v1:0 anthropic.claude-opus-4-7 anthropic.claude-opus-4-8 anthropic.claude-sonnet-5 ' +
  'anthropic.claude-opus-5-5 anthropic.claude-fable-5 anthropic.claude-fable-5-1 ' +
  'amazon.titan-text-express-v1 amazon.titan-text-lite-v1 amazon.titan-text-premier-v1:0 amazon.titan-embed-text-v1 ' +
  'ai21.jamba-instruct-v1:0 ai21.jamba-1-5-large-v1:0 ai21.jamba-1-5-mini-v1:0 ai21.j2-mid-v1 ai21.j2-ultra-v1 ' +
  'cohere.command-text-v14 cohere.command-light-text-v14 cohere.command-r-v1:0 cohere.command-r-plus-v1:0 ' +
  'cohere.embed-english-v3 cohere.embed-multilingual-v3 cohere.embed-v4:0 ' +
  'meta.llama2-13b-chat-v1 meta.llama2-70b-chat-v1 meta.llama3-8b-instruct-v1:0 meta.llama3-70b-instruct-v1:0 ' +
  'mistral.mistral-7b-instruct-v0:2 mistral.mixtral-8x7b-instruct-v0:1 mistral.mistral-large-2402-v1:0 ' +
  'mistral.pixtral-large-2502-v1:0 deepseek.r1-v1:0 stability.stable-image-core-v1:1 stability.stable-image-ultra-v1:1 ' +
  'stability.sd3-5-large-v1:0 twelvelabs.pegasus-1-2-v1:0'

/** In AWS's table of batch quotas, but not in the table of batch models: nobody has said. */
export const batchUnclear = 'zai.glm-5 minimax.minimax-m2.5'

/**
 * Geographies of a model's inference profiles, as its model card tells, the narrowest first. A model of the table above
 * that is absent here has the geographies of its source regions.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 */
export const profileGeographies: Readonly<Record<string, string>> = {
  'anthropic.claude-haiku-4-5-20251001-v1:0': 'us eu jp au global',
  'anthropic.claude-sonnet-4-5-20250929-v1:0': 'us us-gov eu jp au global',
  'anthropic.claude-opus-4-5-20251101-v1:0': 'us eu global',
  'anthropic.claude-opus-4-6-v1': 'us eu au global',
  'anthropic.claude-sonnet-4-6': 'us eu jp au global',
  'anthropic.claude-opus-5': 'us eu au global',
  'amazon.nova-2-lite-v1:0': 'us eu jp global'
}

/** The day AWS ends a model. https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html */
export const endOfLife: Readonly<Record<string, string>> = {
  'anthropic.claude-3-haiku-20240307-v1:0': '2026-09-10',
  'anthropic.claude-3-5-haiku-20241022-v1:0': '2026-06-19',
  'anthropic.claude-sonnet-4-20250514-v1:0': '2026-10-14',
  'anthropic.claude-opus-4-1-20250805-v1:0': '2027-01-08',
  'cohere.command-r-v1:0': '2026-08-19',
  'cohere.command-r-plus-v1:0': '2026-08-19',
  'ai21.jamba-1-5-large-v1:0': '2026-11-26',
  'ai21.jamba-1-5-mini-v1:0': '2026-11-26'
}
