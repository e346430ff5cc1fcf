"""The words on the lock screen, from content/<language>.yaml, none twice within REST_DAYS."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from notifications.models import Delivery

CONTENT = Path(__file__).parent / "content"
FALLBACK = "en"
GENERAL = "general"
REST_DAYS = 14


@dataclass(frozen=True, slots=True)
class Words:
    """`language` is what they are written in."""

    title: str
    body: str
    language: str


@cache
def content() -> Mapping[str, Any]:
    return {file.stem: yaml.safe_load(file.read_text()) for file in sorted(CONTENT.glob("*.yaml"))}


def choose(*, kind: str, locale: str, rested: AbstractSet[str], seed: str) -> str:
    """Return the key of words for a reminder of `kind`; `rested` holds the keys said within REST_DAYS.

    The order is shuffled by `seed`, so that each occurrence has its own. When all of a kind have
    been said lately, the general ones help out before any is said again.
    """
    language = _language(locale)
    own, general = _keys(language, kind), _keys(language, GENERAL)
    keys = (own - rested) or (general - rested) or own or general
    return min(keys, key=lambda key: sha256(f"{seed} {key}".encode()).digest())


def words(key: str, *, kind: str, locale: str, discreet: bool) -> Words:
    """Return the words behind a key; the first general ones when a newer release dropped that key."""
    language = _language(locale)
    book = content()[language]
    group, _, name = key.partition("/")
    body = book["variants"].get(group, {}).get(name) or next(iter(book["variants"][GENERAL].values()))
    return Words(book["title"] if discreet else book["titles"].get(kind, book["title"]), body, language)


def said(delivery: Delivery) -> Words:
    """Return the words that were chosen for a delivery."""
    reminder = delivery.reminder
    return words(
        delivery.message,
        kind=reminder.kind or GENERAL,
        locale=delivery.account.locale,
        discreet=reminder.data.get("discreet", True),
    )


def mail_words(locale: str) -> tuple[Mapping[str, str], str]:
    """Return what mails say besides, and the language of it."""
    language = _language(locale)
    return content()[language]["mail"], language


def _language(locale: str) -> str:
    language = locale.partition("-")[0].lower()
    return language if language in content() else FALLBACK


@cache
def _keys(language: str, kind: str) -> frozenset[str]:
    return frozenset(f"{kind}/{name}" for name in content()[language]["variants"].get(kind, ()))
