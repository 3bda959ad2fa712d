/** What a family answers with. How such an answer is read or written is not known here. */
import type { AnswerKind, ModelFamily } from './family.ts'

const byKind = {
  chat: 'text',
  embed: 'vector',
  draw: 'picture',
  verbatim: 'text'
} as const satisfies Record<ModelFamily['kind'], AnswerKind>

export function answersWith(family: ModelFamily): AnswerKind {
  return family.answers ?? byKind[family.kind]
}
