"""A phone meets Thaw: two short screens, never in anyone's way, never twice; later one invitation to install."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import Phone, controlled, held_back
from tests.e2e.database import REMEMBERED, until
from tests.e2e.site import Site
from tests.e2e.states import OFFER
from tests.e2e.steps import QUESTION, check_in

TITLE = "When feelings seem far away"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.5 Mobile/15E148 Safari/604.1"
)
FIREFOX = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"
# This Chromium plays another browser, which has no such event.
NO_OFFER = "addEventListener('beforeinstallprompt', (offer) => offer.stopImmediatePropagation(), true)"
# Every first heading that was ever painted, from the first frame on.
WATCH = """
window.seen = []
const look = () => {
  for (const heading of document.querySelectorAll('h1, h2'))
    if (heading.checkVisibility() && !window.seen.includes(heading.textContent)) window.seen.push(heading.textContent)
  requestAnimationFrame(look)
}
requestAnimationFrame(look)
"""


@pytest.fixture
def new(new_phone: Callable[..., Phone]) -> Phone:
    return new_phone(welcomed=False, first_visit=True)


def heading(page: Page, name: str) -> Any:
    return page.get_by_role("heading", name=name, exact=True)


def test_two_screens_say_what_thaw_is_and_is_not_and_then_there_is_today(new: Phone) -> None:
    page = new.open()
    expect(heading(page, TITLE)).to_be_visible()
    page.get_by_role("button", name="What to know").click()
    for point in ("Not an emergency service", "Nobody is watching", "It stays on this phone"):
        expect(heading(page, point)).to_be_visible()
    page.get_by_role("button", name="Begin").click()
    expect(heading(page, QUESTION)).to_be_visible()
    assert new.failures == []


def test_while_the_app_does_not_come_that_is_said_and_it_is_asked_for_again(new: Phone) -> None:
    page = new.page()
    page.route("**/assets/index-*.js", lambda route: route.abort(), times=1)
    page.goto(new.url)
    said = page.get_by_text("Thaw has not come through yet.")
    expect(said).to_be_visible()
    expect(page.locator("html:not([data-starting])")).to_be_attached()
    expect(said).to_be_hidden()
    expect(heading(page, TITLE)).to_be_visible()


def test_a_tap_before_the_app_has_come_is_done_once_it_is_there(new: Phone) -> None:
    page, let_it_come = held_back(new)
    page.get_by_role("button", name="What to know").click()
    let_it_come()
    expect(heading(page, "Before you begin")).to_be_visible()
    expect(page.get_by_role("button", name="Begin")).to_be_visible()


def test_a_network_that_says_nothing_for_long_is_spoken_of(new: Phone) -> None:
    new.page().clock.install()
    page, let_it_come = held_back(new)
    late = page.get_by_text("Thaw has not come through yet. It goes on trying.")
    page.clock.fast_forward(10_000)
    expect(late).to_be_hidden()
    page.clock.fast_forward(6_000)
    expect(late).to_be_visible()
    let_it_come()
    expect(page.locator("html:not([data-starting])")).to_be_attached()
    expect(late).to_be_hidden()


def test_one_tap_skips_it_and_it_never_comes_again(new: Phone) -> None:
    page = new.open()
    page.get_by_role("button", name="Skip this").click()
    expect(heading(page, QUESTION)).to_be_visible()
    new.close()
    again = new.page()
    again.add_init_script(WATCH)
    again.goto(new.url)
    expect(heading(again, QUESTION)).to_be_visible()
    assert TITLE not in again.evaluate("window.seen")


def test_local_storage_that_was_lost_alone_does_not_bring_it_back(new: Phone) -> None:
    page = new.open()
    page.get_by_role("button", name="Skip this").click()
    expect(heading(page, QUESTION)).to_be_visible()
    until(page, REMEMBERED, "welcomed")
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(heading(page, QUESTION)).to_be_visible()
    expect(heading(page, TITLE)).not_to_be_visible()


def test_no_other_screen_is_painted_before_it(new: Phone) -> None:
    page = new.page()
    page.add_init_script(WATCH)
    page.goto(new.url)
    page.get_by_role("button", name="What to know").click()
    expect(heading(page, "Before you begin")).to_be_visible()
    assert page.evaluate("window.seen")[0] == TITLE
    assert QUESTION not in page.evaluate("window.seen")


def test_help_is_one_tap_away_and_the_way_back_leads_to_it(new: Phone) -> None:
    page = new.open()
    page.get_by_role("link", name="Help").click()
    expect(heading(page, "You don’t have to hold this alone")).to_be_visible()
    page.go_back()
    expect(heading(page, TITLE)).to_be_visible()


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/help", "You don’t have to hold this alone"),
        ("/glimmer", "A faint moment"),
        ("/practise/longer-out-breath", "Longer out-breath"),
        ("/?delivery=66666666-6666-4666-8666-666666666666", QUESTION),
    ],
)
def test_it_never_stands_before_what_somebody_came_for(new: Phone, path: str, title: str) -> None:
    page = new.open(path)
    expect(heading(page, title)).to_be_visible()
    expect(heading(page, TITLE)).not_to_be_visible()


def test_it_needs_no_network(new: Phone, site: Site) -> None:
    controlled(new.open())
    new.close()
    with site.away():
        page = new.open()
        page.get_by_role("button", name="What to know").click()
        page.get_by_role("button", name="Begin").click()
        expect(heading(page, QUESTION)).to_be_visible()


def checked_in_twice(phone: Phone) -> Page:
    page = phone.open()
    for _ in range(2):
        page.goto(phone.url)
        check_in(page)
    page.goto(phone.url)
    expect(heading(page, QUESTION)).to_be_visible()
    return page


def test_after_the_second_check_in_and_not_before_it_offers_the_home_screen(phone: Phone) -> None:
    page = phone.open()
    check_in(page)
    page.get_by_role("button", name="Done", exact=True).click()
    page.evaluate(OFFER, "accepted")
    page.get_by_role("button", name="Note something else").click()
    expect(heading(page, "Keep Thaw close?")).not_to_be_visible()
    check_in(page, "Nothing")
    page.get_by_role("button", name="Done", exact=True).click()
    page.get_by_role("button", name="Put it there").click()
    expect(heading(page, "Keep Thaw close?")).not_to_be_visible()
    assert page.evaluate("window.asked") == 1


def test_an_offer_that_comes_before_the_app_is_kept_for_it(new_phone: Callable[..., Phone]) -> None:
    phone = new_phone(service_workers="block")
    checked_in_twice(phone)
    page, let_it_come = held_back(phone)
    page.evaluate(OFFER, "dismissed")
    let_it_come()
    expect(heading(page, "Keep Thaw close?")).to_be_visible()
    expect(page.get_by_role("button", name="Put it there")).to_be_visible()


@pytest.mark.parametrize("words", ["Not now", "Put it there"])
def test_declined_it_is_never_made_again(phone: Phone, words: str) -> None:
    page = checked_in_twice(phone)
    page.evaluate(OFFER, "dismissed")
    page.get_by_role("button", name=words).click()
    expect(heading(page, "Keep Thaw close?")).not_to_be_visible()
    page.reload()
    expect(heading(page, QUESTION)).to_be_visible()
    page.evaluate(OFFER, "accepted")
    page.get_by_role("link", name="Past check-ins").wait_for()
    expect(heading(page, "Keep Thaw close?")).not_to_be_visible()


@pytest.mark.parametrize(("agent", "step"), [(IPHONE, "Tap Share"), (FIREFOX, "Open the menu")])
def test_where_no_browser_asks_there_are_words_and_a_picture(
    new_phone: Callable[..., Phone], agent: str, step: str
) -> None:
    phone = new_phone(user_agent=agent)
    phone.page().add_init_script(NO_OFFER)
    page = checked_in_twice(phone)
    expect(heading(page, "Keep Thaw close?")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text=step)).to_be_visible()
    expect(page.get_by_role("img", name="Safari" if agent == IPHONE else "Firefox")).to_be_visible()
    assert page.get_by_role("link", name="Make a copy first").count() == (agent == IPHONE)
    page.get_by_role("button", name="Not now").click()
    expect(heading(page, "Keep Thaw close?")).not_to_be_visible()
    page.reload()
    expect(page.get_by_role("link", name="Past check-ins")).to_be_visible()
    expect(heading(page, "Keep Thaw close?")).not_to_be_visible()
