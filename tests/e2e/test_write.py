"""Pages of one's own: kept by themselves, found again, and never sent."""

from playwright.sync_api import Page, expect

from tests.e2e.browser import Phone, controlled
from tests.e2e.site import Site
from tests.e2e.steps import agree_to_sync, check_in, records, synced
from tests.e2e.test_offline import unzipped

CANARY = "The canary sang at four."
OUTBOX = """
() => new Promise((resolve) => {
  const opening = indexedDB.open('thaw')
  opening.onsuccess = () => {
    const all = opening.result.transaction('outbox').objectStore('outbox').getAll()
    all.onsuccess = () => resolve(JSON.stringify(all.result))
  }
})
"""


def keep(page: Page, text: str) -> None:
    page.get_by_label("Your page").fill(text)
    expect(page.get_by_role("status").filter(has_text="Kept, only on this phone.")).to_be_visible()


def test_a_page_keeps_itself_and_survives_the_browser_being_killed(phone: Phone) -> None:
    keep(phone.open("/write"), "Rain on the window.")
    phone.kill()
    page = phone.open("/write")
    page.get_by_role("link", name="Go on with your last page").click()
    expect(page.get_by_label("Your page")).to_have_value("Rain on the window.")
    page.get_by_role("link", name="Back").click()
    page.get_by_role("link", name="Rain on the window.").click()
    expect(page.get_by_label("Your page")).to_have_value("Rain on the window.")
    keep(page, "Rain, and the kettle.")
    page.reload()
    expect(page.get_by_label("Your page")).to_have_value("Rain, and the kettle.")


def test_a_deleted_page_can_be_brought_back(phone: Phone) -> None:
    page = phone.open("/write")
    keep(page, "Not for long.")
    page.get_by_role("button", name="A new page").click()
    page.get_by_role("link", name="Not for long.").click()
    page.get_by_role("button", name="Delete this page").click()
    expect(page.get_by_role("heading", level=1, name="Write")).to_be_visible()
    expect(page.get_by_role("link", name="Not for long.")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("link", name="Not for long.")).to_be_visible()
    expect(page.get_by_role("heading", level=1, name="Write")).to_be_focused()


def test_a_way_to_begin_stands_above_the_page_and_writes_nothing_into_it(phone: Phone) -> None:
    page = phone.open("/write")
    page.get_by_role("button", name="Three words for the body").click()
    expect(page.get_by_text("Three words for how the body is, then one sentence.")).to_be_visible()
    expect(page.get_by_label("Your page")).to_have_value("")
    keep(page, "Heavy, blank, warm.")
    page.reload()
    page.get_by_role("link", name="Heavy, blank, warm.").click()
    expect(page.get_by_text("Three words for how the body is, then one sentence.")).to_be_visible()


def test_what_is_written_never_leaves_the_phone(phone: Phone, site: Site) -> None:
    sent: list[bytes] = []
    page = controlled(phone.open())
    page.context.on("request", lambda request: sent.append(unzipped(request.post_data_buffer or b"")))
    agree_to_sync(page, phone.url)
    page.goto(f"{phone.url}/write")
    keep(page, CANARY)
    page.goto(phone.url)
    check_in(page, "Nothing")
    expect(synced(page)).to_be_visible()
    assert [record["absence"] for record in records(page, phone.url)] == ["nothing"]
    assert [body for body in sent if b"canary" in body] == []
    # The worker may have sent the change, whose bodies the browser shows to nobody: so look where it arrived.
    assert site.tables_with("canary") == []
    assert "checkins_checkin" in site.tables_with("nothing")


def test_what_is_written_never_stands_in_the_outbox(phone: Phone) -> None:
    page = phone.open("/write")
    keep(page, CANARY)
    page.goto(phone.url)
    check_in(page, "Nothing")
    waiting = page.evaluate(OUTBOX)
    assert ("check_ins" in waiting, "canary" in waiting) == (True, False)
