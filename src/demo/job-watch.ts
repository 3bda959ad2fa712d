/** Shows how the emulated jobs go on while the action waits: a line that moves on a terminal, one line a status elsewhere. */
import type { Emulator } from '../emulator/emulator.ts'
import { countersAt, isOver, statusOf } from '../emulator/bedrock/job.ts'
import type { Job } from '../emulator/bedrock/job.ts'
import type { Screen } from './screen.ts'

const barWidth = 24

/** Returns its end. */
export function watchJobs(emulator: Emulator, screen: Screen): () => void {
  const told = new Map<string, string>()
  const look = (): void => {
    for (const job of emulator.bedrock.jobs) {
      const status = statusOf(job)
      if (told.get(job.id) !== status && !(told.get(job.id) === undefined && isOver(job))) tell(screen, job, status)
      told.set(job.id, status)
      if (!isOver(job)) screen.status(progress(job, emulator.clock.now()))
    }
  }
  const timer = setInterval(look, 100)
  return () => {
    clearInterval(timer)
    look()
    screen.erase()
  }
}

function tell(screen: Screen, job: Job, status: string): void {
  if (!screen.live || isOver(job))
    screen.line(`  ${screen.style('dim', `· Bedrock (emulated): job ${job.id} is ${status}`)}`)
}

function progress(job: Job, now: number): string {
  const { total, processed } = countersAt(job, now)
  const filled = total === 0 ? 0 : Math.floor((barWidth * processed) / total)
  const seconds = ((now - job.submittedAt) / 1000).toFixed(1)
  return `  · Bedrock (emulated): ${statusOf(job).padEnd(10)} ${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${processed}/${total} · ${seconds} s`
}
