"""With no network everything works; with it again, nothing was lost."""

import gzip
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import Phone, controlled
from tests.e2e.database import HOLDS, until
from tests.e2e.pairs import pair
from tests.e2e.site import Site
from tests.e2e.steps import agree_to_sync, check_in, past, records, synced, write

SCREENS = {
    "/": "How near do feelings feel right now?",
    "/check-ins": "Past check-ins",
    "/signals": "My signals",
    "/journey": "The way",
    "/glimmer": "A faint moment",
    "/practise": "Practise",
    "/practise/feet-on-the-floor": "Feet on the floor",
    "/write": "Write",
    "/patterns": "Patterns",
    "/support": "Support",
    "/reminders": "Reminders",
    "/settings": "Settings",
    "/help": "You don’t have to hold this alone",
}

# Whether the page had to wait for the worker to start.
WORKER_STARTED = "performance.getEntriesByType('navigation')[0].workerStart"


def without_http_cache(page: Page) -> Page:
    cdp = page.context.new_cdp_session(page)
    cdp.send("Network.enable")
    cdp.send("Network.setCacheDisabled", {"cacheDisabled": True})
    return page


def test_after_one_visit_every_screen_opens_from_a_cold_start_without_server_or_http_cache(
    first_phone: Phone, site: Site
) -> None:
    controlled(first_phone.open())
    first_phone.close()
    with site.away():
        for path, heading in SCREENS.items():
            first_phone.start()
            page = without_http_cache(first_phone.page())
            page.goto(first_phone.url + path)
            expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
            assert bool(page.evaluate(WORKER_STARTED)) is (path != "/")
            first_phone.close()
    assert first_phone.failures == []


def test_before_there_is_a_worker_a_screen_that_cannot_come_says_so_and_comes_later(
    new_phone: Callable[..., Phone],
) -> None:
    page = new_phone(service_workers="block").open()
    # Before the app stands, its painted links are the browser's own, and that has no other page to show.
    expect(page.locator("html:not([data-starting])")).to_be_attached()
    page.context.set_offline(True)
    page.get_by_role("link", name="Practise", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("This screen did not load.")
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", level=1, name="Practise")).to_be_visible()


@pytest.mark.parametrize("lost", ["start-*.js", "serviceworker.js", "Settings-*.js"])
def test_a_file_that_did_not_come_on_a_first_visit_is_asked_for_again(first_phone: Phone, lost: str) -> None:
    """Of the app, the worker itself, or of what it keeps; no word of the network's return comes along."""
    page = first_phone.page()
    page.context.route(f"**/{lost}", lambda route: route.abort(), times=1)
    with page.context.expect_event("requestfailed"):
        page.goto(first_phone.url)
    controlled(page)


def test_a_check_in_made_offline_is_seen_through_rest_later(phone: Phone) -> None:
    page = controlled(phone.open())
    agree_to_sync(page, phone.url)
    page.goto(phone.url)
    page.context.set_offline(True)
    check_in(page, "Behind glass")
    expect(page.get_by_text("Saved on this phone, waiting for a connection")).to_be_visible()
    expect(synced(page)).not_to_be_visible()
    assert records(page, phone.url) == []
    page.context.set_offline(False)
    expect(synced(page)).to_be_visible()
    (record,) = records(page, phone.url)
    assert (record["absence"], record["kind"], record["time_zone"]) == ("behind_glass", "check_in", "Europe/Berlin")
    assert "nearness" not in record


def test_without_an_account_nothing_leaves_and_the_outbox_waits_for_consent(phone: Phone) -> None:
    page = controlled(phone.open())
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    check_in(page, "Nothing")
    past(page, phone.url, 1)
    assert [url for url in asked if "/api/" in url] == []
    agree_to_sync(page, phone.url)
    assert [record["absence"] for record in records(page, phone.url)] == ["nothing"]


def test_two_phones_of_one_account_converge(new_phone: Callable[..., Phone]) -> None:
    (first, page), (second, other) = pair(new_phone)
    page.goto(first.url)
    check_in(page, "Nothing")
    other.goto(second.url)
    check_in(other, "Too mixed")
    for each, url in ((page, first.url), (other, second.url), (page, first.url)):
        each.goto(url)
        expect(synced(each)).to_be_visible()
    assert sorted(past(page, first.url, 2)) == sorted(past(other, second.url, 2))


def test_the_worker_brings_what_another_phone_wrote_before_thaw_is_opened(new_phone: Callable[..., Phone]) -> None:
    (first, page), (second, other) = pair(new_phone)
    workers: list[dict[str, Any]] = []
    cdp = first.cdp(page)
    cdp.on("ServiceWorker.workerRegistrationUpdated", lambda said: workers.extend(said["registrations"]))
    cdp.send("ServiceWorker.enable")
    other.goto(second.url)
    check_in(other, "Too mixed")
    expect(synced(other)).to_be_visible()
    now_and_then = {"origin": first.url, "registrationId": workers[0]["registrationId"], "tag": "thaw-sync"}
    cdp.send("ServiceWorker.dispatchPeriodicSyncEvent", now_and_then)
    until(page, HOLDS, 1)


def test_a_note_never_leaves_the_phone(phone: Phone, site: Site) -> None:
    canary = "The canary sang at four."
    sent: list[bytes] = []
    page = controlled(phone.open())
    page.context.on("request", lambda request: sent.append(unzipped(request.post_data_buffer or b"")))
    agree_to_sync(page, phone.url)
    page.goto(phone.url)
    check_in(page, "Nothing")
    write(page, canary)
    past(page, phone.url, 1)
    page.locator("main a[href^='/check-ins/']").filter(has_text="Nothing").click()
    expect(page.get_by_role("link", name="A note")).to_contain_text(canary)
    page.goto(phone.url)
    expect(synced(page)).to_be_visible()
    assert records(page, phone.url)[0]["absence"] == "nothing"
    assert [body for body in sent if b"canary" in body] == []
    # The worker may have sent the change, whose bodies the browser shows to nobody: so look where it arrived.
    assert site.tables_with("canary") == []


def unzipped(body: bytes) -> bytes:
    return gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body
