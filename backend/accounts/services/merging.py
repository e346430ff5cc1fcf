"""An anonymous phone comes into another account: what it held goes there by sync, and what it was here ends."""

from uuid import UUID

from django.core import signing
from django.db import transaction

from backend.accounts.models import Account, Device
from backend.accounts.services.devices import end_device
from backend.accounts.services.ways import ways_of

SALT = "backend.accounts.merging"
TICKET_SECONDS = 90 * 24 * 3600  # a phone may be away for weeks between two steps


class InvalidTicketError(ValueError):
    """Forged, too old, or not for this: which one is nobody's business."""


def make_ticket(device: Device) -> str:
    """Return a signed statement: whoever brings this may end that device of that anonymous account."""
    return signing.dumps([str(device.account_id), device.pk], salt=SALT)


@transaction.atomic
def end_merged(*, ticket: str, into: Account) -> None:
    """End the ticket's device, and its account unless another phone holds it. Again changes nothing.

    Raises InvalidTicketError, also where the account has a way in: it is somebody's own by now.
    """
    account_id, device_row = _read(ticket)
    former = Account.objects.select_for_update().filter(pk=account_id).first()
    if account_id == into.pk or (former and ways_of(former).any):
        raise InvalidTicketError
    device = Device.objects.filter(pk=device_row, account=former).first() if former else None
    if device:
        end_device(device)


def _read(ticket: str) -> tuple[UUID, int]:
    try:
        account_id, device_row = signing.loads(ticket, salt=SALT, max_age=TICKET_SECONDS)
    except signing.BadSignature as error:
        raise InvalidTicketError from error
    return UUID(account_id), device_row
