/** Paths that rows have taken, some 40 bytes each: no two may be one file, on the least careful file system either. */
import { indexes, lengths } from '../jobs/growing.ts'
import { IdTable } from '../jobs/id-table.ts'
import { contentHash } from '../jobs/record.ts'
import type { Place } from '../problems.ts'
import { fold } from '../spec/paths.ts'

interface Claim {
  readonly number: number
  /** Rows of one path share the file. */
  readonly shares: boolean
  readonly place: Place
}

interface Clash {
  readonly message: string
  readonly hint: string
}

/** https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits */
const widestFolder = 3000

export class TakenPaths {
  private readonly folded = new IdTable()
  private readonly exact = new IdTable()
  private readonly folders = new IdTable()
  private readonly exactOf = indexes()
  private readonly outputOf = indexes()
  private readonly lineOf = lengths()
  private readonly fileOf = indexes()
  private readonly files: string[] = []
  private readonly numbers = new Map<string, number>()

  add(path: string, claim: Claim): Clash | undefined {
    const known = this.folded.size
    const index = this.folded.add(contentHash(fold(path)))
    const exact = this.exact.add(contentHash(path))
    if (index < known) return this.clashWith(index, exact, claim)
    this.exactOf.set(index, exact)
    this.count(path)
    this.outputOf.set(index, claim.number)
    this.lineOf.set(index, claim.place.line ?? 0)
    this.fileOf.set(index, this.intern(claim.place.file))
    return this.folderClash(path)
  }

  private clashWith(index: number, exact: number, { number, shares }: Claim): Clash | undefined {
    const isSame = this.exactOf.get(index) === exact
    if (isSame && shares && this.outputOf.get(index) === number) return undefined
    const line = this.lineOf.get(index)
    const file = this.files[this.fileOf.get(index)] ?? ''
    const other = line > 0 ? `${file}:${line}` : file
    if (!isSame) {
      return {
        message: `differs from that of ${other} by case or Unicode form only: on some machines both are one file`,
        hint: 'Put a column into the path that tells them apart, or {{ name | downcase }} if they belong together.'
      }
    }
    return {
      message: `is also that of ${other}`,
      hint: 'Put a column into the path that no two rows share; to have all rows of a path in one file, choose a table format such as jsonl.'
    }
  }

  /** The first folder that gets more files than GitHub recommends. */
  wide: string | undefined
  private readonly widths = lengths()
  private readonly counted = new IdTable()

  private count(path: string): void {
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    const index = this.counted.add(contentHash(folder))
    this.widths.set(index, this.widths.get(index) + 1)
    if (this.widths.get(index) > widestFolder) this.wide ??= folder
  }

  /** One path may not be a file and a folder. */
  private folderClash(path: string): Clash | undefined {
    const hint = 'Put the rows of this output into folders that are no files.'
    if (this.folders.has(contentHash(fold(path)))) return { message: 'is also a folder of another row', hint }
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = contentHash(fold(path.slice(0, end)))
      if (this.folders.has(folder)) return undefined
      if (this.folded.has(folder)) return { message: 'lies in a folder that is the file of another row', hint }
      this.folders.add(folder)
    }
    return undefined
  }

  private intern(file: string): number {
    const number = this.numbers.get(file) ?? this.files.push(file) - 1
    this.numbers.set(file, number)
    return number
  }
}
