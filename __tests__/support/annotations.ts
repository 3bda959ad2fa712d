/** Workflow commands in a log, read as the runner reads them. */

export interface Annotated {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly title?: string
  readonly file?: string
  readonly line?: number
  readonly col?: number
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message */
export function annotationsIn(log: string): Annotated[] {
  return [...log.matchAll(/^::(error|warning|notice)(?: ([^\n]*?))?::(.*)$/gm)].map(
    ([, level, properties = '', message = '']) => {
      const given = Object.fromEntries(
        properties
          .split(',')
          .filter(one => one !== '')
          .map(one => split(one))
      )
      const number = (name: string): Record<string, number> =>
        given[name] === undefined ? {} : { [name]: Number(given[name]) }
      return {
        level: level as Annotated['level'],
        message: plain(message),
        ...(given['title'] !== undefined && { title: given['title'] }),
        ...(given['file'] !== undefined && { file: given['file'] }),
        ...number('line'),
        ...number('col')
      }
    }
  )
}

function split(property: string): [string, string] {
  const at = property.indexOf('=')
  return [property.slice(0, at).trim(), plain(property.slice(at + 1))]
}

function plain(text: string): string {
  const escaped: Readonly<Record<string, string>> = { '%25': '%', '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',' }
  return text.replaceAll(/%(25|0D|0A|3A|2C)/g, code => escaped[code] ?? code)
}
