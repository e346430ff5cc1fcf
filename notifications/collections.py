"""The reminders collection: how a record becomes a place in the schedule."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from backend.core.records import Collection
from notifications import models, recurrence, serializers
from notifications.pace import Pace

# An edit made while the tick is on its way must not lose today's occurrence; the unique
# occurrence keeps one that was already taken up from coming twice.
GRACE = timedelta(seconds=60)


def _project(record: serializers.Reminder, _reminder_id: UUID, now: datetime) -> dict[str, Any]:
    enabled = record.enabled is not False
    # Without its jitter: the claim puts it off by that, and stops short of the person's own quiet hours.
    rule = recurrence.Rule(
        local_time=record.clock,
        weekdays=frozenset(record.weekdays),
        time_zone=record.time_zone,
        not_before=record.paused_until,
    )
    upcoming = recurrence.next_occurrence(rule, now - GRACE) if enabled else None
    return {
        "kind": record.kind,
        "local_time": record.clock,
        "weekdays": record.weekdays,
        "time_zone": record.time_zone,
        "window_minutes": record.window_minutes or serializers.WINDOW_MINUTES,
        "exact": record.exact is True,
        "enabled": enabled,
        "paused_until": record.paused_until,
        "next_due_at": upcoming and upcoming.due_at,
        "next_on": upcoming and upcoming.local_date,
        "pace": Pace.FULL,
        "heard_at": now,
    }


def _present(row: models.Reminder) -> dict[str, Any]:
    due = row.next_due_at
    return {**row.data, "next_due_at": due and due.isoformat().replace("+00:00", "Z"), "pace": row.pace or "full"}


REMINDERS = Collection("reminders", models.Reminder, serializers.Reminder, project=_project, present=_present)
