"""Send claimed deliveries: take them, send without a lock held, record what came of it."""

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import transaction

from notifications.bulk import update_rows
from notifications.models import Delivery, DeliveryState
from notifications.services.claiming import LEASE, closed
from notifications.services.gates import World
from notifications.services.recording import Job, settle
from notifications.services.routing import Route, routes
from notifications.services.tallies import Key
from notifications.services.vendors import circuits, keep, snapshot
from notifications.services.wording import choose_words, said_lately
from notifications.transports.registry import TRANSPORTS
from notifications.transports.shape import Clock, Parcel, Result, Transport

log = logging.getLogger(__name__)

BEGUN = ("state", "reason", "due_at", "expires_at", "lease_until", "attempts", "message", "transport")
HAND = (DeliveryState.SENDING, DeliveryState.WAITING)


class Begun(NamedTuple):
    jobs: list[Job]
    tally: Counter[Key]


def deliver(*, ids: Sequence[UUID], clock: Clock) -> Counter[Key]:
    """Send what may still go out of these deliveries; doing it again changes nothing. Return what to count."""
    jobs, tally = begin(ids=ids, now=clock())
    for transport in TRANSPORTS:
        if own := [job for job in jobs if job.transport is transport]:
            tally += _carried(transport, own, clock)
    return tally


def _carried(transport: Transport, jobs: Sequence[Job], clock: Clock) -> Counter[Key]:
    tally: Counter[Key] = Counter()
    found = circuits({address.origin for job in jobs for address in job.addresses})
    before = snapshot(found)
    finished: list[Job] = []
    for job in _sent(transport.send.send(_parcels(jobs, clock()), found, clock)):
        finished.append(job)
        if len(finished) == transport.at_once:
            tally += settle(finished, clock())
            finished.clear()
    tally += settle(finished, clock())
    keep(before, found, clock())
    return tally


@transaction.atomic
def begin(*, ids: Sequence[UUID], now: datetime) -> Begun:
    """Take claimed deliveries in hand. The accounts are locked, so that a cap holds over all workers."""
    claimed = Delivery.objects.filter(pk__any=ids, state=DeliveryState.CLAIMED)
    owners = claimed.values_list("account_id", flat=True)
    accounts = get_user_model().objects.select_for_update(no_key=True).filter(pk__in=owners).order_by("pk")
    list(accounts.values_list("pk"))
    found = list(
        claimed.select_for_update(skip_locked=True, of=("self",))
        .select_related("reminder", "account")
        .order_by("due_at", "pk")
    )
    world = World(found, now)
    ways = routes(found)
    jobs = [job for job in (_readable(delivery, world, ways.get(delivery.pk)) for delivery in found) if job]
    _choose_words(jobs, now)
    update_rows(found, BEGUN)
    ended = [delivery for delivery in found if delivery.state not in HAND]
    return Begun(jobs, Counter(("delivery", f"{row.state} {row.reason}".strip()) for row in ended))


def _readable(delivery: Delivery, world: World, way: Route | None) -> Job | None:
    """Judge a delivery; one that cannot be read stands in no other's way."""
    try:
        return _judged(delivery, world, way)
    except (ValueError, TypeError, OverflowError):
        log.exception("Delivery %s can't be judged", delivery.pk)
        delivery.state, delivery.reason = DeliveryState.FAILED, "unreadable"
        return None


def _judged(delivery: Delivery, world: World, way: Route | None) -> Job | None:
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
    return _taken(delivery, world, way)


def _put_off(delivery: Delivery, due_at: datetime) -> None:
    """Follow a reminder that was moved to later the same day."""
    delivery.state = DeliveryState.WAITING
    delivery.due_at = delivery.lease_until = due_at
    delivery.expires_at = due_at + timedelta(minutes=delivery.reminder.window_minutes or 0)


def _taken(delivery: Delivery, world: World, way: Route | None) -> Job | None:
    if way is None:
        delivery.state = DeliveryState.SENT if delivery.sent_at else DeliveryState.FAILED
        delivery.reason = "" if delivery.sent_at else "no_phone"
        return None
    if not (delivery.slot or delivery.sent_at):
        world.count(delivery)
    job = Job(delivery, way.transport, way.addresses, untaken=not delivery.transport)
    delivery.state, delivery.transport = DeliveryState.SENDING, way.transport.name
    delivery.attempts += 1
    delivery.lease_until = world.now + LEASE
    return job


def _choose_words(jobs: Sequence[Job], now: datetime) -> None:
    said = said_lately({job.delivery.account_id for job in jobs}, now)
    for delivery in (job.delivery for job in jobs):
        delivery.message = choose_words(delivery, said[delivery.account_id])
        said[delivery.account_id].add(delivery.message)


def _parcels(jobs: Iterable[Job], now: datetime) -> Iterator[Parcel]:
    for job in jobs:
        message = job.transport.words.reminder(job.delivery, now)
        for address in job.addresses:
            yield Parcel(address, message, tag=job)


def _sent(answers: Iterator[tuple[Parcel, Result]]) -> Iterator[Job]:
    """Yield each job as soon as all its addresses are done with."""
    for parcel, result in answers:
        job: Job = parcel.tag
        job.results.append((parcel.address, result))
        if job.done:
            yield job
