/** AnswerLine + the model family's parser + the spec's answer reader → Outcome. */
import { ShapeError } from '../json.ts'
import type { Completion, ModelFamily } from '../models/family.ts'
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
  if (typeof content === 'object' && 'base64' in content) return { kind: 'answer', value: { ...content }, usage }
  const reading = reader(content)
  if (!('value' in reading)) return { kind: 'invalid', ...reading, raw: rawText(content), usage }
  return { kind: 'answer', value: reading.value, ...(reasoning !== undefined && { reasoning }), usage }
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

function isEmpty(content: Completion['content']): boolean {
  if (typeof content === 'string') return content.trim() === ''
  return 'base64' in content ? content.base64 === '' : content.length === 0
}

function rawText(content: Completion['content']): string {
  return typeof content === 'string' ? content : JSON.stringify(content)
}
