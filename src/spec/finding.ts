/** A mistake at a member of the spec; decode.ts gives it its place in the file. */
import type { Path } from './places.ts'

export interface Finding {
  readonly path: Path
  readonly message: string
  readonly hint?: string
  readonly severity?: 'warning'
  /** Point at the member's name rather than at its value. */
  readonly atKey?: true
  /** The sibling that a wrong name stands for. */
  readonly means?: string
  /** Follows from another finding; needs no telling. */
  readonly implied?: true
}

/** `outputs[0].columns["Product Name"]`. */
export function spelled(path: Path): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else if (/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(step)) text += text === '' ? step : `.${step}`
    else text += `[${JSON.stringify(step)}]`
  }
  return text
}

/** The steps of `outputs[0].path` or `outputs.0.path`; a name that holds a dot needs brackets and quotes. */
export function steps(path: string): Path {
  return [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(([, quoted, index, plain]) => {
    if (quoted !== undefined) return JSON.parse(`"${quoted}"`) as string
    return index === undefined ? (plain ?? '') : Number(index)
  })
}

/** Foreign text in a message: in quotes, escaped, and cut. */
export function quote(text: string, most = 60): string {
  return JSON.stringify(text.length > most ? `${text.slice(0, most)}…` : text)
}
