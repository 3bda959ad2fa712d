/**
 * `npm run prove`: whole passes against the emulator in virtual time, killed, cut off, run at once and lied to; the
 * emulator's own books are the judge. Prints seeds, a table of figures and, where a promise broke, the shortest history
 * that shows it. docs/proof.md tells how to read it.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { chapters } from './prove/chapters/all.ts'
import { executeAll } from './prove/chapters/mutants.ts'
import type { History } from './prove/history.ts'
import { Pool } from './prove/pool.ts'
import { prove } from './prove/prove.ts'
import type { ChapterResult, Finding } from './prove/prove.ts'
import { shrink } from './prove/shrink.ts'
import { closing, heading, line, linesOf, mutantLine, rowOf, totalOf } from './prove/table.ts'

const usage = `npm run prove -- [options]
  --seed N         another course of everything that is drawn (default 1)
  --brief          a sample of each chapter
  --only NAME      one chapter: ${[...chapters.map(one => one.name), 'mutants'].map(name => `"${name}"`).join(', ')}
  --history JSON   one history, as a failure prints it, or a file that holds it`

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    brief: { type: 'boolean', default: false },
    history: { type: 'string' },
    help: { type: 'boolean', default: false }
  }
})
const seed = Number(values.seed)
if (!Number.isSafeInteger(seed)) throw new RangeError(`--seed ${values.seed} is not a whole number`)
const isWanted = (name: string): boolean => values.only === undefined || values.only === name
if (values.only !== undefined && ![...chapters.map(one => one.name), 'mutants'].includes(values.only))
  throw new RangeError(`there is no chapter ${values.only}\n${usage}`)

if (values.help) console.log(usage)
else process.exitCode = (await (values.history === undefined ? whole() : single(values.history))) > 0 ? 1 : 0

/** How many histories and mutants speak against a promise. */
async function whole(): Promise<number> {
  await using pool = new Pool()
  const started = performance.now()
  const results: ChapterResult[] = []
  let broken = 0
  console.log(`seed ${seed}${values.brief ? ', samples only' : ''}\n\n${heading}`)
  for (const chapter of chapters.filter(one => isWanted(one.name))) {
    const result = await prove(chapter, { seed, brief: values.brief, run: pool.run })
    results.push(result)
    console.log(line(rowOf(result)))
    broken += result.findings.length
    await explain(result.findings, pool)
  }
  if (results.length > 1) console.log(line(totalOf(results)))
  if (isWanted('mutants')) broken += await tellMutants(pool)
  const { user, system } = process.cpuUsage()
  console.log(`\n${closing({ elapsed: (performance.now() - started) / 1000, cpu: (user + system) / 1e6, broken })}`)
  return broken
}

/** Of each promise that broke the first finding in full: what it shows may well be what the others show. */
async function explain(findings: readonly Finding[], pool: Pool): Promise<void> {
  if (findings.length > 0) console.log(`${findings.length} histories broke a promise`)
  const told = new Set<string>()
  for (const { history, result, chapter } of findings) {
    const first = result.violations.find(one => !told.has(one.promise))
    if (first === undefined) continue
    told.add(first.promise)
    console.log(`\n${chapter}: ${first.promise} is broken: ${first.what}`)
    // What came to no end would come to none for a long time; how many jobs are needed is known of this history alone.
    const shortest =
      first.promise === 'proof' || first.promise === 'jobs' ? history : await shrink(history, first.promise, pool.run)
    console.log(`  seed ${history.seed}; the shortest history that shows it:`)
    console.log(`  npm run prove -- --history '${JSON.stringify(shortest).replaceAll("'", String.raw`\u0027`)}'`)
    for (const text of linesOf(await pool.run(shortest))) console.log(`  ${text}`)
  }
}

async function tellMutants(pool: Pool): Promise<number> {
  const started = performance.now()
  const executions = await executeAll(pool.run)
  const alive = executions.filter(one => one.killer === undefined)
  console.log(`\nmutants killed: ${executions.length - alive.length} of ${executions.length}`)
  for (const execution of executions) console.log(mutantLine(execution))
  console.log(`  ${((performance.now() - started) / 1000).toFixed(0)} seconds`)
  return alive.length
}

async function single(given: string): Promise<number> {
  await using pool = new Pool(1)
  const text = given.trimStart().startsWith('{') ? given : await readFile(given, 'utf8')
  const result = await pool.run(JSON.parse(text) as History)
  for (const told of linesOf(result)) console.log(told)
  for (const { promise, what } of result.violations) console.log(`${promise} is broken: ${what}`)
  if (result.violations.length === 0) console.log('Every promise held.')
  return result.violations.length
}
