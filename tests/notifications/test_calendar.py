"""The calendar through the scheduler: zones that shift, people who travel, rules and clocks that change."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo, available_timezones

import pytest
import whenever

from notifications.models import Delivery, Reminder
from notifications.services.claiming import claim
from notifications.services.upkeep import KEPT_DAYS, forget, replan
from tests.clients import Phone
from tests.notifications.receivers import NOON, Receiver
from tests.notifications.schedule import MINUTE, THREE, edit, prefer, remind, states, tick

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@pytest.fixture
def subscribed(alice: Phone, browser: Receiver) -> Receiver:
    browser.of(alice)
    prefer(alice, "quiet_hours", {"from": "00:00", "to": "00:00"})
    return browser


def dues() -> list[tuple[date, datetime]]:
    return list(Delivery.objects.order_by("due_at").values_list("local_date", "due_at"))


def next_due(row: Reminder) -> datetime | None:
    row.refresh_from_db()
    return row.next_due_at


@pytest.mark.parametrize(
    ("zone", "clock", "day", "utc"),
    [
        ("America/New_York", "02:30", "2026-03-08", "07:30"),  # inside the gap: 03:30 by the new time
        ("Europe/Berlin", "02:30", "2026-03-29", "01:30"),
        ("Australia/Lord_Howe", "02:15", "2026-10-04", "15:45"),  # a gap of half an hour
        ("Africa/Cairo", "00:30", "2026-04-24", "22:30"),  # a gap at midnight
        ("America/Santiago", "00:30", "2026-09-06", "04:30"),
        ("Europe/Berlin", "02:30", "2026-10-25", "00:30"),  # comes twice: the first pass
        ("America/New_York", "01:15", "2026-11-01", "05:15"),
        ("Africa/Casablanca", "20:30", "2026-02-20", "20:30"),  # Ramadan
        ("Asia/Kathmandu", "07:00", "2026-11-24", "01:15"),
        ("Pacific/Kiritimati", "09:00", "2026-11-24", "19:00"),
    ],
)
def test_a_day_of_change_has_one_reminder_at_its_wall_time(
    alice: Phone, subscribed: Receiver, zone: str, clock: str, day: str, utc: str
) -> None:
    local_day = date.fromisoformat(day)
    start = datetime.combine(local_day - DAY, time(21), tzinfo=ZoneInfo(zone)).astimezone(UTC)
    remind(alice, now=start, local_time=clock, time_zone=zone)
    for twenties in range(3 * 28):
        claim(now=start + twenties * 20 * MINUTE)
    (found,) = [due_at for on, due_at in dues() if on == local_day]
    assert f"{found:%H:%M}" == utc
    assert len(dues()) == len({on for on, _ in dues()})


def test_travel_east_on_the_day_neither_repeats_nor_comes_early(alice: Phone, subscribed: Receiver) -> None:
    row = remind(alice, time_zone="Europe/Berlin")
    tick(NOON + 2 * HOUR)  # 15:00 in Berlin
    edit(alice, row, now=NOON + 3 * HOUR, time_zone="Asia/Tokyo")
    assert next_due(row) == NOON + 18 * HOUR  # 15:00 of the 24th in Tokyo
    tick(NOON + 18 * HOUR)
    assert [on.day for on, _ in dues()] == [23, 24]
    assert subscribed.channel.posts == 2


def test_travel_west_over_the_date_line_gives_no_local_date_two(alice: Phone, subscribed: Receiver) -> None:
    row = remind(alice, time_zone="Pacific/Kiritimati")
    tick(NOON + 13 * HOUR)  # 15:00 of the 24th there
    edit(alice, row, now=NOON + 14 * HOUR, time_zone="Pacific/Honolulu")
    for hours in range(14, 80):
        tick(NOON + hours * HOUR)
    assert [on.day for on, _ in dues()] == [24, 25]  # Honolulu's own 24th brings no second one


@pytest.fixture
def changed_rules(tmp_path: Path) -> Iterator[None]:
    """Install a newer time-zone database in which Berlin has moved to the time of Tokyo."""
    berlin = tmp_path / "Europe" / "Berlin"
    berlin.parent.mkdir()
    berlin.write_bytes(files("tzdata").joinpath("zoneinfo", "Asia", "Tokyo").read_bytes())
    whenever.reset_tzpath([tmp_path, *TZPATH])
    whenever.clear_tzcache()
    yield
    whenever.reset_tzpath()
    whenever.clear_tzcache()


def test_a_new_time_zone_database_moves_what_was_planned(alice: Phone, changed_rules: None) -> None:
    assert "Europe/Berlin" in available_timezones()
    row = remind(alice, time_zone="Europe/Berlin")
    Reminder.objects.filter(pk=row.pk).update(next_due_at=THREE - HOUR)  # as the old rules had it
    assert replan(now=NOON) == 1
    assert next_due(row) == THREE + 15 * HOUR  # 15:00 of the 24th, nine hours ahead
    assert replan(now=NOON) == 0


def test_a_clock_that_ran_ten_years_ahead_silences_nobody(alice: Phone, subscribed: Receiver) -> None:
    row = remind(alice)
    tick(THREE + 3653 * DAY)
    ahead = next_due(row)
    assert ahead
    assert ahead.year == 2036
    assert replan(now=NOON + DAY) == 1
    tick(THREE + DAY)
    assert states() == [("sent", "")]


def test_a_clock_set_back_repeats_nothing(alice: Phone, subscribed: Receiver) -> None:
    remind(alice)
    tick(THREE)
    replan(now=THREE - HOUR)
    for minutes in range(0, 130, 10):
        tick(THREE - HOUR + minutes * MINUTE)
    assert (states(), subscribed.channel.posts) == ([("sent", "")], 1)


def test_the_daily_check_leaves_alone_what_is_right(alice: Phone) -> None:
    rows = [remind(alice), remind(alice, local_time="07:30"), remind(alice, exact=None), remind(alice, enabled=False)]
    half_past_seven = NOON + timedelta(hours=19, minutes=30)
    claim(now=THREE + 10 * MINUTE)
    claim(now=half_past_seven)  # the second one now waits for the end of the quiet hours
    before = [next_due(row) for row in rows]
    assert before[1] == half_past_seven + 90 * MINUTE
    assert replan(now=half_past_seven + 10 * MINUTE) == 0
    assert [next_due(row) for row in rows] == before


def test_a_row_that_cannot_be_read_stops_no_daily_check(alice: Phone, bob: Phone) -> None:
    broken, healthy = remind(alice), remind(bob)
    Reminder.objects.filter(pk=broken.pk).update(time_zone="Nowhere/Land")
    Reminder.objects.filter(pk=healthy.pk).update(next_due_at=THREE + 900 * DAY)
    assert replan(now=NOON) == 1
    assert next_due(healthy) == THREE


def test_old_occurrences_are_forgotten_and_open_ones_are_not(alice: Phone, subscribed: Receiver) -> None:
    row = remind(alice)
    tick(THREE)
    tick(THREE + DAY)
    claim(now=THREE + 2 * DAY)
    assert forget(now=THREE + (KEPT_DAYS + 1) * DAY) == 1
    assert forget(now=THREE + (KEPT_DAYS + 9) * DAY) == 1
    assert [state for state, _ in states()] == ["claimed"]
    assert row.deliveries.count() == 1
