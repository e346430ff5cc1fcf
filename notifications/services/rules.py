"""What a person asked for: the rule of a reminder, and the settings that hold for all of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from backend.accounts.models import Setting
from backend.accounts.serializers import setting_id
from notifications.models import Reminder
from notifications.recurrence import DEFAULT_QUIET, QuietHours, Rule, jitter_seconds

KEYS = ("quiet_hours", "daily_cap", "quiet_until")
DAILY_CAP = 1
# A phone whose clock runs ahead must not silence reminders for years.
LONGEST_QUIET = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Preferences:
    quiet_hours: QuietHours = DEFAULT_QUIET
    daily_cap: int = DAILY_CAP
    quiet_until: datetime | None = None


def preferences(account_ids: Collection[UUID]) -> dict[UUID, Preferences]:
    """Return the preferences of each account, the usual ones where nothing is set."""
    values: dict[UUID, dict[str, Any]] = {account_id: {} for account_id in account_ids}
    ids = [setting_id(key) for key in KEYS]
    for row in Setting.objects.filter(account_id__any=account_ids, id__in=ids, deleted=False):
        values[row.account_id][row.data["key"]] = row.data["value"]
        if row.data["key"] == "quiet_until":
            values[row.account_id]["quiet_at_most"] = row.updated_at + LONGEST_QUIET
    return {account_id: _preferences(found) for account_id, found in values.items()}


def rule_of(row: Reminder, quiet: QuietHours) -> Rule:
    """Return the rule of a reminder that is not deleted."""
    if row.local_time is None or row.weekdays is None or row.time_zone is None:
        message = f"reminder {row.pk} has no rule"
        raise ValueError(message)
    return Rule(
        local_time=row.local_time,
        weekdays=frozenset(row.weekdays),
        time_zone=row.time_zone,
        jitter_seconds=0 if row.exact else jitter_seconds(row.id),
        not_before=row.paused_until,
        quiet=quiet,
    )


def _preferences(values: dict[str, Any]) -> Preferences:
    hours = values.get("quiet_hours")
    until = values.get("quiet_until")
    return Preferences(
        quiet_hours=QuietHours(time.fromisoformat(hours["from"]), time.fromisoformat(hours["to"]))
        if hours
        else DEFAULT_QUIET,
        daily_cap=values.get("daily_cap", DAILY_CAP),
        quiet_until=min(datetime.fromisoformat(until), values["quiet_at_most"]) if until else None,
    )
