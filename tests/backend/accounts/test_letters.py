"""E-mail leaves outside the request, over real SMTP, and survives a mail server that is away."""

from asyncio import Server
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime, timedelta
from typing import Any, cast

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.utils import timezone

from backend.accounts.models import Letter
from backend.accounts.services.letters import LEASE, OF_USE, send, send_waiting, write
from backend.config.celery import app
from tests.backend.accounts.people import Person
from tests.notifications.processes import deaf_broker, own_queue, queue_at

HERS = "anna@example.org"
NOW = datetime.fromisoformat("2026-11-24T12:00:00Z")


class Post:
    """Takes what comes, unless it was told an answer."""

    def __init__(self) -> None:
        self.taken: list[Envelope] = []
        self.answer = "250 OK"
        self.to_address = "250 OK"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd calls it so
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.to_address.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_address

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - as above
        if self.answer.startswith("250"):
            self.taken.append(envelope)
        return self.answer


class AnyPort(Controller):
    """Listens on a port that the system chose."""

    def _trigger_server(self) -> None:
        self.port = cast("Server", self.server).sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call] # aiosmtpd's own


@pytest.fixture
def post(settings: Any) -> Iterator[Post]:
    handler = Post()
    controller = AnyPort(handler, hostname="127.0.0.1", port=0)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    yield handler
    controller.stop()


def text(envelope: Envelope) -> str:
    return cast("bytes", envelope.content).decode()


@pytest.fixture
def letter(db: None) -> Letter:
    return write(to=HERS, subject="Your code for Thaw", body="Your code is 1234 5678", now=NOW)


def test_a_letter_arrives_and_its_row_is_gone(post: Post, letter: Letter) -> None:
    send(letter_id=letter.pk, now=NOW)
    (one,) = post.taken
    assert (one.rcpt_tos, one.mail_from) == ([HERS], "thaw@localhost")
    assert "Your code is 1234 5678" in text(one)
    assert Letter.objects.count() == 0


def test_it_is_sent_once_however_often_workers_hear_of_it(post: Post, letter: Letter) -> None:
    for _ in range(3):
        send(letter_id=letter.pk, now=NOW)
    send_waiting(lambda: NOW)
    assert len(post.taken) == 1


@pytest.mark.parametrize("answer", ["451 later", "554 no"])
def test_what_was_not_taken_waits_and_goes_at_the_next_round(post: Post, letter: Letter, answer: str) -> None:
    post.answer = answer
    send(letter_id=letter.pk, now=NOW)
    post.answer = "250 OK"
    send_waiting(lambda: NOW + LEASE - timedelta(seconds=1))
    assert (len(post.taken), Letter.objects.get().tries) == (0, 1)
    send_waiting(lambda: NOW + LEASE)
    assert (len(post.taken), Letter.objects.count()) == (1, 0)


def test_a_mail_server_that_is_away_loses_nothing(settings: Any, letter: Letter) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    send(letter_id=letter.pk, now=NOW)
    assert Letter.objects.get().tries == 1


def test_an_address_that_is_refused_is_not_tried_again(post: Post, letter: Letter) -> None:
    post.to_address = "550 nobody here"
    send(letter_id=letter.pk, now=NOW)
    assert Letter.objects.count() == 0


def test_a_code_that_is_of_no_use_any_more_is_not_sent(post: Post, letter: Letter) -> None:
    send(letter_id=letter.pk, now=NOW + OF_USE)
    send_waiting(lambda: NOW + OF_USE)
    assert (post.taken, Letter.objects.count()) == ([], 0)


def test_the_request_only_writes_the_letter_down_and_the_queue_carries_its_number(
    anna: Person, post: Post, django_capture_on_commit_callbacks: Any
) -> None:
    with own_queue():
        with django_capture_on_commit_callbacks(execute=True):
            anna.ask("post", "account/email", {"email": HERS})
        with app.connection_for_read() as broker:
            message = broker.SimpleQueue("celery").get_nowait()
            message.ack()
    assert (post.taken, message.headers["task"]) == ([], "accounts.send_letter")
    assert message.payload[0] == [Letter.objects.get().pk]
    assert HERS not in repr(message.payload) + repr(message.headers)


@pytest.mark.parametrize("broker", [lambda: nullcontext("redis://127.0.0.1:1/0"), deaf_broker])
def test_without_a_broker_the_letter_waits_for_the_next_round(
    anna: Person, post: Post, broker: Callable[[], AbstractContextManager[str]], django_capture_on_commit_callbacks: Any
) -> None:
    with broker() as url, queue_at(url), django_capture_on_commit_callbacks(execute=True):
        anna.ask("post", "account/email", {"email": HERS})
    assert post.taken == []
    send_waiting(timezone.now)
    assert len(post.taken) == 1


def test_a_code_over_real_smtp_signs_in(anna: Person, post: Post) -> None:
    def code() -> str:
        send_waiting(timezone.now)
        return text(post.taken[-1]).partition("Your code is ")[2][:9].replace(" ", "")

    anna.give_address(HERS, code)
    second = Person()
    second.sign_in_by_mail(HERS, code)
    assert second.attach().account["id"] == anna.account["id"]
