"""What lies in a phone's database, asked beside the app: no screen need be open, and a write under way comes first."""

from typing import Any

from playwright.sync_api import Page

OPENED = """
  const asked = indexedDB.open('thaw')
  asked.onerror = () => reject(asked.error)
  asked.onsuccess = () => {
    const done = (value) => { asked.result.close(); resolve(value) }
"""
# Whether so many check-ins lie there.
HOLDS = f"""
(count) => new Promise((resolve, reject) => {{ {OPENED}
    const counted = asked.result.transaction('check_ins').objectStore('check_ins').index('live').count()
    counted.onsuccess = () => done(counted.result === count)
  }}
}})
"""
# What the phone remembers under this key.
REMEMBERED = f"""
(key) => new Promise((resolve, reject) => {{ {OPENED}
    const found = asked.result.transaction('meta').objectStore('meta').get(key)
    found.onsuccess = () => done(found.result)
  }}
}})
"""

# Somebody is at work on what is private, so deleting it waits until `window.go`; `window.asked` once it is asked for.
BUSY = """
new Promise((resolve) => {
  const { transaction } = IDBDatabase.prototype
  window.asked = new Promise((tell) => {
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === 'readwrite' && stores.includes('private') && stores.includes('outbox')) tell()
      return transaction.call(this, stores, mode, options)
    }
  })
  indexedDB.open('thaw').onsuccess = ({ target }) => {
    const pages = transaction.call(target.result, ['private'], 'readwrite').objectStore('private')
    const hold = () => { if (!window.go) pages.count().onsuccess = hold }
    hold()
    resolve()
  }
})
"""


def until(page: Page, asked: str, arg: Any) -> None:
    """Wait until what `asked` promises is true; to Playwright's own waiting any promise is."""
    page.evaluate(
        f"""async (arg) => {{
            const ask = {asked}
            for (const end = Date.now() + 30_000; !(await ask(arg)); await new Promise((next) => setTimeout(next, 20)))
                if (Date.now() > end) throw new Error(`not within 30 seconds: ${{arg}}`)
        }}""",
        arg,
    )
