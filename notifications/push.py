"""Sends one message to one phone, many at once: encrypts, signs, posts, and reads what the vendor says."""

import logging
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from functools import cache
from hashlib import sha256

from django.conf import settings

from notifications import endpoints
from notifications.encryption import PayloadTooLargeError, encrypt
from notifications.keys import VapidKey, key_ring
from notifications.models import PushSubscription
from notifications.transport import Answer, Post, wire
from notifications.vapid import VapidHeaders

log = logging.getLogger(__name__)

LONGEST_TTL = 30 * 24 * 3600
LONGEST_PAUSE = 24 * 3600


class Outcome(StrEnum):
    ACCEPTED = "accepted"  # by the vendor; whether it was shown only the phone can tell
    GONE = "gone"
    OTHER_KEY = "other_key"  # the phone has to subscribe again with today's key
    UNAUTHORISED = "unauthorised"
    REFUSED = "refused"
    BUSY = "busy"
    UNREACHABLE = "unreachable"


TEMPORARY = frozenset({Outcome.BUSY, Outcome.UNREACHABLE})
PERMANENT = frozenset({Outcome.GONE, Outcome.OTHER_KEY})
BY_STATUS = {
    400: Outcome.REFUSED,
    401: Outcome.UNAUTHORISED,
    403: Outcome.UNAUTHORISED,
    404: Outcome.GONE,
    406: Outcome.BUSY,  # how WNS says 429
    410: Outcome.GONE,
    429: Outcome.BUSY,
}


@dataclass(frozen=True, slots=True)
class Message:
    """`topic` lets the vendor replace what it has not handed over yet; `ttl` in seconds, never 0."""

    payload: bytes
    ttl: int
    topic: str
    urgency: str = "normal"


@dataclass(frozen=True, slots=True)
class Parcel:
    subscription: PushSubscription
    message: Message
    tag: object = None


@dataclass(frozen=True, slots=True)
class Result:
    outcome: Outcome
    status: int = 0
    retry_after: int = 0
    detail: str = ""


class _UnsendableError(Exception):
    def __init__(self, result: Result) -> None:
        self.result = result


def topic(name: str) -> str:
    """Return 32 base64url characters: as long as RFC 8030 allows, and a length Apple takes."""
    return urlsafe_b64encode(sha256(name.encode()).digest()[:24]).decode()


def send(parcels: Iterable[Parcel]) -> Iterator[tuple[Parcel, Result]]:
    """Yield each parcel with its result as the answers come in."""
    posts: list[Post] = []
    for parcel in parcels:
        try:
            posts.append(_post(parcel))
        except _UnsendableError as error:
            yield parcel, error.result
    for post, answer in wire().send(posts):
        yield post.tag, _result(post.tag, answer)


def judge(answer: Answer, now: datetime) -> Result:
    """Say what an answer means. A redirect is a refusal: it is never followed."""
    if not answer.status:
        return Result(Outcome.UNREACHABLE, detail=answer.error)
    detail = answer.body.decode("utf-8", "replace")[:500]
    if 200 <= answer.status < 300:  # noqa: PLR2004 - every success
        return Result(Outcome.ACCEPTED, answer.status)
    outcome = BY_STATUS.get(answer.status, Outcome.BUSY if answer.status >= 500 else Outcome.REFUSED)  # noqa: PLR2004
    if "VapidPkHashMismatch" in detail:
        outcome = Outcome.OTHER_KEY
    return Result(outcome, answer.status, _pause(answer.headers.get("retry-after", ""), now), detail)


def _post(parcel: Parcel) -> Post:
    subscription, message = parcel.subscription, parcel.message
    try:
        address = endpoints.checked(subscription.endpoint, settings.PUSH_EXTRA_HOSTS)
        body = encrypt(message.payload, point=bytes(subscription.p256dh), auth=bytes(subscription.auth))
    except (endpoints.RefusedEndpointError, PayloadTooLargeError, ValueError) as error:
        log.exception("A push message can't be sent to %s", subscription.origin)
        raise _UnsendableError(Result(Outcome.REFUSED, detail=repr(error))) from error
    headers = (
        f"Authorization: {_vapid(settings.VAPID_SUBJECT).header(address.origin, _key(subscription))}",
        "Content-Type: application/octet-stream",
        "Content-Encoding: aes128gcm",
        f"TTL: {min(max(message.ttl, 1), LONGEST_TTL)}",
        f"Topic: {message.topic}",
        f"Urgency: {message.urgency}",
    )
    return Post(subscription.endpoint, headers, body, private=address.extra, tag=parcel)


def _key(subscription: PushSubscription) -> VapidKey:
    key = key_ring().get(subscription.key_id)
    if key is None:
        raise _UnsendableError(Result(Outcome.OTHER_KEY))
    return key


def _result(parcel: Parcel, answer: Answer) -> Result:
    result = judge(answer, datetime.now(UTC))
    if result.outcome is Outcome.UNAUTHORISED:
        _vapid(settings.VAPID_SUBJECT).forget(parcel.subscription.origin)
    if result.outcome in {Outcome.UNAUTHORISED, Outcome.REFUSED}:
        log.error("%s refused a push message: %s %s", parcel.subscription.origin, result.status, result.detail)
    return result


def _pause(text: str, now: datetime) -> int:
    """Return the seconds of a Retry-After header, which holds seconds or a date; 0 when it holds neither."""
    if text.isascii() and text.isdigit():
        return min(int(text), LONGEST_PAUSE)
    try:
        seconds = (parsedate_to_datetime(text) - now).total_seconds()
    except (ValueError, TypeError):
        return 0
    return min(max(int(seconds), 0), LONGEST_PAUSE)


@cache
def _vapid(subject: str) -> VapidHeaders:
    return VapidHeaders(subject)
