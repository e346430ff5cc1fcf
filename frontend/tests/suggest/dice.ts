/** Chance that is the same each time: a 32-bit generator of its own, apart from the code under test. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = (seed * 2654435761 + 1) >>> 0 || 1
    for (let n = 0; n < 8; n += 1) this.next()
  }

  /** From 0 up to, but not including, 1 (xorshift). */
  next(): number {
    let x = this.#state
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    this.#state = x >>> 0
    return this.#state / 2 ** 32
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** From `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  normal(mean = 0, spread = 1): number {
    const twelve = Array.from({ length: 12 }, () => this.next())
    return mean + spread * (twelve.reduce((sum, one) => sum + one, 0) - 6)
  }

  one<T>(of: readonly T[]): T {
    const found = of[Math.floor(this.next() * of.length)]
    if (found === undefined) throw new RangeError('Nothing to choose from.')
    return found
  }

  some<T>(of: readonly T[], probability: number): T[] {
    return of.filter(() => this.chance(probability))
  }

  shuffled<T>(of: readonly T[]): T[] {
    return of
      .map((value) => ({ value, place: this.next() }))
      .sort((one, other) => one.place - other.place)
      .map(({ value }) => value)
  }
}
