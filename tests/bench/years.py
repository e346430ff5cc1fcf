"""Ten years of a person's notes, made up evenly and the same each time, straight into a phone's database."""

from playwright.sync_api import Page

FILL = """
(count) => new Promise((resolve, reject) => {
  const YEARS_MS = 10 * 365.25 * 86400e3
  let seed = 7
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647
  const pick = (list) => list[Math.floor(random() * list.length)]
  const some = (list, n) => [...new Set(Array.from({ length: n }, () => pick(list)))]
  const own = crypto.randomUUID()
  const ABSENCES = ['nothing', 'cannot_tell', 'behind_glass', 'too_mixed']
  const ZONES = ['head', 'jaw', 'neck', 'chest', 'belly', 'left_hand', 'right_foot', 'left_shoulder']
  const MARKS = ['blank', 'blank', 'blank', 'warm', 'tight', 'heavy']
  const TAGS = ['people', 'work', 'slept_little', 'outdoors', 'at_home', 'music', 'conflict', 'loss']
  const WORDS = ['numb', 'far-away', 'hollow', 'calm', 'tired', 'tender', 'uneasy', 'weary', `own:${own}`]
  const nearness = () => Math.floor(random() * 11)
  const answer = () => (random() < 0.35 ? { absence: pick(ABSENCES) } : { nearness: nearness() })
  const whole = (occurred_at) => ({
    kind: 'check_in', occurred_at, time_zone: 'Europe/Berlin', ...answer(), world_nearness: nearness(),
    energy: random() * 2 - 1, pleasantness: random() * 2 - 1, words: some(WORDS, 3),
    senses: { temperature: 'cool', weight: 'heavy', colour: 'blue', texture: 'woolly', sound: 'hum' },
    body: some(ZONES, 5).map((zone) => ({ zone, side: 'front', mark: pick(MARKS) })),
    around: some(TAGS, 3), experiences: ['autopilot', 'guilt'],
    habits: [{ habit: pick(['work', 'screens', 'being_alone']), before: nearness(), after: nearness() }],
  })
  const practice = (started_at) => ({
    exercise: pick(['feet-on-the-floor', 'longer-out-breath', 'push-the-wall', 'cyclic-sigh']), started_at,
    ended_by: 'finished', nearness_before: nearness(), nearness_after: nearness(), thaw: pick(['more', 'same', 'less']),
  })
  const opening = indexedDB.open('thaw')
  opening.onsuccess = () => {
    const tx = opening.result.transaction(['check_ins', 'practices', 'private'], 'readwrite')
    const put = (store, data) => tx.objectStore(store).put({ id: crypto.randomUUID(), revision: null, data })
    for (let n = 0; n < count; n++) {
      const at = new Date(Date.now() - ((n + random()) * YEARS_MS) / count).toISOString().slice(0, 19) + 'Z'
      put('check_ins', whole(at))
      if (n % 4 === 0) put('practices', practice(at))
    }
    for (const days of [20, 200]) {
      const from = Date.now() - days * 86400e3
      const [occurred_at, ended_at] = [from, from + 9 * 86400e3].map((ms) => new Date(ms).toISOString())
      put('check_ins', { kind: 'foggy_span', occurred_at, ended_at, time_zone: 'Europe/Berlin' })
    }
    tx.objectStore('private').put({ id: own, kind: 'own', data: { text: 'like cotton wool', list: 'words' } })
    tx.onabort = () => reject(tx.error)
    tx.oncomplete = () => resolve(opening.result.close())
  }
})
"""


def fill(page: Page, count: int) -> None:
    """Write `count` check-ins with all their fields, practices, two foggy spans and an own word, back from now."""
    page.evaluate(FILL, count)
