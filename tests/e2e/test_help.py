"""Whom to call: by country, exactly as printed, with no network, and one tap from anywhere."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.browser import Phone, controlled

TITLE = "You don’t have to hold this alone"
NUMBERS = "main a[href^='tel:'], main a[href^='sms:']"


def numbers(page: Page, first: str) -> list[tuple[str, str]]:
    """Return what is dialled and what is printed, once the `first` number stands there."""
    expect(page.locator(NUMBERS).first.locator(".number")).to_have_text(first)
    return [
        (link.get_attribute("href") or "", link.locator(".number").inner_text()) for link in page.locator(NUMBERS).all()
    ]


# Each number that stood there in any frame, and whether the rest stood there in one without any.
FRAMES = """
window.first = new Set()
window.bare = false
const look = () => {
  const numbers = [...document.querySelectorAll("main a[href^='tel:'] .number")].map((number) => number.textContent)
  if (numbers.length) window.first.add(numbers[0])
  else if (document.querySelector("main a[href='/practise/feet-on-the-floor']")?.checkVisibility()) window.bare = true
  requestAnimationFrame(look)
}
requestAnimationFrame(look)
"""
CLOSED = "indexedDB.open = () => { throw new DOMException('no', 'SecurityError') }"
SILENT = "indexedDB.open = () => new EventTarget()"
GROUND = "Press both feet into the floor and notice that it holds."
BERLIN = [
    ("tel:112", "112"),
    ("tel:110", "110"),
    ("tel:08001110111", "0800 111 0 111"),
    ("tel:08001110222", "0800 111 0 222"),
    ("tel:116123", "116 123"),
]


def test_the_time_zone_gives_the_country_and_each_number_dials_what_it_shows(phone: Phone) -> None:
    page = phone.open("/help")
    assert numbers(page, "112") == BERLIN
    expect(page.get_by_label("Numbers for")).to_have_value("DE")
    expect(page.get_by_text("Telefonseelsorge · day and night · free").first).to_be_visible()
    expect(page.get_by_text("Not yet checked by the people who run this server.")).to_have_count(1)
    expect(page.get_by_text("Read on 23 November 2026 in: open-helplines")).to_be_visible()


def test_another_country_is_chosen_once_and_stays(phone: Phone) -> None:
    page = phone.open("/help")
    numbers(page, "112")
    page.get_by_label("Numbers for").select_option(label="United States")
    american = [("tel:911", "911"), ("tel:988", "988"), ("sms:988", "988"), ("sms:741741", "741741")]
    assert numbers(page, "911") == american
    expect(page.get_by_text("text HOME · Crisis Text Line · day and night")).to_be_visible()
    expect(page.get_by_role("link", name="988lifeline.org")).to_have_attribute("rel", "noreferrer")
    page.reload()
    assert numbers(page, "911") == american


def test_nothing_moves_and_no_other_country_stands_there_for_a_moment(phone: Phone) -> None:
    page = controlled(phone.open("/help"))
    page.get_by_label("Numbers for").select_option(label="United States")
    numbers(page, "911")
    page.add_init_script(FRAMES)
    page.reload()
    numbers(page, "911")
    assert page.evaluate("[...window.first]") == ["911"]
    assert not page.evaluate("window.bare")


@pytest.mark.parametrize("broken", [CLOSED, SILENT])
def test_a_phone_that_can_keep_and_read_nothing_has_its_numbers(phone: Phone, broken: str) -> None:
    page = phone.page()
    page.add_init_script(broken)
    page.goto(f"{phone.url}/help")
    assert numbers(page, "112") == BERLIN
    expect(page.get_by_text(GROUND)).to_be_visible()


def test_what_to_hold_on_to_does_not_wait_for_numbers_that_do_not_come(first_phone: Phone) -> None:
    page = first_phone.page()
    held: list[Route] = []
    page.route("**/static/content/lines.json", lambda route: held.append(route))  # noqa: PLW0108 - Playwright can mark only a function of Python
    page.goto(f"{first_phone.url}/help", wait_until="commit")
    expect(page.get_by_text(GROUND)).to_be_visible()
    assert page.locator(NUMBERS).count() == 0
    held.pop().continue_()
    assert numbers(page, "112") == BERLIN


def test_where_the_time_zone_says_nothing_the_language_does(new_phone: Callable[..., Phone]) -> None:
    page = new_phone(timezone_id="UTC", locale="en-GB").open("/help")
    numbers(page, "999")
    expect(page.get_by_label("Numbers for")).to_have_value("GB")


def test_a_country_without_a_line_names_people_and_lists(phone: Phone) -> None:
    page = phone.open("/help")
    numbers(page, "112")
    page.get_by_label("Numbers for").select_option(label="Monaco")
    expect(page.get_by_text("We have no numbers for Monaco.")).to_be_visible()
    expect(page.get_by_text("Someone near can be enough for now")).to_be_visible()
    expect(page.get_by_role("link", name="Find A Helpline")).to_have_attribute("href", "https://findahelpline.com")
    assert page.locator(NUMBERS).count() == 0


def test_help_opens_with_no_network_on_a_phone_that_never_used_thaw(phone: Phone) -> None:
    page = controlled(phone.open("/help"))
    phone.close()
    page = phone.page()
    page.context.set_offline(True)
    page.goto(f"{phone.url}/help")
    assert numbers(page, "112") == BERLIN
    expect(page.get_by_text(GROUND)).to_be_visible()
    page.get_by_role("link", name="Feet on the floor").click()
    expect(page.get_by_role("heading", level=1, name="Feet on the floor")).to_be_visible()


def test_an_address_of_nothing_leads_to_help(phone: Phone) -> None:
    page = phone.open("/nowhere")
    page.get_by_role("link", name="help").first.click()
    expect(page.get_by_role("heading", level=1, name=TITLE)).to_be_visible()
