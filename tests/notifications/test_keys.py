"""The keys that sign: made once, kept private, read from the environment or the data folder."""

import json
import stat
import threading
import time
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from py_vapid import Vapid02
from pytest_django.fixtures import Settings
from time_machine import travel

from notifications.transports.web_push.keys import current_key, key_file, key_ring, make_key_file
from notifications.transports.web_push.vapid import LIFE_SECONDS, VapidHeaders
from tests.e2e.push_service import base64url, faults_of_vapid, unbase64url
from tests.notifications.receivers import NOON

ORIGIN = "https://updates.push.services.mozilla.com"
SUBJECT = "mailto:operator@example.org"


@pytest.fixture
def stored(settings: Settings, tmp_path: Path) -> Path:
    settings.VAPID_KEYS, settings.DATA_DIR = "", tmp_path
    return key_file()


def claims(header: str) -> dict[str, object]:
    said: dict[str, object] = json.loads(unbase64url(header.split(".")[1]))
    return said


def test_a_first_start_makes_a_key_for_the_owners_eyes_only(stored: Path) -> None:
    call_command("vapid_keys", verbosity=0)
    assert stat.S_IMODE(stored.stat().st_mode) == 0o600
    assert [path.name for path in stored.parent.iterdir()] == ["vapid.json"]
    assert len(unbase64url(current_key().public_key)) == 65


def test_a_second_start_keeps_it(stored: Path) -> None:
    call_command("vapid_keys")
    before = stored.read_bytes()
    call_command("vapid_keys")
    assert stored.read_bytes() == before


def test_ten_first_starts_at_once_agree_on_one_key(stored: Path) -> None:
    made: list[bool] = []
    threads = [threading.Thread(target=lambda: made.append(make_key_file(stored))) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(made) == [False] * 9 + [True]
    assert len(json.loads(stored.read_text())["private_keys"]) == 1


def test_without_keys_the_command_is_named(stored: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="vapid_keys"):
        current_key()


def test_the_environment_may_name_several_the_first_is_todays(settings: Settings) -> None:
    numbers = [ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value for _ in range(2)]
    settings.VAPID_KEYS = ",".join(base64url(number.to_bytes(32)) for number in numbers)
    assert [key.private.private_numbers().private_value for key in key_ring().values()] == numbers
    assert current_key().private.private_numbers().private_value == numbers[0]


@pytest.mark.parametrize("keys", ["AAAA,", "junk", "not base64url!"])
def test_a_key_that_is_none_is_one_clear_sentence(settings: Settings, keys: str) -> None:
    settings.VAPID_KEYS = keys
    with pytest.raises(ImproperlyConfigured, match="base64url"):
        key_ring()


def test_an_independent_library_accepts_the_signature() -> None:
    header = VapidHeaders(SUBJECT).header(ORIGIN, current_key())
    assert Vapid02.verify(header.replace(", ", ","))  # it does not know the optional space
    assert faults_of_vapid(header, ORIGIN, current_key().public_key) == ""


def test_the_header_is_signed_once_per_origin_until_half_its_life() -> None:
    headers = VapidHeaders(SUBJECT)
    with travel(NOON, tick=False) as clock:
        first = headers.header(ORIGIN, current_key())
        clock.shift(LIFE_SECONDS / 2 - 1)
        assert headers.header(ORIGIN, current_key()) == first
        clock.shift(2)
        renewed = headers.header(ORIGIN, current_key())
        assert claims(renewed) == {"aud": ORIGIN, "exp": int(time.time()) + LIFE_SECONDS, "sub": SUBJECT}


def test_each_origin_has_claims_of_its_own_whatever_the_order() -> None:
    headers, other = VapidHeaders(SUBJECT), "https://web.push.apple.com"
    said = [claims(headers.header(origin, current_key()))["aud"] for origin in (ORIGIN, other, ORIGIN)]
    assert said == [ORIGIN, other, ORIGIN]


def test_a_refused_header_is_signed_anew() -> None:
    headers = VapidHeaders(SUBJECT)
    with travel(NOON, tick=False):
        first = headers.header(ORIGIN, current_key())
        headers.forget(ORIGIN)
        assert headers.header(ORIGIN, current_key()) != first  # ECDSA never signs alike twice
