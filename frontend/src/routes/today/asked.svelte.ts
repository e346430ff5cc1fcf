import { keyOf, type Link } from './signals.ts'

/** What was answered since Thaw was opened: nothing of it is kept, and a reload has forgotten it. */
class Asked {
  #refused = $state.raw<ReadonlySet<string>>(new Set())
  #checkIns = $state.raw<ReadonlySet<string>>(new Set())

  /** 'No' to a link holds until Thaw is opened again. */
  refuse(link: Link): void {
    this.#refused = new Set([...this.#refused, keyOf(link)])
  }

  refused(link: Link): boolean {
    return this.#refused.has(keyOf(link))
  }

  /** A check-in is asked about once, whatever the answer. */
  close(checkIn: string): void {
    this.#checkIns = new Set([...this.#checkIns, checkIn])
  }

  closed(checkIn: string): boolean {
    return this.#checkIns.has(checkIn)
  }
}

export const asked = new Asked()
