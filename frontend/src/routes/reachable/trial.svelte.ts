import { sendTestPush } from '../../lib/actions/sendTestPush.ts'
import { ApiError } from '../../lib/errors.ts'
import { enReach } from '../../lib/i18n/en-reach.ts'
import type { Sent } from '../../lib/push/subscription.ts'
import type { Shown } from '../../lib/state/shown.ts'

const t = enReach.trial
const PATIENCE_MS = 30_000

export type Stage = 'none' | 'asking' | 'refused' | 'accepted' | 'unseen' | 'shown'
type Refusal = keyof typeof t.not

/** One message to try the way, and how far it came. */
export class Trial {
  #stage = $state<Stage>('none')
  #refusal = $state('')
  #asked = 0
  #seen = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly ask: () => Promise<Sent | undefined> = sendTestPush) {}

  get stage(): Stage {
    return this.#stage
  }

  get refusal(): string {
    return this.#refusal
  }

  async send(): Promise<void> {
    this.stop()
    this.#stage = 'asking'
    this.#seen = false
    this.#asked = Date.now()
    try {
      this.#answered(await this.ask())
    } catch (error) {
      this.#refuse(...reasonOf(error))
    }
  }

  /** The worker's word; it may come before the server's answer. One that was shown before is not this one. */
  heard(shown: Shown): void {
    if (!shown.trial || Date.parse(shown.at) < this.#asked) return
    this.#seen = true
    if (this.#stage === 'accepted' || this.#stage === 'unseen') this.#arrive()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #answered(sent: Sent | undefined): void {
    if (!sent) this.#refuse('nowhere')
    else if (sent.transport !== 'web_push') this.#refuse('mailed')
    else if (sent.outcome !== 'accepted')
      this.#refuse(outcomeOf(sent), sent.retry_after, sent.status)
    else if (this.#seen) this.#arrive()
    else this.#wait()
  }

  #wait(): void {
    this.#stage = 'accepted'
    this.#timer = setTimeout(() => (this.#stage = 'unseen'), PATIENCE_MS)
  }

  #arrive(): void {
    this.stop()
    this.#stage = 'shown'
  }

  #refuse(why: Refusal, seconds = 0, status = 0): void {
    const words = t.not[why](seconds)
    this.#refusal = status ? `${words} ${t.status(status)}` : words
    this.#stage = 'refused'
  }
}

const TOO_LARGE = 413

function outcomeOf({ outcome, status }: Sent): Refusal {
  if (status === TOO_LARGE) return 'too_large'
  return outcome in t.not ? (outcome as Refusal) : 'refused'
}

function reasonOf(error: unknown): [Refusal, number?] {
  if (!(error instanceof ApiError)) return ['offline']
  return error.status === 429 ? ['often', error.retryAfter ?? 0] : ['failed']
}
