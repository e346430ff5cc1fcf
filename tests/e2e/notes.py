"""What check-ins may hold beside an answer, and practices, written straight into the phone's database."""

from datetime import datetime, timedelta
from typing import Any

from playwright.sync_api import Page

PUT = """
(rows) => new Promise((resolve, reject) => {
  const opening = indexedDB.open('thaw')
  opening.onsuccess = () => {
    const tx = opening.result.transaction(['check_ins', 'practices', 'private'], 'readwrite')
    for (const [store, row] of rows) tx.objectStore(store).put({ id: crypto.randomUUID(), revision: null, ...row })
    tx.onabort = () => reject(tx.error)
    tx.oncomplete = () => resolve(opening.result.close())
  }
})
"""
OWN = "00000000-0000-4000-8000-00000000000a"
CHEST = {"zone": "chest", "side": "front", "mark": "blank"}


def keep_notes(page: Page, now: datetime) -> None:
    """Note five times, on five days up to `now`, all that can be noted; practise, and have been in a fog before."""
    days = [now - timedelta(days=n) for n in range(5)]
    rows: list[Any] = [["check_ins", {"data": whole(day)}] for day in days]
    rows[0][1]["data"]["words"].append(f"own:{OWN}")
    rows += [["practices", {"data": practice(day, n)}] for n, day in enumerate(days)]
    fog = {"kind": "foggy_span", "occurred_at": stamp(days[-1] - timedelta(days=6)), "ended_at": stamp(days[-1])}
    rows.append(["check_ins", {"data": {**fog, "time_zone": "Europe/Berlin"}}])
    rows.append(["private", {"id": OWN, "kind": "own", "data": {"text": "like wool", "list": "words"}}])
    page.evaluate(PUT, rows)


def whole(at: datetime) -> dict[str, Any]:
    return {
        "kind": "check_in",
        "occurred_at": stamp(at),
        "time_zone": "Europe/Berlin",
        "nearness": 3,
        "pleasantness": -0.7,
        "energy": -0.3,
        "words": ["numb"],
        "body": [CHEST, {"zone": "jaw", "side": "front", "mark": "tight"}],
        "around": ["outdoors", "slept_little"],
        "habits": [{"habit": "screens", "before": 2, "after": 4}],
    }


def practice(at: datetime, n: int) -> dict[str, Any]:
    """Return one from 2 to 3, and for the first one from nothing to 3."""
    before = {"nearness_before": 2} if n else {"absence_before": "nothing"}
    return {"exercise": "feet-on-the-floor", "started_at": stamp(at), **before, "nearness_after": 3}


def stamp(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
