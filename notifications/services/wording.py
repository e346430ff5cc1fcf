"""From a delivery to the message a phone shows: words, and where a tap leads."""

from datetime import datetime, timedelta
from uuid import UUID

from notifications import messages
from notifications.models import Delivery


def said_lately(account_ids: set[UUID], now: datetime) -> dict[UUID, set[str]]:
    """Return the keys of the words each account was shown within REST_DAYS."""
    since = now - timedelta(days=messages.REST_DAYS)
    said: dict[UUID, set[str]] = {account_id: set() for account_id in account_ids}
    days = Delivery.objects.filter(account_id__any=account_ids, local_date__gte=since.date() - timedelta(days=1))
    recent = days.filter(sent_at__gt=since).exclude(message="")
    for account_id, key in recent.values_list("account_id", "message"):
        said[account_id].add(key)
    return said


def choose_words(delivery: Delivery, said: set[str]) -> str:
    """Return the key of the words for a delivery; a second try keeps those of the first."""
    kind, locale = delivery.reminder.kind or messages.GENERAL, delivery.account.locale
    return delivery.message or messages.choose(kind=kind, locale=locale, rested=said, seed=str(delivery.pk))
