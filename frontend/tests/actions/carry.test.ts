import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Carrier } from '../../src/lib/actions/carry'
import type { Answer, Asked, Call } from '../../src/lib/carry/calls'

/** A worker that answers when it is told to, as a slow phone's does. */
class Slow {
  static running: Slow[] = []
  onmessage?: (event: { data: Answer }) => void
  readonly asked: Asked[] = []

  constructor() {
    Slow.running.push(this)
  }

  postMessage({ name }: Call) {
    this.asked.push(name)
  }

  terminate() {
    Slow.running = Slow.running.filter((one) => one !== this)
  }

  answer(answer: Answer) {
    this.onmessage?.({ data: answer })
  }
}

beforeEach(() => {
  Slow.running = []
  vi.stubGlobal('Worker', Slow)
})

afterEach(() => vi.unstubAllGlobals())

const settled = () => new Promise((resolve) => setTimeout(resolve))
const file = new Blob(['age'])

async function worker(): Promise<Slow> {
  await settled()
  const [slow] = Slow.running
  if (!slow) throw new Error('no worker was opened')
  return slow
}

it('gives a file chosen at once its own answer, not that to an earlier question', async () => {
  const carrier = new Carrier()
  const last = carrier.ask('last', [])
  const source = carrier.ask('open', [file])
  const slow = await worker()
  expect(slow.asked).toEqual(['last'])
  slow.answer({ value: undefined })
  await settled()
  expect(slow.asked).toEqual(['last', 'open'])
  slow.answer({ value: 'locked' })
  expect(await last).toBeUndefined()
  expect(await source).toBe('locked')
})

it('asks on after a trouble', async () => {
  const carrier = new Carrier()
  const failed = expect(carrier.ask('open', [file])).rejects.toMatchObject({ trouble: 'damaged' })
  const last = carrier.ask('last', [])
  const slow = await worker()
  slow.answer({ trouble: 'damaged' })
  await failed
  await settled()
  slow.answer({ value: undefined })
  expect(await last).toBeUndefined()
})

it('waits for nothing that was stopped', async () => {
  const carrier = new Carrier()
  void carrier.ask('open', [file])
  await settled()
  carrier.close()
  void carrier.ask('last', [])
  await settled()
  expect(Slow.running.map(({ asked }) => asked)).toEqual([['last']])
})
