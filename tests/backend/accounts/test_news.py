"""Word of each change to the ways in goes to the address that the account has, so that a stranger's is noticed."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from backend.accounts.models import Letter
from backend.accounts.services.letters import OF_USE, send_waiting
from backend.config.env import Mail
from tests.backend.accounts.people import Person
from tests.notifications.processes import own_queue

HERS, HER_NEW = "anna@example.org", "anna@example.net"
PASSWORD, ANOTHER = "a window over the harbour", "rain on the warm road"
Code = Callable[[], str]


@pytest.fixture
def reachable(anna: Person, code: Code) -> Person:
    anna.give_address(HERS, code)
    return anna


def news() -> list[tuple[str, str]]:
    """Return to whom something was told, and its first line, of what was not looked at yet."""
    send_waiting(timezone.now)
    told = [each for each in mail.outbox if each.subject == "Something has changed at Thaw"]
    mail.outbox.clear()
    return [(each.to[0], str(each.body).splitlines()[0]) for each in told]


def test_a_password(reachable: Person) -> None:
    reachable.set_password(PASSWORD)
    assert news() == [(HERS, "There is a new password.")]
    reachable.ask("post", "account/password/change", {"current_password": PASSWORD, "new_password": ANOTHER})
    assert news() == [(HERS, "There is a new password.")]


def test_an_app_after_the_password(reachable: Person, django_capture_on_commit_callbacks: Any) -> None:
    reachable.set_password(PASSWORD)
    news()
    with own_queue(), django_capture_on_commit_callbacks(execute=True):
        reachable.make_totp()
    assert news() == [(HERS, "After the password, an app that shows digits is asked for now.")]
    reachable.ask("delete", "account/authenticators/totp")
    assert news() == [(HERS, "After the password, no app is asked for any more.")]


def test_a_passkey(reachable: Person) -> None:
    made = reachable.make_passkey()
    assert news() == [(HERS, "The lock of a phone is a way in now.")]
    reachable.ask("delete", "account/authenticators/webauthn", {"authenticators": [made["id"]]})
    assert news() == [(HERS, "The lock of a phone is no way in any more.")]


def test_recovery_codes(reachable: Person) -> None:
    reachable.recovery_codes()
    assert news() == [(HERS, "There are new recovery codes. Those from before have ended.")]


def test_another_phone(reachable: Person, code: Code) -> None:
    second = Person()
    second.sign_in_by_mail(HERS, code)
    second.attach()
    assert news() == [(HERS, "Another phone has signed in.")]
    second.attach(expect=200)
    assert news() == []


def test_another_address_is_told_to_the_first(reachable: Person, code: Code) -> None:
    reachable.give_address(HER_NEW, code)
    assert news() == [(HERS, "Codes go to another address from now on, and no longer to this one.")]


def test_a_removed_address_is_told_for_the_last_time(reachable: Person) -> None:
    reachable.recovery_codes()
    news()
    reachable.ask("delete", "account/email", {"email": HERS})
    ((to, line),) = news()
    assert (to, line.partition(".")[0]) == (HERS, "This address was removed")


def test_without_an_address_there_is_nobody_to_tell(anna: Person) -> None:
    anna.make_passkey()
    anna.recovery_codes()
    assert Letter.objects.count() == 0


def test_without_a_mail_server_nothing_waits(reachable: Person, settings: Any) -> None:
    send_waiting(timezone.now)
    settings.MAIL = Mail()
    reachable.make_passkey()
    assert Letter.objects.count() == 0


def test_news_outlive_a_mail_server_that_is_away_for_hours_and_codes_do_not(reachable: Person) -> None:
    send_waiting(timezone.now)
    reachable.make_passkey()
    Person().ask("post", "auth/code/request", {"email": HERS}, expect=401)
    later = timezone.now() + OF_USE + timedelta(hours=5)
    mail.outbox.clear()
    send_waiting(lambda: later)
    assert [each.subject for each in mail.outbox] == ["Something has changed at Thaw"]


def test_news_give_nothing_away(reachable: Person) -> None:
    reachable.make_passkey()
    send_waiting(timezone.now)
    text = f"{mail.outbox[-1].subject} {mail.outbox[-1].body}".lower()
    assert not [word for word in ("numb", "mood", "check-in", "feel", "therap", "crisis") if word in text]
