from hashlib import sha256

import pytest
from rest_framework.test import APIClient

from backend.core.conditional import preferred_language
from backend.exercises.catalogue import catalogue

URL = "/api/v1/exercises/"


@pytest.fixture
def stranger() -> APIClient:
    return APIClient()


def test_anyone_gets_the_whole_list(stranger: APIClient) -> None:
    answer = stranger.get(URL)
    assert answer.status_code == 200
    assert answer.json() == list(catalogue()["en"].exercises.values())


def test_one_exercise_is_the_same_as_in_the_list(stranger: APIClient) -> None:
    assert stranger.get(f"{URL}feet-on-the-floor/").json() == catalogue()["en"].exercises["feet-on-the-floor"]


@pytest.mark.parametrize("url", [URL, f"{URL}feet-on-the-floor/"])
def test_a_phone_that_has_it_already_gets_304_and_no_body(stranger: APIClient, url: str) -> None:
    first = stranger.get(url)
    again = stranger.get(url, HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert stranger.get(url, HTTP_IF_NONE_MATCH='"something-else"').status_code == 200


def test_its_headers_let_a_phone_keep_it_per_language_and_set_no_cookie(stranger: APIClient) -> None:
    answer = stranger.get(URL)
    # 'Cookie' is there because the CSRF secret lives in the session, which is asked for at every request.
    assert {name: answer[name] for name in ("Content-Type", "Content-Language", "Cache-Control", "Vary", "ETag")} == {
        "Content-Type": "application/json",
        "Content-Language": "en",
        "Cache-Control": "public, max-age=3600",
        "Vary": "Accept-Language, Cookie",
        "ETag": f'"{sha256(answer.content).hexdigest()}"',
    }
    assert answer.cookies == {}


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        ("de", "de"),
        ("de-AT, en;q=0.5", "de"),
        ("fr, de;q=0.8", "de"),
        ("en, de;q=0.8", "en"),
        ("fr", "en"),
        ("*", "en"),
        ("", "en"),
        ("not;;a=language", "en"),
    ],
)
def test_the_first_wanted_language_that_is_there_is_spoken(wanted: str, spoken: str) -> None:
    assert preferred_language(wanted, {"en", "de"}, "en") == spoken


def test_a_language_that_is_not_there_falls_back_to_english(stranger: APIClient) -> None:
    answer = stranger.get(URL, HTTP_ACCEPT_LANGUAGE="fi-FI, fi;q=0.9")
    assert (answer.status_code, answer["Content-Language"]) == (200, "en")


@pytest.mark.parametrize("slug", ["no-such-exercise", "..", "Feet On The Floor", "%00"])
def test_what_is_not_there_is_404_in_the_shape_of_every_error(stranger: APIClient, slug: str) -> None:
    answer = stranger.get(f"{URL}{slug}/")
    assert answer.status_code == 404
    assert answer.json() == {
        "type": "client_error",
        "errors": [{"code": "not_found", "detail": "Not found.", "attr": None}],
    }
