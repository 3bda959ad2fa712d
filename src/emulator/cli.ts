/** `npm run emulator`: the emulator as a process of its own, until it is interrupted. */
import { startEmulator } from './emulator.ts'
import { readFlags, usage } from './flags.ts'

const flags = readFlags(process.argv.slice(2))

switch (flags.kind) {
  case 'help':
    process.stdout.write(usage)
    break
  case 'wrong':
    process.stderr.write(`emulator: ${flags.message}\nnpm run emulator -- --help lists the flags.\n`)
    process.exitCode = 2
    break
  case 'run':
    await run(flags.options)
}

async function run(options: Parameters<typeof startEmulator>[0]): Promise<void> {
  const emulator = await startEmulator(options).catch((error: unknown) => {
    process.stderr.write(`emulator: it did not start: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
    return undefined
  })
  if (!emulator) return
  let stopping = false
  const stop = (): void => {
    // Once by the terminal and once by the parent process: both tell of the same wish.
    if (stopping) return
    stopping = true
    void emulator.close()
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  process.stdout.write(`${banner(emulator.url, emulator.buckets.names)}\n${exports(emulator.environment())}\n`)
}

function banner(url: string, buckets: readonly string[]): string {
  return [
    `# Emulator of Amazon Bedrock (batch), S3, STS and GitHub at ${url}`,
    '# This is an emulator: answers are simulated, nothing is charged, and everything is gone when it stops.',
    `# Buckets: ${buckets.join(', ')}. Console: ${url}/_emulator/books. Ctrl-C ends it.`,
    '# In another shell:'
  ].join('\n')
}

function exports(environment: Readonly<Record<string, string>>): string {
  return Object.entries(environment)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'`)
    .join('\n')
}
