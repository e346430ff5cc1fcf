"""Take up what is due: one transaction a batch, rows another scheduler holds are skipped."""

import logging
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from notifications.models import OPEN, Delivery, DeliveryState, Reminder
from notifications.recurrence import QuietHours, next_occurrence, occurrence_on, out_of_quiet
from notifications.services.rules import Preferences, preferences, rule_of

log = logging.getLogger(__name__)

BATCH = 500
LEASE = timedelta(seconds=90)


class Claimed(NamedTuple):
    """`ids` are deliveries to hand to a worker; `more` says that another batch may be there."""

    ids: list[UUID]
    more: bool


@transaction.atomic
def claim(*, now: datetime, limit: int = BATCH) -> Claimed:
    """Make the deliveries of due reminders and take over those whose lease is over."""
    due = list(
        Reminder.objects.select_for_update(skip_locked=True, no_key=True, of=("self", "account"))
        .select_related("account")
        .filter(next_due_at__lte=now)
        .order_by("next_due_at")[:limit]
    )
    planned = _plan_all(due, preferences({row.account_id for row in due}), now)
    Reminder.objects.bulk_update(due, ["next_due_at", "next_on"])
    Delivery.objects.bulk_create(planned, ignore_conflicts=True)
    wanted = [delivery.pk for delivery in planned if delivery.state == DeliveryState.CLAIMED]
    made = list(Delivery.objects.filter(pk__in=wanted).order_by("due_at").values_list("pk", flat=True))
    left = _take_over(now, limit)
    return Claimed([*made, *left.ids], len(due) == limit or left.more)


def _plan_all(due: Iterable[Reminder], wishes: Mapping[UUID, Preferences], now: datetime) -> list[Delivery]:
    planned = []
    for row in due:
        try:
            delivery = _plan(row, wishes[row.account_id].quiet_hours, now)
        except (ValueError, TypeError, OverflowError):
            log.exception("Reminder %s can't be planned and rests until it is edited", row.pk)
            row.next_due_at = row.next_on = None
            continue
        if delivery:
            planned.append(delivery)
    return planned


def _plan(row: Reminder, quiet: QuietHours, now: datetime) -> Delivery | None:
    """Return the delivery that is due, and move the row on; None when it is not due after all.

    The moment is worked out anew, since the rules of a zone may have changed since it was stored.
    """
    rule = rule_of(row, quiet)
    occurrence = row.next_on and occurrence_on(rule, row.next_on)
    if not occurrence:
        _advance(row, quiet, now)
        return None
    due_at = out_of_quiet(occurrence.due_at, occurrence.local_date, rule.time_zone, quiet)
    if due_at and due_at > now:
        row.next_due_at = due_at
        return None
    _advance(row, quiet, now)
    delivery = _delivery(row, occurrence.local_date, due_at or occurrence.due_at, now)
    if due_at is None:
        delivery.state, delivery.reason = DeliveryState.WITHDRAWN, "quiet_hours"
    return delivery


def _delivery(row: Reminder, local_date: date, due_at: datetime, now: datetime) -> Delivery:
    expires_at = due_at + timedelta(minutes=row.window_minutes or 0)
    return Delivery(
        account_id=row.account_id,
        reminder=row,
        local_date=local_date,
        due_at=due_at,
        expires_at=expires_at,
        state=DeliveryState.CLAIMED if now < expires_at else DeliveryState.EXPIRED,
        lease_until=now + LEASE,
    )


def _advance(row: Reminder, quiet: QuietHours, now: datetime) -> None:
    upcoming = next_occurrence(rule_of(row, quiet), now)
    row.next_due_at = upcoming.due_at if upcoming else None
    row.next_on = upcoming.local_date if upcoming else None


def _take_over(now: datetime, limit: int) -> Claimed:
    """Give what nobody holds any more to a new worker, and close what has expired meanwhile."""
    left = list(
        Delivery.objects.select_for_update(skip_locked=True)
        .filter(state__in=OPEN, lease_until__lte=now)
        .order_by("lease_until")[:limit]
    )
    for delivery in left:
        delivery.lease_until = now + LEASE
        delivery.state = DeliveryState.CLAIMED if now < delivery.expires_at else closed(delivery)
    Delivery.objects.bulk_update(left, ["state", "lease_until"])
    ids = [delivery.pk for delivery in left if delivery.state == DeliveryState.CLAIMED]
    return Claimed(ids, len(left) == limit)


def closed(delivery: Delivery) -> DeliveryState:
    return DeliveryState.SENT if delivery.sent_at else DeliveryState.EXPIRED
