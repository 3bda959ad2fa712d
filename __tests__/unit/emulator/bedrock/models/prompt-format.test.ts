import { describe, expect, it } from '@jest/globals'
import {
  readDeepSeekPrompt,
  readDialogue,
  readInstPrompt,
  readLlamaPrompt
} from '../../../../../src/emulator/bedrock/models/prompt-format.ts'

const head = (role: string): string => `<|start_header_id|>${role}<|end_header_id|>\n\n`

describe('a prompt in the form of its model', () => {
  it.each([
    [
      'Llama 3',
      readLlamaPrompt,
      `<|begin_of_text|>${head('system')}Be short.<|eot_id|>${head('user')}Hello<|eot_id|>${head('assistant')}`,
      { system: 'Be short.', text: 'Hello' }
    ],
    [
      'Llama 4',
      readLlamaPrompt,
      '<|begin_of_text|><|header_start|>user<|header_end|>\n\nHello<|eot|><|header_start|>assistant<|header_end|>\n\n',
      { system: '', text: 'Hello' }
    ],
    [
      'Llama 3, in turns and begun',
      readLlamaPrompt,
      `${head('user')}One<|eot_id|>${head('assistant')}1<|eot_id|>${head('user')}Two<|eot_id|>${head('assistant')}The`,
      { system: '', text: 'One\nTwo', last: 'Two', prefill: 'The' }
    ],
    [
      'Llama 2',
      readLlamaPrompt,
      '<s>[INST] <<SYS>>\nBe short.\n<</SYS>>\n\nHello [/INST]',
      { system: 'Be short.', text: 'Hello' }
    ],
    [
      'Mistral, in turns',
      readInstPrompt,
      '<s>[INST] One [/INST] 1</s>[INST] Two [/INST]',
      { system: '', text: 'One\nTwo', last: 'Two' }
    ],
    [
      'DeepSeek',
      readDeepSeekPrompt,
      '<｜begin▁of▁sentence｜>Be short.<｜User｜>Hello<｜Assistant｜><think>\n',
      { system: 'Be short.', text: 'Hello' }
    ],
    ['Titan', readDialogue, 'Be short.\n\nUser: Hello\nBot:', { system: 'Be short.', text: 'Hello' }],
    ['nobody', readDialogue, 'Hello', { system: '', text: 'Hello' }],
    ['nobody', readInstPrompt, 'Hello', { system: '', text: 'Hello' }],
    ['nobody', readDeepSeekPrompt, 'Hello', { system: '', text: 'Hello' }]
  ])('of %s', (_whom, read, prompt, spoken) => {
    expect(read(prompt)).toEqual(spoken)
  })
})
