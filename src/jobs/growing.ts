/** Numbers by index, in typed arrays that double: what a million records need without an object each. */

type Numbers = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

export class Growing<Kind extends Numbers> {
  private numbers: Kind
  private readonly make: (length: number) => Kind
  private readonly absent: number

  /** `absent` is what every index holds before it is set. */
  constructor(make: (length: number) => Kind, absent = 0) {
    this.make = make
    this.absent = absent
    this.numbers = make(1024)
    this.numbers.fill(absent)
  }

  get(index: number): number {
    return this.numbers[index] ?? this.absent
  }

  set(index: number, value: number): void {
    if (index >= this.numbers.length) this.grow(index + 1)
    this.numbers[index] = value
  }

  private grow(least: number): void {
    const larger = this.make(Math.max(least, this.numbers.length * 2))
    larger.fill(this.absent)
    larger.set(this.numbers)
    this.numbers = larger
  }
}

export const offsets = (): Growing<Float64Array<ArrayBuffer>> => new Growing(length => new Float64Array(length), -1)
export const lengths = (): Growing<Uint32Array<ArrayBuffer>> => new Growing(length => new Uint32Array(length))
export const indexes = (): Growing<Int32Array<ArrayBuffer>> => new Growing(length => new Int32Array(length), -1)
export const bytes = (): Growing<Uint8Array<ArrayBuffer>> => new Growing(length => new Uint8Array(length))
