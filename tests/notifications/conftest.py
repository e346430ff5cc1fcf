from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from tests.e2e.push_service import PushService
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
