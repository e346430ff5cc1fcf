"""Alice owns things; Bob must never see them."""

import signal

import pytest
from django.conf import settings
from django.core.cache import cache

from notifications.transports.web_push.keys import key_file, make_key_file
from tests.clients import Phone


def pytest_configure() -> None:
    """Make what the launcher makes on a first run: the folder of static files and the VAPID keys."""
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    make_key_file(key_file())
    # Run in the background, tests inherit that an interrupt is ignored, and so would all that they start and interrupt.
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def alice(db: None) -> Phone:
    cache.clear()
    return Phone().open_account()


@pytest.fixture
def bob(db: None) -> Phone:
    cache.clear()
    return Phone().open_account()
