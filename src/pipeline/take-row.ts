/** One row of a published file: its cells are taken for what was published, or for what somebody made of it. */
import { answerCells, columnsLacking, presentCells, withOwnLineEnds } from '../outputs/carry.ts'
import type { AnswerCells } from '../outputs/carry.ts'
import { hasConflict } from '../outputs/conflict.ts'
import { OutputUnreadable } from '../outputs/format.ts'
import type { PublishedRow } from '../outputs/format.ts'
import type { LockOutput } from '../outputs/lock.ts'
import type { Problems } from '../problems.ts'
import { isPerRow } from '../spec/output-formats.ts'
import type { Published } from './published.ts'

interface Taking {
  readonly published: Published
  readonly number: number
  readonly problems: Problems
}

export class RowTaker {
  private readonly taking: Taking
  private readonly before: LockOutput
  private isTold = false

  /** `before` is the layout in which the file was written. */
  constructor(taking: Taking, before: LockOutput) {
    this.taking = taking
    this.before = before
  }

  /** `index` is the published row that it is. Returns what was taken. Throws OutputUnreadable. */
  take(index: number, row: PublishedRow, file: string): AnswerCells {
    const { published, number } = this.taking
    const cells = withOwnLineEnds(answerCells(this.before, row.cells), published.hashOf(number, index))
    // An answer may be about such marks.
    if (hasConflict(cells) && !published.wrote(number, index, cells))
      throw new OutputUnreadable('it has merge-conflict markers', row.line)
    const place = isPerRow(this.before.format) ? { file } : {}
    const lacking = columnsLacking(this.before, row.cells)
    // Programs leave out what is null.
    if (lacking.length === 0 || published.wrote(number, index, cells))
      return published.takeCells(number, index, cells, place)
    this.tell(lacking, row, file)
    const present = withOwnLineEnds(presentCells(this.before, row.cells), undefined)
    return published.takeCells(number, index, present, { ...place, isPart: true })
  }

  /**
   * Every column is always written. One that is gone may stand under another name, with edits in it, where nobody can
   * tell; a dataset that columns are merged into has others by nature, and may have been made anew without ours.
   */
  private tell(lacking: readonly string[], { cells, line }: PublishedRow, file: string): void {
    const names = lacking.map(name => JSON.stringify(name)).join(', ')
    const strange = Object.keys(cells).find(name => !Object.hasOwn(this.before.columns, name))
    if (strange !== undefined && this.before.merge !== true)
      throw renamed(`${names} is missing, and ${JSON.stringify(strange)} is none of its columns`, line)
    if (this.isTold) return
    this.isTold = true
    const message = `${names} is missing in ${file}: what it held is written anew; to have it empty, keep it without a value`
    this.taking.problems.warning(message, { file, line })
  }
}

export function renamed(message: string, line: number): OutputUnreadable {
  const remedy = 'Columns are renamed in the spec. Or delete the file: what was edited in it is then lost.'
  return new OutputUnreadable(message, line, remedy)
}
