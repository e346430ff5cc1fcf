export function canStayAwake(): boolean {
  return 'wakeLock' in navigator
}

/** Keep the screen on until the returned function is called; where the platform can't, nothing happens. */
export function keepAwake(): () => void {
  if (!canStayAwake()) return () => undefined
  let wanted = true
  let lock = ask()

  // The browser lets go of the lock whenever the page is hidden.
  async function take() {
    if (document.visibilityState !== 'visible') return
    const held = await lock
    if (wanted && held?.released !== false) lock = ask()
  }
  const shown = () => void take()
  document.addEventListener('visibilitychange', shown)

  return () => {
    wanted = false
    document.removeEventListener('visibilitychange', shown)
    lock.then((held) => held?.release()).catch(() => undefined)
  }
}

/** Refused when the battery is low, or the page is not seen: the practice goes on without. */
async function ask(): Promise<WakeLockSentinel | undefined> {
  return navigator.wakeLock.request('screen').catch(() => undefined)
}
