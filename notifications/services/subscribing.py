"""Which phones can be reached."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from backend.accounts.models import Device
from notifications.models import PushSubscription
from notifications.transports.shape import PERMANENT
from notifications.transports.web_push import endpoints
from notifications.transports.web_push.keys import key_ring


@transaction.atomic
def subscribe(*, device: Device, wanted: dict[str, Any], now: datetime) -> tuple[PushSubscription, bool]:
    """Keep a browser's subscription as the only live one of its device; True when it is new.

    An endpoint belongs to whoever subscribed there last: a phone that changes hands is not reached
    for its former person. One that its vendor has given up stays retired: only a new one helps. Raises
    RefusedEndpointError.
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
    given_up = PushSubscription.objects.filter(endpoint=wanted["endpoint"], retired_reason__in=PERMANENT)
    revived = {} if given_up.exists() else {"retired_at": None, "retired_reason": ""}
    kept, made = PushSubscription.objects.update_or_create(
        endpoint=wanted["endpoint"],
        defaults={**facts, **revived},
        create_defaults={**facts, "created_at": now},
    )
    former = PushSubscription.objects.filter(device=device, retired_at__isnull=True).exclude(pk=kept.pk)
    former.update(retired_at=now, retired_reason="replaced")
    return kept, made
