import type { Readable } from 'svelte/store'
import { phone, type Database } from './database.ts'
import type { StoreName } from './schema.ts'

/**
 * A query that runs again when a named store changes, in this tab, another tab or the worker.
 * The value is undefined until the first answer; an answer overtaken by a newer one is dropped.
 */
export function live<T>(
  stores: StoreName[],
  query: () => Promise<T>,
  database: Database = phone,
): Readable<T | undefined> {
  return {
    subscribe(run) {
      let latest = 0
      const refresh = async () => {
        const mine = ++latest
        const value = await query()
        if (mine === latest) run(value)
      }
      // A database that cannot be read leaves the last value standing; saving says what is wrong.
      const ask = () => {
        refresh().catch(() => undefined)
      }
      run(undefined)
      const stop = database.changes.listen((changed) => {
        if (changed.some((store) => stores.includes(store))) ask()
      })
      ask()
      return () => {
        latest = Number.POSITIVE_INFINITY
        stop()
      }
    },
  }
}
