"""The reminders collection: how a record becomes a place in the schedule."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core.records import Collection
from notifications import models, recurrence, serializers
from notifications.pace import Pace


def _project(record: serializers.Reminder, _reminder_id: UUID, now: datetime) -> dict[str, Any]:
    enabled = record.enabled is not False
    # From the day's beginning and without its jitter: jitter and quiet hours may put today's off until after an edit.
    # The claim looks at it at once and knows both; the unique occurrence keeps one that came from coming twice.
    rule = recurrence.Rule(
        local_time=record.clock,
        weekdays=frozenset(record.weekdays),
        time_zone=record.time_zone,
        not_before=record.paused_until,
    )
    upcoming = recurrence.first_of_today(rule, now) if enabled else None
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
    """Add pace and next moment; the latter is null until the schedule has looked at what was just written."""
    due = row.next_due_at if row.next_due_at and row.next_due_at > row.updated_at else None
    return {**row.data, "next_due_at": due and due.isoformat().replace("+00:00", "Z"), "pace": row.pace or "full"}


REMINDERS = Collection("reminders", models.Reminder, serializers.Reminder, project=_project, present=_present)
