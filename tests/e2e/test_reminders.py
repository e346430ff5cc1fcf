"""Making a reminder: the form says what will come of it and what is missing, and loses nothing that was typed."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.e2e.browser import Phone
from tests.e2e.database import until
from tests.e2e.steps import agree_to_sync, button, make_reminder, records, synced


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


# Whether the server has the reminder in that zone.
IN_ZONE = """
async (zone) => (await (await fetch('/api/v1/reminders/')).json()).results[0].time_zone === zone
"""
MAILBOX = {"address": "alice@example.org", "confirmed": True, "retired": None, "available": True}


def with_mailbox(page: Page) -> None:
    """Let the server say that reminders go to a mailbox: this browser has no push service behind it."""
    page.route("**/api/v1/email/", lambda route: route.fulfill(json=MAILBOX))


def test_reminders_follow_the_phone_into_another_time_zone(new_phone: Callable[..., Phone]) -> None:
    phone = new_phone()
    page = phone.page()
    make_reminder(page, phone.url, "Mindfulness", "19:30")
    agree_to_sync(page, phone.url)
    assert [kept["time_zone"] for kept in records(page, phone.url, "reminders")] == ["Europe/Berlin"]
    phone.close()
    phone.options["timezone_id"] = "Asia/Tokyo"
    page = phone.page()
    with_mailbox(page)
    page.goto(f"{phone.url}/reminders")
    until(page, IN_ZONE, "Asia/Tokyo")
    (kept,) = records(page, phone.url, "reminders")
    assert (kept["time_zone"], kept["local_time"][:5]) == ("Asia/Tokyo", "19:30")
    expect(page.get_by_text(re.compile(r"^Next: \w+ \d+ \w+, 19:30$"))).to_be_visible()


def test_no_next_time_is_promised_to_a_phone_that_never_allowed_messages(phone: Phone) -> None:
    page = phone.page()
    make_reminder(page, phone.url, "Breath", "10:00")
    expect(page.get_by_text("Kept on this phone. It cannot arrive yet.")).to_be_visible()
    agree_to_sync(page, phone.url)
    page.goto(f"{phone.url}/reminders")
    expect(page.get_by_text("It cannot arrive on this phone yet.")).to_be_visible()
    with_mailbox(page)
    page.reload()
    expect(page.get_by_text(re.compile(r"^Next: "))).to_be_visible()


def test_a_reminder_that_earlier_ones_leave_no_room_for_says_so_and_offers_the_room(phone: Phone) -> None:
    page = phone.page()
    make_reminder(page, phone.url, "Breath", "10:00")
    expect(page.get_by_text("At most one reminder comes in a day, the earliest one.")).to_be_visible()
    page.goto(f"{phone.url}/reminders/new")
    page.get_by_role("group", name="What for").get_by_text("Mindfulness", exact=True).click()
    crowded = page.get_by_text("On these days an earlier reminder comes, and at most one comes in a day.")
    expect(crowded).to_be_visible()
    button(page, "Keep it").click()
    evening = page.get_by_role("listitem").filter(has_text="19:30")
    expect(evening.get_by_text("On these days an earlier reminder comes")).to_be_visible()
    page.get_by_role("link", name="Mindfulness", exact=True).click()
    button(page, "Let two come in a day").click()
    expect(page.get_by_role("status").filter(has_text="Up to two in a day from now on.")).to_be_visible()
    expect(crowded).to_have_count(0)
    page.get_by_role("link", name="Back").click()
    expect(evening.get_by_text("It cannot arrive yet.")).to_be_visible()
    expect(page.get_by_text("At most two reminders come in a day, the earliest ones.")).to_be_visible()
    page.get_by_role("link", name="Change that").click()
    expect(button(page, "2 reminders")).to_have_attribute("aria-pressed", "true")


def test_where_no_message_can_come_the_way_to_e_mail_is_told(phone: Phone) -> None:
    page = phone.page()
    page.add_init_script("delete window.PushManager")
    make_reminder(page, phone.url, "Breath", "10:00")
    expect(page.get_by_text("This browser can’t receive messages")).to_be_visible()
    page.get_by_role("link", name="Keep a copy on this server").click()
    button(page, "Keep a copy on this server").click()
    expect(synced(page)).to_be_visible()
    page.goto(f"{phone.url}/reminders")
    expect(button(page, "Set up e-mail")).to_be_visible()
    expect(page.get_by_role("link", name="Keep a copy on this server")).to_have_count(0)
