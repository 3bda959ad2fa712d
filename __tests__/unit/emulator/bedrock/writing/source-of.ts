/** A source with nothing but the given material. */
import type { Source } from '../../../../../src/emulator/bedrock/writing/source.ts'

export function sourceOf(material: string, more: Partial<Source> = {}): Source {
  return { orders: '', material, media: [], random: () => 0.5, ...more }
}
