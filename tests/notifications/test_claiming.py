"""Taking up what is due: once each, by anyone, after any accident."""

import threading
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from redis import Redis
from time_machine import travel

from backend.accounts.models import Account
from backend.accounts.services.accounts import delete_account
from notifications.collections import REMINDERS
from notifications.models import Delivery, DeliveryState, Reminder
from notifications.recurrence import jitter_seconds
from notifications.services.claiming import BATCH, LEASE, claim
from notifications.tasks import tick as tick_task
from tests.clients import Phone
from tests.notifications.masses import masses
from tests.notifications.receivers import NOON
from tests.notifications.schedule import MINUTE, THREE, edit, prefer, remind, states

DAY = timedelta(days=1)


def next_due(row: Reminder) -> Any:
    row.refresh_from_db()
    return row.next_due_at


def test_nothing_is_claimed_a_second_early(alice: Phone) -> None:
    remind(alice)
    assert claim(now=THREE - timedelta(seconds=1))[:2] == ([], False)


def test_a_due_reminder_becomes_one_delivery_and_moves_on(alice: Phone) -> None:
    row = remind(alice)
    (made,) = claim(now=THREE).ids
    delivery = Delivery.objects.get(pk=made)
    assert (delivery.local_date, delivery.slot, delivery.due_at) == (date(2026, 11, 23), 0, THREE)
    assert (delivery.expires_at, delivery.lease_until) == (THREE + 30 * MINUTE, THREE + LEASE)
    assert next_due(row) == THREE + DAY
    assert claim(now=THREE)[:2] == ([], False)


def test_only_the_named_weekdays_come_up(alice: Phone) -> None:
    row = remind(alice, weekdays=[3, 5])
    assert row.next_due_at == THREE + 2 * DAY
    claim(now=THREE + 2 * DAY)
    assert next_due(row) == THREE + 4 * DAY


def test_a_window_that_is_over_is_expired_not_claimed(alice: Phone) -> None:
    row = remind(alice)
    assert claim(now=THREE + 30 * MINUTE).ids == []
    assert states() == [("expired", "")]
    assert next_due(row) == THREE + DAY


def test_three_days_of_outage_leave_one_expired_delivery(alice: Phone) -> None:
    row = remind(alice)
    assert claim(now=THREE + 3 * DAY + 31 * MINUTE).ids == []
    assert states() == [("expired", "")]
    assert next_due(row) == THREE + 4 * DAY


@pytest.mark.parametrize("outage", [DAY + 10 * MINUTE, 3 * DAY + 29 * MINUTE, 2 * DAY])
def test_an_outage_that_ends_inside_a_window_loses_no_occurrence_of_that_day(alice: Phone, outage: timedelta) -> None:
    remind(alice)
    assert claim(now=THREE + outage).ids == []
    (made,) = claim(now=THREE + outage).ids
    assert Delivery.objects.get(pk=made).due_at == THREE + timedelta(days=outage.days)
    assert sorted(states()) == [("claimed", ""), ("expired", "")]


def test_an_outage_that_ends_after_a_morning_was_put_off_loses_nothing(alice: Phone) -> None:
    remind(alice, local_time="07:30")
    nine = NOON + timedelta(hours=21)
    claim(now=nine + DAY + 10 * MINUTE)
    (made,) = claim(now=nine + DAY + 10 * MINUTE).ids
    assert Delivery.objects.get(pk=made).due_at == nine + DAY


def test_an_occurrence_already_taken_up_never_comes_twice(alice: Phone) -> None:
    row = remind(alice)
    claim(now=THREE)
    Reminder.objects.filter(pk=row.pk).update(next_due_at=THREE, next_on=date(2026, 11, 23))
    assert claim(now=THREE + MINUTE).ids == []
    assert Delivery.objects.count() == 1
    assert next_due(row) == THREE + DAY


def test_an_edit_in_the_very_minute_loses_nothing(alice: Phone) -> None:
    row = remind(alice)
    edit(alice, row, now=THREE + timedelta(seconds=5), discreet=False)
    assert len(claim(now=THREE + timedelta(seconds=6)).ids) == 1


def test_travel_west_on_the_day_does_not_fire_again(alice: Phone) -> None:
    row = remind(alice, time_zone="Europe/Berlin")
    claim(now=THREE)
    edit(alice, row, now=THREE + MINUTE, time_zone="America/New_York")
    later = THREE + timedelta(hours=5)  # 15:00 in New York, the same date
    assert next_due(row) == later
    assert claim(now=later).ids == []
    assert Delivery.objects.count() == 1


def test_changed_rules_of_a_zone_move_what_was_planned(alice: Phone) -> None:
    row = remind(alice)
    Reminder.objects.filter(pk=row.pk).update(next_due_at=THREE - 60 * MINUTE)
    assert claim(now=THREE - 60 * MINUTE).ids == []
    assert next_due(row) == THREE
    assert len(claim(now=THREE).ids) == 1


def test_a_row_that_cannot_be_read_delays_no_other(alice: Phone, bob: Phone, caplog: pytest.LogCaptureFixture) -> None:
    broken, healthy = remind(alice), remind(bob)
    Reminder.objects.filter(pk=broken.pk).update(time_zone="Nowhere/Land")
    (made,) = claim(now=THREE).ids
    assert Delivery.objects.get(pk=made).reminder == healthy
    assert next_due(broken) is None
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def test_a_morning_in_the_quiet_hours_waits_for_their_end(alice: Phone) -> None:
    row = remind(alice, local_time="07:30", now=NOON - timedelta(hours=12))
    half_past_seven = NOON - timedelta(hours=4, minutes=30)
    assert row.next_due_at == half_past_seven
    assert claim(now=half_past_seven).ids == []
    assert next_due(row) == half_past_seven + 90 * MINUTE
    assert len(claim(now=half_past_seven + 90 * MINUTE).ids) == 1


def test_an_edit_in_the_quiet_hours_loses_nothing_of_the_morning(alice: Phone) -> None:
    row = remind(alice, local_time="07:30", now=NOON - timedelta(hours=12))
    edit(alice, row, now=NOON - timedelta(hours=4), local_time="07:30", discreet=False)
    assert claim(now=NOON - timedelta(hours=4)).ids == []
    assert next_due(row) == NOON - timedelta(hours=3)
    assert len(claim(now=NOON - timedelta(hours=3)).ids) == 1


def test_an_edit_between_the_wall_time_and_its_jitter_loses_nothing(alice: Phone) -> None:
    row = remind(alice, exact=False)
    while jitter_seconds(row.id) < 300:
        row = remind(alice, exact=False)
    edit(alice, row, now=THREE + 3 * MINUTE, exact=False, discreet=False)
    claim(now=THREE + 3 * MINUTE)
    assert next_due(row) == THREE + timedelta(seconds=jitter_seconds(row.id))


def test_what_is_written_after_its_time_comes_tomorrow_and_says_nothing_of_today(alice: Phone) -> None:
    row = remind(alice, now=THREE + 5 * MINUTE)
    assert REMINDERS.shown(row)["next_due_at"] is None
    assert claim(now=THREE + 5 * MINUTE).ids == []
    assert (next_due(row), Delivery.objects.count()) == (THREE + DAY, 0)
    assert REMINDERS.shown(row)["next_due_at"] == "2026-11-24T15:00:00Z"


def test_a_night_in_the_quiet_hours_is_withdrawn(alice: Phone) -> None:
    remind(alice, local_time="22:00")
    assert claim(now=NOON + timedelta(hours=10)).ids == []
    assert states() == [("withdrawn", "quiet_hours")]


def test_other_quiet_hours_let_the_night_through(alice: Phone) -> None:
    prefer(alice, "quiet_hours", {"from": "23:00", "to": "07:00"})
    remind(alice, local_time="22:00")
    assert len(claim(now=NOON + timedelta(hours=10)).ids) == 1


@pytest.mark.parametrize("fields", [{"enabled": False}, {"paused_until": "2027-01-01"}])
def test_switched_off_or_paused_nothing_comes_up(alice: Phone, fields: dict[str, Any]) -> None:
    remind(alice, **fields)
    assert claim(now=THREE)[:2] == ([], False)


def test_batches_go_on_until_nothing_is_left(alice: Phone) -> None:
    for _ in range(5):
        remind(alice)
    first, second, third = (claim(now=THREE, limit=2) for _ in range(3))
    assert [(len(part.ids), part.more) for part in (first, second, third)] == [(2, True), (2, True), (1, False)]


def test_the_number_of_queries_does_not_grow_with_the_reminders(
    alice: Phone, django_assert_max_num_queries: Any
) -> None:
    for _ in range(20):
        remind(alice)
    with django_assert_max_num_queries(9):
        assert len(claim(now=THREE).ids) == 20


def test_a_lease_that_ended_is_taken_over_with_its_window_open(alice: Phone) -> None:
    remind(alice)
    made = claim(now=THREE).ids
    assert claim(now=THREE + LEASE - timedelta(seconds=1)).ids == []
    assert claim(now=THREE + LEASE).ids == made
    assert claim(now=THREE + LEASE).ids == []


def test_a_lease_that_ended_after_the_window_expires(alice: Phone) -> None:
    remind(alice)
    claim(now=THREE)
    assert claim(now=THREE + 31 * MINUTE).ids == []
    assert states() == [("expired", "")]


@pytest.mark.django_db(transaction=True)
def test_ten_workers_take_ten_thousand_due_reminders_up_once_each() -> None:
    masses(10_000, THREE)
    claimed: list[UUID] = []

    def work() -> None:
        more = True
        while more:
            batch = claim(now=THREE)
            connection.close()  # as a worker does after each task; a process has eight connections at most
            claimed.extend(batch.ids)
            more = batch.more

    threads = [threading.Thread(target=work) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert claim(now=THREE)[:2] == ([], False)
    assert len(claimed) == len(set(claimed)) == 10_000
    assert Delivery.objects.values("reminder").distinct().count() == 10_000


def test_fifty_thousand_due_at_once_come_in_even_batches_the_oldest_first_and_none_late(
    alice: Phone,
) -> None:
    masses(50_000, THREE)
    first = remind(alice, local_time="14:59")
    now = THREE + MINUTE
    batches = [claim(now=now).ids for _ in range(4)]
    assert [len(set(batch)) for batch in batches] == [BATCH] * 4
    assert len(set().union(*batches)) == 4 * BATCH
    assert Delivery.objects.get(reminder=first).pk in batches[0]
    assert claim(now=THREE + 31 * MINUTE).ids == []
    assert sorted(set(states())) == [("claimed", ""), ("expired", "")]


@pytest.mark.django_db(transaction=True)
def test_a_claim_never_waits_for_an_account_that_is_busy(alice: Phone, bob: Phone) -> None:
    remind(alice)
    free = remind(bob)
    made: list[UUID] = []

    def work() -> None:
        try:
            made.extend(claim(now=THREE).ids)
        finally:
            connection.close()

    with transaction.atomic():
        Account.objects.select_for_update().get(pk=alice.account_id)
        thread = threading.Thread(target=work)
        thread.start()
        thread.join(timeout=10)
    assert [Delivery.objects.get(pk=each).reminder for each in made] == [free]


def test_an_account_that_is_deleted_takes_its_schedule_along(alice: Phone) -> None:
    remind(alice)
    claim(now=THREE)
    delete_account(Account.objects.get(pk=alice.account_id))
    assert (Reminder.objects.count(), Delivery.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_a_flushed_redis_loses_nothing(alice: Phone, redis: Redis) -> None:
    remind(alice)
    with travel(THREE, tick=False):
        tick_task()
        tick_task()
    assert redis.llen("celery") == 1
    redis.flushdb()
    with travel(THREE + LEASE, tick=False):
        tick_task()
    assert redis.llen("celery") == 1
    assert Delivery.objects.get().state == DeliveryState.CLAIMED
