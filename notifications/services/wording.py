"""From a delivery to the message a phone shows: words, and where a tap leads."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import orjson
from django.conf import settings

from backend.exercises.catalogue import catalogue
from notifications import messages
from notifications.models import Delivery, Reminder
from notifications.push import Message, topic

DECLARATIVE = 8030


def said_lately(account_ids: set[UUID], now: datetime) -> dict[UUID, set[str]]:
    """Return the keys of the words each account was shown within REST_DAYS."""
    since = now - timedelta(days=messages.REST_DAYS)
    said: dict[UUID, set[str]] = {account_id: set() for account_id in account_ids}
    recent = Delivery.objects.filter(account_id__in=account_ids, sent_at__gt=since).exclude(message="")
    for account_id, key in recent.values_list("account_id", "message"):
        said[account_id].add(key)
    return said


def choose_words(delivery: Delivery, said: set[str]) -> str:
    """Return the key of the words for a delivery; a second try keeps those of the first."""
    kind, locale = delivery.reminder.kind or messages.GENERAL, delivery.account.locale
    return delivery.message or messages.choose(kind=kind, locale=locale, rested=said, seed=str(delivery.pk))


def reminder_message(delivery: Delivery, now: datetime) -> Message:
    reminder = delivery.reminder
    words = messages.words(
        delivery.message,
        kind=reminder.kind or messages.GENERAL,
        locale=delivery.account.locale,
        discreet=reminder.data.get("discreet", True),
    )
    tag = f"{reminder.id}:{delivery.local_date}"
    payload = declarative(
        words.title,
        words.body,
        target(reminder, delivery.local_date, delivery.pk),
        tag,
        words.language,
        {"delivery": str(delivery.pk), "reminder": str(reminder.id)},
    )
    left = int((delivery.expires_at - now).total_seconds())
    return Message(payload, ttl=max(left, 1), topic=topic(tag))


def declarative(title: str, body: str, navigate: str, tag: str, lang: str, thaw: Mapping[str, str]) -> bytes:
    """Return a Declarative Web Push payload, which the service worker reads as well."""
    notification: dict[str, Any] = {
        "title": title,
        "body": body,
        "navigate": navigate,
        "tag": tag,
        "lang": lang,
        "silent": False,
    }
    return orjson.dumps({"web_push": DECLARATIVE, "notification": notification, "thaw": thaw})


def target(reminder: Reminder, day: date, delivery_id: UUID) -> str:
    """Return the address a tap opens: the exercise asked for, else one of its kind, another each day."""
    path = "/" if reminder.kind == "check_in" else _exercise_path(reminder, day)
    return f"{settings.SITE_URL}{path}?{urlencode({'delivery': delivery_id})}"


def _exercise_path(reminder: Reminder, day: date) -> str:
    shelf = catalogue()[messages.FALLBACK].exercises
    asked = reminder.data.get("exercise")
    if asked in shelf:
        return f"/practise/{asked}"
    alike = [slug for slug, item in shelf.items() if item["kind"] == reminder.kind]
    return f"/practise/{alike[day.toordinal() % len(alike)]}" if alike else "/practise"
