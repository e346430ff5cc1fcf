"""What the services know of a transport: these names, and nothing of how it works."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from backend.accounts.models import Device
from notifications.models import Delivery
from notifications.transports.circuit import Circuit

Clock = Callable[[], datetime]


class Outcome(StrEnum):
    ACCEPTED = "accepted"  # by whoever carries it on; whether it was seen only the person's device can tell
    GONE = "gone"
    OTHER_KEY = "other_key"  # the phone has to subscribe again with today's key
    UNAUTHORISED = "unauthorised"
    REFUSED = "refused"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    UNANSWERED = "unanswered"  # handed over, and no answer came: it may have been taken
    RESTING = "resting"  # not tried: whoever carries it is left alone for a while


TEMPORARY = frozenset({Outcome.BUSY, Outcome.UNREACHABLE, Outcome.UNANSWERED, Outcome.RESTING})
PERMANENT = frozenset({Outcome.GONE, Outcome.OTHER_KEY})


class Address(Protocol):
    """Where one message goes: a browser, a mailbox. `origin` names who carries it there, and has a circuit."""

    @property
    def pk(self) -> Any: ...
    @property
    def origin(self) -> str: ...


class Parcel(NamedTuple):
    """A message to one address; `tag` is the caller's own."""

    address: Any
    message: Any
    tag: Any = None

    @property
    def origin(self) -> str:
        origin: str = self.address.origin
        return origin


class Result(NamedTuple):
    """`status` is what was answered, 0 for no answer; `retry_after` in seconds."""

    outcome: Outcome
    status: int = 0
    retry_after: int = 0
    detail: str = ""


Sent = tuple[Any, Result]


class Reach(Protocol):
    """The module `reach`: who can be reached."""

    def addresses(self, accounts: Collection[UUID], /) -> dict[UUID, list[Any]]:
        """Return the live addresses of those accounts that have any."""

    def on(self, device: Device, /) -> list[Any]:
        """Return the live addresses that reach whoever holds this device."""

    def note(self, results: Iterable[Sent], now: datetime, /) -> dict[tuple[str, str], int]:
        """Keep what results say about the addresses themselves, retire the dead; return what to count."""

    def standing(self, account: UUID, /) -> str:
        """Say for operators how an account can be reached, without telling the addresses."""


class Send(Protocol):
    """The module `send`."""

    def send(
        self, parcels: Iterable[Parcel], circuits: Mapping[str, Circuit], clock: Clock, /
    ) -> Iterator[tuple[Parcel, Result]]:
        """Yield each parcel with its result as they come in, and note in the circuits how the carriers do.

        `circuits` has one for each origin of the parcels.
        """


class Words(Protocol):
    """The module `words`: how a message is put."""

    def reminder(self, delivery: Delivery, now: datetime, /) -> Any: ...
    def trial(self, now: datetime, /) -> Any: ...


@dataclass(frozen=True, slots=True)
class Transport:
    """`replaces`: a second message takes the place of the first, so that one without an answer may be sent again.

    `at_once`: how many may be sent and not yet recorded, should the worker be killed.
    """

    name: str
    reach: Reach
    send: Send
    words: Words
    replaces: bool
    at_once: int
