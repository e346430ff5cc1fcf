import { visit, type Visit } from '../sync/session.ts'

/** Whether this server sends e-mail, and whether this phone is signed in. Throws Offline or ApiError. */
export function askServer(): Promise<Visit> {
  return visit()
}
