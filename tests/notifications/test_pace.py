"""Reminders fade for someone who doesn't answer, rest in the end, and come back at the first sign."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest

from backend.accounts.models import Account
from backend.checkins.collections import CHECK_INS
from backend.core.records import Change, apply_changes
from notifications.models import Delivery, Reminder
from notifications.pace import Pace, comes, pace_of
from notifications.recurrence import Rule
from tests.clients import Phone, change, check_in
from tests.notifications.receivers import NOON, Receiver
from tests.notifications.schedule import THREE, edit, remind, states, tap, tick

DAY = timedelta(days=1)
EVERY_DAY = Rule(time(15), frozenset(range(1, 8)), "UTC")
THRICE = Rule(time(15), frozenset({1, 3, 5}), "UTC")
MONDAY = date(2026, 11, 23)


def lived(first: int, last: int) -> None:
    """Let the days pass, counted from the Monday on which the reminder was made."""
    for day in range(first, last + 1):
        tick(THREE + day * DAY)


def days_sent() -> list[int]:
    dates = Delivery.objects.filter(state="sent").order_by("local_date").values_list("local_date", flat=True)
    return [(day - MONDAY).days for day in dates]


def pace() -> str | None:
    return Reminder.objects.get().pace


@pytest.mark.parametrize(
    ("silent_days", "sent_days_ago", "expected"),
    [
        (0, [], "full"),
        (4, [1, 2], "full"),
        (4, [1, 2, 3], "half"),
        (2, [1, 2, 3], "full"),  # the third was before the last answer
        (9, [1, 3, 5], "half"),
        (10, [], "weekly"),
        (29, [1, 2, 3], "weekly"),
        (30, [], "fortnightly"),
        (59, [], "fortnightly"),
        (60, [], "resting"),
        (600, [], "resting"),
    ],
)
def test_the_longer_the_silence_the_rarer(silent_days: int, sent_days_ago: list[int], expected: str) -> None:
    now = datetime(2026, 11, 23, 15, tzinfo=UTC)
    sent = [now - days * DAY for days in sent_days_ago]
    assert pace_of(now - silent_days * DAY, sent, now) == expected


def test_half_is_every_second_occurrence_whatever_the_weekdays() -> None:
    daily = [days for days in range(1, 5) if comes(Pace.HALF, EVERY_DAY, MONDAY + days * DAY, MONDAY)]
    thrice = [days for days in (2, 4, 7) if comes(Pace.HALF, THRICE, MONDAY + days * DAY, MONDAY)]
    assert (daily, thrice) == ([2, 3, 4], [4, 7])


def test_unanswered_it_fades_and_rests_in_the_end(alice: Phone, subscribed: Receiver) -> None:
    remind(alice)
    lived(0, 62)
    assert days_sent() == [0, 1, 2, 4, 6, 8, 15, 22, 29, 43, 57]
    assert pace() == "resting"
    assert {state for state, _ in states()} == {"sent"}  # what is left out leaves no trace


def test_one_tap_brings_it_back_whole(alice: Phone, subscribed: Receiver) -> None:
    remind(alice)
    lived(0, 41)
    tap(Delivery.objects.latest("sent_at").pk, THREE + 41 * DAY)
    assert pace() == "full"
    lived(42, 44)
    assert days_sent()[-3:] == [42, 43, 44]


@pytest.mark.parametrize("response", ["opened", "later", "not_today"])
def test_each_answer_is_a_sign(alice: Phone, subscribed: Receiver, response: str) -> None:
    remind(alice)
    lived(0, 3)
    tap(Delivery.objects.latest("sent_at").pk, THREE + 3 * DAY, response)
    lived(4, 5)
    assert days_sent() == [0, 1, 2, 4, 5]


def test_that_the_phone_showed_it_is_no_answer(alice: Phone, subscribed: Receiver) -> None:
    remind(alice)
    for day in range(5):
        tick(THREE + day * DAY)
        tap(Delivery.objects.latest("sent_at").pk, THREE + day * DAY, "shown")
    assert days_sent() == [0, 1, 2, 4]


def test_something_noted_is_a_sign_as_well(alice: Phone, subscribed: Receiver) -> None:
    remind(alice)
    lived(0, 2)
    tick(THREE + 66 * DAY)  # what came up in between is only counted
    lived(66, 69)
    assert pace() == "resting"
    change = Change(CHECK_INS, uuid4(), None, data=check_in())
    apply_changes(account_id=alice.account_id, changes=[change], now=THREE + 69 * DAY)
    lived(70, 71)
    assert (pace(), days_sent()[-2:]) == ("full", [70, 71])


def test_what_bob_answers_wakes_nothing_of_alice(alice: Phone, bob: Phone, subscribed: Receiver) -> None:
    remind(alice)
    change = Change(CHECK_INS, uuid4(), None, data=check_in())
    lived(0, 9)
    apply_changes(account_id=bob.account_id, changes=[change], now=THREE + 9 * DAY)
    lived(10, 11)
    assert pace() == "weekly"


def test_an_edit_brings_it_back_at_once(alice: Phone, subscribed: Receiver) -> None:
    row = remind(alice)
    lived(0, 2)
    tap(Delivery.objects.latest("sent_at").pk, THREE + 2 * DAY)
    tick(THREE + 66 * DAY)  # what came up in between is only counted
    lived(66, 69)
    row.refresh_from_db()
    edit(alice, row, now=THREE + 69 * DAY + timedelta(hours=2), local_time="15:00", discreet=False)
    assert pace() == "full"
    tick(THREE + 69 * DAY + timedelta(hours=2))
    lived(70, 70)
    assert days_sent()[-1] == 70


def test_the_same_plan_kept_again_brings_it_back_too(alice: Phone, subscribed: Receiver) -> None:
    """'As planned again' in the app changes nothing else."""
    row = remind(alice)
    Reminder.objects.update(pace="resting", heard_at=NOON - 90 * DAY)
    again = change(row.data, collection="reminders", id=str(row.id), base_revision=row.revision)
    assert [result["status"] for result in alice.sync(again)["results"]] == ["applied"]
    assert pace() == "full"


def test_phones_are_told_of_a_pace_that_changed(alice: Phone, subscribed: Receiver) -> None:
    row = remind(alice)
    lived(0, 2)
    assert Account.objects.get(pk=alice.account_id).revision == row.revision
    lived(3, 3)
    (record,) = alice.sync(cursor=row.revision)["records"]
    assert (record["data"]["pace"], record["revision"]) == ("half", row.revision + 1)
    tap(Delivery.objects.latest("sent_at").pk, THREE + 3 * DAY)
    (record,) = alice.sync(cursor=record["revision"])["records"]
    assert record["data"]["pace"] == "full"


def test_a_pace_of_its_own_account_only_counts_its_own_reminders(alice: Phone, subscribed: Receiver) -> None:
    """A weekly reminder isn't ignored because a daily one is."""
    remind(alice)
    weekly = remind(alice, weekdays=[5], now=NOON)
    lived(0, 4)
    weekly.refresh_from_db()
    assert weekly.pace == "full"


@pytest.mark.parametrize("until", [14, 70])
def test_a_pause_is_not_being_away(alice: Phone, subscribed: Receiver, until: int) -> None:
    row = remind(alice)
    tick(THREE)
    row.refresh_from_db()
    edit(alice, row, now=THREE + timedelta(hours=1), paused_until=str(MONDAY + until * DAY))
    tick(THREE + timedelta(hours=1))
    lived(until, until + 2)
    assert (pace(), days_sent()) == ("full", [0, until, until + 1, until + 2])
