"""Send claimed deliveries: take them, send without a lock held, record what came of it.

The attempt number fences: whoever lost the lease meanwhile records nothing.
"""

import secrets
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import transaction

from notifications import push
from notifications.models import Delivery, DeliveryState, PushSubscription
from notifications.services.claiming import LEASE, closed
from notifications.services.gates import World
from notifications.services.wording import choose_words, reminder_message, said_lately

FIRST_PAUSE_SECONDS = 30
TRIES_UNAUTHORISED = 2

Clock = Callable[[], datetime]


@dataclass(slots=True)
class Job:
    """A delivery in hand with the phones it has still to reach."""

    delivery: Delivery
    phones: list[PushSubscription]
    results: list[tuple[PushSubscription, push.Result]] = field(default_factory=list)


def deliver(*, ids: Sequence[UUID], clock: Clock) -> None:
    """Send what may still go out of these deliveries; doing it again changes nothing."""
    jobs = {job.delivery.pk: job for job in begin(ids=ids, now=clock())}
    for parcel, result in push.send(_parcels(list(jobs.values()), clock())):
        job = jobs[parcel.tag]  # type: ignore[index] # the tag is what _parcels put there
        job.results.append((parcel.subscription, result))
        if len(job.results) == len(job.phones):
            settle(job, clock())


@transaction.atomic
def begin(*, ids: Sequence[UUID], now: datetime) -> list[Job]:
    """Take claimed deliveries in hand. The accounts are locked, so that a cap holds over all workers."""
    claimed = Delivery.objects.filter(pk__in=ids, state=DeliveryState.CLAIMED)
    owners = claimed.values_list("account_id", flat=True)
    list(get_user_model().objects.select_for_update(no_key=True).filter(pk__in=owners).order_by("pk"))
    found = list(
        claimed.select_for_update(skip_locked=True, of=("self",))
        .select_related("reminder", "account")
        .order_by("due_at", "pk")
    )
    world = World(found, now)
    jobs = [job for job in (_judged(delivery, world) for delivery in found) if job]
    _choose_words(jobs, now)
    fields = ["state", "reason", "due_at", "expires_at", "lease_until", "attempts", "message"]
    Delivery.objects.bulk_update(found, fields)
    return jobs


def _judged(delivery: Delivery, world: World) -> Job | None:
    """Set what becomes of the delivery; return a job when it goes out now."""
    if world.now >= delivery.expires_at:
        delivery.state = closed(delivery)
        return None
    delivery.reason = world.refusal(delivery)
    due_at = None if delivery.reason else world.due_again(delivery)
    if due_at is None:
        delivery.state, delivery.reason = DeliveryState.WITHDRAWN, delivery.reason or "edited"
        return None
    if due_at > world.now:
        _put_off(delivery, due_at)
        return None
    return _taken(delivery, world)


def _put_off(delivery: Delivery, due_at: datetime) -> None:
    """Follow a reminder that was moved to later the same day."""
    delivery.state = DeliveryState.WAITING
    delivery.due_at = delivery.lease_until = due_at
    delivery.expires_at = due_at + timedelta(minutes=delivery.reminder.window_minutes or 0)


def _taken(delivery: Delivery, world: World) -> Job | None:
    accepted = {key for key, outcome in delivery.outcomes.items() if outcome["outcome"] == push.Outcome.ACCEPTED}
    phones = [phone for phone in world.phones[delivery.account_id] if str(phone.pk) not in accepted]
    if not phones:
        delivery.state = DeliveryState.SENT if delivery.sent_at else DeliveryState.FAILED
        delivery.reason = "" if delivery.sent_at else "no_phone"
        return None
    if not (delivery.slot or delivery.sent_at):
        world.count(delivery)
    delivery.state = DeliveryState.SENDING
    delivery.attempts += 1
    delivery.lease_until = world.now + LEASE
    return Job(delivery, phones)


def _choose_words(jobs: Sequence[Job], now: datetime) -> None:
    said = said_lately({job.delivery.account_id for job in jobs}, now)
    for delivery in (job.delivery for job in jobs):
        delivery.message = choose_words(delivery, said[delivery.account_id])
        said[delivery.account_id].add(delivery.message)


def _parcels(jobs: Sequence[Job], now: datetime) -> Iterator[push.Parcel]:
    for job in jobs:
        message = reminder_message(job.delivery, now)
        for phone in job.phones:
            yield push.Parcel(phone, message, tag=job.delivery.pk)


def settle(job: Job, now: datetime) -> bool:
    """Record what came of an attempt; False when another worker has the delivery by now."""
    delivery = job.delivery
    with transaction.atomic():
        for outcome, phones in _by_outcome(job.results).items():
            note_phones(outcome, phones, now)
        accepted = any(result.outcome is push.Outcome.ACCEPTED for _, result in job.results)
        delivery.sent_at = delivery.sent_at or (now if accepted else None)
        changes = {**_verdict(job, now), "sent_at": delivery.sent_at, "outcomes": _outcomes(job, now)}
        mine = Delivery.objects.filter(pk=delivery.pk, attempts=delivery.attempts, state=DeliveryState.SENDING)
        return bool(mine.update(**changes))


def note_phones(outcome: push.Outcome, phones: Sequence[PushSubscription], now: datetime) -> None:
    """Keep what a result says about the phone itself: still there, or gone for good."""
    rows = PushSubscription.objects.filter(pk__in=[phone.pk for phone in phones])
    if outcome is push.Outcome.ACCEPTED:
        rows.update(last_accepted_at=now)
    elif outcome in push.PERMANENT:
        rows.filter(retired_at__isnull=True).update(retired_at=now, retired_reason=outcome)


def _verdict(job: Job, now: datetime) -> dict[str, Any]:
    again = [result for _, result in job.results if _worth_another_try(result, job.delivery.attempts)]
    next_try = now + timedelta(seconds=_pause(again, job.delivery.attempts))
    if again and next_try < job.delivery.expires_at:
        return {"state": DeliveryState.WAITING, "lease_until": next_try}
    if job.delivery.sent_at:
        return {"state": DeliveryState.SENT}
    return {"state": DeliveryState.FAILED, "reason": "out_of_time" if again else "refused"}


def _worth_another_try(result: push.Result, attempts: int) -> bool:
    unauthorised = result.outcome is push.Outcome.UNAUTHORISED
    return result.outcome in push.TEMPORARY or (unauthorised and attempts < TRIES_UNAUTHORISED)


def _pause(again: Sequence[push.Result], attempts: int) -> float:
    """Return seconds: doubling, never less than asked for, up to half longer so that retries spread out."""
    asked = max((result.retry_after for result in again), default=0)
    own = FIRST_PAUSE_SECONDS * 2.0 ** (attempts - 1)
    return max(asked, own) * (1 + secrets.randbelow(500) / 1000)


def _outcomes(job: Job, now: datetime) -> dict[str, Any]:
    new = {
        str(phone.pk): {"outcome": result.outcome, "status": result.status, "at": now.isoformat()}
        for phone, result in job.results
    }
    return {**job.delivery.outcomes, **new}


def _by_outcome(
    results: Sequence[tuple[PushSubscription, push.Result]],
) -> dict[push.Outcome, list[PushSubscription]]:
    grouped = defaultdict(list)
    for phone, result in results:
        grouped[result.outcome].append(phone)
    return grouped
