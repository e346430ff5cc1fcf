import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError, Offline } from '../../../src/lib/errors.ts'
import type { Sent } from '../../../src/lib/push/subscription.ts'
import { Trial } from '../../../src/routes/reachable/trial.svelte.ts'

const NOW = new Date('2026-11-24T12:00:00Z')
const shown = { at: NOW.toISOString(), trial: true }

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
})
afterEach(() => {
  vi.useRealTimers()
})

function sent(outcome: string, status = 0, retry_after = 0): Sent {
  return { transport: 'web_push', subscription: 's', outcome, status, retry_after }
}

async function tried(answer: Sent | undefined): Promise<Trial> {
  const trial = new Trial(() => Promise.resolve(answer))
  await trial.send()
  return trial
}

test('asked, taken, shown: each is said when it is so', async () => {
  const trial = new Trial(() => Promise.resolve(sent('accepted', 201)))
  const sending = trial.send()
  expect(trial.stage).toBe('asking')
  await sending
  expect(trial.stage).toBe('accepted')
  trial.heard(shown)
  expect(trial.stage).toBe('shown')
  vi.advanceTimersByTime(60_000)
  expect(trial.stage).toBe('shown')
})

test('a phone may be quicker than the server’s answer', async () => {
  const trial = new Trial(() => {
    trial.heard(shown)
    return Promise.resolve(sent('accepted', 201))
  })
  await trial.send()
  expect(trial.stage).toBe('shown')
})

test('what was shown before, or was no trial, is not this one', async () => {
  const trial = await tried(sent('accepted', 201))
  trial.heard({ at: '2026-11-24T11:59:59Z', trial: true })
  trial.heard({ at: NOW.toISOString(), trial: false })
  expect(trial.stage).toBe('accepted')
})

test('after thirty seconds it says so, and takes it back when it comes late', async () => {
  const trial = await tried(sent('accepted', 201))
  vi.advanceTimersByTime(29_999)
  expect(trial.stage).toBe('accepted')
  vi.advanceTimersByTime(1)
  expect(trial.stage).toBe('unseen')
  trial.heard({ at: '2026-11-24T12:02:00Z', trial: true })
  expect(trial.stage).toBe('shown')
})

test.each<[Sent | undefined, RegExp]>([
  [undefined, /knows no address/],
  [{ ...sent('accepted', 250), transport: 'email' }, /your e-mail address instead/],
  [sent('unanswered'), /no answer\. It may have taken/],
  [sent('gone', 410), /no longer knows this address.*410\.$/],
  [sent('other_key'), /another key/],
  [sent('unauthorised', 403), /signature.*403\.$/],
  [sent('refused', 413), /too large.*413\.$/],
  [sent('refused', 400), /did not take it.*400\.$/],
  [sent('busy', 429, 120), /busy\. In about 2 minutes you can try again\. Its answer: 429\.$/],
  [sent('busy', 503), /busy\. You can try again later\./],
  [sent('unreachable'), /could not reach/],
  [sent('resting', 0, 300), /left alone for a while\. In about 5 minutes/],
  [sent('of a newer server', 418), /did not take it/],
])('a no is said in plain words (%o)', async (answer, words) => {
  const trial = await tried(answer)
  expect(trial.stage).toBe('refused')
  expect(trial.refusal).toMatch(words)
})

test.each<[Error, RegExp]>([
  [new Offline('no network'), /no connection/],
  [new ApiError(429, 'slow down', 3600), /often.*In about 1 hour/],
  [new ApiError(500, 'ours'), /could not do that/],
])('without an answer of the vendor, it is the server’s (%o)', async (error, words) => {
  const trial = new Trial(() => Promise.reject(error))
  await trial.send()
  expect(trial.refusal).toMatch(words)
})

test('a second one begins anew', async () => {
  const trial = await tried(sent('accepted', 201))
  trial.heard(shown)
  vi.advanceTimersByTime(5_000)
  await trial.send()
  trial.heard(shown)
  expect(trial.stage).toBe('accepted')
})
