"""Open and delete accounts."""

from datetime import datetime
from typing import Any
from uuid import UUID

from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.db import transaction

from backend.accounts.models import Account, Device, Letter, Setting
from backend.accounts.serializers import setting_id


@transaction.atomic
def open_account(*, locale: str, time_zone: str, device_id: UUID, label: str, now: datetime) -> Device:
    """Make an anonymous account with its first device; return the device."""
    account = Account(locale=locale, time_zone=time_zone)
    account.set_unusable_password()
    account.save()
    return Device.objects.create(id=device_id, account=account, label=label, created_at=now, last_seen_at=now)


@transaction.atomic
def delete_account(account: Account) -> None:
    """Delete every row and session of the account at once, also e-mail to it that waits to be sent."""
    locked = Account.objects.select_for_update().get(pk=account.pk)
    keys = [key for key in locked.devices.values_list("session_key", flat=True) if key]
    Session.objects.filter(session_key__in=keys).delete()
    addresses = EmailAddress.objects.filter(user=locked).values_list("email", flat=True)
    Letter.objects.filter(to__in=list(addresses)).delete()
    locked.delete()


def setting_values(account_id: UUID, *keys: str) -> dict[str, Any]:
    """Return the values of the account's settings that are set, by key."""
    ids = [setting_id(key) for key in keys]
    rows = Setting.objects.filter(account_id=account_id, id__in=ids, deleted=False)
    return {row.data["key"]: row.data["value"] for row in rows}
