"""Why a reminder did or did not fire, in words for operators. It tells nothing of what the person wrote."""

from collections.abc import Iterator
from datetime import datetime

from notifications.models import Delivery, PushSubscription, Reminder
from notifications.services.gates import World

SHOWN = 14


def explained(row: Reminder, now: datetime) -> Iterator[str]:
    """Yield one line a fact: the plan, the phones, what holds now, the last occurrences."""
    yield f"Reminder {row.id} of account {row.account_id}"
    yield _plan(row)
    if not row.deleted:
        yield _phones(row)
        yield _now(row, now)
    for delivery in row.deliveries.order_by("-local_date", "-slot")[:SHOWN]:
        yield _past(delivery)


def _plan(row: Reminder) -> str:
    if row.deleted:
        return "Deleted: it never fires."
    if not row.enabled:
        return "Switched off: it does not fire."
    if row.next_due_at is None:
        return "Nothing is planned: no day fits the rule, or the rule could not be read (see the log)."
    zone = f"{row.local_time:%H:%M} in {row.time_zone} on days {row.weekdays}"
    return f"Next {row.next_due_at:%Y-%m-%d %H:%M:%S} UTC for {row.next_on} ({zone}, {row.window_minutes} min window)"


def _phones(row: Reminder) -> str:
    phones = PushSubscription.objects.filter(account_id=row.account_id)
    live = [phone.origin for phone in phones if phone.retired_at is None]
    retired = [phone.retired_reason for phone in phones if phone.retired_at]
    return f"Phones: live {live or 'none'}, retired {retired or 'none'}"


def _now(row: Reminder, now: datetime) -> str:
    today = Delivery(account_id=row.account_id, reminder=row, local_date=row.next_on or now.date(), due_at=now)
    refusal = World([today], now).refusal(today)
    return f"If it were due now: {refusal or 'nothing is in the way'}"


def _past(delivery: Delivery) -> str:
    phones = [f"{outcome['outcome']} ({outcome['status']})" for outcome in delivery.outcomes.values()]
    said = [response["response"] for response in delivery.responses]
    facts = f"due {delivery.due_at:%H:%M:%S} UTC, attempts {delivery.attempts}"
    verdict = f"{delivery.state} {delivery.reason}".strip()
    return (
        f"{delivery.local_date} slot {delivery.slot}: {verdict}, {facts}, "
        f"phones {phones or 'none'}, said {said or 'nothing'}"
    )
