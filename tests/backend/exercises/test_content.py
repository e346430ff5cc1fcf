"""The words themselves: what a machine can check of the rules that make an exercise safe and kind."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from backend.exercises.catalogue import catalogue

EXERCISES = catalogue()["en"].exercises
LADDER = ((30, 60), (60, 180), (300, 300))
LONGEST_SENTENCE = 21
UNKIND = (
    "should",
    "must",
    "ought to",
    "have to",
    "try harder",
    "snap out of",
    "well done",
    "great",
    "good job",
    "proud",
)
PROMISES = ("will feel", "you'll feel", "will help", "will calm", "cure", "heal", "guarantee", "proven")
EXCLUDED = (
    "hyperventilat",
    "holotropic",
    "purge",
    "cathar",
    "ice bath",
    "hold your breath",
    "breath hold",
    "body scan",
)
INVITATIONS = ("could", "if you like", "if it suits", "perhaps", "maybe", "might", "when you")


def words_of(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Return (path, text) for each text in an exercise."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from words_of(item, f"{path}.{key}")
    elif isinstance(value, list):
        for item in value:
            yield from words_of(item, path)


def spoken(exercise: dict[str, Any]) -> list[str]:
    """Return the texts a person reads while doing it: all but the study references."""
    return [text for path, text in words_of(exercise) if ".sources" not in path and " " in text]


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?:])\s+", text) if part]


each = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES.keys())


def test_the_first_shelf_covers_four_kinds() -> None:
    kinds = [exercise["kind"] for exercise in EXERCISES.values()]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "breathwork": 3,
        "movement": 4,
        "grounding": 5,
        "mindfulness": 2,
    }


@each
def test_it_never_tells_anyone_to_close_their_eyes(exercise: dict[str, Any]) -> None:
    told = re.compile(r"\b(clos|shut)\w*\s+(your\s+)?eyes|eyes\s+(are\s+)?(closed|shut)", re.IGNORECASE)
    assert [text for text in spoken(exercise) if told.search(text)] == []


@each
@pytest.mark.parametrize("phrases", [UNKIND, PROMISES, EXCLUDED], ids=["unkind", "promises", "excluded"])
def test_it_says_nothing_unkind_promised_or_unsafe(exercise: dict[str, Any], phrases: tuple[str, ...]) -> None:
    pattern = re.compile("|".join(rf"\b{phrase}\b" for phrase in phrases), re.IGNORECASE)
    assert [text for text in spoken(exercise) if pattern.search(text)] == []


@each
def test_it_never_raises_its_voice(exercise: dict[str, Any]) -> None:
    assert [text for text in spoken(exercise) if "!" in text] == []


@each
def test_every_dose_invites_rather_than_instructs(exercise: dict[str, Any]) -> None:
    for dose in exercise["doses"]:
        steps = " ".join(step["text"] for step in dose["steps"]).lower()
        assert any(word in steps for word in INVITATIONS), steps


@each
def test_its_sentences_are_short(exercise: dict[str, Any]) -> None:
    texts = [text for path, text in words_of(exercise) if ".evidence" not in path and ".cautions" not in path]
    long = [part for text in texts for part in sentences(text) if len(part.split()) > LONGEST_SENTENCE]
    assert long == []


@each
def test_the_first_dose_is_at_most_a_minute_and_the_next_climb_slowly(exercise: dict[str, Any]) -> None:
    for dose, (shortest, longest) in zip(exercise["doses"], LADDER, strict=False):
        assert shortest <= dose["seconds"] <= longest


@each
def test_breath_and_body_have_a_way_elsewhere(exercise: dict[str, Any]) -> None:
    if exercise["anchor"] in {"breath", "body"}:
        assert {way["anchor"] for way in exercise["alternatives"]} - {"breath", "body"} != set()


@each
def test_when_things_seem_unreal_only_grounding_is_offered(exercise: dict[str, Any]) -> None:
    if "unreal" in exercise["suits"]:
        assert exercise["kind"] == "grounding"


@each
def test_every_breath_exercise_says_when_to_stop(exercise: dict[str, Any]) -> None:
    said = " ".join(exercise["cautions"]).lower()
    warnings = {"driving"} if exercise["kind"] == "breathwork" else set()
    warnings |= {"dizzy", "clinician"} if "pace" in exercise else set()
    assert {word for word in warnings if word not in said} == set()


@each
def test_every_claim_has_a_source(exercise: dict[str, Any]) -> None:
    for source in exercise["evidence"]["sources"]:
        assert source["author"]
        assert source["venue"]


@each
def test_little_studied_is_said_in_so_many_words(exercise: dict[str, Any]) -> None:
    evidence = exercise["evidence"]
    if evidence["strength"] == "little_studied":
        assert re.search(
            r"little studied|hardly (been )?tested|little trial evidence|not been tested", evidence["text"]
        )


def test_places_on_a_shelf_are_not_shared() -> None:
    places = [(exercise["kind"], exercise["order"]) for exercise in EXERCISES.values()]
    assert sorted(places) == sorted(set(places))
