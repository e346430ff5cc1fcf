"""The check-in, from the very first tap to its last step: at once, offline, by keyboard, and never half kept."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.browser import Phone, controlled
from tests.e2e.site import Site
from tests.e2e.states import NO_ROOM
from tests.e2e.steps import QUESTION, agree_to_sync, button, check_in, past, records, synced, write

CANARY = "like wet canary wool"
MOST_TABS = 90
START = "**/assets/index-*.js"


@pytest.mark.parametrize("way", ["button", "slider"])
def test_an_answer_given_before_the_app_has_come_is_kept(new_phone: Callable[..., Phone], way: str) -> None:
    phone = new_phone(service_workers="block")
    page = phone.page()
    held: list[Route] = []
    page.route(START, lambda route: held.append(route))  # noqa: PLW0108 - Playwright can mark only a function of Python
    with page.expect_request(START):
        page.goto(phone.url, wait_until="commit")
    expect(page.get_by_role("heading", name=QUESTION)).to_be_visible()
    answer(page, way)
    expect(page.get_by_role("status").filter(has_text="Kept")).to_have_count(0)
    held.pop().continue_()
    expect(
        page.get_by_role("status").filter(has_text="Kept: Behind glass" if way == "button" else "Kept: 8 of 10")
    ).to_be_visible()
    page.unroute(START)
    page.goto(f"{phone.url}/check-ins")
    expect(page.locator("main a[href^='/check-ins/']:not([href$=new])")).to_have_count(1)


def answer(page: Page, way: str) -> None:
    if way == "button":
        page.get_by_role("button", name="Behind glass", exact=True).click()
        return
    slider = page.get_by_role("slider", name=QUESTION)
    box = slider.bounding_box()
    assert box
    slider.click(position={"x": box["width"] * 0.78, "y": box["height"] / 2})


def go_on(page: Page, question: str) -> None:
    """Leave the step by its own way on; return when the next one asks."""
    page.get_by_role("main").get_by_role("link", name=re.compile("^(Next|Skip)$")).click()
    expect(page.get_by_role("heading", level=1, name=question)).to_be_visible()


def slide(page: Page, name: str, to: float) -> None:
    slider = page.get_by_role("slider", name=name)
    expect(slider).to_be_visible()
    box = slider.bounding_box()
    assert box
    slider.click(position={"x": box["width"] * (to + 0.5) / 11, "y": box["height"] / 2})


def keep_own(page: Page, label: str, text: str, keep: str = "Keep it") -> None:
    page.get_by_label(label, exact=True).fill(text)
    button(page, keep).click()
    expect(page.get_by_label(label, exact=True)).to_have_value("")


def say_what_it_is_like(page: Page) -> None:
    """Answer the world, energy and words."""
    page.get_by_role("link", name="Go on").click()
    slide(page, "How near does the world seem?", 3)
    go_on(page, "Somewhere around here?")
    plane = page.locator(".plane").bounding_box()
    assert plane
    page.mouse.click(plane["x"] + plane["width"] * 0.25, plane["y"] + plane["height"] * 0.75)
    go_on(page, "If it had no words, what would it be?")
    for sense in ("cool", "heavy", "grey", "woolly", "rain"):
        button(page, sense).first.click()
    page.get_by_label("Look for a word").fill("fog")
    button(page, "foggy").click()
    keep_own(page, "My own word", CANARY)


def say_where_it_is(page: Page) -> None:
    """Answer all that comes after the words, up to 'Done'."""
    go_on(page, "Where do you notice anything, or nothing?")
    button(page, "Chest: no mark").click()
    go_on(page, "What was around?")
    button(page, "work").click()
    keep_own(page, "Something else", f"{CANARY}, again")
    go_on(page, "Is it like any of these?")
    button(page, "On autopilot, going through the motions").click()
    go_on(page, "Were any of these around?")
    page.get_by_role("switch", name="Screens").click()
    slide(page, "How near feelings were before", 4)
    go_on(page, "Anything to remember?")
    page.get_by_label("A note").fill(CANARY)
    button(page, "Done").click()
    expect(page.get_by_role("heading", name="That is noted.")).to_be_visible()


def test_the_whole_of_it_works_offline_and_its_parts_go_where_they_belong(phone: Phone, site: Site) -> None:
    page = controlled(phone.open())
    agree_to_sync(page, phone.url)
    page.goto(phone.url)
    page.context.set_offline(True)
    check_in(page, "Behind glass")
    say_what_it_is_like(page)
    say_where_it_is(page)
    page.context.set_offline(False)
    expect(synced(page)).to_be_visible()
    (record,) = records(page, phone.url)
    own = [record["words"].pop(), record["around"].pop()]
    assert [name.partition(":")[0] for name in own] == ["own", "own"]
    for field in ("id", "revision", "occurred_at", "time_zone"):
        assert record.pop(field)
    assert record == {
        "kind": "check_in",
        "absence": "behind_glass",
        "world_nearness": 3,
        "energy": pytest.approx(-0.5, abs=0.02),
        "pleasantness": pytest.approx(-0.5, abs=0.02),
        "senses": {"temperature": "cool", "weight": "heavy", "colour": "grey", "texture": "woolly", "sound": "rain"},
        "words": ["foggy"],
        "body": [{"zone": "chest", "side": "front", "mark": "blank"}],
        "around": ["work"],
        "experiences": ["autopilot"],
        "habits": [{"habit": "screens", "before": 4}],
    }
    assert site.tables_with("canary") == []


def focused(page: Page) -> str:
    """Return role and name of what has the focus, as a screen reader is told."""
    cdp = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = cdp.send("Accessibility.getFullAXTree")["nodes"]
    cdp.detach()
    now = [
        node
        for node in nodes
        if any(each["name"] == "focused" and each["value"].get("value") for each in node.get("properties", []))
    ]
    return f"{now[-1]['role']['value']} {now[-1]['name']['value']}" if now else ""


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until this has the focus, by role and name."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if focused(page) == wanted:
            return
    raise AssertionError(wanted)


# Each step but the last: what it asks, what is reached by Tab there, and the keys that answer.
BY_KEYS = [
    ("How near does the world seem?", "slider How near does the world seem?", ["ArrowLeft"]),
    ("Somewhere around here?", "slider Energy", ["ArrowDown", "ArrowLeft"]),
    ("If it had no words, what would it be?", "button cool", ["Space"]),
    ("Where do you notice anything, or nothing?", "button Chest: no mark", ["ArrowDown", "Enter"]),
    ("What was around?", "button slept little", ["Enter"]),
    ("Is it like any of these?", "button What used to matter leaves me cold", ["Enter"]),
    ("Were any of these around?", "switch Being alone", ["Space"]),
]


def test_by_keyboard_alone_each_step_says_what_it_is_and_takes_an_answer(phone: Phone) -> None:
    page = phone.open()
    expect(page.get_by_role("heading", name=QUESTION)).to_be_visible()
    tab_to(page, "button Can’t tell")
    page.keyboard.press("Enter")
    tab_to(page, "link Go on")
    page.keyboard.press("Enter")
    for question, control, keys in BY_KEYS:
        expect(page.get_by_role("heading", level=1, name=question)).to_be_focused()
        tab_to(page, control)
        for key in keys:
            page.keyboard.press(key)
        expect(page.get_by_role("main").get_by_role("link", name="Next")).to_be_visible()
        tab_to(page, "link Next")
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Anything to remember?")).to_be_focused()
    tab_to(page, "textbox A note")
    page.keyboard.type("Fog.")
    tab_to(page, "button Done")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="That is noted.")).to_be_visible()
    page.goto(f"{phone.url}/check-ins")
    page.get_by_role("link", name="Can’t tell").click()
    expect(page.get_by_role("list", name="A little more, if you like").get_by_role("listitem")).to_have_text(
        [
            "The world 4 of 10, somewhere in between",
            "Energy a little less energy, a little unpleasant",
            "Words, or none cool",
            "Body Ribs blank.",
            "What was around slept little",
            "How it is What used to matter leaves me cold",
            "Getting through being alone",
            "A note Fog.",
        ]
    )


def test_a_reload_in_the_middle_loses_nothing_and_done_leads_to_the_whole(phone: Phone) -> None:
    page = phone.open()
    check_in(page, "Nothing")
    page.get_by_role("link", name="What was around").click()
    button(page, "music").click()
    expect(page.get_by_role("main").get_by_role("link", name="Next")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Kept on this phone.")).to_have_count(1)
    page.reload()
    expect(button(page, "music")).to_have_attribute("aria-pressed", "true")
    button(page, "Done").click()
    expect(page.get_by_role("heading", level=1, name="This check-in")).to_be_visible()
    expect(page.get_by_role("link", name="What was around")).to_contain_text("music")


def test_undo_on_today_takes_back_the_later_steps_as_well(phone: Phone) -> None:
    page = phone.open()
    check_in(page, "Nothing")
    page.get_by_role("link", name="Go on").click()
    slide(page, "How near does the world seem?", 2)
    expect(page.get_by_role("main").get_by_role("link", name="Next")).to_be_visible()
    page.get_by_role("link", name="Back").click()
    button(page, "Undo").click()
    expect(page.get_by_role("status").filter(has_text="Taken back. Nothing was kept.")).to_be_visible()
    page.goto(f"{phone.url}/check-ins")
    expect(page.get_by_role("heading", name="Nothing is noted yet")).to_be_visible()


def test_a_step_that_finds_no_room_says_so_and_keeps_the_words_on_the_screen(phone: Phone) -> None:
    page = phone.open()
    check_in(page, "Nothing")
    page.evaluate(NO_ROOM)
    page.get_by_role("link", name="A note", exact=True).click()
    page.get_by_label("A note").fill("The kettle sang.")
    button(page, "Done").click()
    expect(page.get_by_role("alert")).to_contain_text("This phone has no room left")
    expect(page.get_by_label("What you wrote, to copy:")).to_have_value("The kettle sang.")
    expect(page.get_by_role("status").filter(has_text="kept")).to_have_count(0)
    expect(page.get_by_role("heading", level=1, name="Anything to remember?")).to_be_visible()


def test_a_note_written_on_in_another_window_is_added_to_and_not_brought_back(phone: Phone) -> None:
    page = phone.open()
    check_in(page, "Nothing")
    write(page, "The kettle sang.")
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.get_by_label("A note")).to_have_value("The kettle sang.")
    write(other, "The kettle sang. Twice.")
    field = page.get_by_label("A note")
    expect(field).to_have_value("The kettle sang. Twice.")
    field.press("End")
    field.press_sequentially(" It rained.")
    field.blur()
    expect(other.get_by_label("A note")).to_have_value("The kettle sang. Twice. It rained.")


def test_a_moment_of_last_week_is_noted_and_a_late_feeling_tied_to_it(phone: Phone) -> None:
    page = phone.page()
    page.clock.set_fixed_time("2026-11-24T20:00:00+01:00")
    page.goto(f"{phone.url}/check-ins/new")
    page.get_by_label("When was it?").fill("2026-11-18T09:15")
    button(page, "Nothing").click()
    expect(page.get_by_role("heading", level=1, name="This check-in")).to_be_visible()
    expect(page.get_by_text("Nothing · Wednesday 18 November")).to_be_visible()
    page.goto(phone.url)
    check_in(page, "Too mixed")
    page.get_by_role("link", name="It belongs to earlier").click()
    button(page, "Nothing Wednesday 18 November, 09:15").click()
    expect(page.get_by_role("heading", name=QUESTION)).to_be_visible()
    assert past(page, phone.url, 2) == ["Too mixed\n20:00", "Nothing\n09:15"]
    page.get_by_role("link", name="Nothing").click()
    expect(page.get_by_role("heading", name="What arrived later")).to_be_visible()
    page.get_by_role("link", name="Too mixed").click()
    expect(page.get_by_role("heading", name="Belongs to")).to_be_visible()
    page.get_by_role("link", name="Which moment does it belong to?").click()
    button(page, "To none of these").click()
    expect(page.get_by_role("link", name="Tie it to an earlier moment")).to_be_visible()
