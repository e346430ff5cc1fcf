"""Reads the environment; an unusable value becomes one plain sentence."""

import os
from collections.abc import Callable
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import NamedTuple, TypeVar
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off", ""})
HIGHEST_PORT = 65535

T = TypeVar("T")


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def words(name: str) -> list[str]:
    """Return a comma-separated list without its empty entries."""
    return [word.strip() for word in text(name).split(",") if word.strip()]


def flag(name: str, *, default: bool = False) -> bool:
    value = os.environ.get(name, str(default)).strip().lower()
    if value in TRUE or value in FALSE:
        return value in TRUE
    message = f"{name} is '{value}', but has to be true or false."
    raise ImproperlyConfigured(message)


def whole(name: str, default: int, *, low: int, high: int) -> int:
    """Return a whole number between `low` and `high`, both included."""
    value = text(name, str(default))
    if value.isascii() and value.isdigit() and low <= int(value) <= high:
        return int(value)
    message = f"{name} is '{value}', but has to be a whole number from {low} to {high}."
    raise ImproperlyConfigured(message)


def origin(name: str, default: str) -> str:
    """Return 'scheme://host[:port]' without a path."""
    value = text(name, default).rstrip("/")
    try:
        parts = urlsplit(value)
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if usable and value == f"{parts.scheme}://{parts.netloc}" and "@" not in value:
        return value
    message = f"{name} is '{value}', but has to look like https://thaw.example.org."
    raise ImproperlyConfigured(message)


def url(name: str, default: str, schemes: tuple[str, ...]) -> str:
    value = text(name, default)
    if value.partition("://")[0] in schemes and "://" in value:
        return value
    # The value itself is not shown: it may hold a password.
    message = f"{name} has to begin with {' or '.join(f'{s}://' for s in schemes)}."
    raise ImproperlyConfigured(message)


class Mail(NamedTuple):
    """A mail server; without a host there is none."""

    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    scheme: str = "smtp"


MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def mail(name: str) -> Mail:
    """Read smtp://, smtp+tls:// (STARTTLS) or smtps://user:password@host:port."""
    value = text(name)
    if not value:
        return Mail()
    try:
        parts = urlsplit(value)
        port = parts.port or MAIL_PORTS[parts.scheme]
        usable = parts.scheme in MAIL_PORTS and parts.hostname and parts.path in {"", "/"}
    except (ValueError, KeyError):
        usable = False
    if usable:
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        return Mail(parts.hostname or "", port, user, password, parts.scheme)
    # The value itself is not shown: it may hold a password.
    message = f"{name} has to look like smtp+tls://user:password@mail.example.org:587."
    raise ImproperlyConfigured(message)


def networks(name: str) -> list[IPv4Network | IPv6Network]:
    return [_parsed(name, word, ip_network) for word in words(name)]


def host_ports(name: str) -> frozenset[tuple[str, int]]:
    """Return (host, port) pairs from 'host:port,host:port'."""
    return frozenset(_parsed(name, word, _host_port) for word in words(name))


def _host_port(word: str) -> tuple[str, int]:
    host, _, port = word.rpartition(":")
    if not host or not 0 < int(port) <= HIGHEST_PORT:
        raise ValueError(word)
    return host.strip("[]").lower(), int(port)


def _parsed(name: str, word: str, parse: Callable[[str], T]) -> T:
    try:
        return parse(word)
    except ValueError as error:
        message = f"{name} holds '{word}', which can't be read."
        raise ImproperlyConfigured(message) from error
