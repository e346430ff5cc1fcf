"""Sends one message to one phone, many at once: encrypts, signs, posts, and reads what the vendor says."""

import logging
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cache
from hashlib import sha256

from django.conf import settings

from notifications.transports.circuit import Circuit
from notifications.transports.lines import Lines
from notifications.transports.shape import TEMPORARY, Clock, Outcome, Parcel, Result
from notifications.transports.web_push import endpoints
from notifications.transports.web_push.encryption import PayloadTooLargeError, encrypt
from notifications.transports.web_push.keys import key_ring
from notifications.transports.web_push.vapid import VapidHeaders
from notifications.transports.web_push.wire import Answer, Post, wire

log = logging.getLogger(__name__)

LONGEST_TTL = 30 * 24 * 3600
LONGEST_PAUSE = 24 * 3600


BY_STATUS = {
    400: Outcome.REFUSED,
    401: Outcome.UNAUTHORISED,
    403: Outcome.UNAUTHORISED,
    404: Outcome.GONE,
    406: Outcome.BUSY,  # how WNS says 429
    410: Outcome.GONE,
    429: Outcome.BUSY,
}
ALWAYS = ("Content-Type: application/octet-stream", "Content-Encoding: aes128gcm")
THROTTLED = frozenset({406, 429})


@dataclass(frozen=True, slots=True)
class Message:
    """`topic` lets the vendor replace what it has not handed over yet; `ttl` in seconds, never 0."""

    payload: bytes
    ttl: int
    topic: str
    urgency: str = "normal"


class _UnsendableError(Exception):
    def __init__(self, result: Result) -> None:
        self.result = result


def topic(name: str) -> str:
    """Return 32 base64url characters: as long as RFC 8030 allows, and a length Apple takes."""
    return urlsafe_b64encode(sha256(name.encode()).digest()[:24]).decode()


def send(parcels: Iterable[Parcel], circuits: Mapping[str, Circuit], clock: Clock) -> Iterator[tuple[Parcel, Result]]:
    """Yield each parcel with its result as the answers come in, and note in the circuits how the vendors do.

    `circuits` has one for each origin of the parcels.
    """
    sender = _Sender(parcels, circuits, clock)
    for post, answer in wire().send(sender.next_post):
        yield from sender.unsent()
        yield post.tag, sender.judged(post.tag, answer)
    yield from sender.unsent()


class _Sender:
    """Turns parcels into posts when their turn comes, so that encrypting and waiting for answers overlap."""

    def __init__(self, parcels: Iterable[Parcel], circuits: Mapping[str, Circuit], clock: Clock) -> None:
        self._lines, self._circuits, self._clock = Lines(parcels, circuits), circuits, clock
        self._unsent: list[tuple[Parcel, Result]] = []
        self._extra_hosts: frozenset[tuple[str, int]] = settings.PUSH_EXTRA_HOSTS
        self._headers: dict[tuple[str, str], tuple[str, ...]] = {}

    def next_post(self) -> Post | None:
        while parcel := self._lines.take():
            try:
                return self._post(parcel)
            except _UnsendableError as error:
                self._lines.done(parcel)
                self._unsent.append((parcel, error.result))
        return None

    def judged(self, parcel: Parcel, answer: Answer) -> Result:
        self._lines.done(parcel, shared=answer.shared)
        now = self._clock()
        result = _result(parcel, answer, now)
        _note(self._circuits[parcel.address.origin], parcel, result, now)
        return result

    def unsent(self) -> list[tuple[Parcel, Result]]:
        found, self._unsent = self._unsent, []
        return found

    def _post(self, parcel: Parcel) -> Post:
        circuit = self._circuits[parcel.address.origin]
        if circuit.resting_until and (seconds := circuit.rest_seconds(self._clock())):
            raise _UnsendableError(Result(Outcome.RESTING, retry_after=seconds))
        subscription, message = parcel.address, parcel.message
        try:
            address = endpoints.checked(subscription.endpoint, self._extra_hosts)
            body = encrypt(message.payload, point=bytes(subscription.p256dh), auth=bytes(subscription.auth))
        except (endpoints.RefusedEndpointError, PayloadTooLargeError, ValueError) as error:
            log.exception("A push message can't be sent to %s", subscription.origin)
            raise _UnsendableError(Result(Outcome.REFUSED, detail=repr(error))) from error
        headers = [
            *self._same_for_all(address.origin, subscription.key_id),
            f"TTL: {min(max(message.ttl, 1), LONGEST_TTL)}",
            f"Topic: {message.topic}",
            f"Urgency: {message.urgency}",
        ]
        return Post(subscription.endpoint, headers, body, private=address.extra, tag=parcel)

    def _same_for_all(self, origin: str, key_id: str) -> tuple[str, ...]:
        """Return what the messages to one vendor under one key have in common."""
        if (origin, key_id) not in self._headers:
            key = key_ring().get(key_id)
            if key is None:
                raise _UnsendableError(Result(Outcome.OTHER_KEY))
            authorization = f"Authorization: {_vapid(settings.VAPID_SUBJECT).header(origin, key)}"
            self._headers[origin, key_id] = (authorization, *ALWAYS)
        return self._headers[origin, key_id]


def _note(circuit: Circuit, parcel: Parcel, result: Result, now: datetime) -> None:
    if result.outcome is Outcome.ACCEPTED:
        circuit.accepted()
    elif result.status in THROTTLED:
        circuit.busy(result.retry_after, now)
    elif result.outcome in TEMPORARY:
        circuit.failed(result.retry_after, now)
    elif result.outcome is Outcome.UNAUTHORISED and parcel.address.last_accepted_at:
        circuit.refused(now)  # an address that never took one may be made so, and says nothing of the others
    else:
        circuit.answered()


def judge(answer: Answer, now: datetime) -> Result:
    """Say what an answer means. A redirect is a refusal: it is never followed."""
    if not answer.status:
        return Result(Outcome.UNANSWERED if answer.asked else Outcome.UNREACHABLE, detail=answer.error)
    if 200 <= answer.status < 300:  # noqa: PLR2004 - every success
        return Result(Outcome.ACCEPTED, answer.status)
    detail = answer.body.decode("utf-8", "replace")[:500]
    outcome = BY_STATUS.get(answer.status, Outcome.BUSY if answer.status >= 500 else Outcome.REFUSED)  # noqa: PLR2004
    if "VapidPkHashMismatch" in detail:
        outcome = Outcome.OTHER_KEY
    return Result(outcome, answer.status, _pause(answer.header(b"retry-after"), now), detail)


def _result(parcel: Parcel, answer: Answer, now: datetime) -> Result:
    result = judge(answer, now)
    if result.outcome is Outcome.UNAUTHORISED:
        _vapid(settings.VAPID_SUBJECT).forget(parcel.address.origin)
    if result.outcome in {Outcome.UNAUTHORISED, Outcome.REFUSED}:
        log.error("%s refused a push message: %s %s", parcel.address.origin, result.status, result.detail)
    return result


def _pause(text: str, now: datetime) -> int:
    """Return the seconds of a Retry-After header, which holds seconds or a date; 0 when it holds neither."""
    try:
        if text.isascii() and text.isdigit():
            return min(int(text), LONGEST_PAUSE)
        seconds = (parsedate_to_datetime(text) - now).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return 0
    return min(max(int(seconds), 0), LONGEST_PAUSE)


@cache
def _vapid(subject: str) -> VapidHeaders:
    return VapidHeaders(subject)
