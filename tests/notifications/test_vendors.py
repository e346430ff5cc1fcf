"""One vendor's trouble: it is noticed, kept, told, and delays nobody else's reminders."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web
from django.utils import timezone
from pytest_django.fixtures import Settings

from backend.accounts.models import Device
from notifications.models import Delivery, PushSubscription, Vendor
from notifications.services.subscribing import subscribe
from notifications.services.trying import send_trials
from notifications.services.vendors import circuits, keep, snapshot
from notifications.transports.circuit import FAILURES, REFUSALS
from notifications.transports.lines import CONNECTIONS
from notifications.transports.web_push import wire
from tests.clients import Phone
from tests.e2e.push_service import HANG, PushService
from tests.notifications.crowd import crowd
from tests.notifications.receivers import NOON, Receiver
from tests.notifications.schedule import MINUTE, THREE, remind, states, tick


class CountingService(PushService):
    """A push service that knows how many connections and how many posts at once it had."""

    def __init__(self) -> None:
        super().__init__()
        self.connections: set[Any] = set()
        self.now = self.most = 0

    async def _post(self, request: web.Request) -> web.StreamResponse:
        self.connections.add(request.transport)
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            return await super()._post(request)
        finally:
            self.now -= 1


@pytest.fixture
def vendor(settings: Settings) -> Iterator[CountingService]:
    with CountingService() as service:
        settings.PUSH_EXTRA_HOSTS = service.hosts
        yield service


@pytest.fixture
def other(vendor: CountingService, settings: Settings) -> Iterator[PushService]:
    with PushService() as service:
        settings.PUSH_EXTRA_HOSTS = vendor.hosts | service.hosts
        yield service


def subscription_of(phone: Phone, browser: Receiver) -> PushSubscription:
    device = Device.objects.get(id=phone.device)
    return subscribe(device=device, wanted=browser.to_json(), now=NOON)[0]


def test_retry_after_rests_the_whole_vendor_and_no_other(db: None, vendor: CountingService, other: PushService) -> None:
    (first,) = crowd(vendor, 1)
    vendor.answer_with(first.channel, 429, Retry_After="300")
    tick(THREE)
    late, healthy = crowd(vendor, 1), crowd(other, 1)
    tick(THREE + MINUTE)
    assert [browser.channel.posts for browser in (first, *late, *healthy)] == [1, 0, 1]
    assert sorted(states()) == [("sent", ""), ("waiting", ""), ("waiting", "")]
    row = Vendor.objects.get()
    assert (row.origin, row.reason, row.resting_until) == (vendor.origin, "busy", THREE + 5 * MINUTE)
    tick(THREE + 13 * MINUTE)
    assert [browser.channel.posts for browser in (first, *late)] == [2, 1]
    assert Vendor.objects.count() == 0


def test_a_retry_after_that_is_a_date_counts_as_well(db: None, vendor: CountingService) -> None:
    (browser,) = crowd(vendor, 1)
    vendor.answer_with(browser.channel, 503, Retry_After="Mon, 23 Nov 2026 15:10:00 GMT")
    tick(THREE)
    assert Vendor.objects.get().resting_until == THREE + 10 * MINUTE


def test_a_vendor_that_hangs_is_left_alone_soon_and_delays_no_other(
    db: None, vendor: CountingService, other: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "TOTAL_SECONDS", 8)  # less, and a busy machine cuts the healthy ones off as well
    slow, healthy = crowd(vendor, 60), crowd(other, 60)
    for browser in slow:
        vendor.answer_with(browser.channel, HANG)
    tick(THREE)
    assert sorted(states()) == [("sent", "")] * 60 + [("waiting", "")] * 60
    accepted = [message for browser in healthy for message in browser.messages]
    assert len(accepted) == 60
    tried = vendor.most
    tick(THREE + timedelta(seconds=20))  # it rests: nobody is even tried
    assert sum(browser.channel.posts for browser in slow) == tried
    assert Vendor.objects.get().reason == "failing"


def test_after_its_rest_a_vendor_gets_one_message_and_then_all(db: None, vendor: CountingService) -> None:
    browsers = crowd(vendor, 12)
    for browser in browsers:
        vendor.answer_with(browser.channel, 500)
    tick(THREE)
    again = max(Delivery.objects.values_list("lease_until", flat=True))
    vendor.most = 0
    tried = sum(browser.channel.posts for browser in browsers)
    for browser in browsers:
        if not browser.channel.answers:
            vendor.answer_with(browser.channel, 500)
    tick(again)
    assert sum(browser.channel.posts for browser in browsers) == tried + 1
    for browser in browsers:
        browser.channel.answers.clear()
    tick(max(Delivery.objects.values_list("lease_until", flat=True)))
    assert states() == [("sent", "")] * 12
    assert Vendor.objects.count() == 0


def test_a_vendor_that_refuses_everyone_rests_alarms_and_loses_nobody(
    db: None, vendor: CountingService, other: PushService, caplog: pytest.LogCaptureFixture
) -> None:
    browsers, healthy = crowd(vendor, REFUSALS + 10), crowd(other, 1)
    for browser in browsers:
        for _ in range(3):
            vendor.answer_with(browser.channel, 403)
    PushSubscription.objects.update(last_accepted_at=NOON)
    tick(THREE)
    tick(THREE + 2 * MINUTE)
    row = Vendor.objects.get()
    assert (row.reason, row.resting_until) == ("refusing", THREE + 60 * MINUTE)
    assert [record.levelname for record in caplog.records].count("CRITICAL") == 1
    assert PushSubscription.objects.filter(retired_at__isnull=True).count() == REFUSALS + 11
    assert len(healthy[0].messages) == 1


def test_phones_that_never_took_a_message_say_nothing_against_their_vendor(db: None, vendor: CountingService) -> None:
    """An address may be made with somebody else's key, so that it refuses each time."""
    *strange, _ = crowd(vendor, REFUSALS + 2)
    for browser in strange:
        vendor.answer_with(browser.channel, 403)
    tick(THREE)
    assert Vendor.objects.count() == 0
    assert states().count(("sent", "")) == 1


def test_what_is_asked_for_one_phone_silences_the_others_for_a_quarter_of_an_hour_at_most(
    alice: Phone, bob: Phone, vendor: CountingService
) -> None:
    busy, healthy = Receiver(vendor), Receiver(vendor)
    busy.of(bob)
    healthy.of(alice)
    vendor.answer_with(busy.channel, 429, Retry_After="86400")
    remind(bob)
    remind(alice, local_time="15:05")
    for minutes in range(25):
        tick(THREE + minutes * MINUTE)
    assert len(healthy.messages) == 1


def test_dead_phones_say_nothing_against_their_vendor(db: None, vendor: CountingService) -> None:
    for browser in crowd(vendor, FAILURES * 2):
        browser.channel.gone = True
    tick(THREE)
    assert Vendor.objects.count() == 0
    assert states() == [("failed", "refused")] * FAILURES * 2


def test_the_connections_to_a_vendor_are_few_and_kept(db: None, vendor: CountingService) -> None:
    crowd(vendor, 40)
    tick(THREE)
    assert vendor.most <= CONNECTIONS
    tick(THREE + timedelta(days=1))
    assert sum(channel.posts for channel in vendor.channels.values()) == 80
    assert len(vendor.connections) <= CONNECTIONS


def test_a_trial_message_says_that_the_vendor_rests(alice: Phone, vendor: CountingService) -> None:
    browser = Receiver(vendor)
    subscription_of(alice, browser)
    now = timezone.now()
    Vendor.objects.create(origin=vendor.origin, rests=1, reason="busy", resting_until=now + MINUTE)
    ((_, _, result),) = send_trials(device=Device.objects.get(id=alice.device), now=now)
    assert (result.outcome, result.retry_after, browser.channel.posts) == ("resting", 60, 0)


@pytest.mark.parametrize("mine", ["failed", "accepted"])
def test_what_two_workers_saw_adds_up(db: None, mine: str) -> None:
    found = circuits({"https://push.example"})
    Vendor.objects.create(origin="https://push.example", failures=3)  # the other worker, meanwhile
    before = snapshot(found)
    found["https://push.example"].failed(0, NOON)
    if mine == "accepted":
        found["https://push.example"].accepted()
    keep(before, found, NOON)
    assert list(Vendor.objects.values_list("failures", flat=True)) == ([4] if mine == "failed" else [])
