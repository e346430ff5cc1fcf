"""Guessing is slow: by address, by account and by e-mail address. Without Redis people come in all the same."""

from collections.abc import Callable
from ipaddress import ip_network
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import override_settings

from tests.backend.accounts.people import ALLAUTH, Person, totp

HERS = "anna@example.org"
PASSWORD = "a window over the harbour"
VISITOR, OTHER, PROXY = "198.51.100.4", "198.51.100.5", "10.0.0.7"
NO_REDIS = {
    "default": {
        "BACKEND": "backend.core.cache.FailOpenRedisCache",
        "LOCATION": "redis://127.0.0.1:1/0",
        "OPTIONS": {"socket_connect_timeout": 0.2},
    }
}


def statuses(times: int, path: str, body: Any, *, first: str = ALLAUTH, **extra: Any) -> list[int]:
    """Return what a stranger is answered who asks again and again, each time as if for the first time."""
    found = []
    for _ in range(times):
        stranger = Person()
        stranger.token()
        answer = stranger.http.post(f"{first}{path}", body, format="json", **extra)
        if answer.status_code == 429:
            assert int(answer.headers["Retry-After"]) > 0
        found.append(answer.status_code)
    return found


def test_letters_to_one_address_are_few(db: None) -> None:
    assert statuses(4, "auth/code/request", {"email": HERS}) == [401, 401, 401, 429]
    assert statuses(1, "auth/code/request", {"email": "ben@example.org"}) == [401]
    assert statuses(4, "auth/password/request", {"email": HERS}) == [401, 401, 401, 429]


def test_passwords_for_one_address_are_few_wherever_they_come_from(db: None) -> None:
    body = {"email": HERS, "password": PASSWORD}
    tried = [statuses(1, "auth/login", body, REMOTE_ADDR=f"203.0.113.{n}")[0] for n in range(6)]
    assert tried == [400] * 5 + [429]


def test_passwords_from_one_visitor_are_few_whomever_they_are_for(db: None) -> None:
    tried = [statuses(1, "auth/login", {"email": f"{n}@example.org", "password": PASSWORD})[0] for n in range(11)]
    assert tried == [400] * 10 + [429]


def test_an_authenticator_app_is_guessed_slowly(anna: Person, code: Callable[[], str]) -> None:
    anna.give_address(HERS, code)
    anna.make_totp()
    intruder = Person()
    intruder.sign_in_by_mail(HERS, code, expect=401)
    intruder.token()
    answers = [
        intruder.http.post(f"{ALLAUTH}auth/2fa/authenticate", {"code": "000000"}, format="json").status_code
        for _ in range(6)
    ]
    assert answers == [400] * 5 + [429]


def test_recovery_codes_are_guessed_slowly_in_the_shape_of_the_contract(db: None) -> None:
    body = {"code": "AAAA-AAAA-AAAA-AAAA"}
    assert statuses(11, "account/recover/", body, first="/api/v1/") == [400] * 10 + [429]
    stranger = Person()
    answer = stranger.http.post("/api/v1/account/recover/", body, format="json")
    assert answer.json()["errors"][0]["code"] == "throttled"


@pytest.mark.parametrize(
    ("path", "body", "first", "usual"),
    [
        ("account/recover/", {"code": "A"}, "/api/v1/", 400),
        ("auth/login", {"email": HERS, "password": PASSWORD}, ALLAUTH, 400),
    ],
)
def test_a_proxy_is_not_taken_for_its_visitors(
    db: None, settings: Any, path: str, body: Any, first: str, usual: int
) -> None:
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.0/8")]
    seen = {"first": first, "REMOTE_ADDR": PROXY}
    for n in range(10):
        named = {**body, "email": f"{n}@example.org"}
        assert statuses(1, path, named, HTTP_X_FORWARDED_FOR=f"1.2.3.{n}, {VISITOR}", **seen) == [usual]
    assert statuses(1, path, {**body, "email": "x@example.org"}, HTTP_X_FORWARDED_FOR=VISITOR, **seen) == [429]
    assert statuses(1, path, {**body, "email": "y@example.org"}, HTTP_X_FORWARDED_FOR=OTHER, **seen) == [usual]


def test_a_network_of_ipv6_counts_as_one_visitor(db: None) -> None:
    for n in range(10):
        assert statuses(1, "account/recover/", {"code": "A"}, first="/api/v1/", REMOTE_ADDR=f"2001:db8::{n + 1}") == [
            400
        ]
    assert statuses(1, "account/recover/", {"code": "A"}, first="/api/v1/", REMOTE_ADDR="2001:db8::ff") == [429]
    assert statuses(1, "account/recover/", {"code": "A"}, first="/api/v1/", REMOTE_ADDR="2001:db8:0:1::1") == [400]


def test_sessions_for_whoever_comes_by_are_few(db: None) -> None:
    for _ in range(60):
        assert Person().http.get(f"{ALLAUTH}auth/session").status_code == 401
    answer = Person().http.get(f"{ALLAUTH}auth/session")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert (Session.objects.count(), len(answer.cookies)) == (60, 0)


def test_a_visitor_without_an_address_is_served(db: None) -> None:
    assert statuses(1, "auth/login", {"email": HERS, "password": PASSWORD}, REMOTE_ADDR="") == [400]


def test_without_redis_every_way_in_works(anna: Person, code: Callable[[], str]) -> None:
    with override_settings(CACHES=NO_REDIS):
        anna.give_address(HERS, code)
        anna.set_password(PASSWORD)
        anna.make_passkey()
        secret = anna.make_totp()
        codes = anna.recovery_codes()
        Person().sign_in_by_password(HERS, "not this one", expect=400)
        second = Person()
        second.sign_in_by_password(HERS, PASSWORD, expect=401)
        second.ask("post", "auth/2fa/authenticate", {"code": totp(secret)})
        Person().sign_in_by_passkey(anna.keys)
        Person().sign_in_by_mail(HERS, code, expect=401)
        Person().recover(codes[0])
        assert statuses(12, "auth/login", {"email": HERS, "password": "x"}) == [400] * 12


def test_without_redis_it_is_asked_once_and_then_left_alone(caplog: pytest.LogCaptureFixture) -> None:
    with override_settings(CACHES=NO_REDIS):
        assert [cache.get("a", 7), cache.add("a", 1), cache.delete("a")] == [7, True, False]
        cache.set("a", 1)
    assert [record.message for record in caplog.records] == ["Redis is away (ConnectionError): nothing is limited"]
