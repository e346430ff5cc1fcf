"""From a claimed delivery to a phone: what the person reads, and what is recorded."""

import threading
from collections import defaultdict
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connection, transaction

from notifications.models import Delivery, PushSubscription, Reminder
from notifications.services.claiming import LEASE, claim
from notifications.services.delivering import _parcels, begin, deliver
from notifications.services.recording import Job, settle
from notifications.transports.circuit import Circuit
from notifications.transports.shape import Outcome, Result
from notifications.transports.web_push.send import send
from tests.clients import Phone
from tests.e2e.push_service import PushService
from tests.notifications.receivers import Receiver
from tests.notifications.schedule import MINUTE, THREE, erase, remind, states, tick

ACCEPTED, BUSY = Result(Outcome.ACCEPTED, 201), Result(Outcome.BUSY, 503)


def test_a_reminder_reaches_the_phone_with_its_exercise(alice: Phone, browser: Receiver) -> None:
    phone = browser.of(alice)
    row = remind(alice, exercise="cyclic-sigh")
    (made,) = tick(THREE)
    (message,) = browser.messages
    shown = message["notification"]
    ids = {"delivery": str(made), "reminder": str(row.id)}
    assert (message["web_push"], message["mutable"]) == (8030, True)
    assert message["thaw"] == shown["data"] == {**ids, "day": "2026-11-23"}
    assert shown["navigate"] == f"{settings.SITE_URL}/practise/cyclic-sigh?{urlencode(ids)}"
    assert shown["title"] == "A small pause"
    assert shown["tag"] == f"{row.id}:2026-11-23"
    assert browser.channel.queue[0]["ttl"] == 30 * 60
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.sent_at, delivery.attempts) == ("sent", THREE, 1)
    assert delivery.outcomes[str(phone.pk)]["outcome"] == "accepted"
    phone.refresh_from_db()
    assert phone.last_accepted_at == THREE


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"kind": "check_in"}, "/"),
        ({"kind": "breathwork", "exercise": "gone-from-the-catalogue"}, "/practise/"),
        ({"kind": "movement"}, "/practise/"),
        ({"kind": "others"}, "/practise"),
    ],
)
def test_a_tap_always_leads_somewhere(alice: Phone, browser: Receiver, fields: dict[str, Any], path: str) -> None:
    browser.of(alice)
    remind(alice, **fields)
    tick(THREE)
    (message,) = browser.messages
    assert message["notification"]["navigate"].startswith(f"{settings.SITE_URL}{path}")


def test_the_time_to_live_is_what_is_left_of_the_window(alice: Phone, browser: Receiver) -> None:
    browser.of(alice)
    remind(alice)
    tick(THREE + 25 * MINUTE)
    assert browser.channel.queue[0]["ttl"] == 5 * 60


def test_delivering_again_sends_nothing(alice: Phone, browser: Receiver) -> None:
    browser.of(alice)
    remind(alice)
    made = tick(THREE)
    deliver(ids=made, clock=lambda: THREE + MINUTE)
    deliver(ids=made, clock=lambda: THREE + 60 * MINUTE)
    assert browser.channel.posts == 1


def test_a_dead_phone_is_retired_at_once_and_the_healthy_one_still_rings(
    alice: Phone, push_service: PushService
) -> None:
    dead, healthy = Receiver(push_service), Receiver(push_service)
    retired = dead.of(alice)
    other = Phone().open_account()
    kept = healthy.of(other)
    PushSubscription.objects.filter(pk=kept.pk).update(account_id=alice.account_id)
    dead.channel.gone = True
    remind(alice)
    tick(THREE)
    retired.refresh_from_db()
    assert (retired.retired_at, retired.retired_reason) == (THREE, "gone")
    assert len(healthy.messages) == 1
    assert states() == [("sent", "")]


def test_without_a_phone_that_can_be_reached_it_fails_and_says_so(alice: Phone) -> None:
    remind(alice)
    tick(THREE)
    assert states() == [("failed", "no_phone")]


@pytest.mark.parametrize(
    ("status", "expected", "posts"),
    [
        (201, ("sent", ""), 1),
        (400, ("failed", "refused"), 1),
        (403, ("waiting", ""), 1),
        (404, ("failed", "refused"), 1),
        (410, ("failed", "refused"), 1),
        (413, ("failed", "refused"), 1),
        (429, ("waiting", ""), 1),
        (503, ("waiting", ""), 1),
    ],
)
def test_each_status_has_its_consequence(
    alice: Phone, browser: Receiver, status: int, expected: tuple[str, str], posts: int
) -> None:
    browser.of(alice)
    remind(alice)
    browser.service.answer_with(browser.channel, status)
    tick(THREE)
    assert states() == [expected]
    tick(THREE)
    assert browser.channel.posts == posts


def test_one_that_cannot_be_read_any_more_stands_in_no_others_way(alice: Phone, bob: Phone, browser: Receiver) -> None:
    browser.of(bob)
    row = remind(alice)
    remind(bob)
    made = claim(now=THREE).ids
    Reminder.objects.filter(pk=row.pk).update(time_zone="Mars/Olympus")
    deliver(ids=made, clock=lambda: THREE)
    assert sorted(states()) == [("failed", "unreadable"), ("sent", "")]


def test_a_busy_vendor_is_tried_again_inside_the_window(alice: Phone, browser: Receiver) -> None:
    browser.of(alice)
    remind(alice)
    browser.service.answer_with(browser.channel, 503)
    tick(THREE)
    waiting = Delivery.objects.get()
    assert THREE + timedelta(seconds=30) <= waiting.lease_until <= THREE + timedelta(seconds=45)
    tick(waiting.lease_until)
    assert states() == [("sent", "")]
    assert len(browser.messages) == 1


def test_retry_after_is_honoured_and_past_the_window_given_up(alice: Phone, browser: Receiver) -> None:
    browser.of(alice)
    remind(alice)
    browser.service.answer_with(browser.channel, 429, Retry_After="600")
    tick(THREE)
    waiting = Delivery.objects.get()
    assert waiting.lease_until >= THREE + 10 * MINUTE
    browser.service.answer_with(browser.channel, 429, Retry_After="3600")
    tick(waiting.lease_until)
    assert states() == [("failed", "out_of_time")]


def test_a_refused_signature_is_renewed_once_and_then_left(alice: Phone, browser: Receiver) -> None:
    phone = browser.of(alice)
    remind(alice)
    for _ in range(3):
        browser.service.answer_with(browser.channel, 403)
    tick(THREE)
    tick(THREE + 5 * MINUTE)
    tick(THREE + 20 * MINUTE)
    phone.refresh_from_db()
    assert (browser.channel.posts, phone.retired_at) == (2, None)
    assert states() == [("failed", "refused")]


def test_killed_between_send_and_record_the_phone_shows_it_once(alice: Phone, browser: Receiver) -> None:
    browser.of(alice)
    remind(alice)
    made = claim(now=THREE).ids
    killed = begin(ids=made, now=THREE).jobs  # and then the worker sends
    deliver_alone(killed)
    assert states() == [("sending", "")]
    tick(THREE + LEASE)
    assert states() == [("sent", "")]
    assert browser.channel.posts == 2
    assert len(browser.channel.queue) == 1  # the topic replaced the first


def deliver_alone(jobs: list[Job]) -> None:
    """Send without recording, as a worker does that is killed just then."""
    assert [result.outcome for _, result in send(_parcels(jobs, THREE), defaultdict(Circuit), lambda: THREE)] == [
        Outcome.ACCEPTED
    ]


def test_who_lost_the_lease_records_nothing(alice: Phone, browser: Receiver) -> None:
    phone = browser.of(alice)
    remind(alice)
    (slow,) = begin(ids=claim(now=THREE).ids, now=THREE).jobs
    (fast,) = begin(ids=claim(now=THREE + LEASE).ids, now=THREE + LEASE).jobs
    slow.results, fast.results = [(phone, BUSY)], [(phone, ACCEPTED)]
    assert not settle([slow], THREE + LEASE)
    assert settle([fast], THREE + LEASE)
    assert not settle([slow], THREE + LEASE + MINUTE)
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.attempts) == ("sent", 2)


def test_a_second_try_goes_only_to_the_phone_that_was_busy(alice: Phone, push_service: PushService) -> None:
    busy, healthy = Receiver(push_service), Receiver(push_service)
    busy.of(alice)
    kept = healthy.of(Phone().open_account())
    PushSubscription.objects.filter(pk=kept.pk).update(account_id=alice.account_id)
    remind(alice)
    push_service.answer_with(busy.channel, 503)
    tick(THREE)
    assert Delivery.objects.get().sent_at == THREE
    tick(THREE + MINUTE)
    assert (busy.channel.posts, healthy.channel.posts) == (2, 1)
    assert states() == [("sent", "")]


def test_deleted_during_the_send_nothing_breaks(alice: Phone, browser: Receiver) -> None:
    phone = browser.of(alice)
    row = remind(alice)
    (job,) = begin(ids=claim(now=THREE).ids, now=THREE).jobs
    erase(alice, row)
    phone.delete()
    Delivery.objects.all().delete()
    job.results = [(phone, ACCEPTED)]
    assert not settle([job], THREE)


@pytest.mark.django_db(transaction=True)
def test_two_workers_with_the_same_ids_send_once(alice: Phone, browser: Receiver) -> None:
    browser.of(alice)
    remind(alice)
    made = claim(now=THREE).ids

    def work() -> None:
        try:
            deliver(ids=made, clock=lambda: THREE)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert browser.channel.posts == 1
    assert states() == [("sent", "")]


@pytest.mark.django_db(transaction=True)
def test_the_cap_of_a_day_holds_over_all_workers(alice: Phone, browser: Receiver) -> None:
    browser.of(alice)
    for _ in range(2):
        remind(alice)
    first, second = claim(now=THREE).ids

    def work() -> None:
        try:
            begin(ids=[second], now=THREE)
        finally:
            connection.close()

    thread = threading.Thread(target=work)
    with transaction.atomic():
        begin(ids=[first], now=THREE)
        thread.start()
        while thread.is_alive() and not somebody_waits():
            pass
    thread.join()
    assert sorted(states()) == [("sending", ""), ("withdrawn", "daily_cap")]


def somebody_waits() -> bool:
    """Tell whether a transaction of this database waits for another one's lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
        return bool(cursor.fetchone()[0])
