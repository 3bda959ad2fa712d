/**
 * Numbers by index, in typed arrays: what a million records need without an object each. Blocks are added as they are
 * needed and stay where they are, since the copies of an array that doubles would be memory that nobody gives back.
 */

type Numbers = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

const blockBits = 14
const blockLength = 1 << blockBits

export class Growing<Kind extends Numbers> {
  private readonly blocks: (Kind | undefined)[] = []
  private readonly make: (length: number) => Kind
  private readonly absent: number

  /** `absent` is what every index holds before it is set. */
  constructor(make: (length: number) => Kind, absent = 0) {
    this.make = make
    this.absent = absent
  }

  get(index: number): number {
    return this.blocks[index >>> blockBits]?.[index & (blockLength - 1)] ?? this.absent
  }

  set(index: number, value: number): void {
    const block = (this.blocks[index >>> blockBits] ??= this.fresh())
    block[index & (blockLength - 1)] = value
  }

  private fresh(): Kind {
    const block = this.make(blockLength)
    if (this.absent !== 0) block.fill(this.absent)
    return block
  }
}

export const offsets = (): Growing<Float64Array<ArrayBuffer>> => new Growing(length => new Float64Array(length), -1)
export const lengths = (): Growing<Uint32Array<ArrayBuffer>> => new Growing(length => new Uint32Array(length))
export const indexes = (): Growing<Int32Array<ArrayBuffer>> => new Growing(length => new Int32Array(length), -1)
export const bytes = (): Growing<Uint8Array<ArrayBuffer>> => new Growing(length => new Uint8Array(length))
