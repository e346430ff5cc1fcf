"""What is known of each vendor's trouble, kept in PostgreSQL: all workers know it and no restart forgets it."""

import logging
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from notifications.models import Vendor
from notifications.transports.circuit import Circuit

log = logging.getLogger(__name__)


def circuits(origins: Collection[str]) -> dict[str, Circuit]:
    """Return a circuit for each vendor, as it was when last one of them was in trouble."""
    known = {row.origin: _circuit(row) for row in Vendor.objects.filter(origin__in=origins)}
    return {origin: known.get(origin) or Circuit() for origin in origins}


def snapshot(found: Mapping[str, Circuit]) -> dict[str, Circuit]:
    return {origin: replace(circuit) for origin, circuit in found.items()}


def keep(before: Mapping[str, Circuit], after: Mapping[str, Circuit], now: datetime) -> None:
    """Store what changed; other workers' failures meanwhile add up, their successes count as ours do."""
    for origin, circuit in sorted(after.items()):
        if circuit != before[origin]:
            _sound(origin, before[origin], circuit, now)
            _store(origin, before[origin], circuit)


@transaction.atomic
def _store(origin: str, before: Circuit, after: Circuit) -> None:
    if after.healed and not after.resting_until:
        Vendor.objects.filter(origin=origin).delete()
        return
    row, _ = Vendor.objects.select_for_update().get_or_create(origin=origin)
    row.failures = max(row.failures + after.failures - before.failures, after.failures)
    row.refusals = max(row.refusals + after.refusals - before.refusals, after.refusals)
    row.rests = max(row.rests, after.rests)
    if after.resting_until and (row.resting_until is None or after.resting_until > row.resting_until):
        row.resting_until, row.reason = after.resting_until, after.reason
    row.save()


def _sound(origin: str, before: Circuit, after: Circuit, now: datetime) -> None:
    """Raise the alarm once for each rest."""
    if after.rest_seconds(now) and after.resting_until != before.resting_until:
        level = logging.CRITICAL if after.reason == "refusing" else logging.ERROR
        log.log(level, "%s is %s and rests for %s s", origin, after.reason, after.rest_seconds(now))


def _circuit(row: Vendor) -> Circuit:
    return Circuit(row.failures, row.refusals, row.rests, row.resting_until, row.reason)
