"""The catalogue as a whole: that something is there for each moment, and that what asks for care comes last."""

import json
from collections import Counter
from typing import Any

import pytest

from backend.exercises.catalogue import CONTENT, SCHEMA_FILE, catalogue

EXERCISES = catalogue()["en"].exercises
FIELDS = json.loads((CONTENT / SCHEMA_FILE).read_text())["properties"]
KINDS = FIELDS["kind"]["enum"]
LEAST = 50

each = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES.keys())


def shelf(kind: str) -> list[dict[str, Any]]:
    return [exercise for exercise in EXERCISES.values() if exercise["kind"] == kind]


def test_there_are_enough_over_all_nine_kinds() -> None:
    counts = Counter(exercise["kind"] for exercise in EXERCISES.values())
    assert len(KINDS) == 9
    assert {kind for kind in KINDS if counts[kind] < 3} == set()
    assert counts.total() >= LEAST


def test_places_on_a_shelf_are_not_shared() -> None:
    places = [(exercise["kind"], exercise["order"]) for exercise in EXERCISES.values()]
    assert sorted(places) == sorted(set(places))


def test_titles_are_not_shared() -> None:
    assert [title for title, times in Counter(one["title"] for one in EXERCISES.values()).items() if times > 1] == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_has_a_gate_comes_after_everything_without_one(kind: str) -> None:
    gated = ["gates" in exercise for exercise in shelf(kind)]
    assert gated == sorted(gated)
    assert not gated[0]


@pytest.mark.parametrize("need", FIELDS["suits"]["items"]["enum"])
def test_each_need_finds_something_short_and_easy(need: str) -> None:
    easy = [one for one in EXERCISES.values() if need in one["suits"] and one["energy"] == "low"]
    assert len(easy) >= 3
    assert "gates" not in easy[0]


@pytest.mark.parametrize("place", FIELDS["place"]["items"]["enum"])
def test_each_place_has_something_for_fog_and_for_flatness(place: str) -> None:
    suits = {need for one in EXERCISES.values() if place in one["place"] for need in one["suits"]}
    assert {"unreal", "flat", "too_much"} <= suits


def test_most_leave_a_choice_of_length() -> None:
    lengths = [len(exercise["doses"]) for exercise in EXERCISES.values()]
    assert sum(length > 1 for length in lengths) >= 0.75 * len(lengths)


@each
def test_the_first_dose_is_at_most_a_minute(exercise: dict[str, Any]) -> None:
    assert 30 <= exercise["doses"][0]["seconds"] <= 60


@each
def test_when_it_is_too_much_no_breath_is_held_and_the_way_out_is_longer(exercise: dict[str, Any]) -> None:
    if exercise["kind"] == "breathwork" and "too_much" in exercise["suits"]:
        seconds = {breath["phase"]: breath["seconds"] for breath in exercise["pace"]}
        assert set(seconds) == {"in", "out"}
        assert seconds["out"] > seconds["in"]


@each
def test_a_breath_that_is_held_is_taken_four_times_at_most_to_begin_with(exercise: dict[str, Any]) -> None:
    if "holds" in exercise.get("gates", []):
        whole = sum(breath["seconds"] for breath in exercise["pace"])
        paced = sum(step["seconds"] for step in exercise["doses"][0]["steps"][:-1])
        assert paced / whole <= 4
