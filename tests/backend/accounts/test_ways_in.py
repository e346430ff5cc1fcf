"""An anonymous account gets a way in, and a second phone comes in by it. A lost phone locks nobody out."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import timezone

from backend.accounts.models import Account, RecoveryCode
from backend.accounts.services.recovery import new_recovery_codes, spend
from tests.backend.accounts.people import Person, pending, totp

HERS = "anna@example.org"
PASSWORD = "a window over the harbour"


def test_by_a_code_that_came_by_mail(anna: Person, code: Callable[[], str]) -> None:
    anna.give_address(HERS, code)
    assert (anna.ways["email"], anna.ways["email_verified"]) == (HERS, True)
    second = Person()
    second.sign_in_by_mail(HERS, code)
    assert second.attach().account["id"] == anna.account["id"]


def test_an_address_that_was_not_proved_is_no_way_in(anna: Person, code: Callable[[], str]) -> None:
    anna.ask("post", "account/email", {"email": HERS})
    anna.ask("post", "auth/email/verify", {"key": "00000000"}, expect=400)
    assert (anna.ways["email"], anna.ways["email_verified"]) == (None, False)


def test_another_address_takes_the_place_of_the_first(anna: Person, code: Callable[[], str]) -> None:
    anna.give_address(HERS, code)
    anna.give_address("anna@example.net", code)
    assert anna.ways["email"] == "anna@example.net"
    assert len(anna.ask("get", "account/email")["data"]) == 1


def test_a_code_on_its_way_to_an_address_ends_with_the_address(anna: Person, code: Callable[[], str]) -> None:
    anna.give_address(HERS, code)
    anna.set_password(PASSWORD)
    stranger, other = Person(), Person()
    stranger.ask("post", "auth/code/request", {"email": HERS}, expect=401)
    to_sign_in = code()
    other.ask("post", "auth/password/request", {"email": HERS}, expect=401)
    to_reset = code()
    anna.give_address("anna@example.net", code)
    stranger.ask("post", "auth/code/confirm", {"code": to_sign_in}, expect=400)
    other.ask("post", "auth/password/reset", {"key": to_reset, "password": "a path along the dyke"}, expect=400)
    Person().sign_in_by_password("anna@example.net", PASSWORD)


def test_the_secret_for_an_app_is_the_same_until_it_is_confirmed(anna: Person, code: Callable[[], str]) -> None:
    anna.give_address(HERS, code)
    anna.set_password(PASSWORD)
    first = anna.ask("get", "account/authenticators/totp", expect=404)["meta"]
    assert anna.ask("get", "account/authenticators/totp", expect=404)["meta"] == first
    anna.make_totp()


def test_the_only_way_in_can_not_be_taken_away_by_mistake(anna: Person, code: Callable[[], str]) -> None:
    anna.give_address(HERS, code)
    anna.ask("delete", "account/email", {"email": HERS}, expect=400)
    anna.recovery_codes()
    anna.ask("delete", "account/email", {"email": HERS})
    assert anna.ways["email"] is None


def test_with_the_address_goes_the_password_and_the_app_after_it(anna: Person, code: Callable[[], str]) -> None:
    anna.give_address(HERS, code)
    anna.set_password(PASSWORD)
    anna.make_totp()
    (recovery, *_) = anna.recovery_codes()
    anna.ask("delete", "account/email", {"email": HERS})
    assert (anna.ways["email"], anna.ways["password"], anna.ways["totp"]) == (None, False, False)
    Person().sign_in_by_password(HERS, PASSWORD, expect=400)
    second = Person()
    second.recover(recovery)
    assert second.attach().account["id"] == anna.account["id"]


def test_the_password_stays_while_the_address_has_to(anna: Person, code: Callable[[], str]) -> None:
    anna.give_address(HERS, code)
    anna.set_password(PASSWORD)
    anna.ask("delete", "account/email", {"email": HERS}, expect=400)
    assert anna.ways["password"] is True


def test_by_password(anna: Person, code: Callable[[], str]) -> None:
    anna.give_address(HERS, code)
    anna.set_password(PASSWORD)
    assert anna.ways["password"] is True
    second = Person()
    second.sign_in_by_password(HERS, "not this one", expect=400)
    second.sign_in_by_password(HERS, PASSWORD)
    assert second.attach().account["id"] == anna.account["id"]
    anna.get("account/")


def test_a_password_needs_an_address_to_go_with(anna: Person) -> None:
    anna.ask("post", "account/password/change", {"new_password": PASSWORD}, expect=409)
    assert not Account.objects.get().has_usable_password()


def test_a_forgotten_password_is_set_anew_by_mail(anna: Person, code: Callable[[], str]) -> None:
    anna.give_address(HERS, code)
    anna.set_password(PASSWORD)
    second = Person()
    second.ask("post", "auth/password/request", {"email": HERS}, expect=401)
    second.ask("post", "auth/password/reset", {"key": code(), "password": "a path along the dyke"})
    assert second.attach().account["id"] == anna.account["id"]
    Person().sign_in_by_password(HERS, PASSWORD, expect=400)


def test_an_authenticator_app_is_asked_after_the_password_and_after_the_mail(
    anna: Person, code: Callable[[], str]
) -> None:
    anna.give_address(HERS, code)
    anna.set_password(PASSWORD)
    secret = anna.make_totp()
    second, third = Person(), Person()
    assert pending(second.sign_in_by_password(HERS, PASSWORD, expect=401)) == ["mfa_authenticate"]
    second.ask("post", "auth/2fa/authenticate", {"code": "000000"}, expect=400)
    assert second.token()["signed_in"] is False
    second.ask("post", "auth/2fa/authenticate", {"code": totp(secret)})
    second.attach()
    assert pending(third.sign_in_by_mail(HERS, code, expect=401)) == ["mfa_authenticate"]
    third.ask("post", "auth/2fa/authenticate", {"code": totp(secret, later=1)})
    assert third.attach().account["id"] == anna.account["id"]


def test_a_lost_phone_with_the_only_passkey_locks_nobody_out_who_has_mail(
    anna: Person, code: Callable[[], str]
) -> None:
    anna.give_address(HERS, code)
    anna.make_passkey()
    found = Person()
    found.sign_in_by_mail(HERS, code)
    found.attach()
    lost = found.ask("get", "account/authenticators")["data"][0]["id"]
    found.ask("delete", "account/authenticators/webauthn", {"authenticators": [lost]})
    found.make_passkey()
    assert found.ways["passkeys"] == 1


def test_a_lost_phone_with_the_only_passkey_locks_nobody_out_who_has_a_recovery_code(anna: Person) -> None:
    anna.make_passkey()
    codes = anna.recovery_codes()
    found = Person()
    assert found.recover(codes[0].lower().replace("-", " "))["signed_in"] is True
    found.attach()
    assert (found.account["id"], found.ways["recovery_codes"]) == (anna.account["id"], 7)
    lost = found.ask("get", "account/authenticators")["data"][0]["id"]
    found.ask("delete", "account/authenticators/webauthn", {"authenticators": [lost]})


def test_a_lost_authenticator_app_is_answered_for_by_a_recovery_code(anna: Person, code: Callable[[], str]) -> None:
    anna.give_address(HERS, code)
    anna.set_password(PASSWORD)
    anna.make_totp()
    codes = anna.recovery_codes()
    found = Person()
    found.sign_in_by_password(HERS, PASSWORD, expect=401)
    found.ask("post", "auth/2fa/authenticate", {"code": codes[0]})
    found.attach()
    found.ask("delete", "account/authenticators/totp")
    assert (found.ways["totp"], found.ways["recovery_codes"]) == (False, 7)


def test_a_recovery_code_answers_for_its_own_account_only(anna: Person, code: Callable[[], str]) -> None:
    anna.give_address(HERS, code)
    anna.make_totp()
    ben = Person()
    ben.open_account()
    his = ben.recovery_codes()[0]
    intruder = Person()
    intruder.sign_in_by_mail(HERS, code, expect=401)
    intruder.ask("post", "auth/2fa/authenticate", {"code": his}, expect=400)
    assert ben.ways["recovery_codes"] == 8


def test_a_recovery_code_works_once_and_a_new_set_ends_the_old(anna: Person) -> None:
    old, other = anna.recovery_codes(), anna.recovery_codes()
    assert len(set(old + other)) == 16
    Person().recover(old[0], expect=400)
    Person().recover(other[0])
    Person().recover(other[0], expect=400)
    assert anna.ways["recovery_codes"] == 7


@pytest.mark.django_db(transaction=True)
def test_a_recovery_code_used_twice_at_once_works_once() -> None:
    account = Account.objects.create()
    code = new_recovery_codes(account=account, now=timezone.now())[0]

    def use(_: int) -> Account | None:
        try:
            return spend(code=code)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(found is not None for found in pool.map(use, range(4))) == [False, False, False, True]


def test_a_recovery_code_holds_80_bits_and_is_written_down_nowhere(anna: Person) -> None:
    code = anna.recovery_codes()[0]
    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4]
    kept = set(RecoveryCode.objects.values_list("digest", flat=True))
    assert len(kept) == 8
    assert not any(code.replace("-", "") in digest.upper() for digest in kept)


def test_letters_that_look_alike_are_read_alike(anna: Person) -> None:
    codes = [code for code in anna.recovery_codes() + anna.recovery_codes() if set(code) & set("01")]
    for code in codes[-1:]:
        Person().recover(code.replace("0", "O").replace("1", "l"))


def test_a_new_set_of_codes_asks_for_proof_when_time_has_passed(anna: Person) -> None:
    anna.make_passkey()
    anna.recovery_codes()
    session = anna.http.session
    session["account_authentication_methods"] = []
    session.save()
    refused = anna.post("account/recovery-codes/", {}, expect=403)
    assert refused["errors"][0]["code"] == "reauthentication_required"
    flows = anna.ask("get", "account/authenticators/webauthn", expect=401)
    assert (flows["meta"]["is_authenticated"], flows["data"]["flows"][0]["id"]) == (True, "mfa_reauthenticate")
    options = anna.ask("get", "auth/webauthn/reauthenticate")["data"]["request_options"]
    anna.ask("post", "auth/webauthn/reauthenticate", {"credential": anna.keys.sign(options)})
    anna.recovery_codes()
