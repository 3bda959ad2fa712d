/** Mutants that tell too much or what is not so, or write what is not theirs. */
import { inOnePiece, textOf, withWrite } from './mutant.ts'
import type { Mutate } from './mutant.ts'

/** Credentials are told to whoever reads the log. */
export const loudLog: Mutate = (outside, _cloud, secret) => ({
  outside: { ...outside, log: { ...outside.log, info: line => outside.log.info(`${line} ${secret}`) } }
})

/** Nobody is told which jobs exist. */
export const silentLog: Mutate = outside => ({
  outside: { ...outside, log: { ...outside.log, info: line => outside.log.info(line.replace(/arn:\S+/g, 'a job')) } }
})

/** A file beside the outputs. */
export const strayFile: Mutate = outside =>
  withWrite(outside, async (path, content) => {
    const text = Buffer.from(await textOf(content))
    if (path.endsWith('.lock.json')) await outside.workspace.write('debug.txt', inOnePiece(text))
    return outside.workspace.write(path, inOnePiece(text))
  })

/** A part of the answers is called the whole. */
export const partCalledWhole: Mutate = outside =>
  edited(outside, /\.manifest\.json$/, text => text.replace('"complete": false', '"complete": true'))

/** The last row of what is published is left out. */
export const lastRowLost: Mutate = outside => edited(outside, /answers\.jsonl$/, text => text.replace(/[^\n]*\n$/, ''))

function edited(outside: Parameters<Mutate>[0], which: RegExp, edit: (text: string) => string): ReturnType<Mutate> {
  return withWrite(outside, async (path, content) =>
    which.test(path)
      ? outside.workspace.write(path, inOnePiece(Buffer.from(edit(await textOf(content)))))
      : outside.workspace.write(path, content)
  )
}
