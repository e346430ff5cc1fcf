"""A credential with any part of it spoiled is 400: nobody is in, nothing is kept, nothing breaks."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from allauth.mfa.models import Authenticator as Kept
from django.core.cache import cache

from tests.backend.accounts.authenticator import Authenticator
from tests.backend.accounts.people import ALLAUTH, Person

ODD: tuple[Any, ...] = (None, 1, "", "\x00", [], {}, "AAAA", "!!", "e30", "bnVsbA", "oA", "W10", "é", "/w")
MAKING = ("clientDataJSON", "attestationObject")
SIGNING = ("clientDataJSON", "authenticatorData", "signature", "userHandle")
NESTED = "gYGBgYGBgYGB" * 400  # CBOR: a list in a list in a list


def spoiled(credential: dict[str, Any], part: str) -> Iterator[dict[str, Any]]:
    """Yield the credential with one part odd or missing; `part` is of it or of its response."""
    for odd in (*ODD, NESTED, ...):
        copy = deepcopy(credential)
        owner = copy if part in copy else copy["response"]
        if odd is ...:
            del owner[part]
        else:
            owner[part] = odd
        yield copy


@pytest.mark.parametrize("part", ["id", "rawId", "response", *MAKING])
def test_no_spoiled_passkey_is_kept(anna: Person, part: str) -> None:
    for n in range(len(ODD) + 2):
        cache.clear()
        anna.keys.passkeys.clear()
        made = anna.keys.make(anna.ask("get", "account/authenticators/webauthn")["data"]["creation_options"])
        body = {"name": "This phone", "credential": list(spoiled(made, part))[n]}
        anna.ask("post", "account/authenticators/webauthn", body, expect=400)
    assert Kept.objects.count() == 0
    anna.make_passkey()


@pytest.mark.parametrize("part", ["rawId", "response", *SIGNING])
def test_nobody_is_let_in_by_a_spoiled_signature(anna: Person, part: str) -> None:
    anna.make_passkey()
    stranger = Person()
    for n in range(len(ODD) + 2):
        cache.clear()
        signed = anna.keys.sign(stranger.ask("get", "auth/webauthn/login")["data"]["request_options"])
        body = {"credential": list(spoiled(signed, part))[n]}
        stranger.ask("post", "auth/webauthn/login", body, expect=400)
    assert stranger.token()["signed_in"] is False
    stranger.sign_in_by_passkey(anna.keys)


@pytest.mark.parametrize("credential", [0, False, [], [1], "a", {"response": []}, {"response": {}}])
def test_what_is_no_credential_is_no_passkey(anna: Person, credential: Any) -> None:
    anna.ask("get", "account/authenticators/webauthn")
    anna.ask("post", "account/authenticators/webauthn", {"name": "x", "credential": credential}, expect=400)
    assert Kept.objects.count() == 0


def test_a_passkey_says_what_it_knows_for_its_own_account_only(anna: Person) -> None:
    anna.make_passkey()
    ben = Person()
    ben.open_account()
    ben.make_passkey()
    anna.keys.passkeys[0].user_handle = ben.keys.passkeys[0].user_handle
    Person().sign_in_by_passkey(anna.keys, expect=400)


def test_a_passkey_of_another_site_lets_nobody_in(anna: Person) -> None:
    anna.make_passkey()
    elsewhere = Authenticator("https://evil.example")
    elsewhere.passkeys = anna.keys.passkeys
    Person().sign_in_by_passkey(elsewhere, expect=400)


def test_a_signature_is_good_once(anna: Person) -> None:
    anna.make_passkey()
    stranger = Person()
    signed = anna.keys.sign(stranger.ask("get", "auth/webauthn/login")["data"]["request_options"])
    stranger.ask("post", "auth/webauthn/login", {"credential": signed})
    other = Person()
    other.ask("get", "auth/webauthn/login")
    other.ask("post", "auth/webauthn/login", {"credential": signed}, expect=400)


def test_what_else_the_browser_says_of_a_passkey_is_not_kept(anna: Person) -> None:
    made = anna.keys.make(anna.ask("get", "account/authenticators/webauthn")["data"]["creation_options"])
    made |= {"clientExtensionResults": {"a": "\x00"}, "more": "\x00"}
    anna.ask("post", "account/authenticators/webauthn", {"credential": made})
    assert set(Kept.objects.get().data["credential"]) == {
        "id", "rawId", "type", "response", "clientExtensionResults",
    }  # fmt: skip


def test_a_passkey_without_finger_face_or_code_is_refused(anna: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.backend.accounts.authenticator.PRESENT_AND_VERIFIED", 1)
    made = anna.keys.make(anna.ask("get", "account/authenticators/webauthn")["data"]["creation_options"])
    anna.ask("post", "account/authenticators/webauthn", {"credential": made}, expect=400)
    assert anna.http.get(f"{ALLAUTH}account/authenticators").json()["data"] == []
