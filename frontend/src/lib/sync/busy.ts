/** Whether a sync run is under way in this tab; apart from the syncer, which loads only when needed. */
type Listener = (busy: boolean) => void

const listeners = new Set<Listener>()

export function onBusy(listener: Listener): void {
  listeners.add(listener)
}

export function tellBusy(busy: boolean): void {
  for (const listener of listeners) listener(busy)
}
