import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { phone } from '../../src/lib/db/database.ts'
import { getMeta, setMeta } from '../../src/lib/db/meta.ts'
import { SETTING_IDS } from '../../src/lib/db/settings.ts'
import type { CollectionName, RecordData } from '../../src/lib/db/types.ts'
import { answerNotifications } from '../../src/service-worker/notifications.ts'
import { answerPushes } from '../../src/service-worker/push.ts'
import { answerSync } from '../../src/service-worker/sync.ts'
import { accountOf } from '../support/phone.ts'
import { emptyPhone, everythingIn, Window, Worker } from '../support/worker.ts'

const NOON = new Date('2026-11-24T12:00:00')
const OVER = 'This was already on its way. There is nothing to do.'
let worker: Worker

beforeEach(async () => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] })
  worker = new Worker()
  globalThis.location = new URL('https://thaw.example/serviceworker.js')
  vi.stubGlobal('self', worker)
  answerPushes()
  answerNotifications()
  answerSync()
  await emptyPhone()
  await setMeta(phone, 'account', accountOf('device'))
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function reminder(delivery: string, day = '2026-11-24', path = '/practise/cyclic-sigh') {
  const ours = { delivery, reminder: 'r', day }
  const navigate = `https://thaw.example${path}?delivery=${delivery}`
  const notification = { title: 'A small pause', body: 'A minute.', navigate, tag: `r:${day}` }
  return { web_push: 8030, mutable: true, notification, thaw: ours }
}

const trial = {
  web_push: 8030,
  notification: { title: 'A small pause', body: 'So it looks.', navigate: '/reminders' },
}

async function put(collection: CollectionName, id: string, data: RecordData): Promise<void> {
  await phone.write([collection], (tx) => tx.objectStore(collection).put({ id, data, revision: 1 }))
}

const set = (key: 'quiet_until' | 'quiet_hours', value: unknown) =>
  put('settings', SETTING_IDS[key], { key, value })
const daily = { kind: 'breathwork', local_time: '12:00', weekdays: [2], time_zone: 'UTC' }

test('a reminder is shown with two ways to answer, and that it was shown is kept', async () => {
  await worker.push(reminder('d'))
  expect(worker.last).toMatchObject({
    title: 'A small pause',
    options: { body: 'A minute.', tag: 'r:2026-11-24', silent: false },
  })
  expect(worker.last?.options.actions?.map(({ action }) => action)).toEqual(['later', 'not_today'])
  expect(await everythingIn('responses')).toMatchObject([{ delivery: 'd', response: 'shown' }])
  expect(await getMeta(phone, 'push_shown')).toEqual({ at: NOON.toISOString(), trial: false })
})

test.each([
  ['20:29', ['later', 'not_today']],
  ['20:30', ['not_today']],
  ['20:59', ['not_today']],
])('at %s, with the quiet hours from nine on, the answers are %j', async (time, actions) => {
  vi.setSystemTime(`2026-11-24T${time}:00`)
  await worker.push(reminder('d'))
  expect(worker.last?.options.body).toBe('A minute.')
  expect(worker.last?.options.actions?.map(({ action }) => action)).toEqual(actions)
})

test('what Safari would show alone, the worker shows with its answers', async () => {
  const { notification, thaw } = reminder('d')
  await worker.pushDeclared({ ...notification, data: thaw })
  expect(worker.last?.options.actions).toHaveLength(2)
  expect(await everythingIn('responses')).toMatchObject([{ delivery: 'd', response: 'shown' }])
})

test('with Thaw in front it is shown all the same, and makes no sound', async () => {
  worker.windows = [new Window('hidden')]
  await worker.push(reminder('d'))
  worker.windows = [new Window('hidden'), new Window('visible')]
  await worker.push(reminder('e'))
  expect(worker.shown.map(({ options }) => options.silent)).toEqual([false, true])
  expect(worker.last?.options.body).toBe('A minute.')
})

test('a trial has no answers, is never quiet, and is told apart', async () => {
  worker.windows = [new Window('visible')]
  await set('quiet_until', '2026-11-25T06:00:00Z')
  await worker.push(trial)
  expect(worker.last?.options).toMatchObject({ body: 'So it looks.', silent: false })
  expect(worker.last?.options.actions).toBeUndefined()
  expect(await getMeta(phone, 'push_shown')).toEqual({ at: NOON.toISOString(), trial: true })
  expect(await everythingIn('responses')).toEqual([])
})

test.each(['later', 'not_today'])(
  '‘%s’ without a network is kept, and waits to be sent',
  async (said) => {
    await worker.push(reminder('d'))
    await worker.tap(worker.last?.options.data, said)
    expect(await everythingIn('responses')).toMatchObject([
      { delivery: 'd', response: said, at: NOON.toISOString() },
      { delivery: 'd', response: 'shown' },
    ])
    expect(worker.tags.at(-1)).toBe('thaw-sync')
    expect(worker.opened).toEqual([])
  },
)

test('a background sync that could not send an answer asks to be tried again', async () => {
  await worker.backgroundSync('thaw-sync')
  await worker.push(reminder('d'))
  await expect(worker.backgroundSync('thaw-sync')).rejects.toThrow('still something to send')
})

test('after ‘Not today’ what still arrives for that day is quiet and asks nothing; the next day is itself', async () => {
  await worker.push(reminder('d'))
  await worker.tap(worker.last?.options.data, 'not_today')
  await worker.push({ ...reminder('e'), thaw: { delivery: 'e', reminder: 's', day: '2026-11-24' } })
  expect(worker.last?.options).toMatchObject({ body: OVER, silent: true })
  expect(worker.last?.options.actions).toBeUndefined()
  await worker.push(reminder('f', '2026-11-25'))
  expect(worker.last?.options).toMatchObject({ body: 'A minute.', silent: false })
})

test.each<[string, () => Promise<void>]>([
  ['Help was opened', () => set('quiet_until', '2026-11-25T06:00:00Z')],
  ['these hours are quiet', () => set('quiet_hours', { from: '11:00', to: '13:00' })],
  ['it was switched off', () => put('reminders', 'r', { ...daily, enabled: false })],
  [
    'it was deleted',
    () =>
      phone.write(['reminders'], async (tx) => {
        await tx.objectStore('reminders').put({ id: 'r', data: {}, revision: 1, deleted: true })
      }),
  ],
  ['it pauses', () => put('reminders', 'r', { ...daily, paused_until: '2026-11-25' })],
  [
    'the exercise is done',
    () => put('practices', 'p', { exercise: 'cyclic-sigh', started_at: NOON.toISOString() }),
  ],
])('it is quiet, too, when %s and the server does not know', async (_why, happened) => {
  await happened()
  await worker.push(reminder('d'))
  expect(worker.shown).toHaveLength(1)
  expect(worker.last?.options).toMatchObject({ body: OVER, silent: true })
})

test('where no quiet hours were chosen, the usual ones hold', async () => {
  vi.setSystemTime('2026-11-24T21:30:00')
  await worker.push(reminder('d'))
  expect(worker.last?.options).toMatchObject({ body: OVER, silent: true })
  await set('quiet_hours', { from: '00:00', to: '00:00' })
  await worker.push(reminder('e'))
  expect(worker.last?.options.body).toBe('A minute.')
})

test('a quiet that a wrong clock has put years ahead silences nothing', async () => {
  await set('quiet_until', '2031-01-01T00:00:00Z')
  await worker.push(reminder('d'))
  expect(worker.last?.options.body).toBe('A minute.')
})

test('what is true no longer, or of another day, hushes nothing', async () => {
  await set('quiet_until', '2026-11-22T01:00:00Z')
  await set('quiet_hours', { from: '21:00', to: '09:00' })
  await put('reminders', 'r', { ...daily, paused_until: '2026-11-24' })
  await put('practices', 'p', { exercise: 'cyclic-sigh', started_at: '2026-11-22T12:00:00Z' })
  await setMeta(phone, 'not_today', '2026-11-23')
  await worker.push(reminder('d'))
  expect(worker.last?.options.body).toBe('A minute.')
})

test.each([
  ['check_in', OVER],
  ['glimmer', 'A minute.'],
])('a %s of today answers a reminder to check in or not', async (kind, body) => {
  await put('reminders', 'r', { ...daily, kind: 'check_in' })
  await put('check_ins', 'c', { kind, occurred_at: NOON.toISOString() })
  await worker.push(reminder('d', '2026-11-24', '/'))
  expect(worker.last?.options.body).toBe(body)
})

test('on a phone without room it is shown all the same', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await worker.push(reminder('d')).catch(() => undefined)
  expect(worker.shown).toHaveLength(1)
})

test('a tap opens the right screen, and it is an answer', async () => {
  await worker.push(reminder('d'))
  await worker.tap(worker.last?.options.data)
  expect(worker.opened).toEqual(['/practise/cyclic-sigh?delivery=d'])
  expect(await getMeta(phone, 'target')).toMatchObject({ path: '/practise/cyclic-sigh?delivery=d' })
  expect(await everythingIn('responses')).toContainEqual(
    expect.objectContaining({ delivery: 'd', response: 'opened' }),
  )
})

test('where Thaw is open already, a tap brings it to the front and there', async () => {
  const [front, behind] = [new Window('hidden'), new Window('hidden')]
  worker.windows = [front, behind]
  await worker.push(reminder('d'))
  await worker.tap(worker.last?.options.data)
  expect([front.focused, behind.focused, worker.opened]).toEqual([true, false, []])
  expect(front.told).toEqual([{ type: 'TARGET' }])
})

async function tapBeside(...windows: Window[]): Promise<void> {
  worker.windows = windows
  await worker.push(reminder('d'))
  await worker.tap(worker.last?.options.data)
}

test.each(['/api/docs/', '/admin/', '/email/confirm/abc/', '/nowhere'])(
  'a page at %s is no screen of Thaw: nobody would hear of the tap there',
  async (path) => {
    const [server, screen] = [new Window('visible', path), new Window('hidden', '/journey?day=1')]
    await tapBeside(server, screen)
    expect([server.focused, server.told, screen.focused]).toEqual([false, [], true])
    expect(screen.told).toEqual([{ type: 'TARGET' }])
    await tapBeside(server)
    expect([server.focused, worker.opened]).toEqual([false, ['/practise/cyclic-sigh?delivery=d']])
  },
)

test('where the open page cannot come to the front, another opens; where none can, it is told', async () => {
  const page = new Window('hidden')
  page.stuck = true
  await tapBeside(page)
  expect([worker.opened, page.told]).toEqual([['/practise/cyclic-sigh?delivery=d'], []])
  worker.locked = true
  await tapBeside(page)
  expect([worker.opened.length, page.told]).toEqual([1, [{ type: 'TARGET' }]])
})
