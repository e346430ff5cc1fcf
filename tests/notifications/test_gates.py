"""Asked again at the last moment: what has changed since the claim holds."""

from datetime import timedelta
from typing import Any

import pytest

from backend.accounts.models import Device
from backend.accounts.services.devices import end_device
from backend.accounts.services.recovery import new_recovery_codes
from backend.checkins.collections import CHECK_INS
from notifications.models import Delivery
from notifications.services.claiming import claim
from notifications.services.delivering import deliver
from tests.clients import Phone, check_in
from tests.notifications.receivers import NOON, Receiver
from tests.notifications.schedule import MINUTE, THREE, edit, erase, noted, practised, prefer, remind, states, tap, tick

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def test_disabled_after_the_claim_it_is_withdrawn(alice: Phone, subscribed: Receiver) -> None:
    row = remind(alice)
    made = claim(now=THREE).ids
    edit(alice, row, now=THREE, enabled=False)
    deliver(ids=made, clock=lambda: THREE)
    assert (states(), subscribed.channel.posts) == ([("withdrawn", "disabled")], 0)


def test_deleted_after_the_claim_it_is_withdrawn(alice: Phone, subscribed: Receiver) -> None:
    row = remind(alice)
    made = claim(now=THREE).ids
    erase(alice, row)
    deliver(ids=made, clock=lambda: THREE)
    assert (states(), subscribed.channel.posts) == ([("withdrawn", "disabled")], 0)


@pytest.mark.parametrize(
    ("fields", "reason"), [({"paused_until": "2026-12-01"}, "paused"), ({"weekdays": [2]}, "edited")]
)
def test_a_day_left_out_after_the_claim_is_withdrawn(
    alice: Phone, subscribed: Receiver, fields: dict[str, Any], reason: str
) -> None:
    row = remind(alice)
    made = claim(now=THREE).ids
    edit(alice, row, now=THREE, **fields)
    deliver(ids=made, clock=lambda: THREE)
    assert (states(), subscribed.channel.posts) == ([("withdrawn", reason)], 0)


def test_a_pause_holds_for_what_was_put_off_before_it(alice: Phone, subscribed: Receiver) -> None:
    row = remind(alice)
    (made,) = tick(THREE)
    tap(made, THREE + MINUTE, "later")
    row.refresh_from_db()
    edit(alice, row, now=THREE + 2 * MINUTE, paused_until="2026-12-24")
    tick(THREE + 31 * MINUTE)
    assert (states(), subscribed.channel.posts) == ([("sent", ""), ("withdrawn", "paused")], 1)


def test_a_clock_that_ran_ahead_when_help_was_opened_silences_for_a_day(alice: Phone, subscribed: Receiver) -> None:
    prefer(alice, "quiet_until", "2030-01-01T00:00:00Z")
    remind(alice)
    tick(THREE)
    tick(THREE + DAY)
    assert states() == [("withdrawn", "quiet_until"), ("sent", "")]


def test_moved_to_later_the_same_day_it_comes_then_and_once(alice: Phone, subscribed: Receiver) -> None:
    row = remind(alice)
    made = claim(now=THREE).ids
    edit(alice, row, now=THREE, local_time="18:00")
    deliver(ids=made, clock=lambda: THREE)
    assert (states(), subscribed.channel.posts) == ([("waiting", "")], 0)
    tick(THREE + 3 * HOUR - MINUTE)
    assert subscribed.channel.posts == 0
    tick(THREE + 3 * HOUR)
    assert (states(), subscribed.channel.posts) == ([("sent", "")], 1)


def test_with_the_device_ended_nothing_is_sent(alice: Phone, subscribed: Receiver) -> None:
    remind(alice)
    made = claim(now=THREE).ids
    device = Device.objects.get(id=alice.device)
    new_recovery_codes(account=device.account, now=THREE)  # else the account would go with its last device
    end_device(device)
    deliver(ids=made, clock=lambda: THREE)
    assert (states(), subscribed.channel.posts) == ([("failed", "no_phone")], 0)


def test_past_its_window_it_is_not_sent(alice: Phone, subscribed: Receiver) -> None:
    remind(alice)
    made = claim(now=THREE).ids
    deliver(ids=made, clock=lambda: THREE + 30 * MINUTE)
    assert (states(), subscribed.channel.posts) == ([("expired", "")], 0)


def test_one_a_day_over_all_kinds(alice: Phone, subscribed: Receiver) -> None:
    for kind in ("breathwork", "movement", "check_in"):
        remind(alice, kind=kind)
    tick(THREE)
    assert sorted(states()) == [("sent", ""), ("withdrawn", "daily_cap"), ("withdrawn", "daily_cap")]
    tick(THREE + DAY)
    assert subscribed.channel.posts == 2


def test_a_person_may_allow_more_a_day_or_none(alice: Phone, subscribed: Receiver) -> None:
    prefer(alice, "daily_cap", 2)
    for kind in ("breathwork", "movement", "check_in"):
        remind(alice, kind=kind)
    tick(THREE)
    assert sorted(states()) == [("sent", ""), ("sent", ""), ("withdrawn", "daily_cap")]


def test_the_quiet_hours_hold_after_a_backlog(alice: Phone, subscribed: Receiver) -> None:
    remind(alice, local_time="20:45")
    evening = NOON + 8 * HOUR + 45 * MINUTE
    made = claim(now=evening + 14 * MINUTE).ids
    deliver(ids=made, clock=lambda: evening + 16 * MINUTE)
    assert (states(), subscribed.channel.posts) == ([("withdrawn", "quiet_hours")], 0)


def test_none_comes_after_help_was_opened(alice: Phone, subscribed: Receiver) -> None:
    prefer(alice, "quiet_until", "2026-11-24T12:00:00Z")
    remind(alice)
    tick(THREE)
    tick(THREE + DAY)
    assert states() == [("withdrawn", "quiet_until"), ("sent", "")]


def test_done_already_today_it_is_withdrawn(alice: Phone, subscribed: Receiver) -> None:
    remind(alice, kind="breathwork")
    practised(alice, "cyclic-sigh", "2026-11-23T08:00:00Z")
    tick(THREE)
    assert (states(), subscribed.channel.posts) == ([("withdrawn", "done")], 0)


def test_what_was_done_yesterday_or_is_of_another_kind_does_not_count(alice: Phone, subscribed: Receiver) -> None:
    remind(alice, kind="breathwork")
    practised(alice, "cyclic-sigh", "2026-11-22T20:00:00Z")
    practised(alice, "short-walk", "2026-11-23T08:00:00Z")
    practised(alice, "of-a-newer-app", "2026-11-23T08:00:00Z")
    tick(THREE)
    assert states() == [("sent", "")]


def test_today_is_the_persons_own(alice: Phone, subscribed: Receiver) -> None:
    remind(alice, kind="check_in", time_zone="Pacific/Kiritimati", local_time="15:00")
    noted(alice, CHECK_INS, check_in(occurred_at="2026-11-23T09:00:00Z"))  # the evening of the 23rd there
    tick(NOON + 13 * HOUR)  # 15:00 of the 24th there
    assert states() == [("sent", "")]


def test_a_check_in_today_is_enough(alice: Phone, subscribed: Receiver) -> None:
    remind(alice, kind="check_in")
    noted(alice, CHECK_INS, check_in(occurred_at="2026-11-23T09:00:00Z"))
    tick(THREE)
    assert states() == [("withdrawn", "done")]


def test_what_others_did_or_asked_for_changes_nothing(alice: Phone, bob: Phone, subscribed: Receiver) -> None:
    remind(alice, kind="check_in")
    noted(bob, CHECK_INS, check_in(occurred_at="2026-11-23T09:00:00Z"))
    prefer(bob, "daily_cap", 0)
    prefer(bob, "quiet_until", "2027-11-24T12:00:00Z")
    tick(THREE)
    assert states() == [("sent", "")]


def test_words_do_not_come_again_within_a_fortnight(alice: Phone, subscribed: Receiver) -> None:
    remind(alice)
    for day in range(14):
        (made,) = tick(THREE + day * DAY)
        tap(made, THREE + day * DAY)
    said = list(Delivery.objects.filter(state="sent").values_list("message", flat=True))
    assert len(said) == len(set(said)) == 14


def test_an_outage_brings_one_notification_a_person(alice: Phone, subscribed: Receiver) -> None:
    prefer(alice, "daily_cap", 3)
    for minute in (0, 5, 10):
        remind(alice, local_time=f"15:{minute:02}")
    tick(THREE + 25 * MINUTE)
    assert sorted(states()) == [("sent", ""), ("withdrawn", "backlog"), ("withdrawn", "backlog")]
    remind(alice, local_time="15:40")
    tick(THREE + 40 * MINUTE)
    assert subscribed.channel.posts == 2
