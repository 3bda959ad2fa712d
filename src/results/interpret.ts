/** AnswerLine + the model family's parser + the spec's answer reader → Outcome. */
import { ShapeError } from '../json.ts'
import type { Completion, ModelFamily, Picture } from '../models/family.ts'
import type { AnswerReader } from './answer-reader.ts'
import type { AnswerLine, Outcome } from './outcome.ts'
import { errorReason, isRetryable } from './record-error.ts'

/** Never throws for what a model or Bedrock said. */
export function interpret(line: AnswerLine, parse: ModelFamily['parse'], reader: AnswerReader): Outcome {
  if ('missing' in line) return { kind: 'missing', reason: 'missing', retryable: true }
  if ('conflict' in line) return { kind: 'conflict', reason: 'conflict', retryable: true }
  if ('error' in line) {
    const { error, recordId } = line
    return {
      kind: 'error',
      reason: errorReason(error, recordId),
      message: error.message,
      retryable: isRetryable(error)
    }
  }
  try {
    return complete(parse(line.modelOutput), reader)
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error
    const raw = JSON.stringify(line.modelOutput)
    return { kind: 'invalid', reason: `unknown shape: ${error.message}`, message: error.message, raw, usage: {} }
  }
}

function complete(completion: Completion, reader: AnswerReader): Outcome {
  const { content, reasoning, stop, usage } = completion
  const reason = cutShort(completion)
  if (reason !== undefined) return { kind: 'incomplete', reason, stop, raw: rawText(content), usage }
  const reasoned = reasoning === undefined ? {} : { reasoning }
  if (isPicture(content)) return { kind: 'answer', value: { ...content }, ...reasoned, usage }
  const reading = reader(content)
  if (!('value' in reading)) return { kind: 'invalid', ...reading, raw: rawText(content), usage }
  return { kind: 'answer', ...reading, ...reasoned, usage }
}

/** Why this is no answer, or undefined where it is one. */
function cutShort({ stop, stopDetail, content }: Completion): string | undefined {
  switch (stop) {
    case 'end':
    case 'stop-sequence':
      return isEmpty(content) ? 'empty' : undefined
    case 'max-tokens':
      return 'max_tokens'
    case 'tool-use':
      return 'tool_use'
    case 'refusal':
    case 'filtered':
      return stop
    case 'other':
      // The model's own word is shown only where it looks like one.
      return stopDetail !== undefined && /^[A-Za-z][\w -]{0,40}$/.test(stopDetail)
        ? `stopped: ${stopDetail}`
        : 'stopped'
  }
}

function isPicture(content: Completion['content']): content is Picture {
  return typeof content === 'object' && 'base64' in content
}

function isEmpty(content: Completion['content']): boolean {
  if (typeof content === 'string') return content.trim() === ''
  return isPicture(content) ? content.base64 === '' : content.length === 0
}

/** Of a picture only that it is one: nobody reads its bytes in an errors file. */
function rawText(content: Completion['content']): string {
  if (typeof content === 'string') return content
  return isPicture(content) ? `a picture (${content.format})` : JSON.stringify(content)
}
