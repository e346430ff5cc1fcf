"""When to leave a vendor alone: it says so, it fails again and again, or it takes nobody's message.

Pure arithmetic. One vendor's circuit knows nothing of another's.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

FAILURES, REFUSALS = 5, 5
FIRST_REST_SECONDS, LONGEST_REST_SECONDS = 30, 15 * 60
REFUSED_REST_SECONDS = 3600


@dataclass(slots=True)
class Circuit:
    """`failures`, `refusals` and `rests` count in a row and end with an accepted message, which `healed` tells of."""

    failures: int = 0
    refusals: int = 0
    rests: int = 0
    resting_until: datetime | None = None
    reason: str = ""
    healed: bool = False

    def rest_seconds(self, now: datetime) -> int:
        """Return for how long nothing goes out; 0 when something may."""
        left = (self.resting_until - now).total_seconds() if self.resting_until else 0
        return max(int(left + 0.999), 0)

    @property
    def trying(self) -> bool:
        """After a rest the next message goes out alone, and only when it is taken the others follow."""
        return self.rests > 0

    def accepted(self) -> None:
        if self.failures or self.refusals or self.rests:
            self.failures = self.refusals = self.rests = 0
            self.resting_until, self.reason, self.healed = None, "", True

    def answered(self) -> None:
        """They work, and said no to this one message."""
        self.failures = 0
        if self.reason != "refusing" and self.rests:
            self.accepted()

    def busy(self, seconds: int, now: datetime) -> None:
        """They answered 429 or the like: as long as they ask for, else a doubling time of our own.

        Never longer than our longest rest: it may be about one phone alone, and then a single message finds out.
        """
        self._rest("busy", min(seconds, LONGEST_REST_SECONDS), now)

    def failed(self, seconds: int, now: datetime) -> None:
        """They can't be reached, or an error of theirs; a Retry-After counts as soon as one gives it."""
        self.failures += 1
        if seconds or self.failures >= FAILURES or self.trying:
            self._rest("failing", min(seconds, LONGEST_REST_SECONDS), now)

    def refused(self, now: datetime) -> None:
        """They don't take our signature. One phone may be to blame; a few in a row, and it is us."""
        self.refusals += 1
        if self.refusals >= REFUSALS or self.reason == "refusing":
            self._rest("refusing", REFUSED_REST_SECONDS, now)

    def _own_seconds(self) -> float:
        doubled = min(FIRST_REST_SECONDS * 2.0 ** min(self.rests, 10), LONGEST_REST_SECONDS)
        return doubled * (1 + secrets.randbelow(250) / 1000)

    def _rest(self, reason: str, asked: int, now: datetime) -> None:
        left = self.rest_seconds(now)
        if left:  # what was on its way when the rest began is no further rest, but may ask for a longer one
            self.resting_until = now + timedelta(seconds=max(asked, left))
            return
        self.resting_until = now + timedelta(seconds=asked or self._own_seconds())
        self.reason, self.rests = reason, self.rests + 1
