/** A log that keeps its lines. */
import type { Log } from '../../src/ports.ts'

export class ToldLog implements Log {
  readonly lines: string[] = []
  readonly warnings: string[] = []

  info(message: string): void {
    this.lines.push(message)
  }

  warning(message: string): void {
    this.warnings.push(message)
  }

  group(title: string): () => void {
    this.lines.push(title)
    return () => undefined
  }
}
