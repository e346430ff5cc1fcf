import { same } from '../../src/lib/db/same.ts'
import type { OutboxLine, StoredRow } from '../../src/lib/db/types.ts'
import type { Phone } from '../support/phone.ts'
import { PAGE, wordsOf, type Held, type Run } from './run.ts'

/** Thrown by hand: an assertion library weighs more than all the phones do. */
export function must(true_: boolean, what: string, ...seen: unknown[]): void {
  if (!true_) throw new Error(`${what}\n${seen.map((one) => JSON.stringify(one)).join('\n')}`)
}

/** At any moment: what the person sees is the last change of theirs, and the changes form a chain. */
export async function checkChain(mine: Phone): Promise<void> {
  const [stored, outbox] = await mine.rowsAndOutbox()
  const rows = new Map(stored.map((row) => [row.id, row]))
  const last = new Map<string, OutboxLine>()
  for (const line of outbox) {
    must(followsOn(line, last.get(line.id), rows.get(line.id)), 'a chain', line)
    last.set(line.id, line)
  }
  for (const line of last.values()) must(shows(rows.get(line.id), line), 'what was typed', line)
}

function followsOn(line: OutboxLine, earlier?: OutboxLine, row?: StoredRow): boolean {
  if (!earlier) return line.base_revision === row?.revision
  return same(line.before, { deleted: earlier.deleted, data: earlier.data })
}

function shows(row: StoredRow | undefined, { deleted, data }: OutboxLine): boolean {
  return deleted ? row?.deleted === true : same(row?.data, data)
}

/** After everyone has synced in at most two rounds. */
export async function checkEnd(run: Run, held: Held): Promise<void> {
  const { phones, expected } = run
  for (const mine of phones) {
    const shown = await mine.live()
    for (const id of expected.poison) shown.delete(id)
    must(equal(shown, held), 'phone and server hold the same', [...shown], [...held])
    must((await mine.outbox()).length === 0, 'nothing waits')
  }
  const lasting = [...expected.saved].filter((id) => !expected.gone.has(id))
  const lost = lasting.filter((id) => !held.get(id)?.['future'])
  must(lost.length === 0, 'what was said to be saved is there', lost)
  await checkPoison(run)
  if (expected.restored) return
  checkEdits(run, held)
  checkRevived(run, held)
}

/** An edit that nobody who deleted the record had seen brings it back. */
function checkRevived({ expected }: Run, held: Held): void {
  for (const [id, seen] of expected.doomed) {
    const unseen = [...(expected.words.get(id) ?? [])].filter((word) => !seen.has(word))
    must(unseen.length === 0 || held.has(id), 'an edit beats a delete', id, unseen)
  }
}

async function checkPoison({ phones, expected }: Run): Promise<void> {
  const asides = (await Promise.all(phones.map((mine) => mine.asides()))).flat()
  const ids = new Set(asides.map(({ id }) => id))
  for (const id of expected.poison)
    if (expected.saved.has(id)) must(ids.has(id), 'what is refused lies aside', id)
  const others = [...ids].filter((id) => !expected.poison.has(id))
  must(others.length === 0, 'nothing else lies aside', others)
}

function checkEdits({ expected }: Run, held: Held): void {
  const lasting = [...held].filter(([id]) => !expected.gone.has(id) && id !== PAGE)
  for (const [id, data] of lasting) {
    for (const index of [0, 1, 2]) {
      const mark = `mark_${index}`
      must(data[mark] === expected.marks.get(`${id}/${mark}`), 'the last edit of each phone', data)
    }
    const words = new Set(wordsOf(data))
    const added = expected.words.get(id) ?? new Set()
    must(words.size === added.size && [...added].every((word) => words.has(word)), 'words', data)
  }
}

function equal(a: Held, b: Held): boolean {
  return a.size === b.size && [...a].every(([id, data]) => same(data, b.get(id)))
}
