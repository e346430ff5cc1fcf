"""One sender, one process: `python -m tests.bench.push_senders NAME ORIGIN COUNT` prints its CPU time a message in µs.

Each message goes to a subscription of its own, after a few that warm the sender up.
"""

import json
import os
import sys
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

PAYLOAD = json.dumps({"web_push": 8030, "notification": {"title": "A small pause", "body": "One minute, if it suits."}})
SUBJECT = "mailto:operator@example.org"
KEY = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
TTL = 1800
WARM_UP = 20
Phone = dict[str, Any]


def main() -> None:
    name, origin, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    phones = [phone(origin, number) for number in range(count + WARM_UP)]
    send = SENDERS[name](phones)
    send(phones[:WARM_UP])
    before = time.process_time()
    send(phones[WARM_UP:])
    print((time.process_time() - before) / count * 1e6)


def phone(origin: str, number: int) -> Phone:
    point = (
        ec.generate_private_key(ec.SECP256R1()).public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    )
    keys = {"p256dh": _base64url(point), "auth": _base64url(os.urandom(16))}
    return {"endpoint": f"{origin}/push/{number:032x}", "keys": keys}


def ours(phones: list[Phone]) -> Callable[[list[Phone]], None]:
    """Return our sender as the worker calls it, without the database."""
    parcels = {each["endpoint"]: _parcel(each) for each in phones}
    from notifications.transports.circuit import Circuit  # noqa: PLC0415
    from notifications.transports.shape import Outcome  # noqa: PLC0415
    from notifications.transports.web_push.send import send as send_all  # noqa: PLC0415

    def send(some: list[Phone]) -> None:
        chosen = [parcels[each["endpoint"]] for each in some]
        circuits = {parcel.origin: Circuit() for parcel in chosen}
        outcomes = {result.outcome for _, result in send_all(chosen, circuits, _now)}
        assert outcomes == {Outcome.ACCEPTED}, outcomes

    return send


def encryption(phones: list[Phone]) -> Callable[[list[Phone]], None]:
    from notifications.transports.web_push.encryption import encrypt  # noqa: PLC0415

    keys = {each["endpoint"]: _keys(each) for each in phones}

    def send(some: list[Phone]) -> None:
        for each in some:
            point, auth = keys[each["endpoint"]]
            encrypt(PAYLOAD.encode(), point=point, auth=auth)

    return send


def limit(phones: list[Phone]) -> Callable[[list[Phone]], None]:
    """Return what OpenSSL itself needs for a message: a key of its own and the shared secret."""
    curve, exchange = ec.SECP256R1(), ec.ECDH()
    points = [ec.EllipticCurvePublicKey.from_encoded_point(curve, _keys(each)[0]) for each in phones]

    def send(some: list[Phone]) -> None:
        for _, point in zip(some, points, strict=False):
            ec.generate_private_key(curve).exchange(exchange, point)

    return send


def pywebpush(_phones: list[Phone]) -> Callable[[list[Phone]], None]:
    """As its documentation and django-push-notifications call it: once for each message."""
    from pywebpush import webpush  # noqa: PLC0415

    def send(some: list[Phone]) -> None:
        for each in some:
            webpush(each, PAYLOAD, vapid_private_key=KEY, vapid_claims={"sub": SUBJECT}, ttl=TTL)

    return send


def django_webpush(phones: list[Phone]) -> Callable[[list[Phone]], None]:
    vapid = {"VAPID_PRIVATE_KEY": KEY, "VAPID_PUBLIC_KEY": "", "VAPID_ADMIN_EMAIL": "operator@example.org"}
    _django("webpush", WEBPUSH_SETTINGS=vapid)
    from webpush.models import SubscriptionInfo  # noqa: PLC0415
    from webpush.utils import send_to_subscription  # noqa: PLC0415

    rows = {each["endpoint"]: SubscriptionInfo(endpoint=each["endpoint"], **each["keys"]) for each in phones}

    def send(some: list[Phone]) -> None:
        for each in some:
            send_to_subscription(rows[each["endpoint"]], PAYLOAD, TTL)

    return send


def django_push_notifications(phones: list[Phone]) -> Callable[[list[Phone]], None]:
    _django("push_notifications", PUSH_NOTIFICATIONS_SETTINGS={"WP_PRIVATE_KEY": KEY, "WP_CLAIMS": {"sub": SUBJECT}})
    from push_notifications.models import WebPushDevice  # noqa: PLC0415

    rows = {each["endpoint"]: WebPushDevice(registration_id=each["endpoint"], **each["keys"]) for each in phones}

    def send(some: list[Phone]) -> None:
        for each in some:
            rows[each["endpoint"]].send_message(PAYLOAD, ttl=TTL)

    return send


def _django(app: str, **values: Any) -> None:
    import django  # noqa: PLC0415
    from django.conf import settings  # noqa: PLC0415

    apps = ["django.contrib.auth", "django.contrib.contenttypes", app]
    settings.configure(USE_TZ=True, INSTALLED_APPS=apps, DEFAULT_AUTO_FIELD="django.db.models.AutoField", **values)
    django.setup()


def _parcel(each: Phone) -> Any:
    os.environ["DJANGO_SETTINGS_MODULE"] = "backend.config.settings"
    import django  # noqa: PLC0415

    django.setup()
    from notifications.models import PushSubscription  # noqa: PLC0415
    from notifications.transports.shape import Parcel  # noqa: PLC0415
    from notifications.transports.web_push.keys import current_key  # noqa: PLC0415
    from notifications.transports.web_push.send import Message, topic  # noqa: PLC0415

    point, auth = _keys(each)
    origin = each["endpoint"].partition("/push/")[0]
    row = PushSubscription(endpoint=each["endpoint"], origin=origin, p256dh=point, auth=auth, key_id=current_key().id)
    return Parcel(row, Message(PAYLOAD.encode(), ttl=TTL, topic=topic(each["endpoint"])))


def _keys(each: Phone) -> tuple[bytes, bytes]:
    from notifications.transports.web_push.endpoints import receiver_keys  # noqa: PLC0415

    return receiver_keys(each["keys"]["p256dh"], each["keys"]["auth"])


def _now() -> Any:
    from django.utils import timezone  # noqa: PLC0415

    return timezone.now()


def _base64url(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


SENDERS: dict[str, Callable[[list[Phone]], Callable[[list[Phone]], None]]] = {
    sender.__name__: sender
    for sender in (ours, encryption, limit, pywebpush, django_webpush, django_push_notifications)
}

if __name__ == "__main__":
    main()
