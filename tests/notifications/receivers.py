"""A browser as the sender sees it: keys of its own, a subscription, and messages it can read."""

import json
import os
from datetime import UTC, datetime
from typing import Any

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from backend.accounts.models import Device
from notifications.models import PushSubscription
from notifications.services.subscribing import subscribe
from notifications.transports.web_push.keys import current_key
from tests.clients import Phone
from tests.e2e.push_service import PushService, base64url

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)  # a Monday


class Receiver:
    def __init__(self, service: PushService) -> None:
        self.service = service
        self.private, self.auth = ec.generate_private_key(ec.SECP256R1()), os.urandom(16)
        self.point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.key = current_key()
        self.channel = service.subscribe(self.key.public_key)

    def to_json(self) -> dict[str, Any]:
        """Return what a browser's `toJSON()` gives, and the key it subscribed with."""
        return {
            "endpoint": self.service.endpoint(self.channel),
            "expirationTime": None,
            "keys": {"p256dh": base64url(self.point), "auth": base64url(self.auth)},
            "key_id": self.key.id,
        }

    def of(self, phone: Phone) -> PushSubscription:
        """Subscribe a phone's device with this browser."""
        device = Device.objects.get(id=phone.device, account_id=phone.account_id)
        return subscribe(device=device, wanted=self.to_json(), now=NOON)[0]

    def columns(self) -> dict[str, Any]:
        """Return the browser's part of a PushSubscription."""
        keys = {"p256dh": self.point, "auth": self.auth, "key_id": self.key.id}
        return {"endpoint": self.service.endpoint(self.channel), "origin": self.service.origin, **keys}

    @property
    def messages(self) -> list[dict[str, Any]]:
        return [json.loads(self._read(message["body"])) for message in self.channel.queue]

    def _read(self, body: bytes) -> bytes:
        plain: bytes = http_ece.decrypt(body, private_key=self.private, auth_secret=self.auth, version="aes128gcm")
        return plain
