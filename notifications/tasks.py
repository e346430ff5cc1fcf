"""Celery's side: messages carry ids only, all state is in PostgreSQL."""

from functools import partial
from uuid import UUID

from celery import shared_task
from django.db import transaction
from django.utils import timezone

from notifications.services import tallies, upkeep
from notifications.services.asking import claim_asks, send_asks
from notifications.services.claiming import claim
from notifications.services.delivering import deliver as deliver_all


@shared_task(name="notifications.tick")
def tick() -> None:
    more = True
    while more:
        with transaction.atomic():
            claimed = claim(now=timezone.now())
            if claimed.ids:
                transaction.on_commit(partial(deliver.delay, [str(pk) for pk in claimed.ids]))
        tallies.count(claimed.tally)
        more = claimed.more
    if asks := claim_asks(timezone.now()):
        ask.delay([str(pk) for pk in asks])


@shared_task(name="notifications.deliver")
def deliver(ids: list[str]) -> None:
    tallies.count(deliver_all(ids=[UUID(pk) for pk in ids], clock=timezone.now))


@shared_task(name="notifications.ask")
def ask(ids: list[str]) -> None:
    """Ask the owners of addresses whether they are theirs."""
    send_asks([UUID(pk) for pk in ids], timezone.now)


@shared_task(name="notifications.keep_up")
def keep_up() -> None:
    upkeep.replan(now=timezone.now())
    upkeep.forget(now=timezone.now())
