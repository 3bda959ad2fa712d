/** The action as a runner starts it, on a workspace and an emulator of the bench. */
import { join } from 'node:path'
import { bucket } from './dataset.ts'
import type { Workspace } from './dataset.ts'
import type { Program } from './measure.ts'
import type { Server } from './servers.ts'

export function action(entry: string, mode: 'submit' | 'collect', workspace: Workspace, server: Server): Program {
  const inputs = {
    SPEC: 'spec.yml',
    MODE: mode,
    'S3-URI': `s3://${bucket}/${prefixOf(workspace)}`,
    'SERVICE-ROLE-ARN': 'arn:aws:iam::123456789012:role/bench'
  }
  return {
    args: [entry],
    folder: workspace.folder,
    env: {
      ...plainEnv(server),
      GITHUB_WORKSPACE: workspace.folder,
      // Each size is a repository of its own: a spec refuses to pay while it has jobs below another prefix.
      GITHUB_REPOSITORY_ID: String(workspace.rows),
      RUNNER_TEMP: join(workspace.folder, '..'),
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value]))
    }
  }
}

/** Where the action's objects of this workspace lie. */
export function prefixOf({ rows }: Workspace): string {
  return `action-${rows}`
}

/** A script that is not the action, but speaks to the same emulator. */
export function script(
  file: string,
  args: readonly (string | number)[],
  workspace: Workspace,
  server: Server
): Program {
  return {
    args: [join(import.meta.dirname, file), ...args.map(String)],
    folder: workspace.folder,
    env: plainEnv(server)
  }
}

function plainEnv(server: Server): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', ...server.environment }
}
