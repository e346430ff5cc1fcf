/** One for the window, since it tells all others of its name, and not itself. */
let channel: BroadcastChannel | undefined
const opened = () => (channel ??= new BroadcastChannel('thaw-emptied'))

/** Tell the other windows that everything on this phone goes. */
export function tellEmptied(): void {
  opened().postMessage(true)
}

/** What is being typed, imported or played in this window was part of everything: it begins anew, and keeps none of it. */
export function followEmptied(): void {
  opened().onmessage = () => {
    // Screens write what is still resting when they are hidden, and leaving hides them.
    const hush = (event: Event) => {
      event.stopImmediatePropagation()
    }
    addEventListener('visibilitychange', hush, true)
    location.replace('/')
  }
}
