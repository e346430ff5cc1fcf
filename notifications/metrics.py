"""What operators watch: silence is noticed because a late scan is a number (R11)."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, Min
from prometheus_client import CollectorRegistry
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from notifications.models import OPEN, Delivery, DeliveryState, MailAddress, PushSubscription, Reminder, Vendor
from notifications.services.tallies import totals

MAIL = "smtp://"


def scan_lag_seconds(now: datetime) -> float:
    """Return how long the longest waiting reminder or delivery has been overdue; 0 when none is."""
    due = Reminder.objects.filter(next_due_at__isnull=False).aggregate(first=Min("next_due_at"))["first"]
    unsent = Delivery.objects.filter(state__in=OPEN)
    lease = unsent.aggregate(first=Min("lease_until"))["first"]
    # A worker that fails before it sends has its lease renewed again and again.
    begun = unsent.filter(state=DeliveryState.CLAIMED, attempts=0).aggregate(first=Min("due_at"))["first"]
    ages: list[float] = [(now - first).total_seconds() for first in (due, lease, begun) if first]
    return max([0.0, *ages])


def due_count(now: datetime) -> int:
    return Reminder.objects.filter(next_due_at__lte=now).count()


def open_deliveries() -> dict[str, int]:
    found = Delivery.objects.filter(state__in=OPEN).values_list("state").annotate(Count("pk"))
    return {**dict.fromkeys(map(str, OPEN), 0), **dict(found)}


def live_phones() -> int:
    return PushSubscription.objects.filter(retired_at__isnull=True).count()


def mailboxes() -> dict[str, int]:
    """Return how many addresses there are in each state they can be in."""
    rows, live = MailAddress.objects.all(), MailAddress.objects.filter(retired_at__isnull=True)
    return {
        "confirmed": live.filter(confirmed_at__isnull=False).count(),
        "asked": live.filter(confirmed_at__isnull=True).count(),
        "retired": rows.filter(retired_at__isnull=False).count(),
    }


def registry(now: datetime) -> CollectorRegistry:
    """Return figures read from PostgreSQL, so that any web process answers for all workers."""
    figures = CollectorRegistry()
    figures.register(_Figures(now))
    return figures


class _Figures(Collector):
    def __init__(self, now: datetime) -> None:
        self.now = now

    def collect(self) -> Iterator[Metric]:
        lag = scan_lag_seconds(self.now)
        yield GaugeMetricFamily("thaw_reminder_scan_lag_seconds", "Age of the oldest reminder not taken up", lag)
        yield GaugeMetricFamily("thaw_reminders_due", "Reminders due and not taken up", due_count(self.now))
        yield _gauge("thaw_deliveries_open", "Deliveries that somebody has to act on", "state", open_deliveries())
        yield GaugeMetricFamily("thaw_push_subscriptions_live", "Phones that can be reached", live_phones())
        resting = {row.origin: row.resting_until for row in Vendor.objects.all() if row.resting_until}
        left = {origin: max((until - self.now).total_seconds(), 0) for origin, until in resting.items()}
        yield _gauge("thaw_push_vendor_rest_seconds", "For how long a vendor is left alone", "origin", left)
        yield _counter("thaw_deliveries", "What became of occurrences", ("state", "reason"), totals("delivery"))
        yield from self._answers()
        yield _counter("thaw_push_subscriptions_retired", "Phones given up", ("reason",), totals("retired"))
        yield _gauge("thaw_mail_addresses", "Addresses that people gave for reminders", "state", mailboxes())
        yield _counter("thaw_mail_addresses_retired", "Addresses given up", ("reason",), totals("retired_mail"))

    def _answers(self) -> Iterator[Metric]:
        labels, answers = ("origin", "outcome", "status"), totals("answer")
        mail = {label: number for label, number in answers.items() if label.startswith(MAIL)}
        push = {label: number for label, number in answers.items() if label not in mail}
        yield _counter("thaw_push_answers", "What vendors answered; 0 is no answer", labels, push)
        yield _counter("thaw_mail_answers", "What the mail server answered; 0 is no answer", labels, mail)


def _gauge(name: str, about: str, label: str, values: dict[str, int] | dict[str, float]) -> Metric:
    family = GaugeMetricFamily(name, about, labels=[label])
    for value, number in values.items():
        family.add_metric([value], number)
    return family


def _counter(name: str, about: str, labels: tuple[str, ...], values: dict[str, int]) -> Metric:
    family = CounterMetricFamily(name, about, labels=labels)
    for value, number in values.items():
        parts = value.split(" ")
        family.add_metric([*parts, *[""] * (len(labels) - len(parts))], number)
    return family
