import type { Answer, Asked, Given, Got } from '../carry/calls.ts'
import type { Progress } from '../carry/desk.ts'
import { Unreadable } from '../carry/unreadable.ts'
import { syncSoon } from '../sync/soon.ts'

/** What reads and writes files, in a worker of its own: loaded when first asked, gone when the screen is left. */
export class Carrier {
  #worker: Worker | undefined
  #before: Promise<unknown> = Promise.resolve()

  /** Throws Unreadable. One thing at a time: an answer does not say which question it is for. */
  async ask<Name extends Asked>(
    name: Name,
    args: Given<Name>,
    tell: (progress: Progress) => void = () => undefined,
  ): Promise<Got<Name>> {
    const asked = this.#before.then(() => answerOf(this.#open(), { name, args }, tell))
    this.#before = asked.catch(() => undefined)
    const value = await asked
    if (name === 'bring' || name === 'takeBack') syncSoon()
    return value as Got<Name>
  }

  /** Also stops what is going on. */
  close(): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#before = Promise.resolve()
  }

  #open(): Worker {
    return (this.#worker ??= new Worker(new URL('../carry/worker.ts', import.meta.url), {
      type: 'module',
    }))
  }
}

function answerOf(
  worker: Worker,
  call: { name: Asked; args: unknown[] },
  tell: (progress: Progress) => void,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.onerror = () => {
      reject(new Unreadable('failed'))
    }
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.progress) tell(data.progress)
      else if (data.trouble) reject(new Unreadable(data.trouble))
      else resolve(data.value)
    }
    worker.postMessage(call)
  })
}
