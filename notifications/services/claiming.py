"""Take up what is due: one transaction a batch, rows another scheduler holds are skipped."""

import logging
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from notifications.bulk import update_rows
from notifications.models import OPEN, Delivery, DeliveryState, Reminder
from notifications.pace import Pace, comes
from notifications.recurrence import Occurrence, QuietHours, Rule, next_occurrence, occurrence_on, out_of_quiet
from notifications.services.pacing import tell, tempos
from notifications.services.rules import preferences, rule_of
from notifications.services.tallies import Key

log = logging.getLogger(__name__)

BATCH = 500
LEASE = timedelta(seconds=90)
DAY = timedelta(days=1)
# An edit made while the tick is on its way must not lose today's occurrence.
GRACE = timedelta(seconds=60)
NEEDED = (
    "account_id",
    "id",
    "local_time",
    "weekdays",
    "time_zone",
    "window_minutes",
    "exact",
    "paused_until",
    "heard_at",
)
PLANNED = ("next_due_at", "next_on", "pace", "revision")


class Claimed(NamedTuple):
    """`ids` are deliveries to hand to a worker; `more` says that another batch may be there."""

    ids: list[UUID]
    more: bool
    tally: Counter[Key]


@transaction.atomic
def claim(*, now: datetime, limit: int = BATCH) -> Claimed:
    """Make the deliveries of due reminders and take over those whose lease is over."""
    due = list(
        Reminder.objects.select_for_update(skip_locked=True, no_key=True, of=("self", "account"))
        .select_related("account")
        .only("account__id", *NEEDED, *PLANNED, "updated_at")
        .filter(next_due_at__lte=now)
        .order_by("next_due_at")[:limit]
    )
    planned = _Planner(due, now).deliveries()
    update_rows(due, PLANNED)
    Delivery.objects.bulk_create(planned, ignore_conflicts=True)
    wanted = [delivery.pk for delivery in planned if delivery.state == DeliveryState.CLAIMED]
    made = list(Delivery.objects.filter(pk__any=wanted).order_by("due_at").values_list("pk", flat=True))
    left = _take_over(now, limit)
    ended = Counter(("delivery", f"{row.state} {row.reason}".strip()) for row in planned)
    return Claimed([*made, *left.ids], len(due) == limit or left.more, ended + left.tally)


class _Planner:
    """Plans a batch; what it needs to know about the people is read once."""

    def __init__(self, due: Sequence[Reminder], now: datetime) -> None:
        self.due, self.now = due, now
        self.wishes = preferences({row.account_id for row in due})
        self.tempos = tempos(due, now)

    def deliveries(self) -> list[Delivery]:
        planned = [self._planned(row) for row in self.due]
        tell(row for row in self.due if self._new_pace(row))
        return [delivery for delivery in planned if delivery]

    def _planned(self, row: Reminder) -> Delivery | None:
        try:
            return self._plan(row, self.wishes[row.account_id].quiet_hours)
        except (ValueError, TypeError, OverflowError):
            log.exception("Reminder %s can't be planned and rests until it is edited", row.pk)
            row.next_due_at = row.next_on = None
            return None

    def _plan(self, row: Reminder, quiet: QuietHours) -> Delivery | None:
        """Return the delivery that is due, and move the row on; None when it is not due after all.

        The moment is worked out anew, since the rules of a zone may have changed since it was stored.
        """
        rule = rule_of(row, quiet)
        occurrence = row.next_on and occurrence_on(rule, row.next_on)
        if not occurrence:
            self._advance(row, rule, self.now)
            return None
        due_at = out_of_quiet(occurrence.due_at, occurrence.local_date, rule.time_zone, quiet)
        comes_now = comes(*self._tempo(row, rule, occurrence))
        if comes_now and due_at and due_at > self.now:
            row.next_due_at = due_at
            return None
        self._advance(row, rule, occurrence.due_at)
        was_over = (due_at or occurrence.due_at) < row.updated_at - GRACE
        return self._made(row, occurrence, due_at) if comes_now and not was_over else None

    def _made(self, row: Reminder, occurrence: Occurrence, due_at: datetime | None) -> Delivery:
        delivery = _delivery(row, occurrence.local_date, due_at or occurrence.due_at, self.now)
        if due_at is None:
            delivery.state, delivery.reason = DeliveryState.WITHDRAWN, "quiet_hours"
        return delivery

    def _tempo(self, row: Reminder, rule: Rule, occurrence: Occurrence) -> tuple[Pace, Rule, date, date | None]:
        tempo = self.tempos[row.pk]
        return tempo.pace, rule, occurrence.local_date, tempo.last

    def _advance(self, row: Reminder, rule: Rule, after: datetime) -> None:
        """Move on to the first occurrence after that moment whose window is not over: an outage may end inside one."""
        upcoming = next_occurrence(rule, max(after, self.now - DAY))
        while upcoming and self._is_over(upcoming, rule, row):
            upcoming = next_occurrence(rule, upcoming.due_at)
        row.next_due_at = upcoming.due_at if upcoming else None
        row.next_on = upcoming.local_date if upcoming else None

    def _is_over(self, upcoming: Occurrence, rule: Rule, row: Reminder) -> bool:
        if upcoming.due_at > self.now:
            return False
        due_at = out_of_quiet(upcoming.due_at, upcoming.local_date, rule.time_zone, rule.quiet)
        return not due_at or due_at + timedelta(minutes=row.window_minutes or 0) <= self.now

    def _new_pace(self, row: Reminder) -> bool:
        before, row.pace = row.pace or Pace.FULL, self.tempos[row.pk].pace
        return row.pace != before


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
    update_rows(left, ("state", "lease_until"))
    ids = [delivery.pk for delivery in left if delivery.state == DeliveryState.CLAIMED]
    ended = Counter(("delivery", str(row.state)) for row in left if row.state != DeliveryState.CLAIMED)
    return Claimed(ids, len(left) == limit, ended)


def closed(delivery: Delivery) -> DeliveryState:
    return DeliveryState.SENT if delivery.sent_at else DeliveryState.EXPIRED
