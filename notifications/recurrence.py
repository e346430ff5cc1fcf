"""When a reminder is due: from the local calendar, never from the last time plus 24 hours.

Pure arithmetic. A wall time inside a gap moves forward by the gap, one that comes twice means its
first pass. A local date that a zone leaves out (Apia, 30 December 2011) has no occurrence.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import sha256
from uuid import UUID

from whenever import Date, Instant, Time, ZonedDateTime

JITTER_SECONDS = 600
DAY_SECONDS = 24 * 3600
DAYS_AHEAD = 16  # a week, one left-out date, and the one before


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `start` until just before `end`, over midnight when start is later; equal means never."""

    start: time
    end: time

    def covers(self, moment: time) -> bool:
        if self.start <= self.end:
            return self.start <= moment < self.end
        return moment >= self.start or moment < self.end


DEFAULT_QUIET = QuietHours(time(21), time(9))


@dataclass(frozen=True, slots=True)
class Rule:
    """`weekdays` are ISO (Monday 1); `not_before` is the first date allowed again after a pause.

    The jitter stops short of the quiet hours, which `quiet` names for that alone: a time inside
    them is moved or left out when it comes up (`out_of_quiet`), since they may change until then.
    """

    local_time: time
    weekdays: frozenset[int]
    time_zone: str
    jitter_seconds: int = 0
    not_before: date | None = None
    quiet: QuietHours = DEFAULT_QUIET

    @property
    def spread(self) -> int:
        """Return by how many seconds the moment comes after the wall time."""
        until_quiet = (_seconds(self.quiet.start) - _seconds(self.local_time)) % DAY_SECONDS
        if self.quiet.start == self.quiet.end or self.quiet.covers(self.local_time):
            return self.jitter_seconds
        return min(self.jitter_seconds, until_quiet - 1)


@dataclass(frozen=True, slots=True)
class Occurrence:
    local_date: date
    due_at: datetime


def jitter_seconds(reminder_id: UUID) -> int:
    """Return 0 … 600, the same for a reminder each day."""
    return int.from_bytes(sha256(reminder_id.bytes).digest()[:4]) % (JITTER_SECONDS + 1)


def occurrence_on(rule: Rule, day: date) -> Occurrence | None:
    """Return the occurrence of that local date, or None when the rule or the zone leaves it out."""
    if day.isoweekday() not in rule.weekdays or (rule.not_before and day < rule.not_before):
        return None
    wall = Date(day).at(Time(rule.local_time))
    moment = wall.assume_tz(rule.time_zone, disambiguation="compatible")
    if moment.date() != wall.date() and not _exists(day, rule.time_zone):
        return None
    return Occurrence(day, moment.to_instant().add(seconds=rule.spread).to_stdlib())


def next_occurrence(rule: Rule, after: datetime) -> Occurrence | None:
    """Return the first occurrence due later than `after`."""
    today = _local(after, rule.time_zone).date()
    first = max(today.subtract(days=1), Date(rule.not_before or date.min))
    for ahead in range(DAYS_AHEAD):
        found = occurrence_on(rule, first.add(days=ahead).to_stdlib())
        if found and found.due_at > after:
            return found
    return None


def first_of_today(rule: Rule, now: datetime) -> Occurrence | None:
    """Return the first occurrence of the local day, also when its wall time is over, or else the next one."""
    midnight = _midnight(local_day(now, rule.time_zone), rule.time_zone)
    return next_occurrence(rule, midnight.to_instant().subtract(seconds=1).to_stdlib())


def out_of_quiet(due_at: datetime, day: date, time_zone: str, quiet: QuietHours) -> datetime | None:
    """Return `due_at`, or the end of the quiet hours it falls into; None when they last beyond `day`."""
    if not quiet.covers(local_clock(due_at, time_zone)):
        return due_at
    end = Date(day).at(Time(quiet.end)).assume_tz(time_zone, disambiguation="compatible")
    later = end.to_instant().to_stdlib()
    return later if later >= due_at else None


def local_clock(moment: datetime, time_zone: str) -> time:
    return _local(moment, time_zone).time().to_stdlib()


def local_day(moment: datetime, time_zone: str) -> date:
    return _local(moment, time_zone).date().to_stdlib()


def _exists(day: date, time_zone: str) -> bool:
    """Tell whether the zone has that local date: a gap at its end only moves what lies in it past midnight."""
    return _midnight(day, time_zone).date() == Date(day)


def _midnight(day: date, time_zone: str) -> ZonedDateTime:
    return Date(day).at(Time()).assume_tz(time_zone, disambiguation="compatible")


def _local(moment: datetime, time_zone: str) -> ZonedDateTime:
    return Instant(moment).to_tz(time_zone)


def _seconds(clock: time) -> int:
    return clock.hour * 3600 + clock.minute * 60 + clock.second
