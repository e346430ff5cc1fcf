"""Who can be reached by e-mail: whoever confirmed an address, while the operator named a mail server."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.conf import settings

from backend.accounts.models import Device
from notifications.models import MailAddress
from notifications.transports.shape import Outcome, Sent


def available() -> bool:
    return bool(settings.MAIL.host)


def addresses(accounts: Collection[UUID]) -> dict[UUID, list[MailAddress]]:
    if not available():
        return {}
    live = MailAddress.objects.filter(confirmed_at__isnull=False, retired_at__isnull=True)
    return {row.account_id: [row] for row in live.filter(account_id__any=accounts)}


def on(device: Device) -> list[MailAddress]:
    return addresses({device.account_id}).get(device.account_id, [])


def note(results: Iterable[Sent], now: datetime) -> Counter[tuple[str, str]]:
    alike = defaultdict(list)
    for address, result in results:
        alike[result.outcome].append(address.pk)
    rows = MailAddress.objects.all()
    rows.filter(pk__any=alike[Outcome.ACCEPTED]).update(last_accepted_at=now)
    if not alike[Outcome.GONE]:
        return Counter()
    gone = rows.filter(pk__any=alike[Outcome.GONE], retired_at__isnull=True)
    return Counter({("retired_mail", str(Outcome.GONE)): gone.update(retired_at=now, retired_reason=Outcome.GONE)})


def standing(account: UUID) -> str:
    if not available():
        return "E-mail: this server sends none"
    row = MailAddress.objects.filter(account_id=account).first()
    if row is None:
        return "E-mail: none given"
    if row.retired_at:
        return f"E-mail: retired ({row.retired_reason})"
    return "E-mail: confirmed" if row.confirmed_at else "E-mail: not confirmed yet"
