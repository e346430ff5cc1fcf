"""What the lock screen may say: anyone may be reading along."""

import json
import re
from typing import get_args
from uuid import uuid4

import pytest

from backend.exercises import catalogue as exercises
from notifications.messages import GENERAL, choose, content, words
from notifications.serializers import Kind

FORBIDDEN = re.compile(
    r"!|\b(should|must|have to|don't forget|remember to|we miss|missed|streak|days? in a row|goal|well done|great"
    r"|numb\w*|depress\w*|therap\w*|cris[ie]s|trauma\w*|anxi\w*|suicid\w*|mental|symptom\w*|diagnos\w*|feel\w*)\b",
    re.IGNORECASE,
)
KINDS = get_args(Kind)
LINES = [
    (f"{language}: {line}", line)
    for language, book in content().items()
    for line in (
        book["title"],
        *book["titles"].values(),
        *(text for group in book["variants"].values() for text in group.values()),
    )
]


@pytest.mark.parametrize("line", [line for _, line in LINES], ids=[name for name, _ in LINES])
def test_a_line_invites_and_gives_nothing_away(line: str) -> None:
    assert not FORBIDDEN.search(line)
    assert len(line) <= 90


@pytest.mark.parametrize("kind", [*KINDS, GENERAL])
def test_each_kind_has_at_least_six_variants(kind: str) -> None:
    for book in content().values():
        texts = list(book["variants"][kind].values())
        assert len(texts) == len(set(texts)) >= 6


def test_there_are_at_least_sixty_variants_and_no_two_alike() -> None:
    for book in content().values():
        texts = [text for group in book["variants"].values() for text in group.values()]
        assert len(texts) == len(set(texts)) >= 60
        assert set(book["variants"]) == {*KINDS, GENERAL}


def test_each_kind_has_a_size_and_a_choice_among_its_words() -> None:
    size = re.compile(r"minute|seconds?\b|\bone\b|\bthree\b|\bhalf\b|\bshort\b|a few|\btwo\b|\bsix\b", re.IGNORECASE)
    choice = re.compile(
        r"if (it suits|you like)|later|can be all|or none|is fine|or (only|not)|nothing|as (short|low)", re.IGNORECASE
    )
    for book in content().values():
        for kind, group in book["variants"].items():
            assert any(size.search(text) for text in group.values()), kind
            assert any(choice.search(text) for text in group.values()), kind


def test_each_kind_has_a_title_for_people_who_allow_more() -> None:
    for book in content().values():
        assert sorted(book["titles"]) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_said_twice_within_a_fortnight(kind: str) -> None:
    said: list[str] = []
    for _ in range(28):
        rested = set(said[-13:])
        key = choose(kind=kind, locale="en-GB", rested=rested, seed=str(uuid4()))
        assert key not in rested
        said.append(key)


def test_the_same_occurrence_says_the_same() -> None:
    keys = {choose(kind="movement", locale="en", rested=set(), seed="one") for _ in range(5)}
    assert len(keys) == 1


def test_the_title_is_neutral_unless_more_is_allowed() -> None:
    key = "breathwork/out-breath"
    quiet = words(key, kind="breathwork", locale="en", discreet=True)
    clear = words(key, kind="breathwork", locale="xx", discreet=False)
    assert (quiet.title, clear.title, clear.language) == ("A small pause", "A minute to breathe", "en")


def test_a_key_of_an_older_release_still_says_something() -> None:
    assert words("gone/away", kind="check_in", locale="en", discreet=True).body


def test_reminders_know_the_kinds_that_exercises_have() -> None:
    schema = json.loads((exercises.CONTENT / exercises.SCHEMA_FILE).read_text())
    assert (*schema["properties"]["kind"]["enum"], "check_in") == KINDS
