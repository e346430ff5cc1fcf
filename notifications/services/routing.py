"""By which transport an occurrence goes out, and to which addresses.

The first transport with an address that may still take it has it. `Delivery.transport` names who may have it by now,
and is emptied again once all addresses have said a clear no: two transports never both bring one occurrence.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from notifications.models import Delivery
from notifications.transports.registry import TRANSPORTS
from notifications.transports.shape import TEMPORARY, Outcome, Transport

TRIES_UNAUTHORISED = 2


class Route(NamedTuple):
    transport: Transport
    addresses: list[Any]


def routes(deliveries: Sequence[Delivery]) -> dict[UUID, Route]:
    """Return how each delivery can go out, by its id. Of a later transport is asked only for whom it takes."""
    found: dict[UUID, Route] = {}
    waiting = deliveries
    for transport in TRANSPORTS:
        asked = [delivery for delivery in waiting if delivery.transport in {"", transport.name}]
        known = transport.reach.addresses({delivery.account_id for delivery in asked}) if asked else {}
        for delivery in asked:
            if left := _left(delivery, transport, known.get(delivery.account_id, [])):
                found[delivery.pk] = Route(transport, left)
        waiting = [delivery for delivery in waiting if delivery.pk not in found]
    return found


def after(transport: Transport, accounts: set[UUID]) -> dict[UUID, Transport]:
    """Return, for accounts that `transport` could not reach, the next one that may."""
    found: dict[UUID, Transport] = {}
    for later in TRANSPORTS[TRANSPORTS.index(transport) + 1 :]:
        left = accounts - found.keys()
        found |= dict.fromkeys(later.reach.addresses(left) if left else (), later)
    return found


def worth_another_try(transport: Transport, outcome: str, attempts: int) -> bool:
    """Tell whether an address that did not take it may be tried again after so many attempts."""
    if outcome == Outcome.UNANSWERED and not transport.replaces:
        return False  # it may be there already, and the person would have it twice
    return outcome in TEMPORARY or (outcome == Outcome.UNAUTHORISED and attempts < TRIES_UNAUTHORISED)


def _left(delivery: Delivery, transport: Transport, addresses: list[Any]) -> list[Any]:
    """Return the addresses that have not taken it and may still."""
    if not delivery.outcomes:
        return addresses
    known = {key: outcome["outcome"] for key, outcome in delivery.outcomes.items()}
    return [
        each
        for each in addresses
        if str(each.pk) not in known or worth_another_try(transport, known[str(each.pk)], delivery.attempts)
    ]
