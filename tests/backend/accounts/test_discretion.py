"""Nobody learns from an answer, or from how long it takes, whether an address has an account."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from backend.accounts.models import Letter
from backend.accounts.services.letters import send_waiting
from tests.backend.accounts.people import ALLAUTH, Person

HERS, NOBODYS = "anna@example.org", "nobody@example.org"
PASSWORD = "a window over the harbour"


class CountingHasher(MD5PasswordHasher):
    hashed = 0

    def encode(self, password: str, salt: str) -> str:
        CountingHasher.hashed += 1
        return super().encode(password, salt)


@pytest.fixture
def known(anna: Person, code: Callable[[], str]) -> Person:
    anna.give_address(HERS, code)
    return anna


Asked = tuple[int, Any, Counter[str], int, int]


def asked(path: str, body: dict[str, Any], stranger: Person | None = None) -> Asked:
    """Return status, body, kinds of queries, letters written and passwords hashed for a stranger's request."""
    stranger = stranger or Person()
    stranger.token()
    CountingHasher.hashed = 0
    letters = Letter.objects.count()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = stranger.http.post(f"{ALLAUTH}{path}", body, format="json")
    kinds = Counter(" ".join(query["sql"].split()[:1]) for query in queries)
    return answer.status_code, answer.json(), kinds, Letter.objects.count() - letters, CountingHasher.hashed


@pytest.mark.parametrize(
    ("path", "status", "letters"),
    [("auth/code/request", 401, 1), ("auth/password/request", 401, 1), ("auth/login", 400, 0)],
)
@pytest.mark.parametrize("has_password", [True, False])
def test_known_and_unknown_addresses_are_answered_alike(
    known: Person, settings: Any, path: str, status: int, letters: int, *, has_password: bool
) -> None:
    settings.PASSWORD_HASHERS = ["tests.backend.accounts.test_discretion.CountingHasher"]
    if has_password:
        known.set_password(PASSWORD)
    first = asked(path, {"email": HERS, "password": "not this one"})
    other = asked(path, {"email": NOBODYS, "password": "not this one"})
    assert first == other
    assert (first[0], first[3], first[4]) == (status, letters, 1 if path == "auth/login" else 0)


@pytest.mark.parametrize("password", ["a path along the dyke", "short"])
@pytest.mark.parametrize(
    ("request_by", "confirm"),
    [("auth/code/request", "auth/code/confirm"), ("auth/password/request", "auth/password/reset")],
)
def test_a_wrong_code_is_answered_alike(known: Person, request_by: str, confirm: str, password: str) -> None:
    first, other = (tries(request_by, confirm, address, password) for address in (HERS, NOBODYS))
    assert first == other
    assert [answer[0] for answer in first] == [400, 400, 400, 409]


def tries(request: str, confirm: str, address: str, password: str) -> list[Asked]:
    stranger = Person()
    stranger.ask("post", request, {"email": address}, expect=401)
    body = {"code": "00000000", "key": "00000000", "password": password}
    return [asked(confirm, body, stranger) for _ in range(4)]


def test_who_gives_an_address_does_not_learn_whether_it_is_anothers(known: Person) -> None:
    ben = Person()
    ben.open_account()
    cache.clear()
    hers = ben.ask("post", "account/email", {"email": HERS})
    free = ben.ask("post", "account/email", {"email": NOBODYS})
    assert {**hers, "data": None} == {**free, "data": None}
    assert [[{**one, "email": ""} for one in said["data"]] for said in (hers, free)] == [
        [{"email": "", "verified": False, "primary": False}]
    ] * 2


def test_an_address_with_an_account_is_not_given_to_another(known: Person, code: Callable[[], str]) -> None:
    ben = Person()
    ben.open_account()
    cache.clear()
    ben.ask("post", "account/email", {"email": HERS})
    ben.ask("post", "auth/email/verify", {"key": code()}, expect=400)
    assert (ben.ways["email"], known.ways["email"]) == (None, HERS)


def test_letters_say_nothing_of_what_thaw_is_for(known: Person) -> None:
    for path in ("auth/code/request", "auth/password/request"):
        for address in (HERS, NOBODYS):
            Person().ask("post", path, {"email": address}, expect=401)
    send_waiting(timezone.now)
    assert [(one.subject, one.to) for one in mail.outbox[1:]] == [
        ("Your code for Thaw", [HERS]),
        ("Signing in to Thaw", [NOBODYS]),
        ("Your code for Thaw", [HERS]),
        ("Signing in to Thaw", [NOBODYS]),
    ]
    for one in mail.outbox:
        words = f"{one.subject} {one.body}".lower()
        assert not any(word in words for word in ("numb", "feel", "mood", "mental", "therap", "check-in", "!"))
        assert str(known.account["id"]) not in words
