"""The vectors of RFC 8188 and RFC 8291, and independent receivers: http_ece in Python, http_ece in JavaScript."""

import os

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from notifications.transports.web_push.encryption import (
    BODY_BYTES,
    CURVE,
    ROOM,
    PayloadTooLargeError,
    encrypt,
    seal,
    seal_record,
)
from tests.e2e.push_service import base64url, unbase64url
from tests.notifications.another_language import read_by_node


def test_rfc_8188_section_3_1() -> None:
    body = seal_record(
        b"I am the walrus\x02",
        ikm=unbase64url("yqdlZ-tYemfogSmv7Ws5PQ"),
        salt=unbase64url("I1BsxtFttlv3u_Oo94xnmw"),
        key_id=b"",
    )
    assert base64url(body) == "I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg"


def test_rfc_8291_appendix_a() -> None:
    number = int.from_bytes(unbase64url("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"))
    body = seal(
        b"When I grow up, I want to be a watermelon\x02",
        point=unbase64url("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
        auth=unbase64url("BTBZMqHH6r4Tts7J_aSIgg"),
        own=ec.derive_private_key(number, CURVE),
        salt=unbase64url("DGv6ra1nlYgDCS1FRnbzlw"),
    )
    assert base64url(body) == (
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tlz"
        "AC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )


@pytest.mark.parametrize("length", [0, 1, 100, ROOM])
def test_an_independent_receiver_reads_it_and_all_bodies_are_of_one_length(length: int) -> None:
    receiver, auth, payload = ec.generate_private_key(CURVE), os.urandom(16), os.urandom(length)
    point = receiver.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    body = encrypt(payload, point=point, auth=auth)
    assert len(body) == BODY_BYTES
    assert http_ece.decrypt(body, private_key=receiver, auth_secret=auth, version="aes128gcm") == payload


def test_a_receiver_in_another_language_reads_every_length() -> None:
    receiver, auth = ec.generate_private_key(CURVE), os.urandom(16)
    point = receiver.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    payloads = [b"", b"\x02", "Ein kleiner Halt, für später".encode(), os.urandom(100), os.urandom(ROOM)]
    bodies = [encrypt(payload, point=point, auth=auth) for payload in payloads]
    assert read_by_node(bodies, receiver, auth) == payloads


def test_key_and_salt_are_fresh_for_each_message() -> None:
    receiver = ec.generate_private_key(CURVE)
    point = receiver.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    first, second = (encrypt(b"same", point=point, auth=bytes(16)) for _ in range(2))
    assert first[:16] != second[:16]
    assert first[21:86] != second[21:86]


def test_a_payload_that_does_not_fit_is_refused() -> None:
    with pytest.raises(PayloadTooLargeError):
        encrypt(bytes(ROOM + 1), point=b"", auth=b"")
