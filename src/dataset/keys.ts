/** The name of every row: the text of the key field, or the row's content. Refuses names that are empty or not unique. */
import { contentHash } from '../jobs/record.ts'
import { canonicalJson } from '../json.ts'
import type { Place, Problems } from '../problems.ts'
import { KeyTable } from './key-table.ts'
import { namesHint, spelled } from './nearest.ts'
import type { Fields } from './row.ts'
import { UniqueColumns } from './unique-columns.ts'

const maxKeyBytes = 512

export interface Keys {
  /** The row's key, or undefined after a Problem. */
  keyOf(fields: Fields, place: Place): string | undefined
  /** To be called once, after the last row. */
  finish(): void
}

export function rowKeys(key: string | undefined, problems: Problems): Keys {
  return key === undefined ? new ContentKeys(problems) : new FieldKeys(key, problems)
}

class FieldKeys implements Keys {
  private readonly seen = new KeyTable()
  /** The first entry of each file: entries come in file order, so a line number per entry is enough. */
  private readonly files: { readonly file: string; readonly first: number }[] = []
  private readonly field: string
  private readonly problems: Problems

  constructor(field: string, problems: Problems) {
    this.field = field
    this.problems = problems
  }

  keyOf(fields: Fields, place: Place): string | undefined {
    const key = this.text(fields, place)
    if (key === undefined) return undefined
    if (this.files.at(-1)?.file !== place.file) this.files.push({ file: place.file, first: this.seen.size })
    const before = this.seen.add(key, place.line ?? 0)
    if (before === undefined) return key
    const file = this.files.findLast(one => one.first <= before)?.file ?? place.file
    const line = this.seen.note(before)
    const message = `the key ${told(key)} is not unique: it stands at ${file}${line === 0 ? '' : `:${line}`} too`
    this.problems.error(message, place, 'every row needs a key of its own')
    return undefined
  }

  finish(): void {
    // Every Problem was told at its row.
  }

  private text(fields: Fields, place: Place): string | undefined {
    const value = fields[this.field]
    if (typeof value === 'string') return this.checked(value, place)
    if (typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value)
    const name = spelled(this.field)
    if (value === undefined) {
      this.problems.error(`the row has no key field ${name}`, place, namesHint(this.field, Object.keys(fields)))
    } else if (value === null) this.problems.error(`the key field ${name} is empty`, place)
    else this.problems.error(`the key field ${name} must be a text or a number, not a list or an object`, place)
    return undefined
  }

  private checked(key: string, place: Place): string | undefined {
    const wrong = fault(key)
    // Copied out of the mebibyte of text that it was cut from: keys are what a pass keeps of a row.
    if (wrong === undefined) return key.length < 13 ? key : ` ${key}`.slice(1)
    this.problems.error(`the key field ${spelled(this.field)} ${wrong}`, place)
    return undefined
  }
}

/** Equal rows have equal content; the second is told apart as `-2`, the third as `-3`, in dataset order. */
class ContentKeys implements Keys {
  private readonly seen = new KeyTable()
  private readonly unique = new UniqueColumns()
  private readonly problems: Problems

  constructor(problems: Problems) {
    this.problems = problems
  }

  keyOf(fields: Fields): string {
    this.unique.see(fields)
    const key = contentHash(canonicalJson(fields))
    const before = this.seen.add(key, 1)
    if (before === undefined) return key
    const copies = this.seen.note(before) + 1
    this.seen.setNote(before, copies)
    return `${key}-${copies}`
  }

  finish(): void {
    const column = this.unique.best()
    this.problems.warning(
      'dataset.key is not set, so a row is named by its content and any change makes it another row',
      undefined,
      column === undefined ? 'add a column with a stable id' : `${spelled(column)} is unique so far: \`key: ${column}\``
    )
  }
}

function fault(key: string): string | undefined {
  if (key.trim() === '') return 'is empty'
  if (/[\u0000-\u001f\u007f]/.test(key)) return 'holds a control character or a line break'
  if (key.length * 3 > maxKeyBytes && Buffer.byteLength(key) > maxKeyBytes) return `is longer than ${maxKeyBytes} bytes`
  return key.isWellFormed() ? undefined : 'holds half a character'
}

function told(key: string): string {
  return JSON.stringify(key.length > 80 ? `${key.slice(0, 77)}…` : key)
}
