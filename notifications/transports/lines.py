"""One line of waiting parcels for each vendor, served in turn: who is slow keeps only their own line waiting."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from notifications.transports.circuit import Circuit

# Messages on their way to one vendor: a connection each at first, and more as soon as it takes many over one. libcurl
# would keep them waiting as well, but serves first what was given first (curl issue 21396): behind a vendor that hangs,
# another's ran out of time.
CONNECTIONS, AT_ONCE = 8, 100


class Addressed(Protocol):
    @property
    def origin(self) -> str: ...


P = TypeVar("P", bound=Addressed)


@dataclass(slots=True)
class _Line(Generic[P]):
    circuit: Circuit
    waiting: deque[P] = field(default_factory=deque)
    on_their_way: int = 0
    room: int = CONNECTIONS


class Lines(Generic[P]):
    def __init__(self, parcels: Iterable[P], circuits: Mapping[str, Circuit]) -> None:
        self._lines: dict[str, _Line[P]] = {}
        for parcel in parcels:
            line = self._lines.get(parcel.origin)
            if line is None:
                line = self._lines[parcel.origin] = _Line(circuits[parcel.origin])
            line.waiting.append(parcel)
        self._turns = deque(self._lines.values())

    def take(self) -> P | None:
        """Return the next parcel whose vendor has room; None when all are gone, or have to wait for an answer."""
        for _ in range(len(self._turns)):
            line = self._turns[0]
            self._turns.rotate(-1)
            if line.waiting and line.on_their_way < (1 if line.circuit.rests else line.room):
                line.on_their_way += 1
                return line.waiting.popleft()
        return None

    def done(self, parcel: P, *, shared: bool = False) -> None:
        """Make room again; `shared` when the answer came over a connection that carries many at once."""
        line = self._lines[parcel.origin]
        line.on_their_way -= 1
        line.room = AT_ONCE if shared else CONNECTIONS
