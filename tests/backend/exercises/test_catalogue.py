from pathlib import Path
from shutil import copytree
from typing import Any

import orjson
import pytest
import yaml
from django.core.checks import Error

from backend.core.content import InvalidContentError
from backend.exercises import checks
from backend.exercises.catalogue import CONTENT, SCHEMA_FILE, load


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a copy of the content that a test may spoil."""
    return Path(copytree(CONTENT, tmp_path / "content"))


def change(file: Path, **fields: Any) -> None:
    file.write_text(yaml.safe_dump({**yaml.safe_load(file.read_text()), **fields}))


def faults(content: Path) -> list[str]:
    with pytest.raises(InvalidContentError) as caught:
        load(content)
    return caught.value.faults


def one_dose(*seconds: int) -> list[dict[str, Any]]:
    steps = [{"text": "You could look around.", "seconds": length} for length in seconds]
    return [{"seconds": sum(seconds), "steps": steps}]


def test_the_content_as_it_stands_is_valid() -> None:
    assert checks.content_is_valid() == []


def test_a_check_names_the_file_and_the_field(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(content / "en" / "cyclic-sigh.yaml", energy="enormous")
    monkeypatch.setattr(checks, "CONTENT", content)
    message = "en/cyclic-sigh: energy: 'enormous' is not one of ['low', 'medium', 'high']"
    assert checks.content_is_valid() == [Error(message, id="exercises.E001")]


def breaths(**seconds: float) -> list[dict[str, Any]]:
    return [{"phase": phase, "seconds": length} for phase, length in seconds.items()]


def test_a_held_breath_needs_its_gate(content: Path) -> None:
    change(content / "en" / "longer-out-breath.yaml", pace=breaths(**{"in": 3, "hold": 3, "out": 4}))
    assert faults(content) == [
        "en/longer-out-breath: gates: 'holds' belongs to a pace that holds the breath, and to no other"
    ]


def test_a_gate_says_why(content: Path) -> None:
    change(content / "en" / "box-breath.yaml", cautions=[])
    assert faults(content) == ["en/box-breath: cautions: what has a gate says why"]


def test_what_has_a_gate_is_not_for_when_it_is_too_much(content: Path) -> None:
    change(content / "en" / "box-breath.yaml", suits=["too_much"])
    assert faults(content) == ["en/box-breath: suits: what has a gate is not for when things are unreal or too much"]


def test_a_breath_is_slow_and_its_way_out_is_not_the_shorter_one(content: Path) -> None:
    change(content / "en" / "longer-out-breath.yaml", pace=breaths(**{"in": 3, "out": 2}))
    assert faults(content) == [
        "en/longer-out-breath: pace: a breath takes at least 8 s; quick breathing stirs up",
        "en/longer-out-breath: pace: the way out is never shorter than the way in",
    ]


def test_a_step_holds_whole_breaths_but_for_the_last(content: Path) -> None:
    doses = [*one_dose(20, 15, 20), *one_dose(40, 60, 7)]
    change(content / "en" / "longer-out-breath.yaml", doses=doses)
    assert faults(content) == ["en/longer-out-breath: doses[0]: each step but the last holds whole breaths of 10 s"]


@pytest.mark.parametrize("fields", [{"energy": "medium"}, {"place": []}, {"anchor": "sight"}])
def test_awake_at_night_one_lies_in_bed_and_needs_no_light(content: Path, fields: dict[str, Any]) -> None:
    change(content / "en" / "bed-holds.yaml", **fields)
    assert faults(content) == [
        "en/bed-holds: suits: awake at night is for what is done in bed, with little energy and no light"
    ]


def test_in_bed_one_may_lie(content: Path) -> None:
    change(content / "en" / "bed-holds.yaml", posture=["sitting"])
    assert faults(content) == ["en/bed-holds: posture: in bed one may lie"]


def test_a_sentence_above_a_page_needs_the_page(content: Path) -> None:
    change(content / "en" / "here-and-now.yaml", prompt="What is the day like?")
    assert faults(content) == ["en/here-and-now: prompt: only a page has a sentence above it"]


def test_the_first_dose_is_short_and_no_step_of_it_is_long(content: Path) -> None:
    change(content / "en" / "here-and-now.yaml", doses=one_dose(130, 50))
    assert faults(content) == [
        "en/here-and-now: doses[0]: 180 s is not between 30 and 60",
        "en/here-and-now: doses[0]: a step takes at most 120 s here",
    ]


def test_only_walks_pages_and_people_take_longer_than_five_minutes(content: Path) -> None:
    doses = [*one_dose(20, 20), *one_dose(60, 60), *one_dose(100, 100, 100), *one_dose(300, 300)]
    change(content / "en" / "here-and-now.yaml", doses=doses)
    assert faults(content) == ["en/here-and-now: doses[3]: longer than five minutes is for walks, pages and people"]
    change(content / "en" / "here-and-now.yaml", doses=doses, kind="others", suits=["flat"])
    assert load(content)["en"].exercises["here-and-now"]["kind"] == "others"


def test_steps_add_up_to_their_dose(content: Path) -> None:
    steps = [{"text": "You could look around.", "seconds": 10}, {"text": "You could look again.", "seconds": 10}]
    change(content / "en" / "here-and-now.yaml", doses=[{"seconds": 30, "steps": steps}])
    assert faults(content) == ["en/here-and-now: doses: the steps of 30 s add up to 20 s"]


def test_doses_grow(content: Path) -> None:
    change(content / "en" / "here-and-now.yaml", doses=one_dose(30, 30) * 2)
    assert faults(content) == ["en/here-and-now: doses: each has to be longer than the one before"]


@pytest.mark.parametrize("anchor", ["breath", "facts"])
def test_another_breath_is_not_enough_by_whatever_name(content: Path, anchor: str) -> None:
    way = {"text": "You could make the out-breath longer.", "anchor": anchor, "exercise": "longer-out-breath"}
    change(content / "en" / "cyclic-sigh.yaml", alternatives=[way])
    assert faults(content) == ["en/cyclic-sigh: alternatives: breath, body and inner focus need a way outside them"]


def test_inner_focus_says_first_that_it_can_be_stopped_and_is_not_for_the_unreal(content: Path) -> None:
    change(content / "en" / "here-and-now.yaml", inner_focus=True)
    assert faults(content) == [
        "en/here-and-now: before: an exercise with inner focus says first that feeling more isn't always comfortable",
        "en/here-and-now: suits: inner focus is not for when things seem unreal",
    ]


def test_when_things_seem_unreal_only_grounding_is_offered(content: Path) -> None:
    change(content / "en" / "here-and-now.yaml", kind="others")
    assert faults(content) == ["en/here-and-now: suits: when things seem unreal only grounding is offered"]


@pytest.mark.parametrize("target", ["no-such-exercise", "here-and-now"])
def test_an_alternative_leads_to_another_exercise(content: Path, target: str) -> None:
    way = {"text": "You could do something else.", "anchor": "sight", "exercise": target}
    change(content / "en" / "here-and-now.yaml", alternatives=[way])
    assert faults(content) == [f"en/here-and-now: alternatives: '{target}' is no other exercise"]


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("box-breath", "has a gate, and is suggested to no one"),
        ("longer-out-breath", "is not for when things seem unreal"),
    ],
)
def test_an_alternative_never_leads_somewhere_less_safe(content: Path, target: str, fault: str) -> None:
    way = {"text": "You could do something else.", "anchor": "sight", "exercise": target}
    change(content / "en" / "here-and-now.yaml", alternatives=[way])
    assert faults(content) == [f"en/here-and-now: alternatives: '{target}' {fault}"]


def test_a_translation_stands_beside_the_originals_it_does_not_have_yet(content: Path) -> None:
    (content / "de").mkdir()
    original = yaml.safe_load((content / "en" / "here-and-now.yaml").read_text())
    (content / "de" / "here-and-now.yaml").write_text(yaml.safe_dump({**original, "title": "Hier und jetzt"}))
    shelves = load(content)
    german = shelves["de"].exercises
    assert list(german) == list(shelves["en"].exercises)
    assert (german["here-and-now"]["title"], german["here-and-now"]["language"]) == ("Hier und jetzt", "de")
    assert (german["cyclic-sigh"]["title"], german["cyclic-sigh"]["language"]) == ("Double breath and sigh", "en")


def test_a_translation_of_nothing_is_a_fault(content: Path) -> None:
    (content / "de").mkdir()
    (content / "en" / "here-and-now.yaml").rename(content / "de" / "hier-und-jetzt.yaml")
    assert "de/hier-und-jetzt: there is nothing of this name in 'en'" in faults(content)


def test_the_list_goes_shelf_by_shelf_and_the_gentlest_first(content: Path) -> None:
    change(content / "en" / "feet-on-the-floor.yaml", order=999)
    kinds = orjson.loads((content / SCHEMA_FILE).read_bytes())["properties"]["kind"]["enum"]
    exercises = load(content)["en"].exercises
    places = [(kinds.index(exercise["kind"]), exercise["order"]) for exercise in exercises.values()]
    assert places == sorted(places)
    grounding = [slug for slug, exercise in exercises.items() if exercise["kind"] == "grounding"]
    assert (grounding[0], grounding[-1]) == ("find-one-colour", "feet-on-the-floor")
