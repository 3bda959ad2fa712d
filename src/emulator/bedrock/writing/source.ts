/** What an answer is made of: the material of a prompt, the orders, and the media beside it. */
import type { Medium } from '../media/medium.ts'

export interface Source {
  readonly orders: string
  readonly material: string
  readonly media: readonly Medium[]
  /** 0 ≤ x < 1, the same row for the same prompt. */
  readonly random: () => number
}
