/** The Log port on a GitHub runner and in a terminal. No line of any text can become a workflow command. */
import * as core from '@actions/core'
import type { Log } from '../ports.ts'
import { visible } from '../visible.ts'

/** What is shown as an annotation; `action/annotations.ts` makes these. */
interface Shown extends core.AnnotationProperties {
  readonly level: 'error' | 'warning'
  readonly message: string
}

export interface GithubLog extends Log {
  error(message: string): void
  annotate(shown: Shown): void
  /** Every later occurrence is printed as `***` by the runner. Does nothing in a terminal. */
  mask(secret: string): void
}

export function createLog(
  onGithub: boolean,
  write: (line: string) => void = line => process.stdout.write(`${line}\n`)
): GithubLog {
  return onGithub ? githubLog(write) : terminalLog(write)
}

/**
 * The runner takes a line for a command when it starts with `::` after white space, or has `##[` anywhere.
 * A word joiner in between is invisible and enough.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function harmless(text: string): string {
  return visible(text)
    .replace(/^(\s*):(?=:)/gm, '$1:\u2060')
    .replaceAll('##[', '##\u2060[')
}

function githubLog(write: (line: string) => void): GithubLog {
  return {
    info: message => write(harmless(message)),
    warning: message => core.warning(visible(message)),
    error: message => core.error(visible(message)),
    annotate: ({ level, message, ...properties }) => core[level](visible(message), properties),
    mask: secret => {
      // Every line on its own: the runner masks by line.
      for (const line of secret.split(/\r?\n/)) if (line.trim() !== '') core.setSecret(line)
    },
    group(title) {
      core.startGroup(visible(title).replaceAll('\n', ' '))
      return once(() => core.endGroup())
    }
  }
}

function terminalLog(write: (line: string) => void): GithubLog {
  let depth = 0
  const put = (text: string): void => write(visible(text).replace(/^/gm, '  '.repeat(depth)))
  return {
    info: put,
    warning: message => put(`warning: ${message}`),
    error: message => put(`error: ${message}`),
    annotate: ({ level, message, file, startLine, startColumn }) => {
      const where = [file, startLine, startColumn].filter(part => part !== undefined).join(':')
      put(`${where === '' ? '' : `${where}: `}${level}: ${message}`)
    },
    mask: () => undefined,
    group(title) {
      put(title)
      depth++
      return once(() => depth--)
    }
  }
}

function once(act: () => void): () => void {
  let open = true
  return () => {
    if (open) act()
    open = false
  }
}
