"""What came of an attempt, written down for many deliveries at once.

The attempt number fences: whoever lost the lease meanwhile records nothing.
"""

import secrets
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from notifications.bulk import update_rows
from notifications.models import Delivery, DeliveryState
from notifications.services.routing import after, worth_another_try
from notifications.services.tallies import Key
from notifications.transports.shape import Outcome, Result, Sent, Transport

FIRST_PAUSE_SECONDS = 30
RECORDED = ("state", "reason", "lease_until", "sent_at", "outcomes", "transport")
MINE = f"kept.attempts = %d AND kept.state = '{DeliveryState.SENDING}'"
PERHAPS_TAKEN = frozenset({Outcome.ACCEPTED, Outcome.UNANSWERED})


@dataclass(slots=True)
class Job:
    """A delivery in hand with the addresses it has still to reach.

    `untaken` tells that until now nobody can have taken the occurrence, so that another transport may still have it.
    """

    delivery: Delivery
    transport: Transport
    addresses: list[Any]
    untaken: bool
    results: list[Sent] = field(default_factory=list)

    @property
    def done(self) -> bool:
        return len(self.results) == len(self.addresses)


def settle(jobs: Sequence[Job], now: datetime) -> Counter[Key]:
    """Record what came of an attempt by one transport, and count what was: a delivery another worker has is not."""
    if not jobs:
        return Counter()
    transport = jobs[0].transport
    for job in jobs:
        _conclude(job, now)
    _hand_on([job for job in jobs if job.delivery.state == DeliveryState.FAILED and job.untaken], transport, now)
    with transaction.atomic():
        retired = Counter(transport.reach.note([sent for job in jobs for sent in job.results], now))
        recorded: set[Any] = set()
        for attempts, alike in _by_attempts(jobs).items():
            recorded.update(update_rows(alike, RECORDED, only_where=MINE % attempts))
    kept = [job for job in jobs if job.delivery.pk in recorded]
    return retired + _ends(kept) + _answers(kept)


def _conclude(job: Job, now: datetime) -> None:
    delivery = job.delivery
    again = [result for _, result in job.results if worth_another_try(job.transport, result.outcome, delivery.attempts)]
    next_try = now + timedelta(seconds=_pause(again, delivery.attempts))
    if not delivery.sent_at and any(result.outcome is Outcome.ACCEPTED for _, result in job.results):
        delivery.sent_at = now
    delivery.outcomes = {**delivery.outcomes, **_outcomes(job, now)}
    job.untaken = job.untaken and not any(result.outcome in PERHAPS_TAKEN for _, result in job.results)
    if job.untaken:
        delivery.transport = ""
    if again and next_try < delivery.expires_at:
        delivery.state, delivery.lease_until = DeliveryState.WAITING, next_try
    elif delivery.sent_at:
        delivery.state = DeliveryState.SENT
    else:
        delivery.state, delivery.reason = DeliveryState.FAILED, "out_of_time" if again else "refused"


def _hand_on(lost: Sequence[Job], transport: Transport, now: datetime) -> None:
    """Leave what one transport could not bring to the next that reaches the person, to be taken up at once."""
    later = after(transport, {job.delivery.account_id for job in lost}) if lost else {}
    for delivery in (job.delivery for job in lost):
        if delivery.account_id in later and now < delivery.expires_at:
            delivery.transport = later[delivery.account_id].name
            delivery.state, delivery.reason, delivery.lease_until = DeliveryState.WAITING, "", now


def _pause(again: Sequence[Result], attempts: int) -> float:
    """Return seconds: doubling, never less than asked for, up to half longer so that retries spread out."""
    if not again:
        return 0
    asked = max(result.retry_after for result in again)
    own = FIRST_PAUSE_SECONDS * 2.0 ** (attempts - 1)
    return max(asked, own) * (1 + secrets.randbelow(500) / 1000)


def _outcomes(job: Job, now: datetime) -> dict[str, Any]:
    at = now.isoformat()
    return {
        str(each.pk): {"outcome": result.outcome, "status": result.status, "at": at} for each, result in job.results
    }


def _by_attempts(jobs: Sequence[Job]) -> dict[int, list[Delivery]]:
    alike = defaultdict(list)
    for job in jobs:
        alike[job.delivery.attempts].append(job.delivery)
    return alike


def _ends(jobs: Sequence[Job]) -> Counter[Key]:
    states = (job.delivery for job in jobs if job.delivery.state != DeliveryState.WAITING)
    return Counter(("delivery", f"{delivery.state} {delivery.reason}".strip()) for delivery in states)


def _answers(jobs: Sequence[Job]) -> Counter[Key]:
    return Counter(
        ("answer", f"{each.origin} {result.outcome} {result.status}") for job in jobs for each, result in job.results
    )
