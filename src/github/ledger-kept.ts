/**
 * What is to be uploaded, kept on the runner's disk until it is. The post step finds it there, also after the main step
 * was killed: the runner keeps RUNNER_TEMP for the whole workflow job, and hands over what was saved as state.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ledgerFileName, mostLedgerBytes } from './ledger-file.ts'

export interface KeptLedger {
  readonly specId: string
  readonly folder: string
  readonly file: string
  readonly text: string
  /** Whether this very text was uploaded. */
  readonly uploaded: boolean
}

const markName = 'uploaded'

export class KeptLedgers {
  /** Absolute. */
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** A new folder below `parent`, under a name that nobody can guess. */
  static create(parent: string): KeptLedgers {
    return new KeptLedgers(mkdtempSync(join(parent, 'bedrock-batch-ledgers-')))
  }

  /** By way of a second file: a process that is killed here leaves the text before. */
  keep(specId: string, text: string): KeptLedger {
    const folder = join(this.folder, specId)
    const file = join(folder, ledgerFileName)
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${file}.new`, text)
    renameSync(`${file}.new`, file)
    return { specId, folder, file, text, uploaded: read(join(folder, markName)) === text }
  }

  static markUploaded({ folder, text }: KeptLedger): void {
    writeFileSync(join(folder, markName), text)
  }

  all(): KeptLedger[] {
    const specIds = readdirSync(this.folder).filter(name => /^[0-9a-f]{8}$/.test(name))
    return specIds.flatMap(specId => {
      const folder = join(this.folder, specId)
      const file = join(folder, ledgerFileName)
      const text = read(file)
      return text === undefined ? [] : [{ specId, folder, file, text, uploaded: read(join(folder, markName)) === text }]
    })
  }
}

function read(file: string): string | undefined {
  try {
    return statSync(file).size > mostLedgerBytes ? undefined : readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
