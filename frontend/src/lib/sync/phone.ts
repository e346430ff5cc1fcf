import { phone } from '../db/database.ts'
import { tellBusy } from './busy.ts'
import { Syncer } from './syncer.ts'

/** The one syncer of this tab, or of the worker. */
export const syncer = new Syncer({
  database: phone,
  now: () => new Date(),
  random: Math.random,
  later(work, milliseconds) {
    const timer = setTimeout(work, milliseconds)
    return () => {
      clearTimeout(timer)
    }
  },
  locks: navigator.locks,
  tellBusy,
})
