/**
 * DeepSeek-R1, text completion: a prompt in the model's own format that ends inside its thinking, so that all text up to
 * `</think>` is reasoning. No usage in the answer. DeepSeek V3 goes by Converse.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-deepseek.html
 */
import { array, isObject, ShapeError, text } from '../json.ts'
import { wordsAlone } from './abilities.ts'
import { present, withExtra } from './extra.ts'
import type { Completion, ModelFamily, ParameterProblem, Parameters } from './family.ts'
import { promptAgain, promptOf, type PromptFormat } from './prompt-format.ts'
import { chatOf } from './question.ts'
import { noPlaceFor, outOfRange, tooMany, tooManyStops } from './ranges.ts'
import { stopFor, type StopWords } from './stop.ts'

const meaning: StopWords = { stop: 'end', length: 'max-tokens' }

/** "Response quality significantly degrades above 8,192 tokens." */
const tokens = { good: 8192, most: 32_768 }

const format: PromptFormat = {
  marks: /<｜[^｜<>]+｜>/g,
  begin: '<｜begin▁of▁sentence｜>',
  system: ['', ''],
  user: ['<｜User｜>', ''],
  assistant: ['<｜Assistant｜>', '<｜end▁of▁sentence｜>'],
  answer: '<｜Assistant｜><think>\n'
}

export const deepseekR1: ModelFamily = {
  name: 'deepseek-r1',
  title: 'DeepSeek-R1',
  source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-deepseek.html',
  revision: 1,
  modelIds: /^deepseek\.r1-/,
  api: 'InvokeModel',
  kind: 'chat',

  render(request, parameters) {
    const body = present({
      prompt: promptOf(chatOf(request), format),
      max_tokens: parameters.maxTokens,
      temperature: parameters.temperature,
      top_p: parameters.topP,
      stop: parameters.stop
    })
    return withExtra(body, parameters.extra)
  },

  parse(modelOutput) {
    const choice = array(modelOutput, 'choices')[0]
    if (!isObject(choice)) throw new ShapeError('choices[0]', 'an object')
    const stop = stopFor(choice['stop_reason'], meaning)
    return { ...thoughtApart(text(modelOutput, 'choices[0].text'), stop.stop), ...stop, usage: {} }
  },

  can: () => wordsAlone,

  followUp: (modelInput, answer, complaint) => ({
    ...modelInput,
    prompt: promptAgain(text(modelInput, 'prompt'), format, answer, complaint)
  }),

  check(bareId, parameters) {
    return [
      ...noPlaceFor(parameters, ['topK'], 'DeepSeek-R1', 'remove topK'),
      ...tooMany(parameters, 'maxTokens', tokens.most, bareId),
      ...moreThanGood(parameters),
      ...outOfRange(parameters, { maxTokens: [1, Infinity], temperature: [0, 1], topP: [0, 1] }),
      ...tooManyStops(parameters, 10, 'DeepSeek-R1')
    ]
  }
}

/** Cut before its thinking ended, the model has said nothing yet. */
function thoughtApart(said: string, stop: Completion['stop']): Pick<Completion, 'content' | 'reasoning'> {
  const end = said.indexOf('</think>')
  const thought = (end < 0 ? said : said.slice(0, end)).replace(/^\s*<think>/, '').trim()
  const reasoning = thought === '' ? {} : { reasoning: thought }
  if (end >= 0) return { content: said.slice(end + '</think>'.length).trimStart(), ...reasoning }
  return stop === 'max-tokens' ? { content: '', ...reasoning } : { content: said }
}

function moreThanGood({ maxTokens }: Parameters): ParameterProblem[] {
  if (maxTokens === undefined || maxTokens <= tokens.good || maxTokens > tokens.most) return []
  const message = `AWS says that answers of DeepSeek-R1 degrade above ${tokens.good} tokens`
  return [{ severity: 'warning', field: 'maxTokens', message, hint: `maxTokens: ${tokens.good}` }]
}
