"""A passkey is made on one phone and signs in on another."""

from backend.accounts.models import Account
from tests.backend.accounts.people import Person


def test_an_anonymous_account_gets_a_passkey_and_opens_on_a_second_phone(anna: Person) -> None:
    anna.make_passkey()
    assert anna.ways["passkeys"] == 1
    second = Person()
    second.sign_in_by_passkey(anna.keys)
    assert second.token()["signed_in"] is True
    second.attach()
    assert second.account["id"] == anna.account["id"]
    assert [device["label"] for device in anna.get("account/devices/")] == ["A phone", "Another phone"]
    assert Account.objects.count() == 1


def test_a_newcomer_may_attach_a_device_and_nothing_else(anna: Person) -> None:
    anna.make_passkey()
    second = Person()
    second.sign_in_by_passkey(anna.keys)
    second.get("account/", expect=401)
    second.get("account/devices/", expect=401)
    second.ask("get", "account/authenticators", expect=401)
    second.attach()
    second.get("account/")
