"""Devices are listed and ended; an ended one is a stranger everywhere, whatever its session's key was."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.utils import timezone

from backend.accounts.models import Account, Device
from backend.accounts.services.devices import attach_device
from backend.accounts.services.upkeep import delete_unreachable_accounts, forget_sessions
from backend.checkins.models import CheckIn
from notifications.models import PushSubscription
from tests.backend.accounts.people import ALLAUTH, Person, ids
from tests.backend.test_matrix import subscription
from tests.clients import change, check_in

HERS = "anna@example.org"
PASSWORD = "a window over the harbour"


@pytest.fixture
def second(anna: Person) -> Person:
    """Return Anna's second phone; each has a push subscription."""
    anna.make_passkey()
    phone = Person()
    phone.keys = anna.keys
    phone.sign_in_by_passkey(anna.keys)
    phone.attach()
    for one in (anna, phone):
        one.post("push/subscriptions/", subscription(one))
    return phone


def assert_ended(phone: Person) -> None:
    phone.get("account/", expect=401)
    phone.post("sync/", {"device": phone.device, "changes": []}, expect=401)
    for path in ("auth/session", "account/authenticators", "account/email"):
        phone.ask("get", path, expect=401)
    phone.ask("post", "account/password/change", {"new_password": PASSWORD}, expect=401)
    assert phone.token()["signed_in"] is False


def test_one_device_is_ended_from_another(anna: Person, second: Person) -> None:
    second.delete(f"account/devices/{anna.device}/")
    assert_ended(anna)
    assert [str(one) for one in ids(second)] == [second.device]
    assert PushSubscription.objects.get().device.id.hex == second.device.replace("-", "")


def test_all_others_are_ended_at_once(anna: Person, second: Person) -> None:
    anna.delete("account/devices/")
    assert_ended(second)
    assert [str(one) for one in ids(anna)] == [anna.device]
    assert PushSubscription.objects.count() == 1


def test_an_ended_device_comes_back_by_signing_in(anna: Person, second: Person) -> None:
    anna.delete(f"account/devices/{second.device}/")
    second.sign_in_by_passkey(anna.keys)
    second.attach()
    assert len(ids(anna)) == 2


def test_a_session_that_outlived_its_device_is_no_newcomer(anna: Person, second: Person) -> None:
    Device.objects.filter(id=second.device).delete()
    assert_ended(second)
    body = {"locale": "en", "time_zone": "UTC", "device": {"id": second.device, "label": ""}}
    assert second.post("account/", body, expect=201)["id"] != anna.account["id"]


def test_a_device_keeps_hold_of_its_session_when_a_password_gives_it_another_key(
    anna: Person, code: Callable[[], str]
) -> None:
    anna.give_address(HERS, code)
    before = anna.http.cookies["sessionid"].value
    anna.set_password(PASSWORD)
    after = anna.http.cookies["sessionid"].value
    assert after != before
    assert Device.objects.get().session_key == after
    assert not Session.objects.filter(session_key=before).exists()
    anna.get("account/")


def test_proving_again_and_signing_in_leave_each_device_its_session(anna: Person, second: Person) -> None:
    options = second.ask("get", "auth/webauthn/reauthenticate")["data"]["request_options"]
    second.ask("post", "auth/webauthn/reauthenticate", {"credential": anna.keys.sign(options)})
    keys = {str(device.id): device.session_key for device in Device.objects.all()}
    assert keys == {phone.device: phone.http.cookies["sessionid"].value for phone in (anna, second)}


def test_a_first_password_leaves_the_other_phone_signed_in(
    anna: Person, second: Person, code: Callable[[], str]
) -> None:
    anna.give_address(HERS, code)
    anna.set_password(PASSWORD)
    second.get("account/")


def test_the_same_phone_coming_in_again_is_the_same_device(anna: Person, second: Person) -> None:
    again = Person()
    again.device = second.device
    again.sign_in_by_passkey(anna.keys)
    again.attach(expect=200)
    assert len(ids(again)) == 2
    assert_ended(second)


def test_of_two_requests_at_once_that_bring_one_phone_in_the_second_ends_nothing(anna: Person) -> None:
    device = Device.objects.get()
    account, now = Account.objects.get(), timezone.now()
    for session_key, expect in ((device.session_key, 200), ("another", 401)):
        attach_device(account=account, device_id=device.id, label="Phone", now=now, session_key=session_key)
        anna.get("account/", expect=expect)


def test_logging_out_ends_the_device_and_keeps_the_account(anna: Person, second: Person) -> None:
    second.post("account/log-out/", {}, expect=204)
    assert_ended(second)
    assert [str(one) for one in ids(anna)] == [anna.device]
    assert PushSubscription.objects.count() == 1


def test_logging_out_asks_where_nobody_could_come_back(anna: Person) -> None:
    anna.sync(change(check_in()))
    assert anna.post("account/log-out/", {}, expect=409)["errors"][0]["code"] == "no_way_back"
    anna.get("account/")
    anna.post("account/log-out/", {"anyway": True}, expect=204)
    assert (Account.objects.count(), Device.objects.count()) == (0, 0)


def test_an_account_that_nobody_can_reach_goes_with_its_last_device(anna: Person) -> None:
    anna.delete(f"account/devices/{anna.device}/")
    assert Account.objects.count() == 0


def test_an_account_with_a_way_in_stays_without_devices(anna: Person) -> None:
    codes = anna.recovery_codes()
    anna.delete(f"account/devices/{anna.device}/")
    found = Person()
    found.recover(codes[0])
    assert found.attach().account["id"] == anna.account["id"]


def test_a_newcomer_may_leave(anna: Person, second: Person) -> None:
    third = Person()
    third.sign_in_by_passkey(anna.keys)
    third.token()
    third.post("account/log-out/", {}, expect=204)
    assert third.token()["signed_in"] is False
    anna.get("account/")


def test_three_hundred_days_away_and_still_signed_in(db: None) -> None:
    with time_machine.travel("2026-01-01T12:00:00Z", tick=False):
        anna = Person()
        anna.open_account()
    with time_machine.travel("2026-10-28T12:00:00Z", tick=False):
        anna.get("account/")
    with time_machine.travel("2027-08-24T12:00:00Z", tick=False):
        anna.sync(change(check_in()))


def test_a_session_is_written_at_most_once_an_hour(db: None) -> None:
    with time_machine.travel("2026-01-01T12:00:00Z", tick=False):
        anna = Person()
        anna.open_account()
    for moment, ends in (("2026-01-01T12:59:00Z", "2027-02-05T12:00"), ("2026-01-03T12:00:00Z", "2027-02-07T12:00")):
        with time_machine.travel(moment, tick=False):
            anna.get("account/")
        assert Session.objects.get().expire_date.isoformat()[:16] == ends


def test_who_only_looked_at_the_sign_in_screen_is_forgotten(db: None) -> None:
    with time_machine.travel("2026-01-01T12:00:00Z", tick=False):
        Person().token()
        Person().http.get(f"{ALLAUTH}auth/session")
        assert Session.objects.count() == 2
    with time_machine.travel("2026-01-01T13:01:00Z", tick=False):
        forget_sessions(now=timezone.now())
    assert Session.objects.count() == 0


def with_a_passkey(person: Person) -> None:
    person.make_passkey()


def with_codes(person: Person) -> None:
    person.recovery_codes()


def with_an_address(person: Person) -> None:
    EmailAddress.objects.create(user_id=person.account_id, email=HERS, verified=True, primary=True)


def with_another_phone(person: Person) -> None:
    Device.objects.create(
        id=uuid4(), account_id=person.account_id, created_at=timezone.now(), last_seen_at=timezone.now() + YEAR
    )


def as_an_operator(person: Person) -> None:
    Account.objects.filter(pk=person.account_id).update(login="operator")


YEAR = timedelta(days=365)


@pytest.mark.parametrize("kept", [with_a_passkey, with_codes, with_an_address, with_another_phone, as_an_operator])
def test_a_copy_that_nobody_can_open_is_deleted_and_no_other(db: None, kept: Callable[[Person], None]) -> None:
    with time_machine.travel("2026-01-01T12:00:00Z", tick=False):
        lost, reachable = Person(), Person()
        for person in (lost, reachable):
            person.open_account()
            person.sync(change(check_in()))
            person.post("push/subscriptions/", subscription(person))
        kept(reachable)
        began = timezone.now()
    delete_unreachable_accounts(now=began + timedelta(days=400, hours=1))  # as long as its session may live
    assert Account.objects.count() == 2
    delete_unreachable_accounts(now=began + timedelta(days=401, hours=1))
    assert list(Account.objects.values_list("pk", flat=True)) == [reachable.account_id]
    assert (CheckIn.objects.count(), PushSubscription.objects.count()) == (1, 1)


def test_a_late_answer_to_an_ended_session_does_not_take_the_next_ones_cookie(anna: Person, second: Person) -> None:
    anna.delete(f"account/devices/{second.device}/")
    for answer in (second.http.get("/api/v1/account/"), second.http.post("/api/v1/sync/", {}, format="json")):
        assert (answer.status_code, answer.cookies.output()) == (401, "")
        assert "Cookie" in answer.headers["Vary"]


def test_who_logs_out_gives_the_cookie_back(second: Person) -> None:
    answer = second.http.post("/api/v1/account/log-out/", {}, format="json")
    assert (answer.status_code, answer.cookies["sessionid"].value) == (204, "")
