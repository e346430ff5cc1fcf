/** What was passed by today with 'something else', since Thaw was opened: nothing of it is kept. */
class Passed {
  #slugs = $state.raw<ReadonlySet<string>>(new Set())
  #day = ''

  /** The first of these that was not passed by; all of them were: from the start. */
  next<T extends { exercise: { slug: string } }>(offers: readonly T[]): T | undefined {
    return offers.find(({ exercise }) => !this.#slugs.has(exercise.slug)) ?? offers[0]
  }

  pass(slug: string, offers: readonly { exercise: { slug: string } }[], now = new Date()): void {
    const day = now.toDateString()
    const before = day === this.#day ? this.#slugs : []
    this.#day = day
    const passed = new Set([...before, slug])
    const over = offers.every(({ exercise }) => passed.has(exercise.slug))
    this.#slugs = over ? new Set() : passed
  }
}

export const passed = new Passed()
