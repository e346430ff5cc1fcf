"""No wrong hour: 400 days x 12 zones x 500 schedules, held against implementations that share no code with ours."""

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil import tz

from backend.config.bootstrap import Failure, say
from notifications.recurrence import Rule, next_occurrence

FIRST, DAYS, SCHEDULES = date(2026, 1, 1), 400, 500
DAY = timedelta(days=1)
START = datetime(2025, 12, 30, tzinfo=UTC)
Oracle = Callable[[date, time, str], datetime]


def by_dateutil(day: date, clock: time, zone: str) -> datetime:
    wall: datetime = tz.resolve_imaginary(datetime.combine(day, clock, tzinfo=tz.gettz(zone)))
    return wall.astimezone(UTC)


def by_zoneinfo(day: date, clock: time, zone: str) -> datetime:
    """Return the moment by the offset before a change: so a gap moves forward, and the first pass is meant."""
    return datetime.combine(day, clock, tzinfo=ZoneInfo(zone)).astimezone(UTC)


ORACLES: dict[str, Oracle] = {
    **dict.fromkeys(
        (
            "Europe/Berlin",
            "America/New_York",
            "America/St_Johns",
            "America/Santiago",
            "Africa/Cairo",
            "Asia/Beirut",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Pacific/Chatham",
            "Pacific/Kiritimati",
            "Antarctica/Troll",
        ),
        by_dateutil,
    ),
    # dateutil misreads a zone whose summer time is its standard time (two hours off in February 2026).
    "Africa/Casablanca": by_zoneinfo,
}


@dataclass(frozen=True, slots=True)
class Schedule:
    clock: time
    weekdays: frozenset[int]
    jitter: int
    not_before: date | None


def schedules(count: int, seed: str) -> Iterator[Schedule]:
    """Yield schedules by chance, half of them at hours in which clocks are changed."""
    chance = random.Random(seed)
    for number in range(count):
        hour = chance.randrange(4) if number % 2 else chance.randrange(24)
        yield Schedule(
            time(hour, chance.choice((0, 5, 15, 30, 45, 59))),
            frozenset(chance.sample(range(1, 8), chance.randint(1, 7))),
            chance.choice((0, 0, chance.randint(1, 600))),
            FIRST + chance.randrange(300) * DAY if chance.random() < 0.2 else None,
        )


def compare(zone: str, plan: Schedule) -> int:
    """Return how many occurrences agree; raises Failure at the first that does not."""
    quiet_free = Rule(plan.clock, plan.weekdays, zone, plan.jitter, plan.not_before)
    expected = _expected(zone, plan, timedelta(seconds=quiet_free.spread))
    moment = START
    for number, (day, due_at) in enumerate(expected):
        found = next_occurrence(quiet_free, moment)
        while found and found.local_date < expected[0][0]:
            found = next_occurrence(quiet_free, found.due_at)
        if found is None or (found.local_date, found.due_at) != (day, due_at):
            raise Failure(f"{zone} {plan}: occurrence {number} is {found}, not {day} {due_at}.")
        moment = found.due_at
    return len(expected)


def _expected(zone: str, plan: Schedule, spread: timedelta) -> list[tuple[date, datetime]]:
    oracle = ORACLES[zone]
    days = (FIRST + number * DAY for number in range(DAYS))
    wanted = [
        day for day in days if day.isoweekday() in plan.weekdays and not (plan.not_before and day < plan.not_before)
    ]
    return [(day, oracle(day, plan.clock, zone) + spread) for day in wanted]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else SCHEDULES
    agreed = 0
    for zone in ORACLES:
        agreed += sum(compare(zone, plan) for plan in schedules(count, zone))
        print(f"  {zone}: no wrong hour", flush=True)
    print(f"occurrences_agreed={agreed} wrong=0")


if __name__ == "__main__":
    say(main)
