"""Celery's side: messages carry ids only, all state is in PostgreSQL."""

from functools import partial
from uuid import UUID

from celery import shared_task
from django.db import transaction
from django.utils import timezone

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
        more = claimed.more


@shared_task(name="notifications.deliver")
def deliver(ids: list[str]) -> None:
    deliver_all(ids=[UUID(pk) for pk in ids], clock=timezone.now)
