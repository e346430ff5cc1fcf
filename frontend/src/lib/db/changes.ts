import type { StoreName } from './schema.ts'

type Listener = (stores: readonly StoreName[]) => void

/** Tells every tab and the worker which stores a committed transaction touched. */
export class Changes {
  readonly #listeners = new Set<Listener>()
  #channel: BroadcastChannel | undefined

  constructor(private readonly name: string) {}

  announce(stores: readonly StoreName[]): void {
    this.#tell(stores)
    this.#open().postMessage(stores)
  }

  listen(listener: Listener): () => void {
    this.#open()
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    this.#channel?.close()
    this.#channel = undefined
  }

  #open(): BroadcastChannel {
    this.#channel ??= this.#connect()
    return this.#channel
  }

  #connect(): BroadcastChannel {
    const channel = new BroadcastChannel(this.name)
    channel.onmessage = (event: MessageEvent<StoreName[]>) => {
      this.#tell(event.data)
    }
    return channel
  }

  #tell(stores: readonly StoreName[]): void {
    for (const listener of this.#listeners) listener(stores)
  }
}
