"""Reminders, responses and subscriptions over HTTP. Alice owns them; Bob never sees them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from backend.accounts.serializers import setting_id
from notifications.models import Delivery, PushSubscription, Reminder
from notifications.services.claiming import claim
from notifications.services.delivering import deliver
from tests.clients import Phone, change
from tests.e2e.push_service import PushService
from tests.notifications.receivers import Receiver
from tests.notifications.schedule import reminder_data, states

HOUR = timedelta(hours=1)


@pytest.fixture
def noon() -> Iterator[None]:
    """Make it noon: when a reminder is due that is past for today nobody says until it has been planned."""
    with time_machine.travel(timezone.now().replace(hour=12, minute=0), tick=False):
        yield


def made(phone: Phone, **fields: Any) -> dict[str, Any]:
    record: dict[str, Any] = phone.post("reminders/", {"id": str(uuid4()), **reminder_data(**fields)})
    return record


def fired(phone: Phone, **fields: Any) -> tuple[dict[str, Any], Delivery]:
    """Make a reminder that has just come up; the quiet hours are out of the way."""
    for key, value in {"quiet_hours": {"from": "00:00", "to": "00:00"}, "daily_cap": 5}.items():
        prefer(phone, key, value)
    record = made(phone, window_minutes=720, **fields)
    now = timezone.now()
    Reminder.objects.filter(id=record["id"]).update(
        next_due_at=now, next_on=now.date(), local_time=now.time().replace(microsecond=0)
    )
    ids = claim(now=timezone.now()).ids
    deliver(ids=ids, clock=timezone.now)
    return record, Delivery.objects.get(reminder__id=record["id"], slot=0)


def prefer(phone: Phone, key: str, value: Any) -> None:
    phone.sync(change({"key": key, "value": value}, collection="settings", id=str(setting_id(key))))


def answered(phone: Phone, record: dict[str, Any], delivery: Delivery, response: str, **options: Any) -> Any:
    body = {"delivery": str(delivery.pk), "response": response, "at": timezone.now().isoformat()}
    return phone.post(f"reminders/{record['id']}/responses/", body, **{"expect": 200, **options})


@pytest.mark.usefixtures("noon")
def test_a_reminder_comes_back_with_when_it_is_due(alice: Phone) -> None:
    record = made(alice)
    assert record["pace"] == "full"
    due = datetime.fromisoformat(record["next_due_at"])
    assert (due.hour, due.minute) == (15, 0)
    assert timedelta() < due - timezone.now() <= timedelta(days=1)
    assert alice.get(f"reminders/{record['id']}/") == record
    assert alice.get("reminders/")["results"] == [record]


@pytest.mark.usefixtures("noon")
def test_what_only_the_server_knows_is_not_taken_from_the_phone(alice: Phone) -> None:
    record = made(alice, next_due_at="2020-01-01T00:00:00Z", pace="resting")
    assert record["pace"] == "full"
    assert record["next_due_at"] > "2026"
    assert sorted(Reminder.objects.get().data) == sorted(reminder_data())


def test_what_a_phone_got_it_may_send_back(alice: Phone) -> None:
    record = made(alice)
    body = {**record, "base_revision": record["revision"], "enabled": False}
    changed = alice.patch(f"reminders/{record['id']}/", {k: v for k, v in body.items() if k != "revision"})
    assert (changed["enabled"], changed["next_due_at"]) == (False, None)


@pytest.mark.usefixtures("noon")
def test_a_reminder_also_travels_by_sync(alice: Phone) -> None:
    answer = alice.sync(change(reminder_data(from_a_newer_app=1), collection="reminders"))
    (record,) = answer["records"]
    assert record["data"]["from_a_newer_app"] == 1
    assert record["data"]["next_due_at"]


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "running"},
        {"local_time": "24:00"},
        {"local_time": "9:00"},
        {"local_time": "09:00:00"},
        {"weekdays": []},
        {"weekdays": [0]},
        {"weekdays": [8]},
        {"weekdays": [1, 1]},
        {"weekdays": "1"},
        {"time_zone": "Nowhere/Land"},
        {"window_minutes": 0},
        {"window_minutes": 721},
        {"exact": "yes"},
        {"paused_until": "soon"},
        {"paused_until": "9999-12-31"},
        {"exercise": "Not A Slug"},
        {"label_ref": "after coffee"},
        {"local_time": None},
    ],
    ids=str,
)
def test_what_breaks_the_shape_is_refused(alice: Phone, fields: dict[str, Any]) -> None:
    body = {"id": str(uuid4()), **reminder_data(**fields)}
    assert alice.post("reminders/", body, expect=400)["type"] == "validation_error"


def test_strangers_are_told_nothing(db: None) -> None:
    stranger = Phone()
    for path in ("reminders/", "push/key/", "push/subscriptions/"):
        assert stranger.get(path, expect=401)["type"] == "client_error"


def test_bob_never_reaches_what_is_alices(alice: Phone, bob: Phone, browser: Receiver) -> None:
    browser.of(alice)
    record, delivery = fired(alice)
    phone = alice.get("push/subscriptions/")[0]
    assert bob.get("reminders/")["results"] == bob.get("push/subscriptions/") == []
    bob.get(f"reminders/{record['id']}/", expect=404)
    bob.patch(f"reminders/{record['id']}/", {"base_revision": record["revision"], "enabled": False}, expect=404)
    bob.delete(f"reminders/{record['id']}/", expect=404)
    bob.delete(f"push/subscriptions/{phone['id']}/", expect=404)
    answered(bob, record, delivery, "not_today", expect=404)
    own = made(bob)
    answered(bob, own, delivery, "not_today", expect=404)
    delivery.refresh_from_db()
    assert delivery.responses == []


def test_the_key_is_the_one_the_sender_signs_with(alice: Phone, browser: Receiver) -> None:
    assert alice.get("push/key/") == {"key_id": browser.key.id, "public_key": browser.key.public_key}


def test_a_subscription_is_kept_once(alice: Phone, browser: Receiver) -> None:
    first = alice.post("push/subscriptions/", browser.to_json())
    again = alice.post("push/subscriptions/", browser.to_json(), expect=200)
    assert first == again
    assert alice.get("push/subscriptions/") == [first]
    assert (first["device"], first["key_id"]) == (alice.device, browser.key.id)
    alice.delete(f"push/subscriptions/{first['id']}/")
    assert alice.get("push/subscriptions/") == []


def test_a_phone_knows_its_own_subscription_by_its_fingerprint(alice: Phone, browser: Receiver) -> None:
    wanted = browser.to_json()
    alice.post("push/subscriptions/", wanted)
    (found,) = alice.get("push/subscriptions/")
    assert found["fingerprint"] == sha256(wanted["endpoint"].encode()).hexdigest()
    assert "endpoint" not in found


@pytest.mark.parametrize(("reason", "still"), [("gone", "gone"), ("other_key", "other_key"), ("replaced", "")])
def test_sending_a_subscription_again_revives_no_dead_one(
    alice: Phone, browser: Receiver, reason: str, still: str
) -> None:
    alice.post("push/subscriptions/", browser.to_json())
    PushSubscription.objects.update(retired_at=timezone.now(), retired_reason=reason)
    again = alice.post("push/subscriptions/", browser.to_json(), expect=200)
    assert (again["retired_reason"], again["retired_at"] is None) == (still, still == "")


def test_a_new_subscription_of_a_device_replaces_its_old_one(alice: Phone, push_service: PushService) -> None:
    for _ in range(2):
        alice.post("push/subscriptions/", Receiver(push_service).to_json())
    found = alice.get("push/subscriptions/")
    assert [phone["retired_reason"] for phone in found] == ["replaced", ""]


def test_an_endpoint_follows_the_person_who_subscribed_last(alice: Phone, bob: Phone, browser: Receiver) -> None:
    alice.post("push/subscriptions/", browser.to_json())
    bob.post("push/subscriptions/", browser.to_json(), expect=200)
    assert alice.get("push/subscriptions/") == []
    assert len(bob.get("push/subscriptions/")) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": "https://example.org/push"},
        {"endpoint": "http://169.254.169.254/latest/meta-data/"},
        {"endpoint": "http://localhost:1/push"},
        {"keys": {"p256dh": "AAAA", "auth": "AAAA"}},
        {"key_id": "of-another-server"},
    ],
    ids=str,
)
def test_every_refusal_has_the_same_words(alice: Phone, browser: Receiver, wrong: dict[str, Any]) -> None:
    answer = alice.post("push/subscriptions/", {**browser.to_json(), **wrong}, expect=400)
    assert answer["errors"] == [
        {"code": "invalid", "detail": "This push subscription can't be used here.", "attr": "endpoint"}
    ]
    assert PushSubscription.objects.count() == 0


def test_a_trial_message_arrives_at_once_on_this_device(alice: Phone, browser: Receiver) -> None:
    kept = alice.post("push/subscriptions/", browser.to_json())
    sent = {"transport": "web_push", "subscription": kept["id"], "outcome": "accepted", "status": 201, "retry_after": 0}
    assert alice.post("push/test/", None, expect=200) == [sent]
    (message,) = browser.messages
    assert message["notification"]["navigate"].endswith("/reminders")


def test_a_trial_message_to_a_dead_phone_says_so_and_retires_it(alice: Phone, browser: Receiver) -> None:
    alice.post("push/subscriptions/", browser.to_json())
    browser.channel.gone = True
    assert [sent["outcome"] for sent in alice.post("push/test/", None, expect=200)] == ["gone"]
    assert alice.post("push/test/", None, expect=200) == []
    assert [phone["retired_reason"] for phone in alice.get("push/subscriptions/")] == ["gone"]


def test_trial_messages_are_limited(alice: Phone) -> None:
    statuses = [alice.http.post("/api/v1/push/test/").status_code for _ in range(40)]
    assert set(statuses) == {200, 429}  # other tests at the same time may empty the counters meanwhile


def test_later_comes_again_in_half_an_hour_and_keeps_the_local_date(alice: Phone, browser: Receiver) -> None:
    browser.of(alice)
    record, delivery = fired(alice)
    answer = answered(alice, record, delivery, "later")
    again = answered(alice, record, delivery, "later")
    assert answer == again
    snooze = Delivery.objects.get(slot=1)
    assert (snooze.local_date, snooze.state) == (delivery.local_date, "waiting")
    assert timedelta(minutes=29) < snooze.due_at - timezone.now() <= timedelta(minutes=30)
    ids = claim(now=snooze.due_at).ids
    deliver(ids=ids, clock=lambda: snooze.due_at)
    snooze.refresh_from_db()
    assert (ids, snooze.state, browser.channel.posts) == ([snooze.pk], "sent", 2)


def test_later_never_leads_into_the_quiet_hours(alice: Phone, browser: Receiver) -> None:
    browser.of(alice)
    record, delivery = fired(alice)
    soon = timezone.now() + timedelta(minutes=20)
    hours = {"from": f"{soon:%H:%M}", "to": f"{soon + HOUR:%H:%M}"}
    row = next(r for r in alice.sync()["records"] if r["data"].get("key") == "quiet_hours")
    alice.sync(
        change(
            {"key": "quiet_hours", "value": hours},
            collection="settings",
            id=row["id"],
            base_revision=row["revision"],
        )
    )
    assert answered(alice, record, delivery, "later")["later_at"] is None


def test_not_today_withdraws_the_rest_of_the_day(alice: Phone, browser: Receiver) -> None:
    browser.of(alice)
    record, delivery = fired(alice)
    answered(alice, record, delivery, "later")
    answered(alice, record, delivery, "not_today")
    _, other = fired(alice, kind="movement")
    assert sorted(states()) == [("sent", ""), ("withdrawn", "not_today"), ("withdrawn", "not_today")]
    assert (other.state, browser.channel.posts) == ("withdrawn", 1)


def test_a_response_said_twice_is_kept_once(alice: Phone, browser: Receiver) -> None:
    browser.of(alice)
    record, delivery = fired(alice)
    for response in ("shown", "opened", "shown"):
        assert answered(alice, record, delivery, response)["state"] == "sent"
    delivery.refresh_from_db()
    assert [kept["response"] for kept in delivery.responses] == ["shown", "opened"]


def test_the_phones_own_word_that_it_showed_one_is_kept(alice: Phone, browser: Receiver) -> None:
    browser.of(alice)
    record, delivery = fired(alice)
    assert [phone["last_shown_at"] for phone in alice.get("push/subscriptions/")] == [None]
    answered(alice, record, delivery, "shown")
    (phone,) = alice.get("push/subscriptions/")
    assert phone["last_accepted_at"] <= phone["last_shown_at"]
