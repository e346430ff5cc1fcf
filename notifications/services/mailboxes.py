"""The address a person gives for reminders: asked of its owner first, stopped by whoever reads it."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from notifications.models import MailAddress
from notifications.transports.email.links import confirmed_key, key_of, stopped_key

UNSUBSCRIBED = "unsubscribed"
LONGEST_LOCAL_PART = 64  # RFC 5321
REFUSED = "This can't be used as an e-mail address here."


class RefusedAddressError(ValueError):
    def __init__(self) -> None:
        super().__init__(REFUSED)


def usable(address: str) -> str:
    """Return the address as it is kept; raises RefusedAddressError."""
    local, _, domain = address.strip().rpartition("@")
    if len(local) > LONGEST_LOCAL_PART:
        raise RefusedAddressError
    try:
        address = f"{local}@{domain.encode('idna').decode().lower()}"
        validate_email(address)
        address.encode("ascii")
    except (ValidationError, UnicodeError) as error:
        raise RefusedAddressError from error
    return address


@transaction.atomic
def ask(*, account_id: UUID, address: str, now: datetime) -> MailAddress:
    """Keep the address as the only one of the account, and have its owner asked; one that is confirmed stays so.

    Raises RefusedAddressError.
    """
    address = usable(address)
    key = key_of(account_id, address)
    row = MailAddress.objects.select_for_update().filter(account_id=account_id).first()
    if row and row.key == key and row.confirmed_at and not row.retired_at:
        return row
    fresh = {"ask_at": now, "ask_attempts": 0, "confirmed_at": None, "retired_at": None, "retired_reason": ""}
    kept, _ = MailAddress.objects.update_or_create(
        account_id=account_id, defaults={"address": address, "key": key, "created_at": now, **fresh}
    )
    return kept


def confirm(token: str, now: datetime) -> bool:
    """Take the owner's yes; True when messages now go there. A second yes changes nothing."""
    asked = MailAddress.objects.filter(key=confirmed_key(token), retired_at__isnull=True)
    asked.filter(confirmed_at__isnull=True).update(confirmed_at=now, ask_at=None)
    return asked.exists()


def stop(token: str, now: datetime) -> bool:
    """Send nothing more there; False only when the link is none of ours. Doing it again changes nothing."""
    key = stopped_key(token)
    live = MailAddress.objects.filter(key=key, retired_at__isnull=True)
    live.update(retired_at=now, retired_reason=UNSUBSCRIBED, confirmed_at=None, ask_at=None)
    return key is not None


def forget(account_id: UUID) -> None:
    MailAddress.objects.filter(account_id=account_id).delete()
