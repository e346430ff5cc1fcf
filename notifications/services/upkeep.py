"""Once a day: plans are checked against the calendar, and what is old is forgotten."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from notifications.bulk import update_rows
from notifications.models import OPEN, Delivery, MailAddress, Reminder
from notifications.recurrence import Occurrence, Rule, next_occurrence, occurrence_on, out_of_quiet
from notifications.services.rules import Preferences, preferences, rule_of

BATCH = 1000
KEPT_DAYS = 90
UNCONFIRMED_DAYS = 7


def replan(*, now: datetime) -> int:
    """Set right what new time-zone rules, or a clock that was wrong, have left behind; return how many.

    A planned moment is stored: when the rules of its zone change afterwards, or when a clock that ran ahead moved the
    plan into a far year, the tick alone would find it too late or never.
    """
    mended = 0
    last: int | None = 0
    while last is not None:
        last, changed = _replan_batch(last, now)
        mended += changed
    return mended


def forget(*, now: datetime) -> int:
    """Delete what became of occurrences long ago, whose numbers the tallies keep, and addresses nobody said yes for."""
    before = (now - timedelta(days=KEPT_DAYS)).date()
    waited = now - timedelta(days=UNCONFIRMED_DAYS)
    MailAddress.objects.filter(confirmed_at=None, retired_at=None, created_at__lt=waited).delete()
    gone, _ = Delivery.objects.filter(local_date__lt=before).exclude(state__in=OPEN).delete()
    return gone


@transaction.atomic
def _replan_batch(after: int, now: datetime) -> tuple[int | None, int]:
    upcoming = Reminder.objects.filter(pk__gt=after, enabled=True, deleted=False).order_by("pk")
    rows = list(upcoming.select_for_update(no_key=True, skip_locked=True)[:BATCH])
    wishes = preferences({row.account_id for row in rows})
    changed = [row for row in rows if _moved(row, wishes, now)]
    update_rows(changed, ("next_due_at", "next_on"))
    return (rows[-1].pk if rows else None), len(changed)


def _moved(row: Reminder, wishes: dict[UUID, Preferences], now: datetime) -> bool:
    if row.next_due_at and row.next_due_at <= now:
        return False  # the tick has it next
    try:
        rule = rule_of(row, wishes[row.account_id].quiet_hours)
        found = _planned(row, rule, now)
    except (ValueError, TypeError, OverflowError):
        return False  # the tick has put it to rest and said so
    before = (row.next_due_at, row.next_on)
    row.next_due_at, row.next_on = (found.due_at, found.local_date) if found else (None, None)
    return before != (row.next_due_at, row.next_on)


def _planned(row: Reminder, rule: Rule, now: datetime) -> Occurrence | None:
    """Return what should be planned: today's moment put off to the end of the quiet hours, else the next one."""
    soonest = next_occurrence(rule, now)
    today = occurrence_on(rule, row.next_on) if row.next_on else None
    if today and row.next_due_at and (soonest is None or today.local_date < soonest.local_date):
        later = out_of_quiet(today.due_at, today.local_date, rule.time_zone, rule.quiet)
        return Occurrence(today.local_date, later) if later == row.next_due_at else soonest
    return soonest
