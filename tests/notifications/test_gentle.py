"""Gentle: snoozes, 'not today', fewer, jitter, a phone that was off, a key that was changed."""

from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from pytest_django.fixtures import Settings

from notifications import recurrence
from notifications.models import Delivery
from notifications.services.responding import respond
from tests.clients import Phone
from tests.e2e.push_service import PushService, base64url
from tests.notifications.receivers import Receiver
from tests.notifications.schedule import MINUTE, THREE, edit, practised, prefer, remind, states, tap, tick

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def test_after_an_outage_of_three_hours_nothing_old_is_sent(alice: Phone, subscribed: Receiver) -> None:
    for minute in (0, 5, 10):
        remind(alice, local_time=f"15:{minute:02}")
    tick(THREE + 3 * HOUR)
    assert (states(), subscribed.channel.posts) == ([("expired", "")] * 3, 0)


def test_a_snooze_does_not_come_after_help_was_opened(alice: Phone, subscribed: Receiver) -> None:
    remind(alice)
    (made,) = tick(THREE)
    tap(made, THREE + MINUTE, "later")
    prefer(alice, "quiet_until", "2026-11-24T15:00:00Z")
    tick(THREE + 31 * MINUTE)
    assert (states(), subscribed.channel.posts) == ([("sent", ""), ("withdrawn", "quiet_until")], 1)


def test_a_snooze_that_was_asked_for_does_not_count_as_a_second_one(alice: Phone, subscribed: Receiver) -> None:
    remind(alice)
    (made,) = tick(THREE)
    tap(made, THREE + MINUTE, "later")
    tick(THREE + 31 * MINUTE)
    assert (states(), subscribed.channel.posts) == ([("sent", ""), ("sent", "")], 2)


def test_done_after_later_the_snooze_is_withdrawn(alice: Phone, subscribed: Receiver) -> None:
    remind(alice, kind="breathwork")
    (made,) = tick(THREE)
    tap(made, THREE + MINUTE, "later")
    practised(alice, "cyclic-sigh", "2026-11-23T15:10:00Z")
    tick(THREE + 31 * MINUTE)
    assert states() == [("sent", ""), ("withdrawn", "done")]


@pytest.mark.parametrize(("hours", "snoozes"), [(0.5, 1), (3, 0)])
def test_later_said_offline_makes_a_snooze_only_while_it_is_still_soon(
    alice: Phone, subscribed: Receiver, hours: float, snoozes: int
) -> None:
    remind(alice)
    (made,) = tick(THREE)
    delivery = Delivery.objects.select_related("reminder").get(pk=made)
    now = THREE + hours * HOUR
    respond(reminder=delivery.reminder, delivery_id=made, response="later", at=THREE + MINUTE, now=now)
    assert Delivery.objects.filter(slot=1).count() == snoozes


def test_not_today_that_arrives_tomorrow_ends_yesterday_only(alice: Phone, subscribed: Receiver) -> None:
    remind(alice)
    (made,) = tick(THREE)
    tap(made, THREE + 20 * HOUR, "not_today")
    tick(THREE + DAY)
    assert states() == [("sent", ""), ("sent", "")]


def test_fewer_acts_at_once(alice: Phone, subscribed: Receiver) -> None:
    row = remind(alice)
    tick(THREE)
    edit(alice, row, now=THREE + MINUTE, weekdays=[1, 4])
    for day in range(1, 7):
        tick(THREE + day * DAY)
    assert [delivery.local_date.isoweekday() for delivery in Delivery.objects.order_by("due_at")] == [1, 4]


def test_a_cap_of_none_is_silence(alice: Phone, subscribed: Receiver) -> None:
    prefer(alice, "daily_cap", 0)
    remind(alice)
    tick(THREE)
    assert (states(), subscribed.channel.posts) == ([("withdrawn", "daily_cap")], 0)


def test_the_jitter_delays_and_stops_short_of_the_persons_own_quiet_hours(alice: Phone, subscribed: Receiver) -> None:
    prefer(alice, "quiet_hours", {"from": "15:01", "to": "16:00"})
    row = remind(alice, exact=None)
    while not (delay := recurrence.jitter_seconds(row.id)) > 60:
        row = remind(alice, exact=None)
    assert delay <= recurrence.JITTER_SECONDS
    tick(THREE)
    tick(THREE + timedelta(seconds=59))
    (sent,) = Delivery.objects.filter(state="sent")
    assert THREE <= sent.due_at <= THREE + timedelta(seconds=59)


def test_the_jitter_is_the_same_each_day_and_never_early(alice: Phone, subscribed: Receiver) -> None:
    row = remind(alice, exact=None)
    for day in range(2):
        for seconds in range(0, 620, 20):
            tick(THREE + day * DAY + timedelta(seconds=seconds))
    late = timedelta(seconds=recurrence.jitter_seconds(row.id))
    assert [delivery.due_at for delivery in Delivery.objects.order_by("due_at")] == [THREE + late, THREE + DAY + late]
    assert all(delivery.sent_at and delivery.sent_at >= delivery.due_at for delivery in Delivery.objects.all())


def test_the_phone_off_for_two_days_shows_only_what_is_still_true(alice: Phone, subscribed: Receiver) -> None:
    remind(alice)
    for day in range(3):
        tick(THREE + day * DAY)
    back = THREE + 2 * DAY + 10 * MINUTE
    moments = Delivery.objects.order_by("due_at").values_list("sent_at", flat=True)
    kept = zip(moments, subscribed.channel.queue, strict=True)  # each occurrence has a topic of its own
    shown = [at for at, message in kept if at and at + timedelta(seconds=message["ttl"]) > back]
    assert shown == [THREE + 2 * DAY]


def test_a_key_that_was_changed_reaches_old_phones_until_it_is_dropped(
    alice: Phone, subscribed: Receiver, push_service: PushService, settings: Settings
) -> None:
    old = settings.VAPID_KEYS
    new = base64url(ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value.to_bytes(32))
    remind(alice)
    settings.VAPID_KEYS = f"{new},{old}"
    assert alice.get("push/key/")["key_id"] != subscribed.key.id
    tick(THREE)
    assert len(subscribed.messages) == 1
    settings.VAPID_KEYS = new
    tick(THREE + DAY)
    assert [phone["retired_reason"] for phone in alice.get("push/subscriptions/")] == ["other_key"]
    again = Receiver(push_service)
    again.of(alice)
    tick(THREE + 2 * DAY)
    assert (subscribed.channel.posts, len(again.messages)) == (1, 1)
    assert push_service.complaints == []
