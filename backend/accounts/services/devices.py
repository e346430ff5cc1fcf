"""Attach and end devices. What nobody could reach any more is deleted with its last device."""

from datetime import datetime
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db import transaction

from backend.accounts.models import Account, Device
from backend.accounts.services.accounts import delete_account
from backend.accounts.services.ways import ways_of


@transaction.atomic
def attach_device(
    *, account: Account, device_id: UUID, label: str, now: datetime, session_key: str | None
) -> tuple[Device, bool]:
    """Return the account's device of this id, made if need be, and whether it is new.

    Its former session is over, unless it is the one that asks: of two requests at once the second finds its own.
    """
    device, made = Device.objects.select_for_update().get_or_create(
        account=account, id=device_id, defaults={"label": label, "created_at": now, "last_seen_at": now}
    )
    if not made:
        if device.session_key != session_key:
            _end_session(device)
        device.label, device.last_seen_at = label, now
        device.save(update_fields=["label", "last_seen_at"])
    return device, made


@transaction.atomic
def end_device(device: Device) -> None:
    """End a device: its session is over at once, its push subscriptions go with the row."""
    account = Account.objects.select_for_update().get(pk=device.account_id)
    _end(device)
    if is_out_of_reach(account):
        delete_account(account)


@transaction.atomic
def end_other_devices(device: Device) -> None:
    """End every device of the account but this one."""
    for other in Device.objects.select_for_update().filter(account_id=device.account_id).exclude(pk=device.pk):
        _end(other)


def is_out_of_reach(account: Account) -> bool:
    """Say whether nobody can ever sign in to the account again."""
    return account.login is None and not account.devices.exists() and not ways_of(account).any


def is_only_way(device: Device) -> bool:
    """Say whether nobody could reach the account without this device."""
    others = Device.objects.filter(account_id=device.account_id).exclude(pk=device.pk)
    return not others.exists() and not ways_of(device.account).any


def _end(device: Device) -> None:
    _end_session(device)
    device.delete()


def _end_session(device: Device) -> None:
    if device.session_key:
        Session.objects.filter(session_key=device.session_key).delete()
