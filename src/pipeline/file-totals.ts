/** An output of many files in the manifest's account: counted, and with one digest over all of them. */
import { sha256Hex } from '../jobs/record.ts'
import type { ManifestFile } from '../outputs/manifest.ts'

export class FileTotals {
  private readonly path: string
  private readonly lines: string[] = []
  private rows = 0
  private bytes = 0

  /** `path` is the output's own, with its holes. */
  constructor(path: string) {
    this.path = path
  }

  add(path: string, rows: number, facts: { readonly bytes: number; readonly sha256: string }): void {
    this.lines.push(`${path}\n${facts.sha256}`)
    this.rows += rows
    this.bytes += facts.bytes
  }

  /** The same files give the same digest, in whatever order they were written. */
  file(): ManifestFile {
    const lines = this.lines.sort().map(line => {
      const [path = '', sha256 = ''] = line.split('\n')
      return `${sha256}  ${path}\n`
    })
    const { path, rows, bytes } = this
    return { path, rows, files: lines.length, sha256: sha256Hex(lines.join('')), bytes }
  }
}
