/**
 * `npm run prove`: whole passes against the emulator in virtual time, killed, cut off, run at once and lied to; the
 * emulator's own books are the judge. Prints seeds, a table of figures and, where a promise broke, the shortest history
 * that shows it. `--brief` takes samples, `--seed N` another course, `--only NAME` one chapter.
 */
import { parseArgs } from 'node:util'
import { chapters } from './prove/chapters/all.ts'
import { mutants } from './prove/mutants.ts'
import type { MutantName } from './prove/mutants.ts'
import { Pool } from './prove/pool.ts'
import { prove } from './prove/prove.ts'
import type { ChapterResult, Finding } from './prove/prove.ts'
import type { Run } from './prove/result.ts'
import { shrink } from './prove/shrink.ts'

const columns = ['histories', 'kills', 'cuts', 'jobs', 'paidTwice', 'repaid', 'lost', 'false', 'secrets'] as const

function row(result: ChapterResult): string {
  const figures = { ...result.figures, histories: result.histories }
  const cells = columns.map(name => String(figures[name]).padStart(10))
  const mean = (result.figures.recovery / Math.max(1, result.histories)).toFixed(2)
  const passes = `${result.figures.maxRecovery} / ${mean}`.padStart(12)
  const seconds = `${(result.milliseconds / 1000).toFixed(0)} s`.padStart(8)
  return `${result.name.padEnd(24)}${cells.join('')}${passes}${seconds}`
}

async function tell({ history, result, chapter }: Finding, run: Run): Promise<void> {
  const [first] = result.violations
  if (first === undefined) return
  const shortest = await shrink(history, first.promise, run)
  console.log(`\n${chapter}: ${first.promise} is broken: ${first.what}`)
  console.log(`  seed ${history.seed}, shortest history: ${JSON.stringify(shortest)}`)
  for (const line of result.told) console.log(`  ${line}`)
}

/** A mutant is killed by the first history that breaks a promise for it. */
async function isKilled(mutant: MutantName, seed: number, run: Run): Promise<boolean> {
  for (const chapter of chapters) {
    const mutated: Run = history => run({ ...history, mutant })
    const { findings } = await prove(chapter, { seed, brief: true, run: mutated })
    if (findings.length > 0) return true
  }
  return false
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    brief: { type: 'boolean', default: false },
    mutants: { type: 'boolean', default: false }
  }
})
const seed = Number(values.seed)
await using pool = new Pool()
console.log(`seed ${seed}${values.brief ? ', samples only' : ''}\n`)
console.log(
  `${''.padEnd(24)}${columns.map(name => name.padStart(10)).join('')}${'passes'.padStart(12)}${'time'.padStart(8)}`
)
let broken = 0
for (const chapter of chapters.filter(one => values.only === undefined || one.name === values.only)) {
  const result = await prove(chapter, { seed, brief: values.brief, run: pool.run })
  console.log(row(result))
  broken += result.findings.length
  for (const finding of result.findings.slice(0, 3)) await tell(finding, pool.run)
}
if (values.mutants) {
  const names = Object.keys(mutants) as MutantName[]
  const alive: string[] = []
  for (const name of names) if (!(await isKilled(name, seed, pool.run))) alive.push(name)
  console.log(`\nmutants killed: ${names.length - alive.length} of ${names.length}`)
  for (const name of alive) console.log(`  alive: ${name}`)
  broken += alive.length
}
process.exitCode = broken > 0 ? 1 : 0
