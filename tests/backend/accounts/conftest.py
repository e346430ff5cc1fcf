"""Anna has an account, and this server can send e-mail."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.utils import timezone

from backend.accounts.services.letters import send_waiting
from backend.config.env import Mail
from tests.backend.accounts.people import Person

Inbox = Callable[[], str]


@pytest.fixture(autouse=True)
def _afresh(settings: Any) -> None:
    cache.clear()
    settings.MAIL = Mail(host="mail.example.org", port=25)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # what takes long is tested elsewhere


@pytest.fixture
def anna(db: None) -> Person:
    person = Person()
    person.open_account()
    return person


@pytest.fixture
def code(db: None) -> Inbox:
    """Return how to read the code of the newest e-mail, once a worker has sent what waits."""

    def newest() -> str:
        send_waiting(timezone.now)
        bodies = "\n".join(str(each.body) for each in mail.outbox)
        return "".join(re.findall(r"^Your code is (\d{4}) (\d{4})$", bodies, re.MULTILINE)[-1])

    return newest
