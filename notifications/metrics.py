"""What operators watch: silence is noticed because a late scan is a number (R11)."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, Min
from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from notifications.models import OPEN, Delivery, PushSubscription, Reminder


def scan_lag_seconds(now: datetime) -> float:
    """Return how long the longest waiting reminder or delivery has been overdue; 0 when none is."""
    due = Reminder.objects.filter(next_due_at__isnull=False).aggregate(first=Min("next_due_at"))["first"]
    lease = Delivery.objects.filter(state__in=OPEN).aggregate(first=Min("lease_until"))["first"]
    ages: list[float] = [(now - first).total_seconds() for first in (due, lease) if first]
    return max([0.0, *ages])


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
        due = Reminder.objects.filter(next_due_at__lte=self.now).count()
        yield GaugeMetricFamily("thaw_reminders_due", "Reminders due and not taken up", due)
        states = GaugeMetricFamily("thaw_deliveries", "Deliveries by state", labels=["state"])
        for state, count in Delivery.objects.values_list("state").annotate(Count("pk")):
            states.add_metric([state], count)
        yield states
        phones = GaugeMetricFamily("thaw_push_subscriptions", "Subscriptions, live and retired", labels=["state"])
        live = PushSubscription.objects.filter(retired_at__isnull=True).count()
        phones.add_metric(["live"], live)
        phones.add_metric(["retired"], PushSubscription.objects.count() - live)
        yield phones
