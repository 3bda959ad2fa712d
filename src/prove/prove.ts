/** Runs chapters and adds up what came of them. Prints nothing; says on the way what was found. */
import { randomFrom, hash32 } from '../emulator/random.ts'
import type { Chapter } from './chapters/chapter.ts'
import type { History } from './history.ts'
import { sum } from './result.ts'
import type { Result, Run } from './result.ts'

export interface Finding {
  readonly chapter: string
  readonly history: History
  readonly result: Result
}

export interface ChapterResult {
  readonly name: string
  readonly shows: string
  readonly histories: number
  readonly figures: ReturnType<typeof sum>
  readonly jobsExpected: number | undefined
  readonly findings: readonly Finding[]
  readonly milliseconds: number
}

export interface ProveOptions {
  readonly seed: number
  readonly brief: boolean
  readonly run: Run
  /** Called for each history that broke a promise. */
  readonly found?: (finding: Finding) => void
}

export async function prove(chapter: Chapter, { seed, brief, run, found }: ProveOptions): Promise<ChapterResult> {
  const started = performance.now()
  const random = randomFrom(seed ^ hash32(chapter.name))
  const histories = await chapter.histories({ seed, brief, run, random })
  const findings: Finding[] = []
  const results = await Promise.all(
    histories.map(async history => {
      const result = await run(history)
      if (result.violations.length > 0) {
        const finding = { chapter: chapter.name, history, result }
        findings.push(finding)
        found?.(finding)
      }
      return result
    })
  )
  const expected = histories.every(one => one.expect?.jobs !== undefined)
    ? histories.reduce((all, one) => all + (one.expect?.jobs ?? 0), 0)
    : undefined
  return {
    name: chapter.name,
    shows: chapter.shows,
    histories: histories.length,
    figures: sum(results.map(one => one.figures)),
    jobsExpected: expected,
    findings,
    milliseconds: performance.now() - started
  }
}
