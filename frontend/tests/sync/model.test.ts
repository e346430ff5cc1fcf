import fc from 'fast-check'
import { test } from 'vitest'
import { checkChain, checkEnd, must } from '../model/checks.ts'
import { Run } from '../model/run.ts'
import { PHONES, stepsWith, type Step } from '../model/steps.ts'
import { Phone } from '../support/phone.ts'
import { MemoryServer } from '../support/server.ts'

/**
 * Three phones, one account, any order of saving, editing, deleting, undoing, sealing and syncing, a crash possible
 * at every await, answers lost, requests doubled or refused, typing during a sync, two tabs at once and a server
 * restored from backup. Lanes only fill each other's pauses: a seed gives the same sequences each time.
 */
const SEQUENCES = Number(process.env['SEQUENCES'] ?? 10_000)
const SEED = Number(process.env['SEED'] ?? 20261123)
const LANES = 4

async function play(steps: Step[], maxChanges: number): Promise<void> {
  const server = new MemoryServer(3, maxChanges)
  const phones = Array.from({ length: PHONES }, () => new Phone(server))
  let kept = server.backup()
  const run = new Run(phones, {
    keep: () => (kept = server.backup()),
    restore: () => {
      server.restore(kept)
    },
  })
  try {
    for (const mine of phones) await mine.signIn()
    for (const one of steps) {
      await run.step(one)
      if ('phone' in one) await checkChain(run.phone(one.phone))
    }
    for (let round = 0; round < 2; round += 1) for (const mine of phones) await mine.sync()
    await checkEnd(run, server.live())
    const doubled = [...server.effects].filter(([, times]) => times !== 1)
    must(doubled.length === 0, 'each op has one effect', doubled)
  } finally {
    await Promise.all(phones.map((mine) => mine.scrap()))
  }
}

test(`phones converge and lose nothing (seed ${SEED}, ${SEQUENCES} sequences)`, async () => {
  // A crash is an exception here; what it costs is the trace that nobody reads.
  Error.stackTraceLimit = 0
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(stepsWith(true), stepsWith(false)),
        fc.constantFrom(1, 2, 500),
        play,
      ),
      {
        seed: SEED + lane,
        numRuns: Math.ceil(SEQUENCES / LANES),
        endOnFailure: 'PLANTED' in process.env,
      },
    ),
  )
  await Promise.all(lanes)
}, 86_400_000)
