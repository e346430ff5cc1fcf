import type { Readable } from 'svelte/store'

/** A store as a rune, watched for the life of the app. */
export class Observed<T> {
  #value = $state.raw<T | undefined>()

  constructor(store: Readable<T | undefined>) {
    store.subscribe((value) => {
      if (value !== undefined) this.#value = value
    })
  }

  get value(): T | undefined {
    return this.#value
  }
}
