"""How often reminders come to someone who no longer answers. Fading is quiet: a reminder left out says nothing.

Pure arithmetic. Any answer, or anything the person writes down, brings the full pace back at once.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from notifications.recurrence import Rule, occurrence_on

IGNORED = 3  # this many in a row
WEEKLY, FORTNIGHTLY, RESTING = timedelta(days=10), timedelta(days=30), timedelta(days=60)
LOOK_BACK_DAYS = 16


class Pace(StrEnum):
    FULL = "full"
    HALF = "half"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    RESTING = "resting"


DAYS_BETWEEN = {Pace.WEEKLY: 7, Pace.FORTNIGHTLY: 14}


def pace_of(heard_at: datetime, sent: Sequence[datetime], now: datetime) -> Pace:
    """Return the pace for someone last heard of at `heard_at`; `sent` are the last IGNORED moments one went out."""
    silent = now - heard_at
    for pace, since in ((Pace.RESTING, RESTING), (Pace.FORTNIGHTLY, FORTNIGHTLY), (Pace.WEEKLY, WEEKLY)):
        if silent >= since:
            return pace
    ignored = len(sent) >= IGNORED and min(sent) > heard_at
    return Pace.HALF if ignored else Pace.FULL


def comes(pace: Pace, rule: Rule, day: date, last: date | None) -> bool:
    """Tell whether the occurrence of `day` comes at this pace, the last one having come on `last`."""
    if pace is Pace.RESTING:
        return False
    if pace is Pace.FULL or last is None:
        return True
    if pace is Pace.HALF:
        return _one_left_out(rule, day, last)
    return (day - last).days >= DAYS_BETWEEN[pace]


def _one_left_out(rule: Rule, day: date, last: date) -> bool:
    """Tell whether an occurrence lies between: every second one comes."""
    first = max(last, day - timedelta(days=LOOK_BACK_DAYS)) + timedelta(days=1)
    return any(occurrence_on(rule, first + timedelta(days=ahead)) for ahead in range((day - first).days))
