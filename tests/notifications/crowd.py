"""Many people at once, written straight into the tables: each with a phone and a reminder that is due."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.utils import timezone

from backend.accounts.models import Account, Device
from notifications.models import PushSubscription, Reminder
from tests.e2e.push_service import PushService
from tests.notifications.receivers import NOON, Receiver
from tests.notifications.schedule import THREE, reminder_data


def crowd(service: PushService, count: int, due_at: datetime = THREE, zone: str = "UTC") -> list[Receiver]:
    """Return the browsers of so many people, each reminded at that moment."""
    browsers = [Receiver(service) for _ in range(count)]
    accounts = people(count)
    devices = Device.objects.bulk_create(
        Device(id=uuid4(), account=account, created_at=NOON, last_seen_at=NOON) for account in accounts
    )
    PushSubscription.objects.bulk_create(
        PushSubscription(account=device.account, device=device, created_at=NOON, **browser.columns())
        for device, browser in zip(devices, browsers, strict=True)
    )
    reminded(accounts, due_at, zone)
    return browsers


def due_now(service: PushService, count: int) -> list[Receiver]:
    """Return the browsers of so many people whose reminder is due by the real clock, far from their quiet hours."""
    return crowd(service, count, timezone.now(), noon_zone())


def noon_zone() -> str:
    """Return a time zone in which it is about noon now."""
    ahead = 12 - timezone.now().hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


def people(count: int) -> list[Account]:
    return Account.objects.bulk_create([Account(revision=1) for _ in range(count)])


def reminded(accounts: Sequence[Account], due_at: datetime, zone: str = "UTC") -> list[Reminder]:
    """Give each account a daily reminder at the moment `due_at`."""
    wall = due_at.astimezone(ZoneInfo(zone))
    rule = {
        "kind": "breathwork",
        "local_time": wall.time(),
        "weekdays": [1, 2, 3, 4, 5, 6, 7],
        "time_zone": zone,
        "window_minutes": 30,
        "exact": True,
        "enabled": True,
        "next_due_at": due_at,
        "next_on": wall.date(),
        "pace": "full",
        "heard_at": due_at,
    }
    moments = {"created_at": NOON, "updated_at": NOON}
    return Reminder.objects.bulk_create(
        Reminder(account=account, id=uuid4(), revision=1, data=reminder_data(time_zone=zone), **rule, **moments)
        for account in accounts
    )
