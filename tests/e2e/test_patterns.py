"""A pane for each day, charts that judge nothing and their words, for a week, a month and a year."""

import re
from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.browser import Phone
from tests.e2e.notes import keep_notes
from tests.e2e.steps import check_in, glimmer, near

PANES = "main ol a"


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


def section(page: Page, title: str) -> Locator:
    return page.get_by_role("heading", level=2, name=title, exact=True).locator("..")


def lines(section: Locator) -> list[str]:
    """Return what is read there, one line each."""
    return [line.strip() for line in section.inner_text().splitlines() if line.strip()]


def told(page: Page, title: str) -> list[str]:
    """Open the words of a chart; return them."""
    section(page, title).get_by_text("In words").click()
    return section(page, title).locator("details li").all_inner_texts()


def drawn(page: Page) -> Any:
    """Return how many dots the chart of nearness has, and how many lanes of frost."""
    return page.evaluate(
        """() => {
          const chart = document.querySelector('main .chart')
          return {
            dots: chart.querySelector('.dots').getAttribute('d').split('M').length - 1,
            lanes: chart.querySelectorAll('.lanes path').length,
          }
        }"""
    )


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


def test_a_week_a_month_and_a_year_are_one_tap_apart_and_stay_in_the_address(phone: Phone) -> None:
    page = lived(phone)
    span = page.get_by_role("group", name="How much at once")
    for name, heading, key in [
        ("Week", "2 to 8 November 2026", "#2026-W45"),
        ("Year", "2026", "#2026"),
        ("Month", "November 2026", "#2026-11"),
    ]:
        span.get_by_role("button", name=name, exact=True).click()
        expect(page.get_by_role("heading", level=2, name=heading, exact=True)).to_be_visible()
        assert page.evaluate("location.hash") == key
    span.get_by_role("button", name="Year", exact=True).click()
    page.get_by_role("button", name="November 2026: 3 check-ins; 1 glimmer").click()
    expect(page.get_by_role("heading", level=2, name="November 2026")).to_be_focused()
    expect(page.locator(PANES)).to_have_count(2)


def test_a_day_seen_in_a_week_leads_back_to_that_week(phone: Phone) -> None:
    page = lived(phone)
    page.get_by_role("button", name="Week", exact=True).click()
    expect(page.locator(f"{PANES}[href='/patterns/2026-11-03#2026-W45']")).to_be_visible()
    page.locator(PANES).first.click()
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_role("heading", name="2 to 8 November 2026")).to_be_visible()


def test_nearness_over_time_says_in_words_what_it_draws_and_never_turns_an_absence_into_a_number(phone: Phone) -> None:
    page = lived(phone)
    assert told(page, "How near feelings came") == [
        "Tuesday 3 November: 2 of 10; Behind glass",
        "Thursday 5 November: 8 of 10",
    ]
    assert drawn(page) == {"dots": 2, "lanes": 1}
    page.get_by_role("button", name="Year", exact=True).click()
    expect(
        page.get_by_text("Week of 2 November: 2 answers from 2 to 8, the one in the middle 5; Behind glass: once")
    ).to_be_visible()
    assert drawn(page) == {"dots": 1, "lanes": 1}


def test_what_was_noted_beside_nearness_is_counted_and_an_average_waits_for_five(phone: Phone) -> None:
    page = lived(phone)
    keep_notes(page, datetime(2026, 11, 5, 12, tzinfo=UTC))
    page.goto(f"{phone.url}/patterns")
    expect(section(page, "What you tried").get_by_text("Not enough yet for an average: 4 of 5")).to_be_visible()
    assert lines(section(page, "What you tried"))[2:] == [
        "Grounding: Feet on the floor 5 times",
        "Nearer 4 times.",
        "Once from \u2018Nothing\u2019 to something that had a number.",
        "Not enough yet for an average: 4 of 5 with a number before and after.",
    ]
    assert lines(section(page, "Words you used"))[1:] == ["numb 5 times", "like wool once"]
    expect(section(page, "Where feelings were")).to_contain_text("One place on the plane. Mostly flat.")
    assert "On average 2.0 nearer; likely between 1.5 nearer and 2.5 nearer (95 % interval, 5 times)." in lines(
        section(page, "Habits")
    )
    body = section(page, "In the body")
    expect(body.get_by_role("listitem").filter(has_text="Chest")).to_contain_text("blank 5 times")
    expect(page.get_by_text("A foggy while: 26 October to 1 November 2026")).to_be_visible()
