/** `npm run demo`: the built action against the emulator, in front of your eyes. Ends with 0 only if all went as it says. */
import { relative, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { firstPass, secondPass, thirdPass } from './demo/acts.ts'
import { showExample } from './demo/example-acts.ts'
import { exampleNames } from './demo/examples.ts'
import { remove } from './demo/folder.ts'
import { readWish, usage, usualExample } from './demo/options.ts'
import { Screen } from './demo/screen.ts'
import { Unexpected } from './demo/unexpected.ts'
import { openWorld } from './demo/world.ts'

const project = resolve(import.meta.dirname, '..')
const screen = new Screen(process.stdout, process.env)
const interrupted = new AbortController()

async function show(example: string): Promise<void> {
  const started = performance.now()
  screen.line(screen.style('bold', 'Bedrock batch: the demo'))
  screen.line()
  screen.say(
    'The action runs here as a GitHub runner would run it, against an emulator of Amazon Bedrock, S3, STS and GitHub. Its answers are simulated; nothing leaves this machine and nothing is charged.'
  )
  await using world = await openWorld(project, example, screen, interrupted.signal)
  const { because, name } = world.program
  if (because !== undefined) {
    screen.line()
    screen.say(`Note: ${because}. What you see is ${name}.`)
  }
  if (example === usualExample) {
    await secondPass(world, await firstPass(world))
    await thirdPass(world)
  } else await showExample(world, example)
  whereToLook(world.folder, (performance.now() - started) / 1000)
}

function whereToLook(folder: Awaited<ReturnType<typeof openWorld>>['folder'], seconds: number): void {
  const at = (path: string): string => relative(process.cwd(), path)
  screen.title('Where to look')
  screen.pairs([
    ['Answers', `${at(folder.checkout)}/generated/`],
    ['What is known of them', `${at(folder.checkout)}/generated/*.lock.json and *.manifest.json`],
    ['Job summary', `${at(folder.summaryPage)} (open it in a browser), ${at(folder.summaryMarkdown)}`],
    ['Commits', `git -C ${at(folder.checkout)} log --stat`],
    ['What was run', `${at(folder.checkout)}/, without .github/ and generated/`],
    ['Logs', `${at(folder.root)}/log-*.txt`],
    ['Remove all of it', 'npm run demo -- --clean']
  ])
  screen.line()
  screen.good(`all as it should be, in ${seconds.toFixed(0)} s; answers were simulated, nothing was charged`)
}

function explain(error: unknown): void {
  screen.line()
  if (interrupted.signal.aborted) screen.line('Interrupted. npm run demo -- --clean removes what is left.')
  else if (error instanceof Unexpected)
    screen.line(`${screen.style('red', 'The demo did not go as it should:')} ${error.message}.`)
  else
    screen.line(
      `${screen.style('red', 'The demo broke:')} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
    )
  process.exitCode = interrupted.signal.aborted ? 130 : 1
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort())

const examples = exampleNames(project)
const wish = readWish(process.argv.slice(2), examples)
try {
  switch (wish.kind) {
    case 'help':
      process.stdout.write(usage(examples))
      break
    case 'wrong':
      process.stderr.write(`demo: ${wish.message}\nnpm run demo -- --help lists the options.\n`)
      process.exitCode = 2
      break
    case 'clean':
      screen.line(remove(resolve(project, 'demo')) ? 'demo/ is removed.' : 'There is no demo/ to remove.')
      break
    case 'show':
      await show(wish.example)
  }
} catch (error) {
  // A git that Ctrl-C ended throws before the signal arrives here.
  await setImmediate()
  explain(error)
}
