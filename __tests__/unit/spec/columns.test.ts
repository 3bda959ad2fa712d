import { describe, expect, it } from '@jest/globals'
import { columnFault, columnSteps } from '../../../src/spec/columns.ts'

describe('columnSteps', () => {
  it.each([
    ['row.sku', ['row', 'sku']],
    ['row["Product Name"]', ['row', 'Product Name']],
    ["row['a b'].c[0]", ['row', 'a b', 'c', 0]],
    ['row["a\\"]b"]', ['row', 'a"]b']],
    ['row.größe', ['row', 'größe']],
    ['row.a-b', ['row', 'a-b']],
    ['key', ['key']],
    ['answer.tags[12]', ['answer', 'tags', 12]],
    ['usage.inputTokens', ['usage', 'inputTokens']]
  ])('reads %s', (path, steps) => {
    expect(columnSteps(path)).toEqual(steps)
  })

  it.each([
    '',
    '.',
    'row.',
    'row..a',
    'row[',
    'row[]',
    'row["a]',
    'row["a\\x"]',
    'row a',
    '{{ row.a }}',
    'row.a ',
    '5',
    'row[-1]'
  ])('does not read %j', path => {
    expect(columnSteps(path)).toBeUndefined()
  })
})

describe('columnFault', () => {
  it.each([
    ['row.sku', 'text'],
    ['key', 'text'],
    ['answer', 'label'],
    ['answer.title', 'json'],
    ['answer[0]', 'embedding'],
    ['usage.outputTokens', 'text'],
    ['recordId', 'text'],
    ['model', 'text'],
    ['reasoning', 'text']
  ])('takes %s of an answer that is %s', (path, format) => {
    expect(columnFault(path, format)).toBeUndefined()
  })

  it.each([
    ['sku', 'text', 'Did you mean row.sku?'],
    ['rows.sku', 'text', 'Did you mean row.sku?'],
    ['answers.title', 'json', 'Did you mean answer.title?'],
    ['record_id', 'text', 'Did you mean recordId?'],
    ['{{ row.sku }}', 'text', 'Columns are paths, not templates: row.sku.'],
    ['row', 'text', 'Write row.sku or row["Product Name"].'],
    ['row[0]', 'text', 'Write row.sku or row["Product Name"].'],
    ['usage', 'text', 'Write usage.inputTokens or usage.outputTokens.'],
    ['usage.totalTokens', 'text', 'Write usage.inputTokens or usage.outputTokens.'],
    ['key.x', 'text', 'Write key.'],
    ['answer.title', 'text', 'Set answer.format: json, or write answer.'],
    ['answer.title', 'label', 'Set answer.format: json, or write answer.']
  ])('refuses %s of an answer that is %s', (path, format, hint) => {
    expect(columnFault(path, format)?.hint).toBe(hint)
  })
})
