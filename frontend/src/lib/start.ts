import { phone } from './db/database.ts'
import { getMeta } from './db/meta.ts'
import { takeTarget } from './db/target.ts'
import { followEmptied } from './emptied.ts'
import { keepWorker } from './push/worker.ts'
import { recover, watchForUpdate } from './renewal.ts'
import { installPrompt } from './state/prompt.svelte.ts'
import { syncSoon } from './sync/soon.ts'
import { listenForNetwork } from './sync/triggers.ts'

/**
 * After the first screen stands: the worker, where a tapped notification leads, then sync. A first visit
 * asks the server for nothing but the app itself.
 */
export async function startApp(navigate: (path: string) => void): Promise<void> {
  addEventListener('vite:preloadError', (event) => {
    if (recover()) event.preventDefault()
  })
  if (window.offer) installPrompt.hold(window.offer)
  addEventListener('beforeinstallprompt', (event) => {
    installPrompt.hold(event)
  })
  followNotifications(navigate)
  followEmptied()
  if ('clearAppBadge' in navigator) navigator.clearAppBadge().catch(() => undefined)
  await keepWorker(watchForUpdate)
  listenForNetwork()
  // On a first visit one of them may not come; the others do not wait for it.
  for (const step of [noteOpened, look, clearUp, followZone, renewWithServer])
    await step().catch(() => undefined)
}

async function look(): Promise<void> {
  const { followTheme } = await import('./state/look.svelte.ts')
  followTheme()
}

async function clearUp(): Promise<void> {
  const { forgetDrafts } = await import('./actions/forgetDrafts.ts')
  await forgetDrafts(new Date())
}

/** The worker stores the target as well as sending word: a killed app on iOS starts without any word. */
function followNotifications(navigate: (path: string) => void): void {
  const follow = async () => {
    const path = await takeTarget(phone, new Date())
    if (path !== undefined && path !== location.pathname + location.search) navigate(path)
  }
  const look = () => {
    follow().catch(() => undefined)
  }
  look()
  if ('serviceWorker' in navigator) navigator.serviceWorker.addEventListener('message', look)
  document.addEventListener('visibilitychange', look)
}

/** The way from a notification, even one that no worker of ours has shown. */
async function noteOpened(): Promise<void> {
  if (!location.search.includes('delivery=')) return
  const { keepOpened } = await import('./sync/responses.ts')
  await keepOpened(phone, location.search, new Date())
}

/** The phone's clock goes along on a journey, and Thaw may stay open all the way. */
async function followZone(): Promise<void> {
  const { moveReminders } = await import('./actions/moveReminders.ts')
  const look = () => {
    if (document.visibilityState === 'visible') moveReminders().catch(() => undefined)
  }
  look()
  document.addEventListener('visibilitychange', look)
}

/**
 * Proof may have gone out when the phone died: then this phone is signed in, and does not know it yet. Or it was emptied
 * with no network: then it is still to be signed out.
 */
async function takeUpSignIn(): Promise<void> {
  const { arriving } = (await getMeta(phone, 'joining')) ?? {}
  if (!arriving && !(await getMeta(phone, 'forgotten'))) return
  const { takeUp } = await import('./auth/enter.ts')
  await takeUp(phone).catch(() => {
    addEventListener('online', () => void takeUpSignIn(), { once: true })
  })
  syncSoon()
}

/** With an account only; what talks to the server is loaded only for those who have one. */
async function renewWithServer(): Promise<void> {
  await takeUpSignIn()
  if (!(await getMeta(phone, 'account'))) return
  const [{ renewAtStart }, { refreshContent }] = await Promise.all([
    import('./push/subscription.ts'),
    import('./content/refresh.ts'),
  ])
  await Promise.allSettled([renewAtStart(), refreshContent(new Date())])
}
