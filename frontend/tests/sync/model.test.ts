import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OutboxLine } from '../../src/lib/db/types.ts'
import { checkIn } from '../support/check-in.ts'
import { Phone } from '../support/phone.ts'
import { MemoryServer } from '../support/server.ts'

/**
 * Three phones, one account, any order of saving, editing, deleting and syncing, a crash possible at every
 * await, answers lost, typing during a sync, two tabs at once and a server restored from backup.
 */
const SEQUENCES = Number(process.env.SEQUENCES ?? 2000)
const SEED = Number(process.env.SEED ?? 20261123)
const PHONES = 3

interface Change {
  do: 'save' | 'poison' | 'edit' | 'delete'
  phone: number
  pick: number
  crash?: number | undefined
}

type Step =
  | Change
  | { do: 'sync' | 'tabs'; phone: number; typing?: number | undefined; crash?: number | undefined }
  | { do: 'backup' | 'restore' }

const phone = fc.nat(PHONES - 1)
const pick = fc.nat(5)
const crash = fc.option(fc.nat(14), { nil: undefined, freq: 3 })
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom('save', 'edit', 'edit'), phone, pick, crash }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('delete', 'poison'), phone, pick, crash }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('sync', 'sync', 'sync', 'tabs'),
      phone,
      typing: fc.option(pick, { nil: undefined }),
      crash,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('backup', 'restore') }) },
)

/** What must be true in the end, from what the person was told is saved. */
class Expectation {
  readonly saved = new Set<string>()
  /** Deleted by someone, or refused: no promise is made about these. */
  readonly gone = new Set<string>()
  readonly poison = new Set<string>()
  readonly words = new Map<string, Set<string>>()
  readonly marks = new Map<string, string>()
  restored = false
}

class Run {
  readonly server: MemoryServer
  readonly phones: Phone[]
  readonly expected = new Expectation()
  #backup: ReturnType<MemoryServer['backup']>
  #count = 0

  constructor(maxChanges: number) {
    this.server = new MemoryServer(3, maxChanges)
    this.#backup = this.server.backup()
    this.phones = Array.from({ length: PHONES }, () => new Phone(this.server))
  }

  async step(step: Step): Promise<void> {
    switch (step.do) {
      case 'backup':
        this.#backup = this.server.backup()
        return
      case 'restore':
        this.server.restore(this.#backup)
        this.expected.restored = true
        return
      case 'sync':
        return this.#sync(step.phone, step.typing, step.crash)
      case 'tabs':
        return this.#tabs(step.phone)
      default:
        return this.#change(step)
    }
  }

  async #change(step: Change): Promise<void> {
    if (step.do === 'edit') await this.#edit(step.phone, step.pick, step.crash)
    else if (step.do === 'delete') await this.#delete(step)
    else await this.#save(step, step.do === 'poison')
  }

  async #save(step: Change, poison: boolean): Promise<void> {
    const id = `record-${++this.#count}`
    const data = checkIn({ future: { field: this.#count }, ...(poison && { nearness: 99 }) })
    const mine = this.#phone(step.phone)
    // A crash after the commit leaves the record though nobody was told: it may stay, it may not vanish later.
    if (await mine.survives(step.crash, () => mine.save(id, data))) this.expected.saved.add(id)
    if (!poison) return
    this.expected.poison.add(id)
    this.expected.gone.add(id)
  }

  async #edit(index: number, which: number, crash?: number): Promise<void> {
    const mine = this.#phone(index)
    const id = await this.#choose(mine, which)
    if (id === undefined) return
    const mark = `${++this.#count}`
    const told = await mine.survives(crash, () =>
      mine.edit(id, (data) => ({
        ...data,
        [`mark_${index}`]: mark,
        words: [...((data.words as string[] | undefined) ?? []), mark],
      })),
    )
    if (!told && (await mine.live()).get(id)?.[`mark_${index}`] !== mark) return
    this.expected.marks.set(`${id}/mark_${index}`, mark)
    this.expected.words.set(id, (this.expected.words.get(id) ?? new Set()).add(mark))
  }

  async #delete(step: Change): Promise<void> {
    const mine = this.#phone(step.phone)
    const id = await this.#choose(mine, step.pick)
    if (id === undefined) return
    this.expected.gone.add(id)
    await mine.survives(step.crash, () => mine.remove(id))
  }

  async #sync(index: number, typing?: number, crash?: number): Promise<void> {
    const mine = this.#phone(index)
    const mark = `${++this.#count}`
    const typed = { id: '', told: false }
    const type = async () => {
      const id = await this.#choose(mine, typing)
      if (id === undefined) return
      typed.id = id
      await mine.edit(id, (data) => ({ ...data, [`mark_${index}`]: mark }))
      typed.told = true
    }
    await mine.survives(crash, () => mine.sync(once(type)))
    const { id, told } = typed
    if (told || (await mine.live()).get(id)?.[`mark_${index}`] === mark)
      this.expected.marks.set(`${id}/mark_${index}`, mark)
  }

  /** Two tabs, or a tab and the worker, on a browser without Web Locks. */
  async #tabs(index: number): Promise<void> {
    const mine = this.#phone(index)
    await Promise.all([mine.sync(), mine.sync()])
  }

  async #choose(mine: Phone, which: number | undefined): Promise<string | undefined> {
    if (which === undefined) return undefined
    const ids = [...(await mine.live()).keys()].filter((id) => !this.expected.poison.has(id)).sort()
    return ids[which % Math.max(1, ids.length)]
  }

  #phone(index: number): Phone {
    const mine = this.phones[index]
    if (!mine) throw new Error(`no phone ${index}`)
    return mine
  }
}

function once(work: () => Promise<unknown>): () => Promise<unknown> {
  let done: Promise<unknown> | undefined
  return () => (done ??= work())
}

/** At any moment: what the person sees is the last change of theirs, and the changes form a chain. */
async function checkChain(mine: Phone): Promise<void> {
  const rows = new Map((await mine.rows()).map((row) => [row.id, row]))
  const last = new Map<string, OutboxLine>()
  for (const line of await mine.outbox()) {
    const earlier = last.get(line.id)
    if (earlier) expect(line.before).toEqual({ deleted: earlier.deleted, data: earlier.data })
    else expect(line.base_revision).toBe(rows.get(line.id)?.revision)
    last.set(line.id, line)
  }
  for (const [id, { deleted, data }] of last)
    expect(rows.get(id)).toMatchObject(deleted ? { deleted } : { data })
}

async function settle({ phones }: Run): Promise<void> {
  for (let round = 0; round < 2; round += 1) for (const mine of phones) await mine.sync()
}

async function check(run: Run): Promise<void> {
  const { server, phones, expected } = run
  const held = server.live()
  for (const mine of phones) {
    const shown = await mine.live()
    for (const id of expected.poison) shown.delete(id)
    expect(shown).toEqual(held)
    expect(await mine.outbox()).toEqual([])
  }
  expect([...server.effects.values()].filter((times) => times !== 1)).toEqual([])
  const lasting = [...expected.saved].filter((id) => !expected.gone.has(id))
  expect(lasting.filter((id) => !held.get(id)?.future)).toEqual([])
  await checkPoison(run)
  if (!expected.restored) checkEdits(run, held)
}

async function checkPoison({ phones, expected }: Run): Promise<void> {
  const asides = (await Promise.all(phones.map((mine) => mine.asides()))).flat()
  const ids = new Set(asides.map(({ id }) => id))
  for (const id of expected.poison) if (expected.saved.has(id)) expect(ids.has(id)).toBe(true)
  expect([...ids].filter((id) => !expected.poison.has(id))).toEqual([])
}

function checkEdits({ expected }: Run, held: Map<string, Record<string, unknown>>): void {
  const lasting = [...held].filter(([id]) => !expected.gone.has(id))
  for (const [id, data] of lasting) {
    const marks = [0, 1, 2].map((index) => data[`mark_${index}`])
    expect(marks).toEqual([0, 1, 2].map((index) => expected.marks.get(`${id}/mark_${index}`)))
    expect(new Set(data.words as string[])).toEqual(expected.words.get(id) ?? new Set())
  }
}

test(`phones converge and lose nothing (seed ${SEED}, ${SEQUENCES} sequences)`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 25 }),
      fc.constantFrom(1, 2, 500),
      async (steps, maxChanges) => {
        const run = new Run(maxChanges)
        try {
          for (const mine of run.phones) await mine.signIn()
          for (const one of steps) {
            await run.step(one)
            for (const mine of run.phones) await checkChain(mine)
          }
          await settle(run)
          await check(run)
        } finally {
          await Promise.all(run.phones.map((mine) => mine.scrap()))
        }
      },
    ),
    { seed: SEED, numRuns: SEQUENCES },
  )
}, 600_000)
