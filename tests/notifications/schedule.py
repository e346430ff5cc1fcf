"""Reminders as the tests speak of them: every day at 15:00 UTC, to the minute, made on a Monday at noon."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from backend.accounts.collections import SETTINGS
from backend.accounts.serializers import setting_id
from backend.checkins.collections import PRACTICES
from backend.core.records import Change, Collection, apply_changes
from notifications.collections import REMINDERS
from notifications.models import Delivery, Reminder
from notifications.services.claiming import claim
from notifications.services.delivering import deliver
from notifications.services.responding import respond
from tests.clients import Phone
from tests.notifications.receivers import NOON

THREE = NOON + timedelta(hours=3)
MINUTE = timedelta(minutes=1)


def reminder_data(**fields: Any) -> dict[str, Any]:
    base = {
        "kind": "breathwork",
        "local_time": "15:00",
        "weekdays": [1, 2, 3, 4, 5, 6, 7],
        "time_zone": "UTC",
        "exact": True,
    }
    return {key: value for key, value in {**base, **fields}.items() if value is not None}


def remind(phone: Phone, *, now: datetime = NOON, **fields: Any) -> Reminder:
    """Make a reminder and return its row."""
    record_id = uuid4()
    _write(phone, Change(REMINDERS, record_id, None, data=reminder_data(**fields)), now)
    return Reminder.objects.get(id=record_id)


def edit(phone: Phone, row: Reminder, *, now: datetime, **fields: Any) -> None:
    _write(phone, Change(REMINDERS, row.id, row.revision, data=reminder_data(**fields)), now)


def erase(phone: Phone, row: Reminder) -> None:
    _write(phone, Change(REMINDERS, row.id, row.revision, deleted=True), NOON)


def prefer(phone: Phone, key: str, value: Any) -> None:
    _write(phone, Change(SETTINGS, setting_id(key), None, data={"key": key, "value": value}), NOON)


def noted(phone: Phone, collection: Collection, data: dict[str, Any]) -> None:
    apply_changes(account_id=phone.account_id, changes=[Change(collection, uuid4(), None, data=data)], now=NOON)


def practised(phone: Phone, exercise: str, at: str) -> None:
    noted(phone, PRACTICES, {"exercise": exercise, "started_at": at})


def tick(now: datetime) -> list[UUID]:
    """Claim and deliver what is due, as the scheduler and a worker do; return the deliveries handed over."""
    ids = claim(now=now).ids
    deliver(ids=ids, clock=lambda: now)
    return ids


def tap(delivery_id: UUID, now: datetime, response: str = "opened") -> None:
    """Answer a delivery, as a person does on the phone."""
    delivery = Delivery.objects.select_related("reminder").get(pk=delivery_id)
    respond(reminder=delivery.reminder, delivery_id=delivery_id, response=response, at=now, now=now)


def states() -> list[tuple[str, str]]:
    return list(Delivery.objects.order_by("due_at", "pk").values_list("state", "reason"))


def _write(phone: Phone, change: Change, now: datetime) -> None:
    _, (result,) = apply_changes(account_id=phone.account_id, changes=[change], now=now)
    assert result.status == "applied", result.answer
