"""Making a reminder: the form says what will come of it and what is missing, and loses nothing that was typed."""

import re
from collections.abc import Callable

from playwright.sync_api import Route, expect

from tests.e2e.browser import Phone
from tests.e2e.steps import agree_to_sync, button, make_reminder


def test_a_reminder_inside_the_quiet_hours_says_that_it_does_not_come_and_offers_the_hour_that_does(
    phone: Phone,
) -> None:
    page = phone.open("/reminders/new")
    at = page.get_by_label("At about")
    at.fill("07:00")
    expect(page.get_by_text("It comes at 09:00 instead.")).to_be_visible()
    at.fill("21:30")
    expect(page.get_by_text("At this time it would never come.")).to_be_visible()
    page.get_by_role("button", name="At 09:00 instead").click()
    expect(at).to_have_value("09:00")
    expect(page.get_by_text("At this time it would never come.")).to_have_count(0)
    make_reminder(page, phone.url, "Breath", "21:30")
    agree_to_sync(page, phone.url)
    page.goto(f"{phone.url}/reminders")
    expect(page.get_by_text("It lies in your quiet hours, so it does not come.")).to_be_visible()
    expect(page.get_by_text("Next:")).to_have_count(0)


def test_what_is_missing_is_said_at_its_place_and_has_the_focus(phone: Phone) -> None:
    page = phone.open("/reminders/new")
    at = page.get_by_label("At about")
    at.fill("")
    button(page, "Keep it").click()
    expect(page.get_by_role("alert").filter(has_text="Choose a time.")).to_be_visible()
    expect(at).to_be_focused()
    at.fill("10:00")
    expect(page.get_by_text("Choose a time.")).to_have_count(0)
    for day in ("Monday", "Wednesday", "Friday"):
        button(page, day).click()
    button(page, "Keep it").click()
    expect(page.get_by_role("alert").filter(has_text="Choose at least one day.")).to_be_visible()
    expect(button(page, "Monday")).to_be_focused()
    button(page, "Sunday").click()
    button(page, "Keep it").click()
    expect(page.get_by_role("heading", level=1, name="Reminders")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="10:00")).to_contain_text("Sun")


def test_what_was_changed_and_left_can_be_had_back(phone: Phone) -> None:
    page = phone.page()
    make_reminder(page, phone.url, "Breath", "10:00")
    reminder = page.get_by_role("link", name="Breath", exact=True)
    reminder.click()
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_text("What you changed was not kept.")).to_have_count(0)
    reminder.click()
    page.get_by_label("At about").fill("11:30")
    page.get_by_label("After something you do anyway, if you like").fill("Coffee")
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_role("status").filter(has_text="What you changed was not kept.")).to_be_visible()
    button(page, "Undo").click()
    expect(page.get_by_role("heading", level=1, name="This reminder")).to_be_focused()
    expect(page.get_by_label("At about")).to_have_value("11:30")
    button(page, "Keep it").click()
    expect(page.get_by_role("listitem").filter(has_text="11:30")).to_contain_text("After Coffee")
    expect(page.get_by_text("What you changed was not kept.")).to_have_count(0)


def test_times_are_written_as_the_phone_writes_them_in_its_fields(new_phone: Callable[..., Phone]) -> None:
    phone = new_phone(locale="en-US")
    page = phone.open("/reminders/new")
    page.get_by_label("At about").fill("07:00")
    expect(page.get_by_text(re.compile(r"It comes at 9:00\sam instead\."))).to_be_visible()
    make_reminder(page, phone.url, "Breath", "19:30")
    expect(page.get_by_text(re.compile(r"^7:30\spm$"))).to_be_visible()


def test_a_browser_that_takes_its_time_is_said_to_and_a_phone_without_a_network_too(phone: Phone) -> None:
    page = phone.page()
    page.clock.install()
    make_reminder(page, phone.url, "Breath", "10:00")
    page.context.grant_permissions(["notifications"], origin=phone.url)
    held: list[Route] = []
    page.route("**/api/v1/account/", lambda route: held.append(route))  # noqa: PLW0108 - see test_check_in
    with page.expect_request("**/api/v1/account/"):
        button(page, "Agree and allow reminders").click()
    slow = page.get_by_role("status").filter(has_text="It can be half a minute.")
    expect(slow).to_have_count(0)
    page.clock.fast_forward(5000)
    expect(slow).to_be_visible()
    held.pop().abort()
    expect(page.get_by_text("There is no connection just now. The reminder is kept;")).to_be_visible()
    expect(slow).to_have_count(0)
