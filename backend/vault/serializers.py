"""The shape of a sealed record: what the server may know of it, which is its kind and its size."""

from typing import Annotated

import msgspec

BESIDE = "edits made on another phone at the same time; the vault merges them once it is open"

Kind = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$", max_length=64)]
Base64 = r"^[A-Za-z0-9_-]+$"
KeyId = Annotated[str, msgspec.Meta(min_length=1, max_length=64, pattern=Base64)]
Iv = Annotated[str, msgspec.Meta(min_length=16, max_length=64, pattern=Base64, description="base64url")]
Ciphertext = Annotated[str, msgspec.Meta(min_length=1, pattern=Base64, description="base64url")]


class Envelope(msgspec.Struct):
    """Opaque: its parts are held to their alphabet, so that no plain text can lie here, and are never looked into."""

    v: Annotated[int, msgspec.Meta(ge=1)]
    key_id: KeyId
    iv: Iv
    ciphertext: Ciphertext


class Sealed(msgspec.Struct, kw_only=True, omit_defaults=True):
    """Something a person wrote or drew. Which it is stays in the envelope; `kind` only says who can open it."""

    kind: Kind
    envelope: Envelope
    beside: Annotated[list[Envelope], msgspec.Meta(max_length=20, description=BESIDE)] | None = None
