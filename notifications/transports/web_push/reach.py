"""Who can be reached by Web Push: whoever has a live subscription."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from backend.accounts.models import Device
from notifications.models import PushSubscription
from notifications.transports.shape import PERMANENT, Outcome, Sent

SENT_TO = ("account_id", "endpoint", "origin", "p256dh", "auth", "key_id", "last_accepted_at")


def addresses(accounts: Collection[UUID]) -> dict[UUID, list[PushSubscription]]:
    phones = defaultdict(list)
    live = PushSubscription.objects.filter(account_id__any=accounts, retired_at__isnull=True)
    for phone in live.only(*SENT_TO):
        phones[phone.account_id].append(phone)
    return phones


def on(device: Device) -> list[PushSubscription]:
    return list(PushSubscription.objects.filter(device=device, retired_at__isnull=True))


def note(results: Iterable[Sent], now: datetime) -> Counter[tuple[str, str]]:
    alike = defaultdict(list)
    for phone, result in results:
        alike[result.outcome].append(phone.pk)
    rows = PushSubscription.objects.all()
    rows.filter(pk__any=alike[Outcome.ACCEPTED]).update(last_accepted_at=now)
    retired: Counter[tuple[str, str]] = Counter()
    for reason in PERMANENT & alike.keys():
        gone = rows.filter(pk__any=alike[reason], retired_at__isnull=True)
        retired["retired", str(reason)] = gone.update(retired_at=now, retired_reason=reason)
    return retired


def standing(account: UUID) -> str:
    phones = PushSubscription.objects.filter(account_id=account)
    live = [phone.origin for phone in phones if phone.retired_at is None]
    retired = [phone.retired_reason for phone in phones if phone.retired_at]
    return f"Phones: live {live or 'none'}, retired {retired or 'none'}"
