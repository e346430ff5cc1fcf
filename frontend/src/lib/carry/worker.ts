import { phone } from '../db/database.ts'
import { Desk } from './desk.ts'
import type { Answer, Asked, Call } from './calls.ts'
import { Unreadable, type Trouble } from './unreadable.ts'

/** The desk beside the screen: what takes long is done here, and the screen never waits for it. */
const desk = new Desk(phone)
desk.tell = (progress) => {
  say({ progress })
}

addEventListener('message', ({ data }: MessageEvent<Call>) => {
  work(data).then(
    (value) => {
      say({ value })
    },
    (error: unknown) => {
      say({ trouble: troubleOf(error) })
    },
  )
})

function work({ name, args }: Call): Promise<unknown> {
  const at = desk as unknown as Record<Asked, (...args: unknown[]) => Promise<unknown>>
  return at[name](...args)
}

function say(answer: Answer): void {
  postMessage(answer)
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof Unreadable) return error.trouble
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'failed'
}
