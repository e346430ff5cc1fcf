import { phone } from '../db/database.ts'
import { getMeta, setMeta } from '../db/meta.ts'
import { remember, WELCOMED } from '../keys.ts'

/** Whether the first run is still ahead. It stands in front of Today only, and only when the app was opened there. */
class FirstRun {
  #ahead = $state(false)

  get ahead(): boolean {
    return this.#ahead
  }

  /** What local storage said before the first paint. */
  get likely(): boolean {
    return 'first' in document.documentElement.dataset
  }

  /** The database has the last word. */
  async look(): Promise<void> {
    const seen = await getMeta(phone, 'welcomed').catch(() => true)
    if (seen) this.#leave()
    else this.#ahead = true
  }

  /** Never again on this phone; a phone that can keep nothing shows it again, and nothing worse. */
  async done(): Promise<void> {
    this.#leave()
    await setMeta(phone, 'welcomed', true).catch(() => undefined)
  }

  #leave(): void {
    this.#ahead = false
    delete document.documentElement.dataset['first']
    remember(WELCOMED, '1')
  }
}

export const firstRun = new FirstRun()
