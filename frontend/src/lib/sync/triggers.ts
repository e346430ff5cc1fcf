import { stayWhenSaved } from '../db/stay.ts'
import { syncSoon } from './soon.ts'

/** Background Sync exists in one browser only, so every moment that may bring the network back is used. */
export function listenForNetwork(): void {
  addEventListener('online', syncSoon)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') syncSoon()
  })
  syncSoon()
  stayWhenSaved()
}
