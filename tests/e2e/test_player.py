"""A practice from 'Begin' to its last answer, by a clock that the test moves."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browser import Phone, controlled
from tests.e2e.database import REMEMBERED
from tests.e2e.practice import PATH, begin, left
from tests.e2e.site import Site
from tests.e2e.steps import agree_to_sync, button, records, synced


def practices(page: Page, url: str) -> list[dict[str, Any]]:
    """Return what the server has, once the phone says that it has all."""
    page.goto(f"{url}/settings")
    expect(synced(page)).to_be_visible()
    return records(page, url, "practices")


@pytest.fixture
def page(phone: Phone) -> Page:
    page = controlled(phone.open())
    page.clock.install()
    return page


def test_a_minute_of_breath_is_kept_and_synced_with_its_answers(phone: Phone, page: Page) -> None:
    agree_to_sync(page, phone.url)
    page.goto(phone.url + PATH)
    page.get_by_role("link", name="Begin", exact=True).click()
    button(page, "Behind glass").click()
    button(page, "Start").click()
    expect(page.get_by_text("However you are sitting or lying is fine.")).to_be_visible()
    page.clock.fast_forward(21_000)
    expect(page.get_by_text("Then let it out slowly")).to_be_visible()
    page.clock.fast_forward(60_000)
    expect(page.get_by_role("heading", name="That is all of it.")).to_be_focused()
    button(page, "Something without a name").click()
    button(page, "Too mixed").click()
    expect(button(page, "Too mixed")).to_have_attribute("aria-pressed", "true")
    expect(synced(page)).to_be_visible()
    (practice,) = practices(page, phone.url)
    for field in ("id", "revision", "started_at", "ended_at"):
        assert practice.pop(field)
    assert practice == {
        "exercise": "longer-out-breath",
        "seconds": 60,
        "ended_by": "finished",
        "absence_before": "behind_glass",
        "absence_after": "too_mixed",
        "thaw": "unnamed",
    }


@pytest.mark.parametrize("way", ["tap", "Escape"])
def test_too_much_stops_at_once_and_looks_around_the_room(phone: Phone, page: Page, way: str) -> None:
    agree_to_sync(page, phone.url)
    begin(page, phone.url)
    if way == "tap":
        button(page, "Too much").click()
    else:
        page.keyboard.press(way)
    expect(page.get_by_role("heading", name="It has stopped.")).to_be_focused()
    expect(page.get_by_text("Name three things you can see")).to_be_visible()
    expect(synced(page)).to_be_visible()
    (practice,) = practices(page, phone.url)
    assert practice["ended_by"] == "too_much"
    assert practice["seconds"] < 60


def test_too_much_is_as_large_as_pause_and_in_sight_on_the_smallest_phone(phone: Phone, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    begin(page, phone.url)
    pause, too_much = (button(page, name).bounding_box() for name in ("Pause", "Too much"))
    assert pause
    assert too_much
    assert (pause["width"], pause["height"], pause["y"]) == (too_much["width"], too_much["height"], too_much["y"])
    expect(button(page, "Too much")).to_be_in_viewport(ratio=1)


def test_the_keys_pause_and_turn_the_steps(phone: Phone, page: Page) -> None:
    begin(page, phone.url)
    page.keyboard.press("Space")
    expect(button(page, "Go on")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(left(page)).to_have_text("2 of 5 · 50 s left")
    page.clock.fast_forward(30_000)
    expect(left(page)).to_have_text("2 of 5 · 50 s left")
    page.keyboard.press("ArrowLeft")
    expect(left(page)).to_have_text("1 of 5 · 1 min 0 s left")
    page.keyboard.press("Space")
    expect(button(page, "Pause")).to_be_visible()
    for name in ("Pause", "Too much"):
        page.keyboard.press("Tab")
        expect(button(page, name)).to_be_focused()


def test_each_step_is_said_once_however_often_the_numbers_change(phone: Phone, page: Page) -> None:
    begin(page, phone.url)
    page.evaluate(
        """() => {
            window.said = []
            const live = document.querySelector('main [aria-live=polite]')
            new MutationObserver(() => window.said.push(live.textContent.trim().slice(0, 10)))
                .observe(live, { childList: true, characterData: true, subtree: true })
        }"""
    )
    for _ in range(11):
        page.clock.run_for(1_000)
    expect(left(page)).to_contain_text("2 of 5")
    assert page.evaluate("window.said") == ["You could "]


def test_a_reload_in_the_middle_goes_on_where_the_clock_says(phone: Phone, page: Page) -> None:
    begin(page, phone.url)
    page.clock.fast_forward(31_000)
    expect(left(page)).to_contain_text("4 of 5")
    assert page.evaluate(REMEMBERED, "player")["stage"] == "steps"
    page.reload()
    expect(left(page)).to_contain_text("4 of 5")
    page.clock.fast_forward(40_000)
    expect(page.get_by_role("heading", name="That is all of it.")).to_be_visible()


def test_a_gate_is_read_once_and_has_a_way_round(phone: Phone, page: Page) -> None:
    page.goto(f"{phone.url}/practise/box-breath/go")
    expect(page.get_by_text("Here the breath is held for a few seconds.")).to_be_visible()
    read, other = button(page, "I have read it"), page.get_by_role("link", name="Something else")
    (one, two) = (each.bounding_box() for each in (read, other))
    assert one
    assert two
    assert (one["width"], one["height"]) == (two["width"], two["height"])
    read.click()
    expect(page.get_by_role("heading", name="Box breath")).to_be_focused()
    expect(button(page, "Start")).to_be_visible()
    page.reload()
    expect(button(page, "Start")).to_be_visible()


def test_too_much_before_the_first_step_and_after_the_last(phone: Phone, page: Page) -> None:
    agree_to_sync(page, phone.url)
    page.goto(f"{phone.url}{PATH}/go")
    expect(button(page, "Start")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Nothing has begun.")).to_be_focused()
    begin(page, phone.url)
    page.clock.fast_forward(61_000)
    expect(page.get_by_role("heading", name="That is all of it.")).to_be_focused()
    button(page, "Too much").click()
    expect(page.get_by_text("For a day, Thaw keeps to short things")).to_be_visible()
    expect(synced(page)).to_be_visible()
    (practice,) = practices(page, phone.url)
    assert (practice["ended_by"], practice["seconds"]) == ("too_much", 60)


def test_leaving_asks_nothing_and_is_an_ending_like_any_other(phone: Phone, page: Page) -> None:
    agree_to_sync(page, phone.url)
    begin(page, phone.url)
    button(page, "Leave").click()
    expect(page.get_by_role("link", name="Begin", exact=True)).to_be_visible()
    (practice,) = practices(page, phone.url)
    assert practice["ended_by"] == "left"


def test_a_practice_works_without_a_server(phone: Phone, site: Site) -> None:
    page = controlled(phone.open())
    agree_to_sync(page, phone.url)
    page.context.set_offline(True)
    begin(page, phone.url)
    button(page, "Too much").click()
    expect(page.get_by_role("heading", name="It has stopped.")).to_be_visible()
    expect(page.get_by_text("Saved on this phone, waiting for a connection")).to_be_visible()
    assert records(page, site.url, "practices") == []
    page.context.set_offline(False)
    (practice,) = practices(page, phone.url)
    assert practice["ended_by"] == "too_much"
