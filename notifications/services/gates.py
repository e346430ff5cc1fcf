"""May this still go out? Asked at the last moment, since the world may have changed since the claim."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from backend.checkins.models import CheckIn, Practice
from backend.exercises.catalogue import catalogue
from notifications.messages import FALLBACK
from notifications.models import Delivery, DeliveryState
from notifications.recurrence import local_clock, local_day, occurrence_on
from notifications.services.rules import Preferences, preferences, rule_of

LONGEST_DAY = timedelta(hours=50)  # a local date lasts that long around the globe
LATE, BACKLOG = timedelta(minutes=5), timedelta(minutes=30)
CHECK_IN = "check_in"


class World:
    """All that the rules look at, read once for a batch of deliveries."""

    def __init__(self, deliveries: Iterable[Delivery], now: datetime) -> None:
        self.now = now
        batch = list(deliveries)
        accounts = {delivery.account_id for delivery in batch}
        self.preferences = preferences(accounts)
        self._done = _done(accounts, now)
        self._count: dict[tuple[UUID, date], int] = defaultdict(int)
        self._lately: set[UUID] = set()
        self._over: set[tuple[UUID, date]] = set()
        self._read_days(accounts, {delivery.local_date for delivery in batch})

    def count(self, delivery: Delivery) -> None:
        """Take up one of the day's places."""
        self._count[delivery.account_id, delivery.local_date] += 1
        if not delivery.sent_at or self.now - delivery.sent_at < BACKLOG:
            self._lately.add(delivery.account_id)

    def refusal(self, delivery: Delivery) -> str:
        """Return why the delivery may not go out, or an empty text."""
        wishes, day = self.preferences[delivery.account_id], (delivery.account_id, delivery.local_date)
        if delivery.reminder.deleted or not delivery.reminder.enabled:
            return "disabled"
        reasons = {
            "paused": _is_paused(delivery),
            "not_today": day in self._over,
            "quiet_until": bool(wishes.quiet_until and self.now < wishes.quiet_until),
            "quiet_hours": self._quiet(delivery, wishes),
            "done": self._is_done(delivery),
            "daily_cap": self._over_cap(delivery, wishes),
            "backlog": self._in_backlog(delivery),
        }
        return next((reason for reason, holds in reasons.items() if holds), "")

    def due_again(self, delivery: Delivery) -> datetime | None:
        """Return when the reminder as it is now is due on that date; None when it leaves the date out."""
        if delivery.slot or delivery.sent_at:
            return delivery.due_at
        rule = rule_of(delivery.reminder, self.preferences[delivery.account_id].quiet_hours)
        occurrence = occurrence_on(rule, delivery.local_date)
        return occurrence.due_at if occurrence else None

    def _quiet(self, delivery: Delivery, wishes: Preferences) -> bool:
        return wishes.quiet_hours.covers(local_clock(self.now, delivery.reminder.time_zone or ""))

    def _is_done(self, delivery: Delivery) -> bool:
        zone = delivery.reminder.time_zone or ""
        moments = self._done[delivery.account_id, delivery.reminder.kind or ""]
        return any(local_day(moment, zone) == delivery.local_date for moment in moments)

    def _over_cap(self, delivery: Delivery, wishes: Preferences) -> bool:
        """Count neither a snooze, which was asked for, nor a second try, which is no second reminder."""
        if delivery.slot or delivery.sent_at:
            return False
        return self._count[delivery.account_id, delivery.local_date] >= wishes.daily_cap

    def _in_backlog(self, delivery: Delivery) -> bool:
        """Let one notification a person through after an outage, however many were due meanwhile."""
        late = self.now - delivery.due_at > LATE
        return late and not delivery.slot and not delivery.sent_at and delivery.account_id in self._lately

    def _read_days(self, accounts: set[UUID], days: set[date]) -> None:
        taken = Q(slot=0) & (Q(sent_at__isnull=False) | Q(state=DeliveryState.SENDING))
        same_days = Delivery.objects.filter(account_id__any=accounts, local_date__in=days)
        for delivery in same_days.filter(taken):
            self.count(delivery)
        over = same_days.filter(responses__contains=[{"response": "not_today"}])
        self._over.update(over.values_list("account_id", "local_date"))


def _is_paused(delivery: Delivery) -> bool:
    until = delivery.reminder.paused_until
    return until is not None and delivery.local_date < until


def _done(accounts: set[UUID], now: datetime) -> dict[tuple[UUID, str], list[datetime]]:
    """Return when each account lately did what a kind of reminder reminds of."""
    done: dict[tuple[UUID, str], list[datetime]] = defaultdict(list)
    shelf = catalogue()[FALLBACK].exercises
    recent = {"account_id__any": accounts, "deleted": False}
    practices = Practice.objects.filter(**recent, started_at__gt=now - LONGEST_DAY)
    for practice in practices:
        item = shelf.get(practice.exercise or "")
        if practice.started_at and item:
            done[practice.account_id, item["kind"]].append(practice.started_at)
    check_ins = CheckIn.objects.filter(**recent, kind=CHECK_IN, occurred_at__gt=now - LONGEST_DAY)
    for check_in in check_ins:
        if check_in.occurred_at:
            done[check_in.account_id, CHECK_IN].append(check_in.occurred_at)
    return done
