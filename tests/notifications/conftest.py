from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings
from redis import Redis

from tests.clients import Phone
from tests.e2e.push_service import PushService
from tests.notifications.mail_server import MailServer
from tests.notifications.processes import own_queue, redis_of
from tests.notifications.receivers import Receiver


@pytest.fixture(autouse=True)
def _keys(settings: Settings) -> None:
    settings.VAPID_KEYS = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
    settings.VAPID_SUBJECT = "mailto:operator@example.org"


@pytest.fixture
def push_service(settings: Settings) -> Iterator[PushService]:
    with PushService() as service:
        settings.PUSH_EXTRA_HOSTS = service.hosts
        yield service


@pytest.fixture
def browser(push_service: PushService) -> Receiver:
    return Receiver(push_service)


@pytest.fixture
def subscribed(alice: Phone, browser: Receiver) -> Receiver:
    """Return the browser that Alice's phone is reached by."""
    browser.of(alice)
    return browser


@pytest.fixture
def broker() -> Iterator[str]:
    """Give the queue a database of its own, since tests that run at the same time clear the shared one."""
    with own_queue() as url:
        yield url


@pytest.fixture
def redis(broker: str) -> Iterator[Redis]:
    with redis_of(broker) as server:
        yield server


@pytest.fixture
def mail_server(settings: Settings) -> Iterator[MailServer]:
    with MailServer() as server:
        settings.MAIL = server.mail()
        settings.DEFAULT_FROM_EMAIL = "Thaw <thaw@thaw.example>"
        yield server
