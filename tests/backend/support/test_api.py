from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries
from rest_framework.test import APIClient

from backend.support.crisis_lines import crisis_lines
from backend.support.services import confirm, withdraw
from tests.clients import Phone

LINES, MODALITIES = "/api/v1/support/lines/", "/api/v1/support/modalities/"
UNDERSTANDING = "/api/v1/support/understanding/"
AT = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def stranger() -> APIClient:
    return APIClient()


def confirmed(body: Any) -> dict[str, Any]:
    return {line["key"]: line["confirmed"] for country in body["countries"] for line in country["lines"]}


def test_one_country_comes_with_all_that_a_person_needs_to_call(stranger: APIClient) -> None:
    answer = stranger.get(LINES, {"country": "CH"})
    assert answer.status_code == 200
    assert answer.json() == {
        "countries": [
            {
                "country": "CH",
                "status": "A",
                "read_on": "2026-11-23",
                "sources": [
                    "Wikipedia list, 2021",
                    "libphonenumber 9.0.43",
                    "findahelpline.eu data, May 2025",
                    "TypeScript list of 25 countries, 2026",
                ],
                "emergency": [{"dial": "112"}, {"dial": "144"}],
                "lines": [
                    {
                        "key": "CH:143",
                        "display": "143",
                        "dial": "143",
                        "hours": "always",
                        "chat": "143.ch",
                        "confirmed": None,
                    }
                ],
            }
        ],
        "fallback": crisis_lines().fallback,
    }


def test_without_a_country_all_of_them_come(stranger: APIClient) -> None:
    body = stranger.get(LINES).json()
    assert [country["country"] for country in body["countries"]] == list(crisis_lines().countries)
    assert confirmed(body) == dict.fromkeys(crisis_lines().all_keys())


def test_a_country_without_lines_has_its_emergency_number(stranger: APIClient) -> None:
    (country,) = stranger.get(LINES, {"country": "GR"}).json()["countries"]
    assert (country["emergency"], country["lines"]) == ([{"dial": "112"}], [])


@pytest.mark.parametrize("code", ["AQ", "XK", "ZZ"])
def test_a_country_of_which_nothing_is_known_leaves_the_fallback(stranger: APIClient, code: str) -> None:
    answer = stranger.get(LINES, {"country": code})
    assert (answer.status_code, answer.json()) == (200, {"countries": [], "fallback": crisis_lines().fallback})


def test_small_letters_do(stranger: APIClient) -> None:
    assert stranger.get(LINES, {"country": "de"}).content == stranger.get(LINES, {"country": "DE"}).content


@pytest.mark.parametrize("code", ["", "D", "DEU", "D1", "ẞẞ", "DE\n", "de,at"])
def test_what_can_be_no_country_is_400(stranger: APIClient, code: str) -> None:
    answer = stranger.get(LINES, {"country": code})
    assert answer.status_code == 400
    assert answer.json() == {
        "type": "validation_error",
        "errors": [{"code": "invalid", "detail": "A country is two letters, as in 'DE'.", "attr": "country"}],
    }


def test_a_confirmation_is_on_its_line_and_on_no_other(stranger: APIClient) -> None:
    confirm(line="DE:116123", by="Olga", at=AT)
    assert confirmed(stranger.get(LINES, {"country": "DE"}).json()) == {
        "DE:08001110111": None,
        "DE:08001110222": None,
        "DE:116123": {"on": "2026-11-24"},
    }


def test_who_confirmed_is_not_told_to_strangers(stranger: APIClient) -> None:
    confirm(line="DE:116123", by="Olga Operator", at=AT, note="rang them")
    body = stranger.get(LINES).content
    assert b"Olga" not in body
    assert b"rang" not in body


@pytest.mark.parametrize("url", [LINES, f"{LINES}?country=DE", MODALITIES, UNDERSTANDING])
def test_a_phone_that_has_it_already_gets_304_and_no_body(stranger: APIClient, url: str) -> None:
    first = stranger.get(url)
    again = stranger.get(url, HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])


def test_a_confirmation_and_its_withdrawal_reach_a_phone_that_has_the_lines(stranger: APIClient) -> None:
    before = stranger.get(LINES)
    confirm(line="DE:116123", by="Olga", at=AT)
    assert stranger.get(LINES, HTTP_IF_NONE_MATCH=before["ETag"]).status_code == 200
    withdraw(line="DE:116123")
    assert stranger.get(LINES, HTTP_IF_NONE_MATCH=before["ETag"]).status_code == 304


def test_lines_are_the_same_in_every_language_and_set_no_cookie(stranger: APIClient) -> None:
    answer = stranger.get(LINES, HTTP_ACCEPT_LANGUAGE="de")
    assert {name: answer.get(name) for name in ("Content-Language", "Cache-Control", "Vary", "ETag")} == {
        "Content-Language": None,
        "Cache-Control": "public, max-age=3600",
        "Vary": "Cookie",
        "ETag": f'"{sha256(answer.content).hexdigest()}"',
    }
    assert answer.cookies == {}


def test_cards_fall_back_to_english(stranger: APIClient) -> None:
    answer = stranger.get(MODALITIES, HTTP_ACCEPT_LANGUAGE="fi-FI")
    assert (answer["Content-Language"], answer["Vary"]) == ("en", "Accept-Language, Cookie")
    assert [card["slug"] for card in answer.json()] == ["se", "ifs", "emdr", "dbt", "cbt"]


def test_a_card_of_understand_comes_whole(stranger: APIClient) -> None:
    answer = stranger.get(UNDERSTANDING, HTTP_ACCEPT_LANGUAGE="fi-FI")
    assert (answer["Content-Language"], answer["Vary"]) == ("en", "Accept-Language, Cookie")
    assert answer["ETag"] == f'"{sha256(answer.content).hexdigest()}"'
    (card,) = [card for card in answer.json() if card["slug"] == "screens"]
    assert card == {
        "slug": "screens",
        "language": "en",
        "group": "quick_fixes",
        "title": "A screen can fill every gap",
        "lead": "It is near, it is easy, and it asks nothing of you.",
        "body": [
            "One more video, one more scroll. It can take the edge off a hard hour, and that is worth something.",
            "It can also fill the very gaps in which something small might have come through.",
            (
                "You could notice one thing afterwards: is anything nearer, further away, or the same? "
                "'The same' is an answer like any other."
            ),
        ],
        "try": "five-things-laid-out",
        "sources": [],
        "basis": "own",
    }


@pytest.mark.parametrize("path", ["support/lines/", "support/modalities/", "support/understanding/"])
def test_bob_and_a_stranger_get_the_same_as_alice(alice: Phone, bob: Phone, stranger: APIClient, path: str) -> None:
    assert alice.get(path) == bob.get(path) == stranger.get(f"/api/v1/{path}").json()


def test_all_countries_cost_one_query(stranger: APIClient, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    confirm(line="DE:116123", by="Olga", at=AT)
    confirm(line="AT:142", by="Olga", at=AT)
    with django_assert_num_queries(1):
        stranger.get(LINES)
