"""An anonymous phone comes into Anna's account. Whatever is interrupted, nothing of hers is touched."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core import signing

from backend.accounts.models import Account, Device
from backend.checkins.models import CheckIn
from notifications.models import PushSubscription, Reminder
from tests.backend.accounts.people import Person, ids
from tests.backend.test_matrix import REMINDER, subscription
from tests.clients import change, check_in

HERS = "anna@example.org"


@pytest.fixture
def codes(anna: Person) -> list[str]:
    return anna.recovery_codes()


@pytest.fixture
def phone(db: None) -> Person:
    """Return a phone that is still on its own, with a check-in, a reminder and a way to be reached."""
    person = Person()
    person.open_account()
    person.sync(change(check_in()))
    person.post("reminders/", {"id": str(uuid4()), **REMINDER})
    person.post("push/subscriptions/", subscription(person))
    return person


def ticket(phone: Person) -> str:
    said: str = phone.post("account/merge/", {}, expect=200)["ticket"]
    return said


def test_the_phone_moves_and_its_former_account_is_gone(anna: Person, codes: list[str], phone: Person) -> None:
    former, bring = phone.account_id, ticket(phone)
    phone.recover(codes[0])
    phone.attach()
    assert phone.account["id"] == anna.account["id"]
    for _ in range(2):
        phone.post("account/merged/", {"ticket": bring}, expect=204)
    assert [account.pk for account in Account.objects.all()] == [anna.account_id]
    for model in (CheckIn, Reminder, PushSubscription):
        assert model.objects.filter(account_id=former).count() == 0
    assert len(ids(phone)) == 2


def test_what_the_phone_is_reached_by_moves_with_it(anna: Person, codes: list[str], phone: Person) -> None:
    bring = ticket(phone)
    push = subscription(phone)
    phone.post("push/subscriptions/", push)
    phone.recover(codes[0])
    phone.attach()
    phone.post("push/subscriptions/", push, expect=200)
    phone.post("account/merged/", {"ticket": bring}, expect=204)
    assert PushSubscription.objects.get().account_id == anna.account_id


def test_until_it_is_in_the_phone_stays_where_it_was(anna: Person, phone: Person, code: Callable[[], str]) -> None:
    anna.give_address(HERS, code)
    former = phone.account["id"]
    phone.ask("post", "auth/code/request", {"email": HERS}, expect=401)
    phone.ask("post", "auth/code/confirm", {"code": "00000000"}, expect=400)
    assert phone.get("account/")["id"] == former
    phone.ask("post", "auth/code/confirm", {"code": code()})
    assert phone.attach().account["id"] == anna.account["id"]
    assert Account.objects.filter(pk=former).exists()


@pytest.mark.parametrize("way", ["passkey", "password"])
def test_any_way_in_leads_over(anna: Person, phone: Person, code: Callable[[], str], way: str) -> None:
    anna.give_address(HERS, code)
    if way == "passkey":
        anna.make_passkey()
        phone.sign_in_by_passkey(anna.keys)
    else:
        anna.set_password("a window over the harbour")
        phone.sign_in_by_password(HERS, "a window over the harbour")
    assert phone.attach().account["id"] == anna.account["id"]


def test_who_comes_over_from_an_anonymous_account_has_proved_who_they_are(
    anna: Person, phone: Person, code: Callable[[], str]
) -> None:
    anna.give_address(HERS, code)
    anna.make_passkey()
    phone.sign_in_by_mail(HERS, code)
    phone.attach()
    phone.make_passkey()


def test_an_account_with_a_way_in_gives_no_ticket_and_does_not_change_over(
    anna: Person, codes: list[str], phone: Person, code: Callable[[], str]
) -> None:
    phone.give_address(HERS, code)
    assert phone.post("account/merge/", {}, expect=409)["errors"][0]["code"] == "not_anonymous"
    assert phone.post("account/recover/", {"code": codes[0]}, expect=409)["errors"][0]["code"] == "signed_in"
    phone.ask("post", "auth/login", {"email": HERS, "password": "x"}, expect=409)
    phone.ask("get", "auth/webauthn/login", expect=409)
    assert anna.ways["recovery_codes"] == 8


def test_a_ticket_does_nothing_to_an_account_that_has_a_way_in_by_now(anna: Person, phone: Person) -> None:
    bring = ticket(phone)
    phone.recovery_codes()
    assert_refused(anna, bring)
    assert Device.objects.filter(account_id=phone.account_id).exists()
    phone.get("account/")


def test_a_ticket_does_nothing_to_its_own_account(phone: Person) -> None:
    assert_refused(phone, ticket(phone))
    assert len(ids(phone)) == 1


def test_another_phone_of_the_anonymous_account_keeps_it(anna: Person, phone: Person) -> None:
    bring, codes = ticket(phone), phone.recovery_codes()
    other = Person()
    other.recover(codes[0])
    other.attach()
    Account.objects.get(pk=phone.account_id).recovery_codes.all().delete()
    anna.post("account/merged/", {"ticket": bring}, expect=204)
    phone.get("account/", expect=401)
    assert [str(one) for one in ids(other)] == [other.device]


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "x",
        "a:b:c",
        "\N{SNOWMAN}",
        signing.dumps(["00000000-0000-4000-8000-000000000000", 1], salt="another"),
        signing.dumps(
            ["00000000-0000-4000-8000-000000000000", 1], key="of another server", salt="backend.accounts.merging"
        ),
    ],
)
def test_a_forged_ticket_is_400_with_one_message(anna: Person, forged: str) -> None:
    assert_refused(anna, forged)


def test_a_changed_ticket_is_refused(anna: Person, phone: Person) -> None:
    whole = ticket(phone)
    assert_refused(anna, whole[:-1] + ("A" if whole[-1] != "A" else "B"))
    assert_refused(anna, f"x{whole}")


def test_a_ticket_runs_out(anna: Person, phone: Person) -> None:
    with time_machine.travel("2026-01-01T12:00:00Z", tick=False):
        bring = ticket(phone)
    with time_machine.travel("2026-04-02T12:00:00Z", tick=False):
        assert_refused(anna, bring)
    assert Account.objects.count() == 2


def test_strangers_end_nothing(phone: Person) -> None:
    bring = ticket(phone)
    stranger = Person()
    stranger.token()
    stranger.post("account/merged/", {"ticket": bring}, expect=401)
    phone.get("account/")


def assert_refused(phone: Person, forged: Any) -> None:
    errors = phone.post("account/merged/", {"ticket": forged}, expect=400)["errors"]
    assert [(error["attr"], error["detail"]) for error in errors] == [("ticket", "This ticket is not valid.")]
