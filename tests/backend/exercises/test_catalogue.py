from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml
from django.core.checks import Error

from backend.core.content import InvalidContentError
from backend.exercises import checks
from backend.exercises.catalogue import CONTENT, load


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


def test_the_content_as_it_stands_is_valid() -> None:
    assert checks.content_is_valid() == []


def test_a_check_names_the_file_and_the_field(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(content / "en" / "cyclic-sigh.yaml", energy="enormous")
    monkeypatch.setattr(checks, "CONTENT", content)
    message = "en/cyclic-sigh: energy: 'enormous' is not one of ['low', 'medium', 'high']"
    assert checks.content_is_valid() == [Error(message, id="exercises.E001")]


def test_a_breath_can_not_be_held(content: Path) -> None:
    change(
        content / "en" / "longer-out-breath.yaml", pace=[{"phase": "in", "seconds": 4}, {"phase": "hold", "seconds": 4}]
    )
    assert faults(content) == [
        "en/longer-out-breath: pace[1].phase: 'hold' is not one of ['in', 'top_up', 'out', 'rest']"
    ]


def test_steps_add_up_to_their_dose(content: Path) -> None:
    steps = [{"text": "You could look around.", "seconds": 10}, {"text": "You could look again.", "seconds": 10}]
    change(content / "en" / "here-and-now.yaml", doses=[{"seconds": 30, "steps": steps}])
    assert faults(content) == ["en/here-and-now: doses: the steps of 30 s add up to 20 s"]


def test_doses_grow(content: Path) -> None:
    file = content / "en" / "here-and-now.yaml"
    change(file, doses=yaml.safe_load(file.read_text())["doses"][::-1])
    assert faults(content) == ["en/here-and-now: doses: each has to be longer than the one before"]


def test_breath_alone_is_not_enough(content: Path) -> None:
    way = {"text": "You could make the out-breath longer.", "anchor": "breath", "exercise": "longer-out-breath"}
    change(content / "en" / "cyclic-sigh.yaml", alternatives=[way])
    assert faults(content) == ["en/cyclic-sigh: alternatives: an anchor in breath or body needs one outside them"]


def test_inner_focus_says_first_that_it_can_be_stopped_and_is_not_for_the_unreal(content: Path) -> None:
    change(content / "en" / "here-and-now.yaml", inner_focus=True)
    assert faults(content) == [
        "en/here-and-now: before: an exercise with inner focus says first that feeling more isn't always comfortable",
        "en/here-and-now: suits: inner focus is not for when things seem unreal",
    ]


@pytest.mark.parametrize("target", ["no-such-exercise", "here-and-now"])
def test_an_alternative_leads_to_another_exercise(content: Path, target: str) -> None:
    way = {"text": "You could do something else.", "anchor": "sight", "exercise": target}
    change(content / "en" / "here-and-now.yaml", alternatives=[way])
    assert faults(content) == [f"en/here-and-now: alternatives: '{target}' is no other exercise"]


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


def test_the_list_goes_shelf_by_shelf_and_the_gentlest_first() -> None:
    assert list(load()["en"].exercises) == [
        "longer-out-breath",
        "one-natural-breath",
        "cyclic-sigh",
        "turn-and-look",
        "stretch-and-yawn",
        "push-the-wall",
        "short-walk",
        "feet-on-the-floor",
        "find-one-colour",
        "cool-or-warm",
        "here-and-now",
        "five-senses",
        "furthest-sound",
        "thirty-second-savour",
    ]
