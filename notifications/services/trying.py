"""A message sent at once, on the very way that reminders take, to see whether it arrives."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from backend.accounts.models import Device
from notifications.services.tallies import count
from notifications.services.vendors import circuits, keep, snapshot
from notifications.transports.registry import TRANSPORTS
from notifications.transports.shape import Parcel, Result, Transport

Tried = tuple[str, Any, Result]


def send_trials(*, device: Device, now: datetime) -> list[Tried]:
    """Send one by the first transport that reaches whoever holds this device; return what came of each."""
    for transport in TRANSPORTS:
        if found := transport.reach.on(device):
            return send_trial(transport, found, now)
    return []


def send_trial(transport: Transport, addresses: Sequence[Any], now: datetime) -> list[Tried]:
    message = transport.words.trial(now)
    found = circuits({address.origin for address in addresses})
    before = snapshot(found)
    sent = transport.send.send([Parcel(address, message) for address in addresses], found, lambda: now)
    results = [(parcel.address, result) for parcel, result in sent]
    keep(before, found, now)
    count(transport.reach.note(results, now))
    return [(transport.name, address, result) for address, result in results]
