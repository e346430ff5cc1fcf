"""What brings an opened screen into the state that is looked at; each function returns when it stands."""

import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Locator, Page, expect

from tests.e2e.notes import keep_notes

# Chromium offers its prompt only where a person has been for a while; this is the same event with an answer.
OFFER = """outcome => {
  const offer = new Event('beforeinstallprompt', { cancelable: true })
  offer.prompt = async () => { window.asked = (window.asked ?? 0) + 1 }
  offer.userChoice = Promise.resolve({ outcome })
  dispatchEvent(offer)
}"""
# The database of a phone that is full.
NO_ROOM = """
() => {
  IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
}
"""
# Put these rows on the phone, as if they had been noted, and take away what was noted before.
LIVED = """
({ check_ins, signals, forget }) => new Promise((resolve) => {
  const open = () => {
    const opening = indexedDB.open('thaw')
    // The app makes its own database; one that is not made yet is waited for, and never made here.
    opening.onupgradeneeded = () => opening.transaction.abort()
    opening.onerror = () => requestAnimationFrame(open)
    opening.onsuccess = () => fill(opening)
  }
  const fill = (opening) => {
    const tx = opening.result.transaction(['check_ins', 'private', 'meta', 'outbox'], 'readwrite')
    for (const store of ['check_ins', 'private', 'outbox']) tx.objectStore(store).clear()
    for (const key of forget) tx.objectStore('meta').delete(key)
    for (const [minutes, fields] of check_ins) {
      const occurred_at = new Date(Date.now() - minutes * 60000).toISOString().replace(/\\.\\d+Z/, 'Z')
      const data = { kind: 'check_in', occurred_at, time_zone: 'Europe/Berlin', ...fields }
      tx.objectStore('check_ins').put({ id: crypto.randomUUID(), revision: null, data })
    }
    for (const data of signals)
      tx.objectStore('private').put({ id: crypto.randomUUID(), kind: 'signal', data })
    tx.oncomplete = () => { opening.result.close(); resolve(true) }
  }
  open()
})
"""
DAY = 24 * 60
JAW = {"zone": "jaw", "side": "front", "mark": "tight"}
CHEST = {"zone": "chest", "side": "front", "mark": "blank"}


def as_it_is(page: Page) -> None:
    """Look at the screen as it opens."""


def answered(page: Page) -> None:
    page.get_by_role("button", name="Behind glass", exact=True).click()
    expect(page.get_by_role("heading", name="A little more, if you like")).to_be_visible()


def closed(page: Page) -> None:
    answered(page)
    page.get_by_role("button", name="Done", exact=True).click()
    expect(page.get_by_role("heading", name="That is noted.")).to_be_visible()


def written(page: Page) -> None:
    page.get_by_label("Your page").fill("Rain on the window, and the kettle.")
    expect(page.get_by_role("status").filter(has_text="Kept, only on this phone.")).to_be_visible()


def week(page: Page) -> None:
    page.get_by_role("button", name="Week", exact=True).click()
    expect(page.get_by_role("button", name="The week before")).to_be_visible()
    expect(page.locator("main ol li")).to_have_count(7)


def year(page: Page) -> None:
    page.get_by_role("button", name="Year", exact=True).click()
    expect(page.locator("main ol li")).to_have_count(12)


def noticed(page: Page) -> None:
    keep_notes(page, datetime.now(UTC))
    page.reload()
    expect(page.get_by_role("heading", name="What you tried")).to_be_visible()
    for summary in page.locator("main summary").all():
        summary.click()


def first_card_open(page: Page) -> None:
    page.locator("summary").first.click()


def looked_at(page: Page) -> None:
    page.get_by_text("What was looked at").click()
    expect(page.get_by_text("Reminders are allowed")).to_be_visible()


def abroad(page: Page) -> None:
    page.get_by_label("Numbers for").select_option(label="Greece")
    expect(page.get_by_text("We have found no crisis line in Greece")).to_be_visible()


def honest(page: Page) -> None:
    page.get_by_role("button", name="What to know").click()
    expect(page.get_by_role("heading", name="Before you begin")).to_be_visible()


def invited(page: Page) -> None:
    page.evaluate(OFFER, "dismissed")
    expect(page.get_by_role("heading", name="Keep Thaw close?")).to_be_visible()


def full(page: Page) -> None:
    page.evaluate(NO_ROOM)
    page.get_by_role("button", name="Nothing", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("This phone has no room left")


def kept(page: Page) -> None:
    page.get_by_role("button", name="Keep this moment").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()


def asked(page: Page) -> None:
    page.get_by_role("button", name="Delete everything on this phone").click()
    expect(page.get_by_role("button", name="Keep it")).to_be_visible()


def offline(page: Page) -> None:
    page.context.set_offline(True)
    answered(page)


def started(page: Page, shown: Locator) -> bool:
    """Start the practice, unless one that was under way on this phone goes on with what is `shown`."""
    start = page.get_by_role("button", name="Start", exact=True)
    expect(start.or_(shown)).to_be_visible()
    if fresh := start.is_visible():
        start.click()
    return fresh


def practising(page: Page) -> None:
    left = page.get_by_role("timer")
    started(page, left)
    expect(left).to_be_visible()


def with_sound(page: Page) -> None:
    """Choose rain; a sound that was chosen before waits for a tap first."""
    practising(page)
    sound = page.get_by_role("button", name=re.compile("^Sound"))
    if "Tap" in sound.inner_text():
        sound.click()
        expect(sound).not_to_contain_text("Tap")
    sound.click()
    page.get_by_role("button", name="Rain", exact=True).click()
    expect(page.get_by_text("Sound: rain.")).to_be_visible()


def with_own_breath(page: Page) -> None:
    practising(page)
    page.get_by_role("button", name="Breath 5.5 · 5.5").click()
    expect(page.get_by_role("button", name="As it was")).to_be_visible()


def stopped(page: Page) -> None:
    if started(page, page.get_by_role("heading", name="It has stopped.")):
        page.keyboard.press("Escape")
    expect(page.get_by_text("Saved on this phone")).to_be_visible()


def practised(page: Page) -> None:
    if started(page, page.get_by_role("heading", name="That is all of it.")):
        for _ in range(3):
            page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Less", exact=True).click()
    expect(page.get_by_text("Saved on this phone")).to_be_visible()


def unsafe(page: Page) -> None:
    page.get_by_label("Search, or tell me how it is").fill("hurt myself")
    expect(page.get_by_role("link", name="You don’t have to hold this alone")).to_be_visible()
    expect(page.get_by_role("heading", name="Something to hold on to, meanwhile")).to_be_visible()


def sources_open(page: Page) -> None:
    page.get_by_text("Where this comes from").click()
    expect(page.get_by_text("The rest is written by us.")).to_be_visible()


def marked(page: Page) -> None:
    """Mark the card, unless this phone has it marked already."""
    mark = page.get_by_role("button", name="This sounds like me")
    expect(mark.or_(page.get_by_text("Only on this phone"))).to_have_count(2)
    if mark.get_attribute("aria-pressed") == "false":
        mark.click()
    expect(mark).to_have_attribute("aria-pressed", "true")


OFFERED = ["flatness_offered_at", "gap_passed"]


def live(
    page: Page,
    check_ins: list[tuple[int, dict[str, Any]]],
    signals: list[dict[str, Any]] | None = None,
    *,
    forget: list[str] = OFFERED,
) -> None:
    """Make these the check-ins of the phone, each so many minutes ago, and these its signals; forget past offers."""
    shown = page.url
    # Where no Today is that would see half of it, and the app has made its database.
    page.goto(urljoin(shown, "/privacy"))
    page.evaluate(LIVED, {"check_ins": check_ins, "signals": signals or [], "forget": forget})
    page.goto(shown, wait_until="networkidle")


def after_a_gap(page: Page) -> None:
    live(page, [(20 * DAY, {"nearness": 4}), (9 * DAY, {"absence": "behind_glass"})])
    expect(page.get_by_role("region", name="Back again")).to_be_visible()


def far_for_a_fortnight(page: Page) -> None:
    live(page, [(day * DAY, {"absence": "nothing"}) for day in range(1, 15)])
    expect(page.get_by_role("region", name="It has been far away for a while")).to_be_visible()


def telling(page: Page) -> None:
    far_for_a_fortnight(page)
    page.get_by_role("button", name="Tell someone").click()
    expect(page.get_by_label("A few words, to change as you like")).to_be_visible()


def asked_about_a_signal(page: Page) -> None:
    live(page, [(minutes, {"nearness": 4, "body": [JAW], "words": ["angry"]}) for minutes in (2, 2 * DAY)])
    expect(page.get_by_role("region", name="Tight jaw, and ‘angry’")).to_be_visible()


def with_signals(page: Page) -> None:
    links = [{**JAW, "word": "angry"}, {**CHEST, "word": "lonely"}]
    live(page, [], [{**link, "confirmed_at": f"2026-11-0{day}T08:00:00.000Z"} for day, link in enumerate(links, 3)])
    expect(page.get_by_role("heading", name="Tight jaw")).to_be_visible()


def worded(page: Page) -> None:
    """Choose senses and words, unless they are chosen already."""
    for name in ("cool", "heavy", "grey", "woolly"):
        press(page, name)
    expect(page.get_by_role("group", name="Some people would say").get_by_role("button").first).to_be_visible()


def on_the_body(page: Page) -> None:
    zone = page.get_by_role("button", name="Chest", exact=False).first
    if "no mark" in (zone.get_attribute("aria-label") or zone.inner_text()):
        zone.focus()
        page.keyboard.press("Enter")


def as_a_list(page: Page) -> None:
    page.get_by_role("button", name="As a list").click()
    expect(page.get_by_role("region", name="Front")).to_be_visible()


def habit_noted(page: Page) -> None:
    habit = page.get_by_role("switch", name="Screens")
    if habit.get_attribute("aria-checked") == "false":
        habit.click()
    expect(page.get_by_role("slider")).to_have_count(2)


def press(page: Page, name: str) -> None:
    button = page.get_by_role("button", name=name, exact=True).first
    if button.get_attribute("aria-pressed") == "false":
        button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
