"""Who sends: the VAPID header (RFC 8292), signed once per origin and key for half its life."""

import json
import time
from threading import Lock

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from notifications.transports.web_push.keys import VapidKey, base64url

LIFE_SECONDS = 12 * 3600  # vendors refuse more than 24 h
HEADER = base64url(json.dumps({"typ": "JWT", "alg": "ES256"}, separators=(",", ":")).encode())
MOST = 10_000


class VapidHeaders:
    """Makes and keeps Authorization headers. The claims are fresh for each origin: `aud` never leaks to another."""

    def __init__(self, subject: str) -> None:
        self._subject = subject
        self._kept: dict[tuple[str, str], tuple[float, str]] = {}
        self._lock = Lock()

    def header(self, origin: str, key: VapidKey) -> str:
        now = time.time()
        with self._lock:
            renew_at, value = self._kept.get((origin, key.id), (0.0, ""))
            if now >= renew_at:
                value = self._signed(origin, key, int(now) + LIFE_SECONDS)
                if len(self._kept) >= MOST:
                    self._kept.clear()
                self._kept[origin, key.id] = (now + LIFE_SECONDS / 2, value)
        return value

    def forget(self, origin: str) -> None:
        """Sign anew for this origin, which did not accept the last one."""
        with self._lock:
            for known in [known for known in self._kept if known[0] == origin]:
                del self._kept[known]

    def _signed(self, origin: str, key: VapidKey, expires: int) -> str:
        claims = {"aud": origin, "exp": expires, "sub": self._subject}
        text = f"{HEADER}.{base64url(json.dumps(claims, separators=(',', ':')).encode())}"
        r, s = decode_dss_signature(key.private.sign(text.encode(), ec.ECDSA(hashes.SHA256())))
        token = f"{text}.{base64url(r.to_bytes(32) + s.to_bytes(32))}"
        return f"vapid t={token}, k={key.public_key}"
