"""What rests on SECRET_KEY: secrets lie sealed, and a new key ends nothing while the former is named."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.conf import settings as configured

from backend.accounts.services.sealing import unseal
from tests.backend.accounts.people import Person, pending, totp

HERS = "anna@example.org"
PASSWORD = "a window over the harbour"
Code = Callable[[], str]


@pytest.fixture
def protected(anna: Person, code: Code) -> tuple[Person, str]:
    """Return Anna with password and app, and the secret that the app keeps."""
    anna.give_address(HERS, code)
    anna.set_password(PASSWORD)
    return anna, anna.make_totp()


def change_key(settings: Any, *, former: bool) -> None:
    settings.SECRET_KEY_FALLBACKS = [configured.SECRET_KEY] if former else []
    settings.SECRET_KEY = "another-long-random-text-another-long-random-text"


def sign_in(secret: str) -> Person:
    second = Person()
    assert pending(second.sign_in_by_password(HERS, PASSWORD, expect=401)) == ["mfa_authenticate"]
    second.ask("post", "auth/2fa/authenticate", {"code": totp(secret)})
    return second.attach()


def test_the_secret_of_an_app_is_nowhere_in_the_clear(protected: tuple[Person, str]) -> None:
    _, secret = protected
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in kept
    assert unseal(kept) == secret


def test_secrets_from_before_are_sealed_by_the_migration(protected: tuple[Person, str]) -> None:
    _, secret = protected
    Authenticator.objects.filter(type="totp").update(data={"secret": secret})
    import_module("backend.accounts.migrations.0004_letters_and_seals").seal_secrets(apps, None)
    assert sign_in(secret).account


def test_under_a_new_key_everything_goes_on(protected: tuple[Person, str], settings: Any) -> None:
    anna, secret = protected
    (code, *_) = anna.recovery_codes()
    change_key(settings, former=True)
    anna.get("account/")
    assert sign_in(secret).account["id"] == anna.account["id"]
    assert Person().recover(code)["signed_in"] is True


def test_without_the_former_key_a_recovery_code_is_worth_nothing(protected: tuple[Person, str], settings: Any) -> None:
    anna, _ = protected
    (code, *_) = anna.recovery_codes()
    change_key(settings, former=False)
    Person().recover(code, expect=400)
