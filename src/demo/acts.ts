/** The demo in three acts. Each says what it does, does it, and checks that what it says is so. */
import { writeFileSync } from 'node:fs'
import { dollars, whole } from '../figures.ts'
import { markdownPage } from './markdown-page.ts'
import { expectThat, Unexpected } from './unexpected.ts'
import type { Pass, World } from './world.ts'

/** Answers that are shown: accents, another script, an apostrophe in the name. */
const shown = ['IS', 'JP', 'CI']
const changedRows = ['AD', 'AL', 'AM', 'AR', 'BH', 'BN', 'CZ', 'DK', 'EE', 'FJ']

export async function firstPass(world: World): Promise<Pass> {
  const { screen, repository } = world
  const all = repository.read('data/countries.csv').split(/^[A-Z]{2},/m).length - 1
  screen.title(`1  First pass: ${all} rows, none of them answered`)
  screen.say(
    `A scratch repository holds a spec, a prompt and ${all} countries and territories in data/countries.csv. First what it would cost, with mode: plan, which never pays:`
  )
  screen.line()
  const plan = await world.pass('1-plan', { mode: 'plan' })
  expectThat('the status of the plan', plan.outputs['status'], 'planned')
  screen.good(
    `at most ${dollars(usd(plan, 'estimated-cost-usd'))}, worked out for answers of full length; nothing was paid`
  )
  screen.line()
  screen.say(
    'Now the pass itself. It assumes its role through OIDC, writes the questions to S3, starts one batch job and waits:'
  )
  screen.line()
  const run = await world.pass('1-run')
  expectThat('the status', run.outputs['status'], 'done')
  expectThat('rows with an answer', run.rows['answered'], all)
  expectThat('the head of the remote branch', repository.remoteHead(), run.outputs['commit-sha'])
  screen.good(`${all} of ${all} rows answered, checked against schemas/portrait.json, committed and pushed`)
  showAnswers(world)
  showCommit(world)
  showBill(world, run)
  writeSummary(world, run)
  return run
}

function showAnswers({ screen, repository, program }: World): void {
  // From the remote: what was pushed, not what lies about in the working tree.
  repository.fresh()
  const answers = new Map(
    repository
      .read('generated/portraits.jsonl')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { code: string; answer: { title: string; summary: string; tags: string[] } })
      .map(({ code, answer }) => [code, answer])
  )
  screen.title('   Three of the answers (simulated: made up from the words of the question)')
  screen.table(
    ['code', 'title', 'tags', 'summary'],
    shown.map(code => {
      const answer = answers.get(code)
      if (answer === undefined) throw new Unexpected(`${code} has no answer after ${program.name}`)
      return [code, answer.title, answer.tags.join(', '), answer.summary]
    })
  )
}

function showCommit({ screen, repository }: World): void {
  screen.title('   The commit, as it stands on the remote')
  screen.quote(repository.git('log', '-1', '--stat', '--format=commit %h by %an%n%n    %s', 'origin/main'))
}

function showBill({ screen, emulator }: World, run: Pass): void {
  const books = emulator.books.charged()
  expectThat('questions paid twice', [...emulator.books.paid(2)].length, 0)
  screen.title('   The bill')
  screen.pairs([
    ['Estimated before', `${dollars(usd(run, 'estimated-cost-usd'))} at most`],
    ['Worked out after, by the action', `${dollars(usd(run, 'cost-usd'))} from the tokens of every answer`],
    [
      'Charged, by the books of AWS (emulated)',
      `${dollars(books.usd)} for ${books.jobs} job, ${books.records} records, ${whole(books.inputTokens)} tokens in, ${whole(books.outputTokens)} out`
    ],
    ['On demand it would have been', dollars(2 * books.usd)]
  ])
  screen.line()
  screen.say('The books are the emulator’s own, by AWS’s list prices. Nobody pays them.')
}

/** The job summary as it is, and as a page. */
export function writeSummary({ folder, emulator, program }: World, run: Pass): void {
  const note = `The job summary that ${program.name} wrote for GitHub in npm run demo. The answers are simulated, nothing was charged, and the links lead nowhere: ${emulator.github.project.options.repository} is a scratch repository.`
  writeFileSync(folder.summaryMarkdown, run.summary)
  writeFileSync(folder.summaryPage, markdownPage(run.summary, 'Job summary of the demo', note))
}

export async function secondPass(world: World, first: Pass): Promise<void> {
  const { screen, repository } = world
  screen.title('2  Again, on a fresh checkout: nothing has changed')
  repository.fresh()
  const head = repository.remoteHead()
  const again = await world.pass('2-again')
  expectThat('the status', again.outputs['status'], 'nothing-to-do')
  expectThat('requests to AWS', again.awsRequests, 0)
  expectThat('changed', again.outputs['changed'], 'false')
  expectThat('the head of the remote branch', repository.remoteHead(), head)
  expectThat('the working tree', repository.git('status', '--porcelain'), '')
  screen.good(`nothing to do: 0 requests to AWS, after ${first.awsRequests} the first time; no commit; $0`)
}

export async function thirdPass(world: World): Promise<void> {
  const { screen, repository, emulator } = world
  const charged = emulator.books.charged().usd
  const count = changedRows.length
  screen.title(`3  Somebody edits ${count} rows`)
  repository.edit('data/countries.csv', roundPopulations)
  const edits = repository.git('diff', '--numstat')
  expectThat('lines of the dataset that changed', edits, `${count}\t${count}\tdata/countries.csv`)
  const lines = repository.git('diff', '--unified=0', '--', 'data/countries.csv').split('\n')
  screen.quote(lines.filter(line => /^[-+]AD,/.test(line)).join('\n'))
  screen.quote(`… and ${count - 1} more rows like this`)
  repository.commit('Round ten populations')
  screen.line()
  const third = await world.pass('3-edited')
  const { carriedOver = 0, wanted = 0, submitted = 0, answered = 0 } = third.rows
  expectThat('the status', third.outputs['status'], 'done')
  expectThat('rows carried over', carriedOver, wanted - count)
  expectThat('records asked', submitted, count)
  expectThat('rows with an answer', answered, wanted)
  expectThat('questions paid twice', [...emulator.books.paid(2)].length, 0)
  expectThat('the head of the remote branch', repository.remoteHead(), third.outputs['commit-sha'])
  repository.fresh()
  screen.good(
    `${carriedOver} answers carried over, ${submitted} questions asked for ${dollars(emulator.books.charged().usd - charged)}`
  )
  screen.line()
  screen.say(
    `An answer belongs to its exact question, so only the ${count} edited rows were open. Bedrock takes no batch job of fewer than 100 records: so few are asked one by one, at the full price. With belowMinimum in the spec they could also wait for more (hold), go with padding (pad), or fail.`
  )
}

/** Ten populations to two digits: another question, and still true. */
export function roundPopulations(csv: string): string {
  const plain = '[^",\\n]*,'
  return csv.replace(
    new RegExp(`^((?:${changedRows.join('|')}),${plain}${plain}${plain})(\\d+)(?=,)`, 'gm'),
    (_, before: string, people: string) => {
      const step = 10 ** (people.length - 2)
      return `${before}${Math.round(Number(people) / step) * step}`
    }
  )
}

function usd(pass: Pass, output: string): number | undefined {
  const text = pass.outputs[output] ?? ''
  return text === '' ? undefined : Number(text)
}
