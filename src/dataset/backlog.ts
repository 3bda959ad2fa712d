/**
 * Text that waits for the end of a long row. Joined only when it has doubled, so that a row of many pieces is looked at a
 * few times and not once for each piece.
 */
export class Backlog {
  private rest = ''
  private waiting: string[] = []
  private length = 0
  private readonly most: number

  /** `most`: past this length there is nothing to wait for. */
  constructor(most: number) {
    this.most = most
  }

  /** What was left over and the new text, or undefined while more should come first. */
  join(text: string): string | undefined {
    this.waiting.push(text)
    this.length += text.length
    if (this.length < this.rest.length && this.rest.length + this.length <= this.most) return undefined
    return this.take()
  }

  take(): string {
    const whole =
      this.rest === '' && this.waiting.length === 1 ? (this.waiting[0] ?? '') : this.rest + this.waiting.join('')
    this.rest = ''
    this.waiting = []
    this.length = 0
    return whole
  }

  keep(rest: string): void {
    this.rest = rest
  }
}
