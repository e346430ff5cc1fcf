/** Unknown to older browsers. */
export type Locks = Pick<LockManager, 'request'> | undefined

/**
 * Beside nothing else of that name on this phone, in other tabs or in the worker. A tab that was frozen in mid-work holds
 * its lock for as long as it sleeps, so nobody waits longer than `patience` milliseconds; without Web Locks nobody waits.
 */
export async function alone<T>(
  locks: Locks,
  name: string,
  patience: number,
  work: () => Promise<T>,
): Promise<T> {
  if (!locks) return work()
  let begun = false
  const begin = () => {
    begun = true
    return work()
  }
  const signal = AbortSignal.timeout(patience)
  return locks.request(name, { signal }, begin).catch((error: unknown) => {
    if (begun) throw error
    return work()
  })
}
