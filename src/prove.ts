/**
 * `npm run prove`: whole passes against the emulator in virtual time, killed, cut off, run at once and lied to; the
 * emulator's own books are the judge. Prints seeds, a table of figures and, where a promise broke, the shortest history
 * that shows it. `--seed N` takes another course, `--brief` samples, `--only NAME` one chapter (`mutants` is one).
 * docs/proof.md tells how to read it.
 */
import { parseArgs } from 'node:util'
import { chapters } from './prove/chapters/all.ts'
import { executeAll } from './prove/chapters/mutants.ts'
import { Pool } from './prove/pool.ts'
import { prove } from './prove/prove.ts'
import type { Finding } from './prove/prove.ts'
import { shrink } from './prove/shrink.ts'
import { closing, heading, line, rowOf } from './prove/table.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    brief: { type: 'boolean', default: false }
  }
})
const seed = Number(values.seed)
const isWanted = (name: string): boolean => values.only === undefined || values.only === name
const started = performance.now()
await using pool = new Pool()
let broken = 0

/** The first finding of a chapter in full; what it shows may well be what the others show. */
async function tell({ history, result, chapter }: Finding): Promise<void> {
  const [first] = result.violations
  if (first === undefined) return
  const shortest = await shrink(history, first.promise, pool.run)
  const again = await pool.run(shortest)
  console.log(`\n${chapter}: ${first.promise} is broken: ${first.what}`)
  console.log(`  seed ${history.seed}; the shortest history that shows it:\n  ${JSON.stringify(shortest)}`)
  for (const [index, told] of again.told.entries()) console.log(`  pass ${index + 1}: ${told}`)
}

console.log(`seed ${seed}${values.brief ? ', samples only' : ''}\n\n${heading}`)
for (const chapter of chapters.filter(one => isWanted(one.name))) {
  const result = await prove(chapter, { seed, brief: values.brief, run: pool.run })
  console.log(line(rowOf(result)))
  broken += result.findings.length
  if (result.findings.length > 0) console.log(`${result.findings.length} histories broke a promise`)
  for (const finding of result.findings.slice(0, 1)) await tell(finding)
}
if (isWanted('mutants')) {
  const executions = await executeAll(pool.run)
  const alive = executions.filter(one => one.killer === undefined)
  console.log(`\nmutants killed: ${executions.length - alive.length} of ${executions.length}`)
  for (const { mutant, killer } of executions) {
    const [first] = killer?.result.violations ?? []
    console.log(`  ${mutant}: ${first === undefined ? 'ALIVE' : `${first.promise}, ${first.what}`.slice(0, 110)}`)
  }
  broken += alive.length
}
console.log(`\n${closing((performance.now() - started) / 1000, broken)}`)
process.exitCode = broken > 0 ? 1 : 0
