import { describe, expect, it } from '@jest/globals'
import { githubEvents } from '../../src/action/github-events.ts'
import { maySave } from '../../src/connect-github.ts'

/** Unmerged code, or code that anybody can have run. */
const untrusted = [
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'merge_group',
  'pull_request_target',
  'issue_comment'
]

describe('jobs saved by a workflow run', () => {
  it.each(githubEvents)('of %s are believed where this event may do more than plan', event => {
    expect(maySave(event, [])).toBe(!untrusted.includes(event))
  })

  it.each(untrusted)('of %s are believed where allow-events lists it', event => {
    expect(maySave(event, [event])).toBe(true)
  })
})
