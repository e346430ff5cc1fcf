/** Keep the screen on until the returned function is called; where the platform can't, nothing happens. */
export function keepAwake(): () => void {
  if (!('wakeLock' in navigator)) return () => undefined
  let lock: WakeLockSentinel | undefined
  let wanted = true

  async function take() {
    if (document.visibilityState !== 'visible') return
    // Refused when the battery is low: the practice goes on without.
    const taken = await navigator.wakeLock.request('screen').catch(() => undefined)
    if (wanted) lock = taken
    else await taken?.release()
  }
  // The browser lets go of the lock whenever the page is hidden.
  const shown = () => void take()
  document.addEventListener('visibilitychange', shown)
  void take()

  return () => {
    wanted = false
    document.removeEventListener('visibilitychange', shown)
    void lock?.release()
  }
}
