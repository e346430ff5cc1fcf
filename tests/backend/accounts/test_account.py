"""The anonymous account, its devices and their sessions."""

from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import override_settings
from rest_framework.test import APIClient

from backend.accounts.models import Account, Device
from backend.accounts.serializers import setting_id
from backend.accounts.services.accounts import setting_values
from backend.accounts.services.devices import end_device
from tests.clients import Phone, change, check_in


def test_an_account_begins_with_a_device_and_nothing_else(alice: Phone) -> None:
    account = Account.objects.get()
    assert (account.login, account.has_usable_password(), account.revision) == (None, False, 0)
    assert alice.account["device"]["id"] == alice.device
    assert alice.account["device"]["current"] is True
    assert [device["label"] for device in alice.get("account/devices/")] == ["A phone"]


def test_opening_it_again_answers_the_same_account(alice: Phone) -> None:
    again = alice.post("account/", {}, expect=200)
    assert again["id"] == alice.account["id"]
    assert Account.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong", [{"time_zone": "Mars/Base"}, {"locale": "<b>"}, {"device": {"id": "x"}}, {"device": None}]
)
def test_a_wrong_body_is_400_and_makes_nothing(wrong: dict[str, Any]) -> None:
    body = {"locale": "en", "time_zone": "UTC", "device": {"id": str(uuid4()), "label": ""}, **wrong}
    Phone().post("account/", body, expect=400)
    assert Account.objects.count() == 0


@pytest.mark.django_db
def test_strangers_get_401() -> None:
    answer = Phone().get("account/", expect=401)
    assert answer["errors"][0]["code"] == "not_authenticated"


def test_a_write_without_the_csrf_token_is_refused(alice: Phone) -> None:
    alice.http.credentials()
    alice.post("sync/", {"device": alice.device, "changes": [change(check_in())]}, expect=403)


def test_the_csrf_token_can_be_fetched_again(alice: Phone) -> None:
    alice.http.credentials(HTTP_X_CSRFTOKEN=alice.get("account/")["csrf_token"])
    alice.sync(change(check_in()))


def test_deleting_the_account_deletes_every_row_and_session(alice: Phone, bob: Phone) -> None:
    alice.sync(change(check_in()))
    cookies = alice.http.cookies["sessionid"].value
    alice.delete("account/")
    assert list(Account.objects.values_list("pk", flat=True)) == [bob.account_id]
    assert Session.objects.count() == 1
    old = Phone(APIClient())
    old.http.cookies["sessionid"] = cookies
    old.get("account/", expect=401)


def test_ending_a_device_ends_its_session(alice: Phone) -> None:
    end_device(Device.objects.get())
    alice.get("account/", expect=401)


def test_bob_cannot_end_alices_device(alice: Phone, bob: Phone) -> None:
    bob.delete(f"account/devices/{alice.device}/", expect=404)
    alice.get("account/")


def test_a_session_lasts_through_months_of_absence_and_is_renewed_by_a_visit(db: None) -> None:
    with time_machine.travel("2026-01-01T12:00:00Z", tick=False):
        phone = Phone().open_account()
    for month in ("2026-12-01T12:00:00Z", "2027-11-01T12:00:00Z"):
        with time_machine.travel(month, tick=False):
            phone.get("account/")


def test_a_setting_has_one_id_on_every_phone(alice: Phone) -> None:
    quiet = {"key": "quiet_hours", "value": {"from": "22:00", "to": "07:30"}}
    op = change(quiet, collection="settings", id=str(setting_id("quiet_hours")))
    wrong = change(quiet, collection="settings")
    answer = alice.sync(op, wrong)
    assert [result["status"] for result in answer["results"]] == ["applied", "rejected"]
    assert setting_values(alice.account_id, "quiet_hours", "daily_cap") == {"quiet_hours": quiet["value"]}


@pytest.mark.parametrize(
    ("key", "value"),
    [("quiet_hours", {"from": "25:00", "to": "07:00"}), ("daily_cap", 99), ("quiet_until", "soon"), ("country", "de")],
)
def test_settings_the_server_acts_on_are_checked(alice: Phone, key: str, value: object) -> None:
    op = change({"key": key, "value": value}, collection="settings", id=str(setting_id(key)))
    assert alice.sync(op)["results"][0]["status"] == "rejected"


@override_settings(
    CACHES={
        "default": {
            "BACKEND": "backend.core.cache.FailOpenRedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
            "OPTIONS": {"socket_connect_timeout": 0.2},
        }
    }
)
def test_without_redis_people_are_served_all_the_same(db: None) -> None:
    Phone().open_account().sync(change(check_in()))


@pytest.mark.django_db
def test_opening_accounts_is_limited_by_address() -> None:
    cache.clear()
    body = {"locale": "en", "time_zone": "UTC"}
    for _ in range(30):
        Phone().post("account/", {**body, "device": {"id": str(uuid4())}}, expect=201)
    Phone().post("account/", {**body, "device": {"id": str(uuid4())}}, expect=429)
    cache.clear()
