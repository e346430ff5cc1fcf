"""The sender against a push service that checks everything, and against its faults."""

import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence

import pytest
from pytest_django.fixtures import Settings

from notifications.models import PushSubscription
from notifications.transports.circuit import Circuit
from notifications.transports.shape import Outcome, Parcel, Result
from notifications.transports.web_push import wire as wires
from notifications.transports.web_push.send import Message, judge, topic
from notifications.transports.web_push.send import send as send_all
from notifications.transports.web_push.wire import Answer, Post, wire
from tests.e2e.push_service import HANG, PushService
from tests.notifications.receivers import NOON, Receiver

MESSAGE = Message(b'{"web_push":8030}', ttl=1800, topic=topic("an occurrence"))


def send(parcels: Sequence[Parcel]) -> Iterator[tuple[Parcel, Result]]:
    """Send while all vendors are well, as far as is known."""
    return send_all(parcels, defaultdict(Circuit), lambda: NOON)


def subscription(receiver: Receiver) -> PushSubscription:
    return PushSubscription(**receiver.columns())


def sent(*receivers: Receiver, message: Message = MESSAGE) -> list[Result]:
    """Send to all at once; return the results in the order of the receivers."""
    parcels = [Parcel(subscription(receiver), message, tag=place) for place, receiver in enumerate(receivers)]
    return [result for _, result in sorted(send(parcels), key=lambda pair: pair[0].tag)]


def outcomes(results: Sequence[Result]) -> list[Outcome]:
    return [result.outcome for result in results]


def test_a_strict_push_service_accepts_the_message_and_the_browser_reads_it(browser: Receiver) -> None:
    assert outcomes(sent(browser)) == [Outcome.ACCEPTED]
    (kept,) = browser.channel.queue
    assert (kept["ttl"], kept["topic"], kept["urgency"]) == (1800, MESSAGE.topic, "normal")
    assert browser.messages == [{"web_push": 8030}]
    assert browser.service.complaints == []


def test_the_same_topic_replaces_what_was_not_handed_over_yet(browser: Receiver) -> None:
    sent(browser)
    sent(browser)
    assert len(browser.channel.queue) == 1


def test_two_services_at_once_each_get_a_token_of_their_own(browser: Receiver, settings: Settings) -> None:
    with PushService() as other:
        settings.PUSH_EXTRA_HOSTS = browser.service.hosts | other.hosts
        results = sent(browser, Receiver(other), browser)
        assert outcomes(results) == [Outcome.ACCEPTED] * 3
        assert other.complaints == browser.service.complaints == []


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (200, Outcome.ACCEPTED),
        (201, Outcome.ACCEPTED),
        (202, Outcome.ACCEPTED),
        (400, Outcome.REFUSED),
        (401, Outcome.UNAUTHORISED),
        (403, Outcome.UNAUTHORISED),
        (404, Outcome.GONE),
        (406, Outcome.BUSY),
        (410, Outcome.GONE),
        (413, Outcome.REFUSED),
        (429, Outcome.BUSY),
        (500, Outcome.BUSY),
        (502, Outcome.BUSY),
        (503, Outcome.BUSY),
    ],
)
def test_each_status_has_its_meaning(browser: Receiver, status: int, outcome: Outcome) -> None:
    browser.service.answer_with(browser.channel, status)
    assert outcomes(sent(browser)) == [outcome]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(browser: Receiver, status: int) -> None:
    elsewhere = Receiver(browser.service)
    browser.service.answer_with(browser.channel, status, Location=elsewhere.to_json()["endpoint"])
    assert outcomes(sent(browser)) == [Outcome.REFUSED]
    assert elsewhere.channel.posts == 0


def test_a_key_the_vendor_no_longer_knows_asks_for_a_new_subscription() -> None:
    answer = Answer(400, body=b'{"reason":"VapidPkHashMismatch"}')
    assert judge(answer, NOON).outcome is Outcome.OTHER_KEY


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        ("Mon, 23 Nov 2026 12:05:00 GMT", 300),
        ("Mon, 23 Nov 2026 11:00:00 GMT", 0),
        ("soon", 0),
        ("", 0),
        ("-5", 0),
        ("²", 0),
        ("999999999999", 86400),
        ("9" * 5000, 0),
        ("Fri, 01 Jan 2027 00:00:00 +99999999999999999999", 0),
    ],
)
def test_retry_after_is_seconds_or_a_date(header: str, seconds: int) -> None:
    assert judge(Answer(429, f"HTTP/2 429\r\nRetry-After: {header}\r\n".encode("latin-1")), NOON).retry_after == seconds


def test_a_hang_ends_by_itself_and_delays_nobody_else(browser: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wires, "TOTAL_SECONDS", 1)
    slow = Receiver(browser.service)
    browser.service.answer_with(slow.channel, HANG)
    parcels = [Parcel(subscription(slow), MESSAGE, "slow"), Parcel(subscription(browser), MESSAGE, "healthy")]
    results = [(parcel.tag, result.outcome) for parcel, result in send(parcels)]
    assert results == [("healthy", Outcome.ACCEPTED), ("slow", Outcome.UNANSWERED)]


def test_nobody_listening_is_a_passing_fault(settings: Settings) -> None:
    with PushService() as service:
        settings.PUSH_EXTRA_HOSTS = service.hosts
        gone = subscription(Receiver(service))
    ((_, result),) = send([Parcel(gone, MESSAGE)])
    assert (result.outcome, result.status) == (Outcome.UNREACHABLE, 0)


def test_an_endpoint_that_is_no_longer_allowed_is_not_called(browser: Receiver, settings: Settings) -> None:
    parcel = Parcel(subscription(browser), MESSAGE)
    settings.PUSH_EXTRA_HOSTS = frozenset()
    ((_, result),) = send([parcel])
    assert (result.outcome, browser.channel.posts) == (Outcome.REFUSED, 0)


def test_a_subscription_of_a_lost_key_is_not_sent_to(browser: Receiver) -> None:
    parcel = Parcel(subscription(browser), MESSAGE)
    parcel.address.key_id = "lost"
    ((_, result),) = send([parcel])
    assert (result.outcome, browser.channel.posts) == (Outcome.OTHER_KEY, 0)


def test_one_broken_subscription_stops_no_other(browser: Receiver) -> None:
    broken = subscription(browser)
    broken.p256dh = b"\x04" + bytes(64)
    results = {
        parcel.tag: result.outcome
        for parcel, result in send(
            [Parcel(broken, MESSAGE, "broken"), Parcel(subscription(browser), MESSAGE, "healthy")]
        )
    }
    assert results == {"broken": Outcome.REFUSED, "healthy": Outcome.ACCEPTED}


def test_a_name_that_leads_to_a_private_address_is_never_connected_to(push_service: PushService) -> None:
    channel = push_service.subscribe("")
    for scheme in ("https", "http"):
        url = push_service.endpoint(channel).replace("http", scheme, 1)
        posts = iter([Post(url, [], b"")])
        ((_, answer),) = wire().send(lambda: next(posts, None))  # noqa: B023 - used up at once
        assert answer.status == 0
        assert answer.error
    assert channel.posts == 0


def test_a_flood_of_an_answer_is_cut_off(browser: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wires, "LARGEST_ANSWER", 5)
    browser.service.answer_with(browser.channel, 400)
    (result,) = sent(browser)
    assert (result.status, result.detail) == (400, "asked")


def test_hundreds_of_messages_in_two_threads_all_arrive(push_service: PushService) -> None:
    receivers = [Receiver(push_service) for _ in range(20)]
    results: list[Result] = []
    threads = [threading.Thread(target=lambda: results.extend(sent(*receivers * 10))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes(results) == [Outcome.ACCEPTED] * 400
    assert push_service.complaints == []


def test_a_topic_is_as_long_as_every_vendor_takes() -> None:
    assert {len(topic(name)) for name in ("", "a", "x" * 500)} == {32}
