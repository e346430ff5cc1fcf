"""The quiet offers beside a check-in: one at a time, each way on as large as the others, none leaves the phone."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.browser import Phone
from tests.e2e.database import REMEMBERED, until
from tests.e2e.site import Site
from tests.e2e.states import DAY, JAW, OFFER, after_a_gap, far_for_a_fortnight, live
from tests.e2e.steps import agree_to_sync, check_in, past, synced

GAP = "Back again"
INVITED = "Keep Thaw close?"
FLAT = "It has been far away for a while"
JAW_AND_ANGRY = "Tight jaw, and ‘angry’"


def card(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name)


def offers(page: Page) -> list[str]:
    """Return the titles of all cards with an offer, once Today has read the phone: the invitation comes last of all."""
    page.wait_for_load_state("networkidle")
    page.evaluate(OFFER, "dismissed")
    expect(page.locator("main .card h2").first).to_be_visible()
    return page.locator("main .card h2").all_inner_texts()


def opened_again(page: Page, fact: str) -> None:
    """Open Today anew, once the phone has kept what it is to remember."""
    until(page, REMEMBERED, fact)
    page.reload()


def sizes(region: Locator) -> set[tuple[int, int]]:
    boxes = [way.bounding_box() for way in region.locator(".button").all()]
    return {(round(box["width"]), round(box["height"])) for box in boxes if box}


def test_after_a_gap_one_tap_tells_of_the_fog_and_undo_takes_it_back(phone: Phone) -> None:
    page = phone.open()
    after_a_gap(page)
    region = card(page, GAP)
    assert len(sizes(region)) == 1
    assert re.search(r"\d|missed", region.inner_text()) is None
    region.get_by_role("button", name="A foggy stretch").click()
    expect(region).to_be_hidden()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status").filter(has_text="Taken back.")).to_be_visible()
    expect(region).to_be_visible()
    region.get_by_role("button", name="A foggy stretch").click()
    expect(region).to_be_hidden()
    page.reload()
    check_in(page, "Nothing")
    assert [line.split("\n")[0] for line in past(page, phone.url, 4)][:2] == ["Nothing", "A foggy while"]


def test_a_gap_that_is_passed_by_is_not_asked_about_again(phone: Phone) -> None:
    page = phone.open()
    after_a_gap(page)
    card(page, GAP).get_by_role("button", name="Not now").click()
    expect(card(page, GAP)).to_be_hidden()
    opened_again(page, "gap_passed")
    assert offers(page) == [INVITED]
    past(page, phone.url, 2)


def test_when_it_stays_far_away_people_and_help_are_offered_once_and_not_now_is_as_large(phone: Phone) -> None:
    page = phone.open()
    far_for_a_fortnight(page)
    region = card(page, FLAT)
    assert region.locator(".button").all_inner_texts() == ["Tell someone", "Help", "Feet on the floor", "Not now"]
    assert len(sizes(region)) == 1
    assert page.evaluate("document.activeElement === document.body")
    region.get_by_role("button", name="Not now").click()
    expect(region).to_be_hidden()
    opened_again(page, "flatness_offered_at")
    assert offers(page) == [INVITED]


def test_a_card_that_was_never_on_the_screen_was_not_offered(phone: Phone) -> None:
    page = phone.open()
    page.set_viewport_size({"width": 390, "height": 300})
    far_for_a_fortnight(page)
    page.reload()
    expect(card(page, FLAT)).to_be_visible()
    card(page, FLAT).get_by_role("heading").scroll_into_view_if_needed()
    expect(card(page, FLAT)).to_be_in_viewport()
    opened_again(page, "flatness_offered_at")
    assert offers(page) == [INVITED]


def test_after_a_heavy_word_help_comes_first_and_another_day_it_comes_again(phone: Phone) -> None:
    page = phone.open()
    heavy: list[tuple[int, dict[str, Any]]] = [
        (30, {"nearness": 1, "words": ["hopeless"]}),
        (2 * DAY, {"nearness": 4}),
    ]
    live(page, heavy)
    region = card(page, "That is a lot to hold")
    assert region.locator(".button").all_inner_texts()[0] == "Help"
    region.get_by_role("button", name="Not now").click()
    opened_again(page, "flatness_offered_at")
    assert offers(page) == [INVITED]
    page.clock.set_fixed_time(datetime.now(UTC) + timedelta(hours=25))
    live(page, heavy, forget=[])
    expect(region).to_be_visible()


def test_the_words_for_someone_can_be_changed_and_go_nowhere_by_themselves(phone: Phone) -> None:
    page = phone.open()
    page.add_init_script("navigator.share = async (what) => { window.shared = what }")
    far_for_a_fortnight(page)
    page.get_by_role("button", name="Tell someone").click()
    field = page.get_by_label("A few words, to change as you like")
    expect(field).to_have_value(re.compile("numb and far away"))
    field.fill("Could we talk?")
    page.get_by_role("button", name="Choose who").click()
    assert page.evaluate("window.shared") == {"text": "Could we talk?"}
    page.get_by_role("button", name="Back").last.click()
    expect(card(page, FLAT).get_by_role("button", name="Not now")).to_be_visible()


def test_where_nothing_can_be_shared_the_words_can_be_copied(phone: Phone) -> None:
    page = phone.open()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script("delete Navigator.prototype.share")
    far_for_a_fortnight(page)
    page.get_by_role("button", name="Tell someone").click()
    assert page.get_by_role("button", name="Choose who").count() == 0
    page.get_by_label("A few words, to change as you like").fill("Could we talk?")
    page.get_by_role("button", name="Copy it").click()
    expect(page.get_by_text("Copied. You could paste it into a message.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "Could we talk?"


def test_never_two_offers_at_once_and_the_invitation_comes_last(phone: Phone) -> None:
    page = phone.open()
    after_a_gap(page)
    assert offers(page) == [GAP]
    card(page, GAP).get_by_role("button", name="Not now").click()
    assert offers(page) == [INVITED]


@pytest.mark.parametrize("answer", ["No", "Not now"])
def test_a_link_that_is_not_confirmed_is_kept_nowhere(phone: Phone, answer: str) -> None:
    page = phone.open()
    live(page, [(minutes, {"body": [JAW], "words": ["angry"]}) for minutes in (2, 2 * DAY)])
    card(page, JAW_AND_ANGRY).get_by_role("button", name=answer, exact=True).click()
    expect(card(page, JAW_AND_ANGRY)).to_be_hidden()
    page.get_by_role("link", name="Past check-ins").click()
    page.get_by_role("link", name="My signals").click()
    expect(page.get_by_role("heading", name="No signals yet")).to_be_visible()


def test_a_signal_is_confirmed_brings_its_word_back_and_can_be_forgotten(phone: Phone) -> None:
    page = phone.open()
    live(page, [(minutes, {"body": [JAW], "words": ["angry"]}) for minutes in (2, 2 * DAY)])
    region = card(page, JAW_AND_ANGRY)
    assert len(sizes(region)) == 1
    region.get_by_role("button", name="Yes, that fits").click()
    expect(region).to_be_hidden()
    page.goto(f"{phone.url}/signals")
    expect(page.get_by_role("heading", name="Tight jaw")).to_be_visible()
    page.get_by_role("button", name="Forget it").click()
    expect(page.get_by_role("heading", name="No signals yet")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("‘angry’", exact=True)).to_be_visible()


def test_the_word_that_went_with_a_place_is_added_to_the_check_in_on_a_yes(phone: Phone) -> None:
    page = phone.open()
    signal = {**JAW, "word": "angry", "confirmed_at": "2026-11-03T08:00:00.000Z"}
    live(page, [(1, {"body": [JAW]}), (2 * DAY, {"nearness": 4})], [signal])
    region = card(page, "Tight jaw")
    expect(region).to_contain_text("Last time it went with ‘angry’. Is that here now?")
    region.get_by_role("button", name="Yes, that fits").click()
    expect(region).to_be_hidden()
    expect(page.get_by_text("Kept: ‘angry’ is with this check-in.")).to_be_visible()
    page.reload()
    assert offers(page) == [INVITED]


def test_a_confirmed_signal_never_leaves_the_phone(phone: Phone, site: Site) -> None:
    page = phone.open()
    agree_to_sync(page, phone.url)
    page.goto(phone.url)
    live(page, [(minutes, {"body": [JAW], "words": ["angry"]}) for minutes in (2, 2 * DAY)])
    card(page, JAW_AND_ANGRY).get_by_role("button", name="Yes, that fits").click()
    expect(card(page, JAW_AND_ANGRY)).to_be_hidden()
    check_in(page, "Nothing")
    page.reload()
    expect(synced(page)).to_be_visible()
    # The worker may have sent it, whose bodies the browser shows to nobody: so look where things arrive.
    assert [site.tables_with(text) for text in ("nothing", "angry", "confirmed_at")][1:] == [[], []]
