/** Files of a pass on their way to the workspace: each is written once, and what changed is remembered. */
import type { Workspace } from '../ports.ts'

/** Returns what the file is now. */
export type Put = (
  path: string,
  content: AsyncIterable<string | Uint8Array>
) => Promise<{ readonly bytes: number; readonly sha256: string }>

export class Changes {
  readonly removed: string[] = []
  private readonly changes = new Set<string>()
  private readonly workspace: Workspace

  constructor(workspace: Workspace) {
    this.workspace = workspace
  }

  /** Sorted, so that what is told of a pass does not depend on which of many files was faster. */
  get changed(): readonly string[] {
    return [...this.changes].sort()
  }

  readonly put: Put = async (path, content) => {
    const facts = await this.workspace.write(path, content)
    if (facts.changed) this.changes.add(path)
    return facts
  }

  async remove(path: string): Promise<void> {
    if (await this.workspace.remove(path)) this.removed.push(path)
  }
}
