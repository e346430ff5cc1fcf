"""One look for operators at how reminders are doing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count

from notifications import metrics
from notifications.models import Delivery, MailAddress, PushSubscription, Reminder, Vendor
from notifications.services.tallies import totals

RECENT = timedelta(days=1)
SOON = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Overview:
    now: datetime
    lag_seconds: float
    due: int
    soon: int
    open: dict[str, int]
    recent: Sequence[tuple[str, str, int]]
    ever: dict[str, int]
    answers: dict[str, int]
    vendors: Sequence[Vendor]
    live: int
    retired: Sequence[tuple[str, int]]
    mailboxes: dict[str, int]
    retired_mailboxes: Sequence[tuple[str, int]]
    paces: Sequence[tuple[str, int]]


def overview(now: datetime) -> Overview:
    enabled = Reminder.objects.filter(next_due_at__isnull=False)
    recent = Delivery.objects.filter(due_at__gt=now - RECENT, due_at__lte=now)
    return Overview(
        now=now,
        lag_seconds=metrics.scan_lag_seconds(now),
        due=metrics.due_count(now),
        soon=enabled.filter(next_due_at__gt=now, next_due_at__lte=now + SOON).count(),
        open=metrics.open_deliveries(),
        recent=_counted(recent, "state", "reason"),
        ever=totals("delivery"),
        answers=totals("answer"),
        vendors=list(Vendor.objects.order_by("origin")),
        live=metrics.live_phones(),
        retired=_counted(PushSubscription.objects.filter(retired_at__isnull=False), "retired_reason"),
        mailboxes=metrics.mailboxes(),
        retired_mailboxes=_counted(MailAddress.objects.filter(retired_at__isnull=False), "retired_reason"),
        paces=_counted(enabled, "pace"),
    )


def _counted(rows: Any, *by: str) -> list[tuple[Any, ...]]:
    return list(rows.order_by(*by).values_list(*by).annotate(Count("pk")))
