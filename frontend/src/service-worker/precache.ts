import { PrecacheController, PrecacheRoute, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { CacheFirst, NetworkFirst } from 'workbox-strategies'
import { ASSETS, keepPreviousBuild, PREVIOUS } from './previous.ts'
import { SHELL_ROUTES } from './routes.ts'
import { addShortcuts, forgetOtherShells, keepShell } from './shortcuts.ts'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] }

const SHELL = '/'
/** Django's, not the build's: so it has no revision, and is kept apart. */
const MANIFEST = '/manifest.json'
const MANIFEST_CACHE = 'thaw-manifest'
/** A new build takes over only when the old worker waits for nothing. */
const PATIENCE_SECONDS = 2

/**
 * The app itself from the cache, and nothing else: a request to the API is never answered here, since a
 * made-up 200 would make a phone drop what it has not sent.
 */
export function answerFetches(): void {
  const controller = new PrecacheController()
  controller.addToCacheList(self.__WB_MANIFEST)
  const key = controller.getCacheKeyForURL(SHELL) ?? SHELL
  self.addEventListener('install', (event) => {
    const kept = controller.install(event).then(() => keepShell(SHELL, key))
    event.waitUntil(Promise.all([kept, keepManifest(), addShortcuts(event, SHELL, key)]))
  })
  self.addEventListener('activate', (event) => {
    const current = new Set(controller.getURLsToCacheKeys().values())
    event.waitUntil(
      keepPreviousBuild(controller.strategy.cacheName, current)
        .then(() => controller.activate(event))
        .then(() => forgetOtherShells(key))
        .then(() => self.clients.claim()),
    )
  })
  registerRoute(new PrecacheRoute(controller, { directoryIndex: '', cleanURLs: false }))
  registerRoute(
    new NavigationRoute(controller.createHandlerBoundToURL(SHELL), {
      allowlist: SHELL_ROUTES,
    }),
  )
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(ASSETS),
    new CacheFirst({ cacheName: PREVIOUS }),
  )
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname === MANIFEST,
    new NetworkFirst({ cacheName: MANIFEST_CACHE, networkTimeoutSeconds: PATIENCE_SECONDS }),
  )
}

/** Browsers ask for it at each start; without it the app still installs and runs. */
async function keepManifest(): Promise<void> {
  const cache = await caches.open(MANIFEST_CACHE)
  await cache.add(MANIFEST).catch(() => undefined)
}
