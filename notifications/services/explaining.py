"""Why a reminder did or did not fire, in words for operators. It tells nothing of what the person wrote."""

from collections.abc import Iterator
from datetime import datetime

from notifications.models import Delivery, Reminder, Vendor
from notifications.pace import comes
from notifications.services.gates import World
from notifications.services.pacing import tempos
from notifications.services.rules import rule_of
from notifications.transports.registry import TRANSPORTS

SHOWN = 14


def explained(row: Reminder, now: datetime) -> Iterator[str]:
    """Yield one line a fact: the plan, who can be reached, what holds now, the last occurrences."""
    yield f"Reminder {row.id} of account {row.account_id}"
    yield _plan(row, now)
    if not row.deleted:
        yield _tempo(row, now)
        yield from (transport.reach.standing(row.account_id) for transport in TRANSPORTS)
        yield from _vendors(row, now)
        yield _now(row, now)
    for delivery in row.deliveries.order_by("-local_date", "-slot")[:SHOWN]:
        yield _past(delivery)


def _plan(row: Reminder, now: datetime) -> str:
    if row.deleted:
        return "Deleted: it never fires."
    if not row.enabled:
        return "Switched off: it does not fire."
    if row.next_due_at is None:
        return "Nothing is planned: no day fits the rule, or the rule could not be read (see the log)."
    zone = f"{row.local_time:%H:%M} in {row.time_zone} on days {row.weekdays}"
    if row.paused_until and row.paused_until > now.date():
        zone += f", paused until {row.paused_until}"
    return f"Next {row.next_due_at:%Y-%m-%d %H:%M:%S} UTC for {row.next_on} ({zone}, {row.window_minutes} min window)"


def _tempo(row: Reminder, now: datetime) -> str:
    tempo = tempos([row], now)[row.pk]
    heard = f"last heard of {row.heard_at or row.updated_at:%Y-%m-%d %H:%M}"
    return f"Pace {tempo.pace} (stored {row.pace}): {heard}, last sent {tempo.last or 'never'}"


def _vendors(row: Reminder, now: datetime) -> Iterator[str]:
    reached = (transport.reach.addresses({row.account_id}) for transport in TRANSPORTS)
    origins = {address.origin for found in reached for addresses in found.values() for address in addresses}
    for vendor in Vendor.objects.filter(origin__in=origins, resting_until__gt=now):
        yield f"{vendor.origin} is {vendor.reason} and left alone until {vendor.resting_until:%Y-%m-%d %H:%M:%S} UTC"


def _now(row: Reminder, now: datetime) -> str:
    try:
        return f"If it were due now: {_hindrance(row, now) or 'nothing is in the way'}"
    except (ValueError, TypeError, OverflowError) as error:
        return f"If it were due now: it could not be read ({error})"


def _hindrance(row: Reminder, now: datetime) -> str:
    day = row.next_on or now.date()
    today = Delivery(account_id=row.account_id, reminder=row, local_date=day, due_at=now)
    world = World([today], now)
    tempo = tempos([row], now)[row.pk]
    paced = comes(tempo.pace, rule_of(row, world.preferences[row.account_id].quiet_hours), day, tempo.last)
    reached = any(transport.reach.addresses({row.account_id}) for transport in TRANSPORTS)
    pace = "" if paced else f"left out at pace {tempo.pace}"
    return world.refusal(today) or pace or ("" if reached else "no_phone")


def _past(delivery: Delivery) -> str:
    phones = [f"{outcome['outcome']} ({outcome['status']})" for outcome in delivery.outcomes.values()]
    said = [response["response"] for response in delivery.responses]
    way = f", by {delivery.transport}" if delivery.transport not in {"", TRANSPORTS[0].name} else ""
    facts = f"due {delivery.due_at:%H:%M:%S} UTC, attempts {delivery.attempts}{way}"
    verdict = f"{delivery.state} {delivery.reason}".strip()
    return (
        f"{delivery.local_date} slot {delivery.slot}: {verdict}, {facts}, "
        f"phones {phones or 'none'}, said {said or 'nothing'}"
    )
