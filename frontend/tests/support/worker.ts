import { clearEverything } from '../../src/lib/db/account.ts'
import { phone } from '../../src/lib/db/database.ts'
import type { StoreName } from '../../src/lib/db/schema.ts'

interface Shown {
  title: string
  options: NotificationOptions & { data: Record<string, unknown>; actions?: { action: string }[] }
}

/** What a browser gives a service worker, as far as ours uses it; on the phone of the tests. */
export class Worker extends EventTarget {
  readonly shown: Shown[] = []
  readonly tags: string[] = []
  readonly opened: string[] = []
  windows: Window[] = []
  /** Browsers let a worker open a window only just after a tap. */
  locked = false

  readonly registration = {
    showNotification: (title: string, options: Shown['options']) => {
      this.shown.push({ title, options })
      return Promise.resolve()
    },
    sync: {
      register: (tag: string) => {
        this.tags.push(tag)
        return Promise.resolve()
      },
    },
  }

  readonly clients = {
    matchAll: () => Promise.resolve(this.windows),
    openWindow: (path: string) => {
      if (this.locked) return Promise.reject(new DOMException('not now', 'InvalidAccessError'))
      this.opened.push(path)
      return Promise.resolve(null)
    },
  }

  get last(): Shown | undefined {
    return this.shown.at(-1)
  }

  push(message: unknown): Promise<void> {
    return this.#happen('push', { data: { text: () => JSON.stringify(message) } })
  }

  /** As Safari does with a declarative message: no text, but the notification it would show. */
  pushDeclared(notification: object): Promise<void> {
    return this.#happen('push', { data: null, notification })
  }

  tap(data: unknown, action = ''): Promise<void> {
    return this.#happen('notificationclick', { action, notification: { data, close: () => null } })
  }

  backgroundSync(tag: string): Promise<void> {
    return this.#happen('sync', { tag })
  }

  async #happen(type: string, fields: object): Promise<void> {
    const work: Promise<unknown>[] = []
    const waitUntil = (promise: Promise<unknown>) => work.push(promise)
    this.dispatchEvent(Object.assign(new Event(type), fields, { waitUntil }))
    await Promise.all(work)
  }
}

/** A page of Thaw that is open. */
export class Window {
  focused = false
  /** Whether it may come to the front. */
  stuck = false
  readonly told: unknown[] = []
  readonly url: string

  constructor(
    readonly visibilityState: 'visible' | 'hidden',
    path = '/',
  ) {
    this.url = `https://thaw.example${path}`
  }

  focus(): Promise<void> {
    if (this.stuck) return Promise.reject(new DOMException('not now', 'InvalidAccessError'))
    this.focused = true
    return Promise.resolve()
  }

  postMessage(message: unknown): void {
    this.told.push(message)
  }
}

export async function everythingIn(store: StoreName): Promise<unknown[]> {
  return phone.read([store], (tx) => tx.objectStore(store).getAll())
}

export async function emptyPhone(): Promise<void> {
  await clearEverything(phone)
}
