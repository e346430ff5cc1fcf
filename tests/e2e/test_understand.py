"""Short cards about numbness: there with no network, marked on this phone, and never sent."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.browser import Phone, controlled
from tests.e2e.site import Site
from tests.e2e.steps import agree_to_sync, check_in, records, synced
from tests.e2e.test_offline import unzipped
from tests.e2e.test_write import OUTBOX

CARD = "You may have learned not to feel"
SLUG = "told-not-to-feel"


def heading(page: Page, name: str) -> Locator:
    return page.get_by_role("heading", level=1, name=name)


def mark(page: Page) -> Locator:
    return page.get_by_role("button", name="This sounds like me")


def link(page: Page, title: str) -> Locator:
    return page.get_by_role("main").get_by_role("link", name=title)


def marked(page: Page) -> list[str]:
    """Return the titles of the cards that the list shows as marked."""
    cards = page.locator("main a[href^='/understand/']")
    expect(cards).to_have_count(24)
    return [text.split("\n")[0] for text in cards.all_inner_texts() if "Sounds like you" in text]


def test_the_cards_are_there_with_no_network_on_a_phone_that_starts_anew(phone: Phone) -> None:
    controlled(phone.open())
    phone.close()
    page = phone.page()
    page.context.set_offline(True)
    page.goto(f"{phone.url}/support")
    link(page, "Understand numbness").click()
    expect(heading(page, "About numbness")).to_be_visible()
    link(page, "Depression isn't always sadness").click()
    expect(heading(page, "Depression isn't always sadness")).to_be_focused()
    link(page, "Next").click()
    expect(heading(page, "Long worry can wear feelings out")).to_be_focused()
    expect(page).to_have_url(f"{phone.url}/understand/stress-or-anxiety")
    link(page, "Longer out-breath").click()
    expect(heading(page, "Longer out-breath")).to_be_visible()
    page.goto(f"{phone.url}/understand/{SLUG}")
    expect(heading(page, CARD)).to_be_visible()


def test_the_way_on_stays_within_the_group(phone: Phone) -> None:
    page = phone.open("/understand/behind-glass")
    around = page.get_by_role("navigation", name="More of this kind").get_by_role("link")
    expect(around).to_have_text([re.compile("^Next +The days go by on autopilot$")])
    around.click()
    expect(around).to_have_text(
        [
            re.compile("^Previous +It is like living behind glass$"),
            re.compile("^Next +Even people you love seem far away$"),
        ]
    )


def test_a_mark_survives_the_browser_being_killed_and_can_be_taken_back(phone: Phone) -> None:
    page = phone.open(f"/understand/{SLUG}")
    expect(mark(page)).to_have_attribute("aria-pressed", "false")
    mark(page).click()
    expect(mark(page)).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_text("Only on this phone")).to_be_visible()
    phone.kill()
    page = phone.open("/understand")
    expect(link(page, CARD)).to_contain_text("Sounds like you")
    assert marked(page) == [CARD]
    link(page, CARD).click()
    expect(mark(page)).to_have_attribute("aria-pressed", "true")
    mark(page).click()
    expect(mark(page)).to_have_attribute("aria-pressed", "false")
    page.get_by_role("link", name="Back").click()
    expect(heading(page, "About numbness")).to_be_visible()
    assert marked(page) == []


def test_a_mark_is_never_sent_with_a_copy_or_without(phone: Phone, site: Site) -> None:
    sent: list[tuple[str, bytes]] = []
    page = controlled(phone.open())
    page.context.on("request", lambda asked: sent.append((asked.url, unzipped(asked.post_data_buffer or b""))))
    agree_to_sync(page, phone.url)
    page.goto(f"{phone.url}/support")
    link(page, "Understand numbness").click()
    link(page, CARD).click()
    mark(page).click()
    expect(mark(page)).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(OUTBOX) == "[]"
    page.goto(phone.url)
    check_in(page, "Nothing")
    expect(synced(page)).to_be_visible()
    assert [record["absence"] for record in records(page, phone.url)] == ["nothing"]
    told = [url for url, body in sent if SLUG in url or SLUG.encode() in body or b"sounds_like" in body]
    assert told == []
    # The worker may have sent the change, whose bodies the browser shows to nobody: so look where it arrived.
    assert (site.tables_with(SLUG), site.tables_with("sounds_like")) == ([], [])
    assert "checkins_checkin" in site.tables_with("nothing")


def test_the_card_for_an_emergency_leads_to_help_before_anything_else(phone: Phone) -> None:
    page = phone.open("/understand/emergency")
    expect(heading(page, "When it is more than numbness")).to_be_visible()
    assert mark(page).count() == 0
    first = page.locator("main article :is(a, button, summary)").first
    expect(first).to_have_text("Go to Help")
    first.click()
    expect(heading(page, "You don’t have to hold this alone")).to_be_visible()


def test_a_card_says_honestly_where_it_comes_from(phone: Phone) -> None:
    page = phone.open("/understand/guilt")
    page.get_by_text("Where this comes from").click()
    expect(page.get_by_text("Written by us; there is no study behind these sentences.")).to_be_visible()
    page.goto(f"{phone.url}/understand/burnout")
    page.get_by_text("Where this comes from").click()
    expect(page.get_by_text("World Health Organization (2019), ICD-11")).to_be_visible()
    expect(page.get_by_text("Written by us; there is no study")).to_have_count(0)
