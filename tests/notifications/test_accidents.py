"""Accidents that happen to processes: killed, told to stop, doubled, frozen; and servers that go away."""

import signal
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from pytest_django.fixtures import Settings
from redis import Redis

from notifications.metrics import scan_lag_seconds
from notifications.models import Delivery, MailAddress
from notifications.services.claiming import LEASE, claim
from notifications.services.delivering import deliver
from notifications.tasks import deliver as deliver_task
from tests.notifications.crowd import due_now, noon_zone, people, reminded
from tests.notifications.mail_server import MailServer
from tests.notifications.mailboxes import ALICES
from tests.notifications.processes import CELERY, WORKER, HoldingService, deaf_broker, running, script, until
from tests.notifications.schedule import states

pytestmark = pytest.mark.django_db(transaction=True)
TICK = script("from notifications.tasks import tick\ntick()")
DELIVER = "from notifications.tasks import deliver\ndeliver(%r)"


@pytest.fixture
def service(settings: Settings) -> Iterator[HoldingService]:
    with HoldingService() as service:
        settings.PUSH_EXTRA_HOSTS = service.hosts
        yield service


def sent() -> int:
    return Delivery.objects.filter(state="sent").count()


def tick_after_the_lease() -> None:
    now = timezone.now() + LEASE
    deliver(ids=claim(now=now).ids, clock=lambda: now)


def test_killed_after_the_claim_the_next_tick_finds_it(service: HoldingService) -> None:
    service.holding = False
    (browser,) = due_now(service, 1)
    with deaf_broker() as broker, running(*TICK, CELERY_BROKER_URL=broker) as scheduler:
        until(Delivery.objects.exists)
        scheduler.kill()
        scheduler.wait()
    assert (states(), browser.channel.posts) == ([("claimed", "")], 0)
    assert claim(now=timezone.now()).ids == []
    tick_after_the_lease()
    assert (states(), browser.channel.posts) == ([("sent", "")], 1)


def test_killed_after_the_send_and_before_the_record_the_phone_shows_it_once(service: HoldingService) -> None:
    (browser,) = due_now(service, 1)
    ids = [str(pk) for pk in claim(now=timezone.now()).ids]
    with running(*script(DELIVER % ids)) as worker:
        service.wait_for(service.kept)
        worker.kill()
        worker.wait()
    assert states() == [("sending", "")]
    service.let_go()
    tick_after_the_lease()
    assert (states(), browser.channel.posts) == ([("sent", "")], 2)
    assert len(browser.messages) == 1  # one topic, one tag: the second took the first one's place


def test_killed_after_a_mail_was_taken_its_twin_has_the_same_id(mail_server: MailServer) -> None:
    accounts = people(1)
    reminded(accounts, timezone.now(), noon_zone())
    MailAddress.objects.create(
        account=accounts[0], address=ALICES, key="k", created_at=timezone.now(), confirmed_at=timezone.now()
    )
    ids = [str(pk) for pk in claim(now=timezone.now()).ids]
    mail_server.hold = True
    with running(*script(DELIVER % ids), EMAIL_URL=mail_server.url, EMAIL_FROM=settings.DEFAULT_FROM_EMAIL) as worker:
        mail_server.wait_for(lambda: mail_server.mails)
        worker.kill()
        worker.wait()
    assert states() == [("sending", "")]
    mail_server.hold = False
    tick_after_the_lease()
    assert states() == [("sent", "")]
    first, second = (mail["Message-ID"] for mail in mail_server.mails)
    assert first == second


def test_told_to_stop_a_worker_ends_its_batch_and_leaves_the_next_one_in_the_queue(
    service: HoldingService, redis: Redis, broker: str
) -> None:
    due_now(service, 2)
    now = timezone.now()
    first, second = claim(now=now).ids
    deliver_task.delay([str(first)])
    with running(*WORKER, "1", CELERY_BROKER_URL=broker) as worker:
        service.wait_for(service.kept)
        worker.send_signal(signal.SIGTERM)
        deliver_task.delay([str(second)])
        service.let_go()
        assert worker.wait(60) == 0
    assert sorted(states()) == [("claimed", ""), ("sent", "")]
    assert redis.llen("celery") == 1
    tick_after_the_lease()
    assert [channel.posts for channel in service.channels.values()] == [1, 1]


def test_schedulers_that_are_doubled_dead_or_frozen_change_nothing(
    service: HoldingService, broker: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    service.holding = False
    home = tmp_path_factory.mktemp("beats")
    due_now(service, 40)
    with ExitStack() as stack:
        stack.enter_context(running(*WORKER, "2", CELERY_BROKER_URL=broker))
        first, second = (
            stack.enter_context(
                running(
                    *CELERY,
                    *("beat", "--pidfile=", "--schedule", str(home / name)),
                    CELERY_BROKER_URL=broker,
                    TICK_SECONDS="1",
                )
            )
            for name in ("one", "two")
        )
        until(lambda: sent() == 40)
        first.kill()
        first.wait()
        second.send_signal(signal.SIGSTOP)
        due_now(service, 5)
        assert scan_lag_seconds(timezone.now() + timedelta(minutes=20)) >= 1200  # silence is noticed
        second.send_signal(signal.SIGCONT)
        until(lambda: sent() == 45)
    assert {channel.posts for channel in service.channels.values()} == {1}
