import fc from 'fast-check'
import { test } from 'vitest'
import { checkEnd } from '../model/checks.ts'
import { Run } from '../model/run.ts'
import { PHONES, stepsWith, type Step } from '../model/steps.ts'
import { Phone } from '../support/phone.ts'
import { RealServer } from '../support/real.ts'

/** The steps of model.test.ts against the real API and PostgreSQL, all three phones at the same time. */
const SEQUENCES = Number(process.env['SEQUENCES'] ?? 50)
const SEED = Number(process.env['SEED'] ?? 20261123)

async function play(steps: Step[]): Promise<void> {
  const server = new RealServer()
  await server.open()
  const phones = Array.from({ length: PHONES }, () => new Phone(server))
  const nothing = () => undefined
  const run = new Run(phones, { keep: nothing, restore: nothing })
  try {
    for (const mine of phones) await mine.signIn()
    await Promise.all(
      phones.map(async (_phone, index) => {
        for (const one of steps) if ('phone' in one && one.phone === index) await run.step(one)
      }),
    )
    for (let round = 0; round < 2; round += 1) for (const mine of phones) await mine.sync()
    await checkEnd(run, await server.live())
  } finally {
    await Promise.all(phones.map((mine) => mine.scrap()))
  }
}

test(`phones and a real server converge (seed ${SEED}, ${SEQUENCES} sequences)`, async () => {
  await fc.assert(fc.asyncProperty(stepsWith(false), play), {
    seed: SEED,
    numRuns: SEQUENCES,
    // What ran at the same time does not run so again.
    endOnFailure: true,
  })
}, 86_400_000)
