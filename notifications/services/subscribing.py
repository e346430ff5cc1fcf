"""Which phones can be reached, and a message sent at once to try it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from backend.accounts.models import Device
from notifications import endpoints, push
from notifications.keys import key_ring
from notifications.models import PushSubscription
from notifications.services.delivering import note_phones
from notifications.services.wording import declarative

TEST_SECONDS = 300


@transaction.atomic
def subscribe(*, device: Device, wanted: dict[str, Any], now: datetime) -> tuple[PushSubscription, bool]:
    """Keep a browser's subscription as the only live one of its device; True when it is new.

    An endpoint belongs to whoever subscribed there last: a phone that changes hands is not reached
    for its former person. Raises RefusedEndpointError.
    """
    address = endpoints.checked(wanted["endpoint"], settings.PUSH_EXTRA_HOSTS)
    point, auth = endpoints.receiver_keys(wanted["keys"]["p256dh"], wanted["keys"]["auth"])
    if wanted["key_id"] not in key_ring():
        raise endpoints.RefusedEndpointError
    facts = {
        "account_id": device.account_id,
        "device": device,
        "origin": address.origin,
        "p256dh": point,
        "auth": auth,
        "key_id": wanted["key_id"],
    }
    kept, made = PushSubscription.objects.update_or_create(
        endpoint=wanted["endpoint"],
        defaults={**facts, "retired_at": None, "retired_reason": ""},
        create_defaults={**facts, "created_at": now},
    )
    former = PushSubscription.objects.filter(device=device, retired_at__isnull=True).exclude(pk=kept.pk)
    former.update(retired_at=now, retired_reason="replaced")
    return kept, made


def send_test(phones: Sequence[PushSubscription], now: datetime) -> list[tuple[PushSubscription, push.Result]]:
    """Send a trial message at once, on the very way that reminders take; return what came of each."""
    payload = declarative(
        "A small pause",
        "This is how a reminder looks.",
        f"{settings.SITE_URL}/reminders",
        "test",
        "en",
        {},
    )
    message = push.Message(payload, ttl=TEST_SECONDS, topic=push.topic("test"), urgency="high")
    results = [(parcel.subscription, result) for parcel, result in push.send(push.Parcel(p, message) for p in phones)]
    for phone, result in results:
        note_phones(result.outcome, [phone], now)
    return results
