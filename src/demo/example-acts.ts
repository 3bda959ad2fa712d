/** The demo of any example: what it would cost, the pass itself, a look at what it published, and that a second pass does nothing. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { dollars, whole } from '../figures.ts'
import { writeSummary } from './acts.ts'
import { expectThat } from './unexpected.ts'
import type { Pass, World } from './world.ts'

const shownFiles = 4
const shownLines = 7
const longestLine = 300
const ownAccounts = /\.(lock|manifest)\.json$/
const noText = /\.(parquet|png|jpe?g|webp)$/

export async function showExample(world: World, example: string): Promise<void> {
  const { screen } = world
  screen.title(`1  First pass over examples/${example}`)
  screen.say('First what it would cost, with mode: plan, which never pays:')
  screen.line()
  const plan = await world.pass('1-plan', { mode: 'plan' })
  expectThat('the status of the plan', plan.outputs['status'], 'planned')
  screen.line()
  screen.say('Now the pass itself:')
  screen.line()
  const run = await world.pass('1-run')
  expectThat('the status', run.outputs['status'], 'done')
  expectThat('questions paid twice', [...world.emulator.books.paid(2)].length, 0)
  expectThat('the head of the remote branch', world.repository.remoteHead(), run.outputs['commit-sha'])
  world.repository.fresh()
  showFiles(world, run)
  showBill(world)
  writeSummary(world, run)
  await again(world)
}

function showFiles({ screen, repository }: World, run: Pass): void {
  const files = (run.outputs['changed-files'] ?? '').split('\n').filter(path => path !== '')
  const answers = files.filter(path => !ownAccounts.test(path))
  for (const path of answers.slice(0, shownFiles)) {
    const { size } = statSync(join(repository.checkout, path))
    screen.title(`   ${path}, ${whole(size)} bytes`)
    if (noText.test(path)) screen.say('(no text)')
    else screen.quote(beginning(repository.read(path)))
  }
  screen.line()
  const more = files.length - Math.min(answers.length, shownFiles)
  screen.say(`Beside them ${whole(more)} more files, with the lock and the manifest among them.`)
  screen.say('The answers are simulated: made up from the words of the questions.')
}

function beginning(text: string): string {
  const lines = text.trimEnd().split('\n')
  const more = lines.length - shownLines
  return [
    ...lines.slice(0, shownLines).map(line => (line.length > longestLine ? `${line.slice(0, longestLine)} …` : line)),
    ...(more > 0 ? [`… and ${whole(more)} more lines`] : [])
  ].join('\n')
}

function showBill({ screen, emulator }: World): void {
  const { jobs, records, inputTokens, outputTokens, usd } = emulator.books.charged()
  screen.title('   The bill, by the books of AWS (emulated)')
  screen.say(
    `${dollars(usd)} for ${whole(records)} records in ${jobs === 1 ? '1 job' : `${whole(jobs)} jobs`}, ${whole(inputTokens)} tokens in, ${whole(outputTokens)} out. Nobody pays it.`
  )
}

async function again(world: World): Promise<void> {
  const { screen, repository } = world
  screen.title('2  Again, on a fresh checkout: nothing has changed')
  repository.fresh()
  const head = repository.remoteHead()
  const second = await world.pass('2-again')
  expectThat('the status', second.outputs['status'], 'nothing-to-do')
  expectThat('requests to AWS', second.awsRequests, 0)
  expectThat('the head of the remote branch', repository.remoteHead(), head)
  screen.good('nothing to do: 0 requests to AWS, no commit, $0')
}
