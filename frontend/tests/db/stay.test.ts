import { deleteDB } from 'idb'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Database } from '../../src/lib/db/database.ts'
import { setMeta } from '../../src/lib/db/meta.ts'
import { commitChange } from '../../src/lib/db/records.ts'
import { askToStay, stayWhenSaved } from '../../src/lib/db/stay.ts'
import { checkIn } from '../support/check-in.ts'

const DAY_MS = 24 * 3_600_000
const NOW = new Date('2026-11-23T20:30:00Z')

/** A browser that answers `answer` when it is asked, and remembers a yes. */
class Browser {
  asked = 0
  onAsked: (asked: boolean) => void = () => undefined
  #stays = false

  constructor(private readonly answer: boolean) {}

  readonly persisted = () => Promise.resolve(this.#stays)

  readonly persist = () => {
    this.asked += 1
    this.#stays = this.answer
    this.onAsked(true)
    return Promise.resolve(this.answer)
  }
}

let database: Database

beforeEach(() => {
  database = new Database('stay')
})

afterEach(async () => {
  await database.close()
  await deleteDB('stay')
})

function save(): Promise<unknown> {
  const op_id = crypto.randomUUID()
  return commitChange(database, {
    op_id,
    collection: 'check_ins',
    id: op_id,
    next: () => checkIn(),
  })
}

test('the browser is asked at the first save, not before, and once a visit', async () => {
  const browser = new Browser(true)
  const asked = new Promise((resolve) => {
    browser.onAsked = resolve
  })
  stayWhenSaved(database, browser)
  await setMeta(database, 'vibration', true)
  expect(browser.asked).toBe(0)
  await save()
  await asked
  await save()
  expect(browser.asked).toBe(1)
})

test('once it stays nobody asks again', async () => {
  const browser = new Browser(true)
  expect(await askToStay(database, browser, NOW)).toBe(true)
  expect(await askToStay(database, browser, NOW)).toBe(true)
  expect(browser.asked).toBe(1)
})

test('a no is left alone for a month', async () => {
  const browser = new Browser(false)
  for (const days of [0, 1, 29, 30, 31])
    expect(await askToStay(database, browser, new Date(NOW.getTime() + days * DAY_MS))).toBe(false)
  expect(browser.asked).toBe(2)
})

test('a browser that cannot be asked is not', async () => {
  expect(await askToStay(database, {}, NOW)).toBe(false)
})
