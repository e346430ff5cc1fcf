"""The calendar, held against golden cases and against independent implementations."""

import json
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notifications.recurrence import (
    JITTER_SECONDS,
    QuietHours,
    Rule,
    jitter_seconds,
    local_clock,
    next_occurrence,
    occurrence_on,
    out_of_quiet,
)
from tests.prove.calendar import ORACLES, by_zoneinfo, compare, schedules

GOLDEN = json.loads((Path(__file__).parents[1] / "contract" / "recurrence.json").read_text())["cases"]
ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "America/Santiago",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
]
EVERY_DAY = frozenset(range(1, 8))
NIGHT = QuietHours(time(21), time(9))
NEVER = QuietHours(time(0), time(0))
clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["why"])
def test_the_next_occurrence_is_as_agreed(case: dict[str, Any]) -> None:
    paused = case.get("paused_until")
    rule = Rule(
        time.fromisoformat(case["local_time"]),
        frozenset(case["weekdays"]),
        case["zone"],
        not_before=date.fromisoformat(paused) if paused else None,
    )
    found = next_occurrence(rule, datetime.fromisoformat(case["after"]))
    assert found
    assert (found.due_at.isoformat(), found.local_date.isoformat()) == (
        case["due_at"].replace("Z", "+00:00"),
        case["local_date"],
    )


@pytest.mark.parametrize("zone", ORACLES)
def test_every_occurrence_of_400_days_agrees_with_another_implementation(zone: str) -> None:
    for plan in schedules(8, f"a sample of {zone}"):
        assert compare(zone, plan) > 0


@settings(deadline=None)  # a shared machine has its pauses
@given(
    zone=st.sampled_from(ZONES),
    clock=clocks,
    days=st.frozensets(st.integers(1, 7), min_size=1),
    jitter=st.integers(0, JITTER_SECONDS),
    start=st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - hypothesis wants bounds without a zone
)
def test_occurrences_follow_one_another_never_two_a_date_never_early(
    zone: str, clock: time, days: frozenset[int], jitter: int, start: datetime
) -> None:
    rule, moment, dates = Rule(clock, days, zone, jitter), start, []
    for _ in range(8):
        found = next_occurrence(rule, moment)
        assert found
        assert found.due_at > moment
        late = found.due_at - by_zoneinfo(found.local_date, clock, zone)
        assert timedelta() <= late <= timedelta(seconds=jitter)
        assert found.local_date.isoweekday() in days
        moment = found.due_at
        dates.append(found.local_date)
    assert dates == sorted(set(dates))


@settings(deadline=None)  # a shared machine has its pauses
@given(ids=st.lists(st.uuids(version=4), min_size=50, max_size=50, unique=True))
def test_jitter_is_stable_and_spreads(ids: list[UUID]) -> None:
    spread = [jitter_seconds(each) for each in ids]
    assert spread == [jitter_seconds(each) for each in ids]
    assert 0 <= min(spread) < max(spread) <= JITTER_SECONDS


def test_jitter_stops_short_of_the_quiet_hours() -> None:
    rule = Rule(time(20, 55), EVERY_DAY, "UTC", jitter_seconds=600, quiet=NIGHT)
    found = occurrence_on(rule, date(2026, 11, 23))
    assert found
    assert found.due_at == datetime(2026, 11, 23, 20, 59, 59, tzinfo=UTC)


def test_a_morning_inside_the_quiet_hours_moves_to_their_end() -> None:
    asked = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
    moved = out_of_quiet(asked, date(2026, 11, 23), "Europe/Berlin", NIGHT)
    assert moved == datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def test_a_night_inside_the_quiet_hours_is_left_out() -> None:
    asked = datetime(2026, 11, 23, 21, 30, tzinfo=UTC)
    assert out_of_quiet(asked, date(2026, 11, 23), "Europe/Berlin", NIGHT) is None


@settings(deadline=None)  # a shared machine has its pauses
@given(clock=clocks)
def test_quiet_hours_of_no_length_are_never(clock: time) -> None:
    assert not NEVER.covers(clock)


@settings(deadline=None)  # a shared machine has its pauses
@given(start=clocks, end=clocks, clock=clocks)
def test_quiet_hours_and_their_opposite_fill_the_day(start: time, end: time, clock: time) -> None:
    if start != end:
        assert QuietHours(start, end).covers(clock) != QuietHours(end, start).covers(clock)


def test_a_rule_of_no_day_has_no_occurrence() -> None:
    assert next_occurrence(Rule(time(20, 30), frozenset(), "UTC"), datetime(2026, 11, 23, tzinfo=UTC)) is None


@pytest.mark.parametrize("zone", ["America/Nuuk", "America/Scoresbysund"])
def test_a_gap_before_midnight_moves_what_lies_in_it_into_the_next_day(zone: str) -> None:
    """Greenland's clocks leave out the last hour of a Saturday in March."""
    occurrence = occurrence_on(Rule(time(23, 30), frozenset({6}), zone), date(2026, 3, 28))
    assert occurrence
    assert local_clock(occurrence.due_at, zone) == time(0, 30)
