export const PREVIOUS = 'thaw-previous-build'
export const ASSETS = '/static/assets/'

/**
 * Two generations of assets: a page that is still open on the old build must find its lazy chunks after the
 * new worker took over. Called at activation, before the precache is cleaned of what is not in `current`.
 */
export async function keepPreviousBuild(precache: string, current: Set<string>): Promise<void> {
  const from = await caches.open(precache)
  const old = (await from.keys()).filter(
    ({ url }) => !current.has(url) && new URL(url).pathname.startsWith(ASSETS),
  )
  // A new worker with the same assets must not cost an open page what was kept for it.
  if (old.length === 0) return
  await caches.delete(PREVIOUS)
  const to = await caches.open(PREVIOUS)
  await Promise.all(
    old.map(async (request) => {
      const response = await from.match(request)
      if (response) await to.put(request, response)
    }),
  )
}
