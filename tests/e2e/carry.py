"""Files to take along and to bring in, and changes that a server refused: what brings their screens into a state."""

from typing import Any

from playwright.sync_api import Page, expect

PASSPHRASE = "a kettle and four blue gates"
DAYLIO = """\ufefffull_date,date,weekday,time,mood,activities,scales,note_title,note
2026-05-20,May 20,Wednesday,22:13,good,"music | knitting",,,"on the train"
2026-05-19,May 19,Tuesday,8:30 pm,worn,,,,""
2026-02-30,x,x,20:00,good,,,,
"""
# As a server's refusal leaves them.
ASIDE = """
() => new Promise((resolve) => {
  const id = '00000000-0000-4000-8000-00000000000c'
  const data = { kind: 'check_in', occurred_at: '2026-11-20T19:30:00Z', time_zone: 'Mars/Olympus', nearness: 3 }
  const errors = [{ code: 'invalid', detail: 'time_zone is not a known IANA time zone', attr: 'time_zone' }]
  const opening = indexedDB.open('thaw')
  opening.onsuccess = () => {
    const tx = opening.result.transaction(['set_aside', 'check_ins'], 'readwrite')
    tx.objectStore('check_ins').put({ id, data, revision: null })
    const change = { collection: 'check_ins', id, before: null, deleted: false, data }
    tx.objectStore('set_aside').put({ op_id: id, ...change, errors })
    tx.oncomplete = () => resolve(opening.result.close())
  }
})
"""


def choose(page: Page, name: str, content: bytes) -> None:
    file: Any = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.get_by_label("Choose a file").set_input_files(file)


def locked(page: Page) -> None:
    page.get_by_label("Everything, locked").check()
    page.get_by_role("button", name="Make the file").click()
    expect(page.get_by_text("That is shorter than 12 letters.")).to_be_visible()


def previewed(page: Page) -> None:
    choose(page, "daylio.csv", DAYLIO.encode())
    expect(page.get_by_role("button", name="Bring it in")).to_be_visible()


def unsynced(page: Page) -> None:
    page.evaluate(ASIDE)
    page.reload()
    expect(page.get_by_role("heading", name="Set aside: 1 change")).to_be_visible()
    page.get_by_text("What it says, to copy").first.click()
