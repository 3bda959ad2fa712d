/** Which columns could be the key: looks at the first rows only, so that it costs the same for any dataset. */
import type { Fields } from './row.ts'

const watchedRows = 1000
const watchedColumns = 200
const telling = /^(id|key|sku|slug|uuid|code|isbn|ean|.*[_\- ]?id)$/i

export class UniqueColumns {
  private rows = 0
  private values: Map<string, Set<string>> | undefined

  see(fields: Fields): void {
    if (++this.rows > watchedRows) return
    this.values ??= new Map(
      Object.keys(fields)
        .slice(0, watchedColumns)
        .map(name => [name, new Set()])
    )
    for (const [name, seen] of this.values) {
      const value = fields[name]
      const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
      if (text === '' || text.length > 512 || seen.has(text)) this.values.delete(name)
      else seen.add(text)
    }
  }

  /** A column without a repetition so far, one that is named like an id before the others. */
  best(): string | undefined {
    const names = [...(this.values?.keys() ?? [])]
    return names.find(name => telling.test(name)) ?? names[0]
  }
}
