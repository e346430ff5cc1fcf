"""Thaw's own build in a real browser, against a real server."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright

from tests.bench.sync.measure import Figures, measured, slow
from tests.bench.sync.notes import CHECK_INS
from tests.e2e.browser import Phone
from tests.e2e.steps import agree_to_sync

OPEN = """
const open = () => new Promise((resolve, reject) => {
  const asked = indexedDB.open('thaw')
  asked.onsuccess = () => resolve(asked.result)
  asked.onerror = () => reject(asked.error)
})
const done = (tx) => new Promise((resolve, reject) => {
  tx.oncomplete = resolve
  tx.onerror = () => reject(tx.error)
})
const result = (asked) => new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)))
"""
# Rows and outbox lines, as saving them one by one would have left them.
FILL = f"""
async (count) => {{
  {OPEN}
  const database = await open()
  const tx = database.transaction(['check_ins', 'outbox'], 'readwrite')
  for (const data of ({CHECK_INS})(count)) {{
    const id = crypto.randomUUID()
    tx.objectStore('check_ins').put({{ id, data, revision: null }})
    tx.objectStore('outbox').add({{
      op_id: crypto.randomUUID(), collection: 'check_ins', id, base_revision: null, before: null, deleted: false, data,
      alone: true
    }})
  }}
  await done(tx)
  database.close()
}}
"""
# From the word that the network is back until the phone knows that everything is done.
SYNC = f"""
async (rows) => {{
  {OPEN}
  const database = await open()
  const channel = new BroadcastChannel('thaw')
  const started = performance.now()
  const finished = new Promise((resolve) => {{
    channel.onmessage = async () => {{
      const tx = database.transaction(['meta', 'check_ins', 'outbox'])
      const progress = await result(tx.objectStore('meta').get('sync'))
      // A count walks along all there is: asked only when it may be the last time.
      if (!progress?.acknowledged) return
      const took = performance.now() - started
      const [held, waiting] = await Promise.all([
        result(tx.objectStore('check_ins').count()),
        result(tx.objectStore('outbox').count()),
      ])
      if (held >= rows && waiting === 0) resolve(took)
    }}
  }})
  dispatchEvent(new Event('online'))
  const took = await finished
  channel.close()
  database.close()
  return took
}}
"""
ACCOUNT = f"""
async (account) => {{
  {OPEN}
  const database = await open()
  const tx = database.transaction('meta', account ? 'readwrite' : 'readonly')
  if (account) tx.objectStore('meta').put(account, 'account')
  const known = await result(tx.objectStore('meta').get('account'))
  database.close()
  return known
}}
"""


class Ours:
    def __init__(self, playwright: Playwright, folder: Path, url: str) -> None:
        self.playwright, self.folder, self.url = playwright, folder, url
        self.phones: list[Phone] = []

    def up_and_down(self, count: int, *, slowly: bool = False) -> tuple[Figures, Figures]:
        """Send `count` check-ins from one phone, then take them in on another of the same account."""
        first = self.page()
        agree_to_sync(first, self.url)
        first.goto(f"{self.url}/licences", wait_until="networkidle")
        first.evaluate(FILL, count)
        up = self.run(first, count, slowly=slowly)
        second = self.beside(first)
        down = self.run(second, count, slowly=slowly)
        self.close()
        return up, down

    def run(self, page: Page, count: int, *, slowly: bool) -> Figures:
        if slowly:
            slow(page)
        return measured(page, SYNC, count, count)

    def beside(self, first: Page) -> Page:
        """Open another phone that is signed in to the account of `first` and knows nothing of it yet."""
        page = self.page()
        page.goto(f"{self.url}/licences", wait_until="networkidle")
        page.context.add_cookies(
            [{"name": c["name"], "value": c["value"], "url": self.url} for c in first.context.cookies()]
        )
        account: dict[str, Any] = first.evaluate(ACCOUNT, None)
        page.evaluate(ACCOUNT, account)
        return page

    def page(self) -> Page:
        phone = Phone(
            self.playwright, self.folder / f"ours-{len(self.phones)}-{id(self)}", self.url, service_workers="block"
        )
        self.phones.append(phone)
        return phone.open()

    def close(self) -> None:
        for phone in self.phones:
            phone.close()
