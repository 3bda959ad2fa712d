import { describe, expect, it } from '@jest/globals'
import { whoCollects } from '../../../src/github/schedule.ts'

const now = Date.parse('2026-11-20T13:45:30Z')
const on = (text: string): string => `name: Batch\non:\n${text}jobs: {}\n`

describe('who collects', () => {
  it.each([
    [
      'one schedule',
      on("  schedule:\n    - cron: '17 * * * *'\n"),
      'the schedule `17 * * * *` of this workflow collects them (next at 14:17 UTC)'
    ],
    [
      'the soonest of several',
      on("  schedule:\n    - cron: '0 3 * * *'\n    - cron: '50 * * * *'\n"),
      'the schedule `50 * * * *` of this workflow collects them (next at 13:50 UTC)'
    ],
    [
      'another day',
      on("  schedule: [{cron: '0 3 * * *'}]\n"),
      'the schedule `0 3 * * *` of this workflow collects them (next at 2026-11-21 03:00 UTC)'
    ],
    [
      'another time zone',
      on("  schedule: [{cron: '0 9 * * *', timezone: America/New_York}]\n"),
      'the schedule `0 9 * * *` of this workflow collects them (next at 09:00 America/New_York)'
    ],
    [
      'a zone nobody knows',
      on("  schedule: [{cron: '0 9 * * *', timezone: Mars/Base}]\n"),
      'the schedule `0 9 * * *` of this workflow collects them'
    ],
    [
      'a line nobody reads',
      on("  schedule: [{cron: '@daily'}]\n"),
      'the schedule `@daily` of this workflow collects them'
    ]
  ])('is told for %s', (_, workflow, sentence) => {
    expect(whoCollects({ workflow, now, onGithub: true, branch: 'main', defaultBranch: 'main' })).toBe(sentence)
  })

  it.each([['on: push\n'], ['on: [push]\n'], [on('  push: {}\n')], ['{'], ['']])('is nobody for %p', workflow => {
    expect(whoCollects({ workflow, now, onGithub: true })).toMatch(/^nothing will collect this: add a schedule/)
  })

  it('is nobody on a branch where schedules do not run', () => {
    const workflow = on("  schedule: [{cron: '17 * * * *'}]\n")

    expect(whoCollects({ workflow, now, onGithub: true, branch: 'try', defaultBranch: 'main' })).toContain(
      'schedules run on main only'
    )
  })

  it('is whoever runs the action again, outside GitHub', () => {
    expect(whoCollects({ now, onGithub: false })).toBe('run the action again to collect them')
  })
})
