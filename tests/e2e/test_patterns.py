"""A pane for each day, the same in words, and the way into a day; quick with years of notes."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.browser import Phone
from tests.e2e.steps import check_in, glimmer, near

PANES = "main ol a"
# Ten thousand check-ins, four a day, back from `now`.
FILL = """
(now) => new Promise((resolve) => {
  const opening = indexedDB.open('thaw')
  opening.onsuccess = () => {
    const tx = opening.result.transaction('check_ins', 'readwrite')
    for (let n = 0; n < 10000; n++) {
      const occurred_at = new Date(now - n * 6 * 3600e3).toISOString().slice(0, 19) + 'Z'
      const data = { kind: 'check_in', occurred_at, time_zone: 'Europe/Berlin', nearness: n % 11 }
      tx.objectStore('check_ins').put({ id: crypto.randomUUID(), revision: null, data })
    }
    tx.oncomplete = () => resolve(true)
  }
})
"""
SOON_MS = 500


def lived(phone: Phone) -> Page:
    """Answer on two days of November 2026: twice and with a glimmer on the 3rd, once on the 5th."""
    page = phone.open()
    for at in ("2026-11-03T09:00:00+01:00", "2026-11-03T19:00:00+01:00"):
        page.clock.set_fixed_time(at)
        page.goto(phone.url)
        near(page, 2) if "T09" in at else check_in(page, "Behind glass")
    page.clock.set_fixed_time("2026-11-03T20:00:00+01:00")
    glimmer(page, phone.url)
    page.clock.set_fixed_time("2026-11-05T20:00:00+01:00")
    page.goto(phone.url)
    near(page, 8)
    page.goto(f"{phone.url}/patterns")
    return page


def test_each_day_is_a_pane_and_the_month_is_told_in_words(phone: Phone) -> None:
    page = lived(phone)
    expect(page.locator(PANES)).to_have_count(2)
    said = [pane.get_attribute("aria-label") for pane in page.locator(PANES).all()]
    assert said == [
        "Tuesday 3 November: Behind glass; 2 check-ins; 1 glimmer",
        "Thursday 5 November: 8 of 10, near",
    ]
    words = page.get_by_role("heading", name="In words").locator("..")
    assert words.get_by_role("listitem").all_inner_texts() == [
        "3 check-ins",
        "How near feelings felt: twice",
        "Behind glass: once",
        "1 glimmer",
    ]
    assert re.search(r"missed|streak|average|every day", page.locator("main").inner_text(), re.IGNORECASE) is None


def test_a_pane_opens_its_day_and_the_way_back_leads_to_its_month(phone: Phone) -> None:
    page = lived(phone)
    page.get_by_role("button", name="The month before").click()
    expect(page.get_by_text("Nothing is noted in this month.")).to_be_visible()
    page.get_by_role("button", name="The month after").click()
    page.locator(PANES).first.click()
    expect(page.get_by_role("heading", level=1, name="Tuesday 3 November")).to_be_visible()
    assert page.locator("main a[href^='/check-ins/']").count() == 3
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_role("heading", name="November 2026")).to_be_visible()


def test_with_ten_thousand_check_ins_a_month_is_there_at_once(phone: Phone) -> None:
    page = phone.open("/patterns")
    page.clock.set_fixed_time("2026-11-20T20:00:00Z")
    expect(page.get_by_role("heading", name="In words")).to_be_visible()
    page.evaluate(FILL, 1795204800000)
    page.goto(f"{phone.url}/patterns")
    expect(page.get_by_text(re.compile(r"^\d+ check-ins$"))).to_be_visible()
    took = page.evaluate(
        """async () => {
          const begun = performance.now()
          document.querySelector('[aria-label="The month before"]').click()
          while (![...document.querySelectorAll('li')].some((line) => line.textContent === '124 check-ins')) {
            await new Promise(requestAnimationFrame)
          }
          return performance.now() - begun
        }"""
    )
    assert took < SOON_MS
