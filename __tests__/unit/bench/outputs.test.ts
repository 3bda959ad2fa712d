import { expect, it } from '@jest/globals'
import { outputsReport, type Published } from '../../../src/bench/outputs.ts'

const published = (name: string, seconds: number): Published => ({
  name,
  rows: 1000,
  seconds,
  peakRssMb: 150.4,
  againSeconds: 2
})

it('compares every shape with the first', () => {
  const report = outputsReport(1000, [published('jsonl', 0.5), published('files', 4)], 0.25)

  const rows = report.split('\n').filter(line => /^\| \w/.test(line))
  expect(rows.map(line => line.split('|').map(cell => cell.trim()))).toEqual([
    ['', 'jsonl', '0.50 s', '2,000', '1.00', '150 MB', '2.00 s', '500', ''],
    ['', 'files', '4.00 s', '250', '8.00', '150 MB', '2.00 s', '500', ''],
    ['', 'floor: files alone', '0.25 s', '4,000', '0.50', '', '', '', '']
  ])
  expect(report).toMatch(/MISSED .*: files 250$/)
})
