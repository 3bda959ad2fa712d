import { hash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { writeWorkspace } from '../../../src/bench/dataset.ts'

const folder = mkdtempSync(join(tmpdir(), 'bench-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('writeWorkspace', () => {
  it('writes the same rows every time, whatever their number', async () => {
    await writeWorkspace(join(folder, 'few'), 50)
    await writeWorkspace(join(folder, 'many'), 500)

    const [few = '', many = ''] = ['few', 'many'].map(name => readFileSync(join(folder, name, 'rows.csv'), 'utf8'))

    expect(many.startsWith(few)).toBe(true)
    expect(hash('sha256', few).slice(0, 8)).toMatchInlineSnapshot(`"06e380f6"`)
  })

  it('writes rows of about 500 bytes with all that makes CSV hard', async () => {
    const { bytes, rows } = await writeWorkspace(join(folder, 'hard'), 1000)

    const text = readFileSync(join(folder, 'hard', 'rows.csv'), 'utf8')
    const records = parse<Record<string, string>>(text, { columns: true })
    expect(records).toHaveLength(rows)
    expect(bytes / rows).toBeGreaterThan(450)
    expect(bytes / rows).toBeLessThan(550)
    expect(new Set(records.map(({ sku }) => sku)).size).toBe(rows)
    for (const part of ['"', '\n', ',', 'é', '東'])
      expect(records.some(({ notes }) => notes?.includes(part))).toBe(true)
  })
})
