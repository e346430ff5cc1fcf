"""Two weeks with Thaw, lived through its own screens: what pictures and accessibility tests look at."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import get_args

from playwright.sync_api import Page, Playwright, expect

from tests.e2e.browser import Phone, controlled
from tests.e2e.screens import Life
from tests.e2e.steps import agree_to_sync, check_in, glimmer, make_reminder, near, synced, write


@dataclass(frozen=True)
class Moment:
    """What was answered `days` ago: a nearness, an absence, or a glimmer."""

    days: int
    at: time
    answer: int | str
    note: str = ""


GLIMMER = "glimmer"
MOMENTS = [
    Moment(13, time(21, 10), "Nothing"),
    Moment(12, time(8, 45), 1),
    Moment(11, time(19, 5), "Behind glass", "The train was full. I was there and not there."),
    Moment(9, time(7, 30), 3),
    Moment(8, time(20, 20), "Can’t tell"),
    Moment(6, time(17, 40), GLIMMER, "The smell of rain on the warm road."),
    Moment(5, time(22, 0), 2),
    Moment(3, time(12, 15), "Too mixed", "Mother called."),
    Moment(2, time(18, 50), 4, "Walked home the long way."),
    Moment(1, time(9, 10), "Behind glass"),
    Moment(1, time(20, 30), 5),
]


def phones_of_all_lives(playwright: Playwright, folder: Path, url: str) -> dict[Life, Phone]:
    """Return a phone for each life of the screens; the used one has yet to be lived."""
    return {life: Phone(playwright, folder / life, url, welcomed=life != "first") for life in get_args(Life)}


def live_two_weeks(phone: Phone) -> dict[str, str]:
    """Fill a new phone, open an account on it; return the ids of the records that screens are shown for."""
    page = controlled(phone.open())
    for moment in MOMENTS:
        relive(page, phone.url, moment)
    page.clock.set_fixed_time(datetime.now(UTC))
    make_reminder(page, phone.url, "Breath", "08:15")
    make_reminder(page, phone.url, "Grounding", "17:30")
    agree_to_sync(page, phone.url)
    records = {"check_in": newest(page, phone.url, "check-ins"), "reminder": newest(page, phone.url, "reminders")}
    page.goto(phone.url)
    expect(synced(page)).to_be_visible()
    phone.close()
    return records


def relive(page: Page, url: str, moment: Moment) -> None:
    day = datetime.now(UTC).date() - timedelta(days=moment.days)
    page.clock.set_fixed_time(datetime.combine(day, moment.at, tzinfo=UTC))
    if moment.answer == GLIMMER:
        glimmer(page, url)
    else:
        page.goto(url)
        near(page, moment.answer) if isinstance(moment.answer, int) else check_in(page, moment.answer)
    if moment.note:
        write(page, moment.note)


def newest(page: Page, url: str, path: str) -> str:
    page.goto(f"{url}/{path}")
    link = page.locator(f"main a[href^='/{path}/']:not([href$=new])").first
    return (link.get_attribute("href") or "").rsplit("/", 1)[1]
