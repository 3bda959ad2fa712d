/** What a GitHub runner shows of a step's output: workflow commands become titles and labels, masked words become stars. */

const command = /^::([\w-]+)(?: ([^\n]*?))?::(.*)$/

export class RunnerLog {
  private readonly masked: string[] = []
  /** Of groups that are open. */
  private depth = 0

  /** Whether a person sees the last line only after unfolding a group inside a group. */
  isFolded = false

  /** The line as a person sees it; undefined where the runner shows none. */
  show(line: string): string | undefined {
    const [, name, , data = ''] = command.exec(line) ?? []
    const text = decode(data)
    this.isFolded = name === undefined && this.depth > 1
    switch (name) {
      case undefined:
        return this.hide(line)
      case 'group':
        return this.hide(`${this.depth++ === 0 ? '▾' : '▸'} ${text}`)
      case 'endgroup':
        this.depth = Math.max(0, this.depth - 1)
        return undefined
      case 'warning':
      case 'error':
      case 'notice':
        return this.hide(`${name}: ${text}`)
      case 'add-mask':
        if (text !== '' && !this.masked.includes(text)) this.masked.push(text)
        return undefined
      default:
        return undefined
    }
  }

  private hide(line: string): string {
    return this.masked.reduce((shown, word) => shown.replaceAll(word, '***'), line)
  }
}

/** https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function decode(data: string): string {
  return data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}
