/** An emulator, and the environment in which our clients reach it and nothing else. */
import type { EmulatorOptions } from '../../../src/emulator/emulator.ts'
import { startEmulator } from '../../../src/emulator/emulator.ts'
import type { Emulator } from '../../../src/emulator/emulator.ts'

export interface AwsWorld extends AsyncDisposable {
  readonly emulator: Emulator
}

/** One at a time: the environment belongs to the whole process. */
export async function openAws(options: EmulatorOptions = {}): Promise<AwsWorld> {
  const emulator = await startEmulator({ seed: 3, speed: 50, ...options })
  const names = Object.entries(emulator.environment()).filter(([name]) => name.startsWith('AWS_'))
  const before = names.map(([name]) => [name, process.env[name]] as const)
  for (const [name, value] of names) process.env[name] = value
  return {
    emulator,
    async [Symbol.asyncDispose]() {
      for (const [name, value] of before) {
        if (value === undefined) Reflect.deleteProperty(process.env, name)
        else process.env[name] = value
      }
      await emulator.close()
    }
  }
}
