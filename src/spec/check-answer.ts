/** The answer block: members that contradict each other, labels that are one, patterns that cannot be matched. */
import { type Finding, quote } from './finding.ts'
import { readPattern } from './pattern-syntax.ts'
import type { Spec } from './spec.ts'

type Answer = Spec['answer']

export function checkAnswer({ answer, prompt }: Spec): readonly Finding[] {
  const contradiction = twoKinds(answer) ?? wrongFormat(answer) ?? lacking(answer)
  if (contradiction) return [contradiction]
  if (answer.format === 'embedding' && prompt.system) {
    return [
      {
        path: ['prompt', 'system'],
        message: 'an embedding is made of prompt.user alone; prompt.system has no place in it'
      }
    ]
  }
  return [...repeatedLabels(answer.labels ?? []), ...checkPattern(answer), ...checkRepair(answer)]
}

/** What makes an answer what it is; at most one of them is written. */
const kinds = [
  ['schema', 'json'],
  ['labels', 'label'],
  ['pattern', 'regex']
] as const

function twoKinds(answer: Answer): Finding | undefined {
  const [first, second] = kinds.filter(([member]) => answer[member] !== undefined)
  if (!first || !second) return undefined
  return {
    path: ['answer'],
    message: `answer has both ${first[0]} and ${second[0]}`,
    hint: 'A JSON answer has a schema, a label is one of labels, and a pattern takes its part out of a text: keep one.'
  }
}

function wrongFormat(answer: Answer): Finding | undefined {
  const found = kinds.find(([member, format]) => answer[member] !== undefined && answer.format !== format)
  return (
    found && {
      path: ['answer', 'format'],
      message: `answer.format is ${answer.format}, but answer.${found[0]} makes it ${found[1]}`,
      hint: 'Remove one of the two.'
    }
  )
}

function lacking({ format, labels, pattern }: Answer): Finding | undefined {
  const path = ['answer', 'format']
  if (format === 'label' && !labels) {
    return {
      path,
      message: 'answer.format is label, but answer.labels is missing',
      hint: 'List them: labels: [billing, delivery].'
    }
  }
  if (format !== 'regex' || pattern !== undefined) return undefined
  return {
    path,
    message: 'answer.format is regex, but answer.pattern is missing',
    hint: "Write it in single quotes: pattern: 'Rating: ([1-5])'."
  }
}

function checkPattern({ pattern }: Answer): readonly Finding[] {
  if (pattern === undefined) return []
  const reading = readPattern(pattern)
  if ('pattern' in reading) return []
  const { fault, hint } = reading
  return [{ path: ['answer', 'pattern'], message: `the pattern ${quote(pattern)} ${fault}`, ...(hint && { hint }) }]
}

function checkRepair({ repair, format }: Answer): readonly Finding[] {
  if (!repair || format === 'json') return []
  return [
    {
      path: ['answer', 'repair'],
      message: `answer.repair is for JSON; here an answer is ${format}`,
      hint: 'Remove it, or set answer.format: json.'
    }
  ]
}

function repeatedLabels(labels: readonly string[]): readonly Finding[] {
  const seen = new Set<string>()
  return labels.flatMap((label, index): readonly Finding[] => {
    const plain = label.trim().toLowerCase()
    if (seen.has(plain))
      return [{ path: ['answer', 'labels', index], message: `the label ${quote(label)} stands twice (case aside)` }]
    seen.add(plain)
    return []
  })
}
