"""A phone's own authenticator in software: it makes passkeys and signs with them, as WebAuthn says."""

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

ORIGIN = "http://localhost:8000"
PRESENT_AND_VERIFIED = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV


@dataclass
class Passkey:
    user_handle: bytes
    rp_id: str
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))


class Authenticator:
    """Holds passkeys; a finger is always there, and always the right one."""

    def __init__(self, origin: str = ORIGIN) -> None:
        self.origin = origin
        self.passkeys: list[Passkey] = []

    def make(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer navigator.credentials.create()."""
        wanted = options["publicKey"]
        passkey = Passkey(websafe_decode(wanted["user"]["id"]), wanted["rp"]["id"])
        self.passkeys.append(passkey)
        point = ES256.from_cryptography_key(passkey.key.public_key())  # type: ignore[no-untyped-call] # ships without types
        credential = AttestedCredentialData.create(bytes(16), passkey.id, point)
        flags = PRESENT_AND_VERIFIED | AuthenticatorData.FLAG.AT
        data = AuthenticatorData.create(rp_hash(passkey), flags, 0, credential)
        return self._answer(
            passkey,
            clientDataJSON=self._client_data("webauthn.create", wanted),
            attestationObject=AttestationObject.create("none", data, {}),
        )

    def sign(self, options: dict[str, Any], *, passkey: Passkey | None = None) -> dict[str, Any]:
        """Answer navigator.credentials.get()."""
        wanted = options["publicKey"]
        allowed = {websafe_decode(one["id"]) for one in wanted.get("allowCredentials") or []}
        used = passkey or next(one for one in self.passkeys if not allowed or one.id in allowed)
        data = AuthenticatorData.create(rp_hash(used), PRESENT_AND_VERIFIED, 1)
        client = self._client_data("webauthn.get", wanted)
        signature = used.key.sign(bytes(data) + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        return self._answer(
            used, clientDataJSON=client, authenticatorData=data, signature=signature, userHandle=used.user_handle
        )

    def _client_data(self, kind: str, wanted: dict[str, Any]) -> bytes:
        said = {"type": kind, "challenge": wanted["challenge"], "origin": self.origin, "crossOrigin": False}
        return json.dumps(said).encode()

    def _answer(self, passkey: Passkey, **parts: bytes) -> dict[str, Any]:
        return {
            "id": websafe_encode(passkey.id),
            "rawId": websafe_encode(passkey.id),
            "type": "public-key",
            "authenticatorAttachment": "platform",
            "clientExtensionResults": {"credProps": {"rk": True}},
            "response": {name: websafe_encode(part) for name, part in parts.items()},
        }


def rp_hash(passkey: Passkey) -> bytes:
    return hashlib.sha256(passkey.rp_id.encode()).digest()
