import { ASSETS } from './previous.ts'

const SHELLS = 'thaw-shell/'

// https://w3c.github.io/ServiceWorker/#dom-installevent-addroutes; not in TypeScript's library yet.
interface Route {
  condition: { urlPattern: { pathname: string; search?: string }; requestMode?: 'navigate' }
  source: 'cache' | { cacheName: string }
}
type Routable = ExtendableEvent & { addRoutes?: (routes: Route[]) => Promise<void> }

/**
 * Where the browser can, the first screen and the files of the build come from the cache and wait for no worker to start.
 * `key` is the shell's in the precache; it differs from build to build, so a worker that still waits changes nothing of
 * what the running one serves.
 */
export async function addShortcuts(event: Routable, shell: string, key: string): Promise<void> {
  const at = { urlPattern: { pathname: shell, search: '' }, requestMode: 'navigate' } as const
  const routes: Route[] = [
    { condition: at, source: { cacheName: SHELLS + key } },
    // All caches: what an open page of the build before still loads lies in one of its own.
    { condition: { urlPattern: { pathname: `${ASSETS}*` } }, source: 'cache' },
  ]
  await event.addRoutes?.(routes).catch(() => undefined)
}

/** Routes find nothing but the very address, and in the precache the shell has another one. */
export async function keepShell(shell: string, key: string): Promise<void> {
  const response = await caches.match(key)
  if (response) await (await caches.open(SHELLS + key)).put(shell, response)
}

export async function forgetOtherShells(key: string): Promise<void> {
  const others = (await caches.keys()).filter(
    (name) => name.startsWith(SHELLS) && name !== SHELLS + key,
  )
  await Promise.all(others.map((name) => caches.delete(name)))
}
