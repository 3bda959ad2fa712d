/** What the answers of a pass look like together, for the summary: how often each label came, how long they are. */
import { isObject, type JsonArray, type JsonValue } from '../json.ts'
import type { RowCells } from './output-cells.ts'
import type { Output } from './published.ts'
import type { AnswerShape, Extent } from './report.ts'

const mostLabels = 1000

export class AnswerShapes {
  private readonly labels: Map<string, number> | undefined
  private readonly characters = new Range()
  private readonly numbers = new Range()
  private readonly pictures = new Range()
  private objects = 0
  private repaired = 0
  private count = 0

  /** `labels` where an answer is one of them: each is told, also one that nobody got. */
  constructor(labels: readonly string[] | undefined) {
    this.labels = labels && new Map(labels.map(label => [label, 0]))
  }

  add(answer: JsonValue, repaired = false): void {
    this.count++
    if (repaired) this.repaired++
    if (this.labels) this.label(answer)
    else this.measure(answer)
  }

  /** Undefined where there is nothing to tell. */
  told(): AnswerShape | undefined {
    if (this.count === 0) return undefined
    const { count, repaired, labels, objects } = this
    const [characters, dimensions, pictureBytes] = [this.characters.extent, this.numbers.extent, this.pictures.extent]
    return {
      count,
      ...(repaired > 0 && { repaired }),
      ...(labels && { labels: sorted(labels) }),
      ...(objects > 0 && { objects }),
      ...(characters && { characters }),
      ...(dimensions && { dimensions }),
      ...(pictureBytes && { pictureBytes })
    }
  }

  /** A person may have written something else into a published file. */
  private label(answer: JsonValue): void {
    const label = typeof answer === 'string' ? answer : JSON.stringify(answer)
    const known = this.labels
    if (known && (known.has(label) || known.size < mostLabels)) known.set(label, (known.get(label) ?? 0) + 1)
  }

  private measure(answer: JsonValue): void {
    if (typeof answer === 'string') this.characters.add(answer.length)
    else if (isVector(answer)) this.numbers.add(answer.length)
    else if (isObject(answer) && typeof answer['base64'] === 'string')
      this.pictures.add(Buffer.byteLength(answer['base64'], 'base64'))
    else this.objects++
  }
}

/** Looks at the first output that shows whole answers; each row once, however often its output is walked through. */
export class ShapeWatch {
  private readonly output: number
  private readonly column: number
  private readonly shapes: AnswerShapes
  private next = 0

  constructor(outputs: readonly Output[], shapes: AnswerShapes) {
    const at = outputs.map(({ columns }) => columns.findIndex(({ path }) => path === 'answer'))
    this.output = Math.max(
      0,
      at.findIndex(index => index >= 0)
    )
    this.column = at[this.output] ?? -1
    this.shapes = shapes
  }

  see(output: number, position: number, { cells, hash, answer }: RowCells): void {
    if (output !== this.output || position < this.next) return
    this.next = position + 1
    if (answer !== undefined) this.shapes.add(answer.value, answer.repaired)
    else if (hash !== undefined && this.column >= 0) this.shapes.add(cells[this.column] ?? null)
  }
}

function sorted(labels: ReadonlyMap<string, number>): readonly { readonly label: string; readonly count: number }[] {
  return [...labels]
    .map(([label, count]) => ({ label, count }))
    .sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1))
}

function isVector(answer: JsonValue): answer is JsonArray {
  return Array.isArray(answer) && answer.length > 8 && answer.every(item => typeof item === 'number')
}

class Range {
  private count = 0
  private sum = 0
  private least = Infinity
  private most = 0

  add(value: number): void {
    this.count++
    this.sum += value
    this.least = Math.min(this.least, value)
    this.most = Math.max(this.most, value)
  }

  get extent(): Extent | undefined {
    const { count, sum, least, most } = this
    return count === 0 ? undefined : { least, mean: Math.round(sum / count), most }
  }
}
