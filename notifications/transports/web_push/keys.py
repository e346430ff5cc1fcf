"""The server's own VAPID keys. The first signs for new subscriptions; older ones for those they made."""

import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

CURVE = ec.SECP256R1()
KEY_BYTES, ID_LENGTH = 32, 16


@dataclass(frozen=True, slots=True)
class VapidKey:
    id: str
    public_key: str
    private: ec.EllipticCurvePrivateKey


def base64url(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def key_ring() -> dict[str, VapidKey]:
    """Return the keys by id, the current one first: from VAPID_KEYS, else from DATA_DIR/vapid.json."""
    return _ring(settings.VAPID_KEYS, key_file())


def current_key() -> VapidKey:
    return next(iter(key_ring().values()))


def key_file() -> Path:
    return Path(settings.DATA_DIR) / "vapid.json"


def make_key_file(path: Path) -> bool:
    """Write a new key for the owner's eyes only, unless there is one; True when it was written.

    Linking a whole file into place lets two first starts at once agree on one key.
    """
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    number = ec.generate_private_key(CURVE).private_numbers().private_value
    with NamedTemporaryFile("w", dir=path.parent, prefix=".vapid-", suffix=".json") as file:
        json.dump({"private_keys": [base64url(number.to_bytes(KEY_BYTES))]}, file)
        file.flush()
        os.fsync(file.fileno())
        try:
            os.link(file.name, path)
        except FileExistsError:
            return False
    return True


@cache
def _ring(spelled_out: str, path: Path) -> dict[str, VapidKey]:
    texts = spelled_out.split(",") if spelled_out else _stored(path)
    try:
        keys = [_key(text.strip()) for text in texts]
    except ValueError as error:
        message = "VAPID_KEYS has to be a comma-separated list of P-256 private keys (32 bytes, base64url)."
        raise ImproperlyConfigured(message) from error
    return {key.id: key for key in keys}


def _stored(path: Path) -> list[str]:
    try:
        stored: list[str] = json.loads(path.read_text())["private_keys"]
    except (OSError, ValueError, KeyError) as error:
        message = f"There are no VAPID keys in {path}: 'manage.py vapid_keys' makes them."
        raise ImproperlyConfigured(message) from error
    return stored


def _key(text: str) -> VapidKey:
    secret = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if len(secret) != KEY_BYTES:
        raise ValueError(text)
    private = ec.derive_private_key(int.from_bytes(secret), CURVE)
    point = private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return VapidKey(base64url(sha256(point).digest())[:ID_LENGTH], base64url(point), private)
