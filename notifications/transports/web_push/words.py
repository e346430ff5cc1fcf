"""How a message is put for a phone: Declarative Web Push, which the service worker reads as well."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import orjson
from django.conf import settings

from notifications.messages import said
from notifications.models import Delivery
from notifications.targets import target
from notifications.transports.web_push.send import Message, topic

DECLARATIVE = 8030
TRIAL_SECONDS = 300


def reminder(delivery: Delivery, now: datetime) -> Message:
    row, words = delivery.reminder, said(delivery)
    tag = f"{row.id}:{delivery.local_date}"
    payload = declarative(
        words.title,
        words.body,
        target(row, delivery.local_date, delivery.pk),
        tag,
        words.language,
        {"delivery": str(delivery.pk), "reminder": str(row.id), "day": str(delivery.local_date)},
    )
    left = int((delivery.expires_at - now).total_seconds())
    return Message(payload, ttl=max(left, 1), topic=topic(tag))


def trial(_now: datetime) -> Message:
    payload = declarative(
        "A small pause",
        "This is how a reminder looks.",
        f"{settings.SITE_URL}/reminders",
        "test",
        "en",
        {},
    )
    return Message(payload, ttl=TRIAL_SECONDS, topic=topic("test"), urgency="high")


def declarative(title: str, body: str, navigate: str, tag: str, lang: str, thaw: Mapping[str, str]) -> bytes:
    """Return a Declarative Web Push payload, which the service worker reads as well.

    `mutable` lets the worker show it where a browser would do so by itself: only the worker can say that it was shown.
    Such a browser hands it the notification, so what is ours lies inside of that, too.
    """
    notification: dict[str, Any] = {
        "title": title,
        "body": body,
        "navigate": navigate,
        "tag": tag,
        "lang": lang,
        "silent": False,
        "data": thaw,
    }
    message = {"web_push": DECLARATIVE, "mutable": True, "notification": notification, "thaw": thaw}
    return orjson.dumps(message)
