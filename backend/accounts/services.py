"""Open and end accounts and devices."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db import transaction

from backend.accounts.models import Account, Device, Setting
from backend.accounts.serializers import setting_id


@transaction.atomic
def open_account(*, locale: str, time_zone: str, device_id: UUID, label: str, now: datetime) -> Device:
    """Make an anonymous account with its first device; return the device."""
    account = Account(locale=locale, time_zone=time_zone)
    account.set_unusable_password()
    account.save()
    return Device.objects.create(id=device_id, account=account, label=label, created_at=now, last_seen_at=now)


def end_device(device: Device) -> None:
    """End a device: its session is over at once, its push subscriptions go with the row."""
    with transaction.atomic():
        Session.objects.filter(session_key=device.session_key).delete()
        device.delete()


def delete_account(account: Account) -> None:
    """Delete every row and session of the account at once."""
    with transaction.atomic():
        locked = Account.objects.select_for_update().get(pk=account.pk)
        keys = [key for key in locked.devices.values_list("session_key", flat=True) if key]
        Session.objects.filter(session_key__in=keys).delete()
        locked.delete()


def setting_values(account_id: UUID, *keys: str) -> dict[str, Any]:
    """Return the values of the account's settings that are set, by key."""
    ids = [setting_id(key) for key in keys]
    rows = Setting.objects.filter(account_id=account_id, id__in=ids, deleted=False)
    return {row.data["key"]: row.data["value"] for row in rows}
