"""What makes content about crisis lines, therapies and numbness invalid."""

from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml
from django.core.checks import Error

from backend.core.content import InvalidContentError
from backend.support import checks, crisis_lines, modalities, understanding
from backend.support.crisis_lines import CONTENT, load


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a copy of the content that a test may spoil."""
    return Path(copytree(CONTENT, tmp_path / "content"))


def spoil(content: Path, code: str, line: int | None = None, **fields: Any) -> list[str]:
    """Change a country, or one of its lines (None takes a field away); return the faults."""
    file = content / "lines" / f"{code}.yaml"
    country = yaml.safe_load(file.read_text())
    target = country if line is None else country["lines"][line]
    target.update(fields)
    for name in [name for name, value in fields.items() if value is None]:
        del target[name]
    file.write_text(yaml.safe_dump(country))
    with pytest.raises(InvalidContentError) as caught:
        load(content)
    return caught.value.faults


def test_the_content_as_it_stands_is_valid() -> None:
    assert checks.content_is_valid() == []


def test_a_check_names_the_file_and_the_field(monkeypatch: pytest.MonkeyPatch, content: Path) -> None:
    faults = spoil(content, "DE", status="C")
    monkeypatch.setattr(crisis_lines, "load", lambda: load(content))
    assert faults == ["DE: status: 'C' is not one of ['A', 'B']"]
    assert checks.content_is_valid() == [Error(faults[0], id="support.E001")]


def test_what_is_dialled_is_what_is_printed(content: Path) -> None:
    assert spoil(content, "DE", 2, dial="116132") == ["DE: 116 123: what is dialled is not what is printed"]


def test_what_is_written_to_is_what_is_printed(content: Path) -> None:
    sms = {"to": "85285", "display": "85258", "keywords": ["SHOUT"]}
    assert spoil(content, "GB", 1, sms=sms) == ["GB: 85258: what is written to is not what is printed"]


def test_a_line_has_a_number(content: Path) -> None:
    assert spoil(content, "GB", 1, sms=None) == [
        "GB: Shout Crisis Text Line: has no number, neither to call nor to write to"
    ]


def test_a_number_stands_there_once(content: Path) -> None:
    assert spoil(content, "NO", 1, display="116123", dial="116123") == ["NO: lines: a number stands there twice"]


@pytest.mark.parametrize("dial", ["tel:116123", "+49 116 123", "116123;ext=8", "#31#116123", ""])
def test_a_dial_string_is_a_number_and_nothing_else(content: Path, dial: str) -> None:
    assert len(spoil(content, "DE", 2, dial=dial)) == 1


def test_free_is_said_or_not_said_but_never_denied(content: Path) -> None:
    assert spoil(content, "AT", 0, free=False) == ["AT: lines[0].free: True was expected"]


def test_a_row_has_sources_and_a_day(content: Path) -> None:
    assert spoil(content, "DE", sources=[], read_on="lately") == [
        "DE: read_on: 'lately' is not a 'date'",
        "DE: sources: [] should be non-empty",
    ]


def test_a_grade_is_for_lines_alone(content: Path) -> None:
    assert spoil(content, "GR", status="B") == ["GR: status: is there if, and only if, there are lines"]


def test_a_country_is_in_iso_3166(content: Path) -> None:
    (content / "lines" / "GB.yaml").rename(content / "lines" / "UK.yaml")
    with pytest.raises(InvalidContentError, match=r"^UK: the file's name is no ISO 3166 country$"):
        load(content)


def test_a_card_that_asks_nothing_is_invalid(monkeypatch: pytest.MonkeyPatch, content: Path) -> None:
    cards = content / "en" / "modalities.yaml"
    written = yaml.safe_load(cards.read_text())
    written["cbt"]["ask"] = []
    cards.write_text(yaml.safe_dump(written))
    of_the_copy = modalities.load
    monkeypatch.setattr(modalities, "load", lambda: of_the_copy(content))
    assert checks.content_is_valid() == [Error("en/cbt: ask: [] is too short", id="support.E002")]


@pytest.mark.parametrize(
    ("slug", "fields", "fault"),
    [
        ("trauma", {"title": "Trauma"}, "title: 'Trauma' is too short"),
        (
            "trauma",
            {"group": "feelings"},
            "group: 'feelings' is not one of ['what_it_is', 'causes', 'feels', 'impact', 'quick_fixes', 'emergency']",
        ),
        (
            "trauma",
            {"basis": None},
            "sources: name what it rests on, or say 'basis: own' where nothing but our own words does",
        ),
        (
            "ptsd",
            {"basis": "own"},
            "sources: name what it rests on, or say 'basis: own' where nothing but our own words does",
        ),
        ("guilt", {"experience": None}, "experience: is there if, and only if, the card is of the group 'feels'"),
        ("trauma", {"experience": "guilt"}, "experience: is there if, and only if, the card is of the group 'feels'"),
        ("guilt", {"experience": "behind_glass"}, "experience: 'behind_glass' belongs to the card 'behind-glass'"),
    ],
)
def test_a_card_of_understand_is_whole_and_honest(
    monkeypatch: pytest.MonkeyPatch, content: Path, slug: str, fields: dict[str, Any], fault: str
) -> None:
    cards = content / "en" / "understanding.yaml"
    written = yaml.safe_load(cards.read_text())
    written[slug] = {name: value for name, value in {**written[slug], **fields}.items() if value is not None}
    cards.write_text(yaml.safe_dump(written, sort_keys=False))
    of_the_copy = understanding.load
    monkeypatch.setattr(understanding, "load", lambda: of_the_copy(content))
    assert checks.content_is_valid() == [Error(f"en/{slug}: {fault}", id="support.E003")]
