"""Message encryption for Web Push: RFC 8291 over one record of RFC 8188 (aes128gcm)."""

import os
import struct
from hmac import digest

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

RECORD_SIZE = 4096
SALT_BYTES, TAG_BYTES = 16, 16
HEADER_BYTES = SALT_BYTES + 4 + 1 + 65
BODY_BYTES = 2048
ROOM = BODY_BYTES - HEADER_BYTES - TAG_BYTES - 1
LAST_RECORD = b"\x02"
CURVE, ECDH = ec.SECP256R1(), ec.ECDH()
UNCOMPRESSED = (Encoding.X962, PublicFormat.UncompressedPoint)
LENGTHS = struct.Struct("!IB")


class PayloadTooLargeError(ValueError):
    """The payload does not fit into the constant length of a message."""


def encrypt(payload: bytes, *, point: bytes, auth: bytes) -> bytes:
    """Return a body of exactly BODY_BYTES, whatever the payload says; a fresh key and salt for each."""
    if len(payload) > ROOM:
        raise PayloadTooLargeError
    padded = payload + LAST_RECORD + bytes(ROOM - len(payload))
    return seal(padded, point=point, auth=auth, own=ec.generate_private_key(CURVE), salt=os.urandom(SALT_BYTES))


def seal(padded: bytes, *, point: bytes, auth: bytes, own: ec.EllipticCurvePrivateKey, salt: bytes) -> bytes:
    """Encrypt one padded record for the receiver's point and secret (RFC 8291, section 3.4)."""
    receiver = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, point)
    own_point = own.public_key().public_bytes(*UNCOMPRESSED)
    shared = own.exchange(ECDH, receiver)
    ikm = _expanded(digest(auth, shared, "sha256"), b"WebPush: info\x00" + point + own_point)
    return seal_record(padded, ikm=ikm, salt=salt, key_id=own_point)


def seal_record(padded: bytes, *, ikm: bytes, salt: bytes, key_id: bytes) -> bytes:
    """Return header and the only record of an aes128gcm body (RFC 8188, section 2)."""
    secret = digest(salt, ikm, "sha256")
    key = _expanded(secret, b"Content-Encoding: aes128gcm\x00")[:16]
    nonce = _expanded(secret, b"Content-Encoding: nonce\x00")[:12]
    return b"".join((salt, LENGTHS.pack(RECORD_SIZE, len(key_id)), key_id, AESGCM(key).encrypt(nonce, padded, None)))


def _expanded(secret: bytes, info: bytes) -> bytes:
    """Return the first block of HKDF-SHA-256; by hand, since the general class costs five times as much."""
    return digest(secret, info + b"\x01", "sha256")
