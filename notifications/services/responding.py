"""What the phone says about a delivery: shown, opened, later, not today. Saying it twice changes nothing."""

from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Max

from backend.accounts.models import Device
from notifications.models import OPEN, Delivery, DeliveryState, PushSubscription, Reminder
from notifications.recurrence import local_clock
from notifications.services.pacing import heard
from notifications.services.rules import preferences

SNOOZE = timedelta(minutes=30)
MOST_SNOOZES = 5
ANSWERS = frozenset({"opened", "later", "not_today"})  # 'shown' is the phone's word, not the person's


@transaction.atomic
def respond(*, reminder: Reminder, delivery_id: UUID, response: str, at: datetime, now: datetime) -> Delivery:
    """Keep a response and do what it asks; return the delivery, or the snooze that `later` makes.

    Raises Delivery.DoesNotExist.
    """
    get_user_model().objects.select_for_update(no_key=True).get(pk=reminder.account_id)
    delivery = Delivery.objects.select_for_update().get(pk=delivery_id, reminder=reminder)
    known = {kept["response"] for kept in delivery.responses}
    if response not in known:
        delivery.responses.append({"response": response, "at": min(at, now).isoformat()})
        delivery.save(update_fields=["responses"])
        if response in ANSWERS:
            heard(reminder.account_id, now)
    if response == "not_today":
        _end_day(delivery)
    if response == "later":
        return _snoozed(delivery, reminder, min(at, now), now, first=response not in known)
    return delivery


def note_shown(*, device: Device, at: datetime, now: datetime) -> None:
    """Keep when this phone last showed a reminder: the last link of the chain that a person may want to check."""
    PushSubscription.objects.filter(device=device, retired_at__isnull=True).update(last_shown_at=min(at, now))


def _end_day(delivery: Delivery) -> None:
    """Withdraw whatever is still to come that day; the gates refuse what is planned later."""
    same_day = Delivery.objects.filter(account_id=delivery.account_id, local_date=delivery.local_date)
    same_day.filter(state__in=OPEN).update(state=DeliveryState.WITHDRAWN, reason="not_today")


def _snoozed(delivery: Delivery, reminder: Reminder, at: datetime, now: datetime, *, first: bool) -> Delivery:
    """Return the snooze after this delivery, made when this is the first 'later'; it keeps the local date."""
    later = Delivery.objects.filter(reminder=reminder, local_date=delivery.local_date, slot__gt=delivery.slot)
    if not first:
        return later.order_by("slot").first() or delivery
    last = later.aggregate(last=Max("slot"))["last"] or delivery.slot
    due_at = max(at + SNOOZE, now)
    expires_at = at + SNOOZE + timedelta(minutes=reminder.window_minutes or 0)
    if last >= MOST_SNOOZES or due_at >= expires_at or _quiet(reminder, due_at):
        return delivery
    return Delivery.objects.create(
        account_id=delivery.account_id,
        reminder=reminder,
        local_date=delivery.local_date,
        slot=last + 1,
        due_at=due_at,
        expires_at=expires_at,
        state=DeliveryState.WAITING,
        lease_until=due_at,
    )


def _quiet(reminder: Reminder, moment: datetime) -> bool:
    wishes = preferences([reminder.account_id])[reminder.account_id]
    return wishes.quiet_hours.covers(local_clock(moment, reminder.time_zone or ""))
