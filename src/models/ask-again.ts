/** A list of messages with the model's answer and a complaint as two more turns. How a dialect writes a text, each family says. */
import { array, isObject, type JsonArray, type JsonObject, type JsonValue } from '../json.ts'

/**
 * Where the assistant's turn had been begun for the model, answer and beginning become one turn, and the same beginning stands
 * at the end again. Throws ShapeError where there are no messages.
 */
export function askAgain(
  modelInput: JsonObject,
  written: (text: string) => JsonValue,
  answer: string,
  complaint: string
): JsonObject {
  const messages = array(modelInput, 'messages')
  const last = messages.at(-1)
  const begun = isObject(last) && last['role'] === 'assistant' ? last : undefined
  const said = begun ?? { role: 'assistant', content: written(answer.trim() === '' ? '(no answer)' : answer) }
  const whole =
    begun === undefined || answer.trim() === ''
      ? said
      : { ...begun, content: joined(begun['content'], written(answer)) }
  return {
    ...modelInput,
    messages: [
      ...(begun === undefined ? messages : messages.slice(0, -1)),
      whole,
      { role: 'user', content: written(complaint) },
      ...(begun === undefined ? [] : [begun])
    ]
  }
}

/** Texts join to a text, lists of blocks to a list. */
function joined(beginning: JsonValue | undefined, rest: JsonValue): JsonValue {
  if (typeof beginning === 'string' && typeof rest === 'string') return beginning + rest
  return isList(beginning) && isList(rest) ? [...beginning, ...rest] : rest
}

function isList(value: JsonValue | undefined): value is JsonArray {
  return Array.isArray(value)
}
