/** Problems as GitHub annotations: data for whoever writes them. The escaping of a workflow command is done there. */
import type { Failure, Problem } from '../problems.ts'
import { cut, visible } from '../visible.ts'

export interface Annotation {
  readonly level: 'error' | 'warning'
  readonly message: string
  readonly title?: string
  readonly file?: string
  readonly startLine?: number
  readonly startColumn?: number
  readonly endLine?: number
  readonly endColumn?: number
}

export interface Annotations {
  readonly shown: readonly Annotation[]
  /** Lines for the log, for what GitHub would not show. */
  readonly rest: readonly string[]
}

/**
 * GitHub shows ten errors and ten warnings of a step and drops the others without a word.
 * https://docs.github.com/en/rest/checks/runs
 */
export function annotations(problems: readonly Problem[], omitted = 0, most = 10): Annotations {
  const errors = problems.filter(one => one.severity === 'error')
  const warnings = problems.filter(one => one.severity === 'warning')
  const hidden = [...errors.slice(most), ...warnings.slice(most)]
  const count = hidden.length + omitted
  return {
    shown: [...errors.slice(0, most), ...warnings.slice(0, most)].map(annotation),
    rest: [
      ...hidden.map(problemLine),
      ...(omitted > 0 ? [`… and ${omitted} more that were not kept`] : []),
      ...(count > 0
        ? [
            `${count} ${count === 1 ? 'problem is' : 'problems are'} not shown as annotations: GitHub shows ${most} of a kind.`
          ]
        : [])
    ]
  }
}

function annotation(problem: Problem): Annotation {
  return { level: problem.severity, message: textOf(problem), ...position(problem) }
}

/** A Failure as one annotation; with its place where it has one. */
export function failureAnnotation(failure: Failure): Annotation {
  const message = failure.remedy === undefined ? failure.message : `${failure.message}\n${failure.remedy}`
  return { level: 'error', title: failure.title, message: cut(visible(message), 4000), ...position(failure) }
}

/** `error batch.yml:14:19 timeoutHours must be … (did you mean …)`, for the log and for a terminal. */
export function problemLine(problem: Problem): string {
  const { place, severity, message, hint } = problem
  const where =
    place === undefined ? '' : [place.file, place.line, place.column].filter(part => part !== undefined).join(':')
  const what = hint === undefined ? message : `${message} (${hint})`
  return [severity, where, what]
    .filter(part => part !== '')
    .map(part => cut(visible(part), 4000).replaceAll('\n', ' '))
    .join(' ')
}

function textOf({ message, hint }: Problem): string {
  return cut(visible(hint === undefined ? message : `${message}\n${hint}`), 4000)
}

/** Columns only with one line: GitHub ignores an annotation that has columns over several lines. */
function position({
  place
}: Pick<Problem, 'place'> | Pick<Failure, 'place'>): Omit<Annotation, 'level' | 'message' | 'title'> {
  if (place === undefined) return {}
  const { file, line, column, endLine, endColumn } = place
  const oneLine = endLine === undefined || endLine === line
  return {
    file,
    ...(line !== undefined && { startLine: line }),
    ...(endLine !== undefined && { endLine }),
    ...(column !== undefined && oneLine && { startColumn: column }),
    ...(endColumn !== undefined && oneLine && { endColumn })
  }
}
