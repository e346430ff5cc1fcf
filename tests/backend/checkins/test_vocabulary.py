"""The words of the ladder: complete, placed as their source says, and said to come from there."""

from hashlib import sha256
from pathlib import Path
from shutil import copytree
from typing import Any

import orjson
import pytest
import yaml
from django.core.checks import Error
from rest_framework.test import APIClient

from backend.checkins import checks
from backend.checkins import vocabulary as words
from backend.checkins.serializers import CheckIn
from backend.checkins.vocabulary import CONTENT, load, vocabulary
from backend.core.content import InvalidContentError
from backend.core.shapes import parse
from tests.clients import check_in

URL = "/api/v1/vocabulary/"
ROOT = Path(__file__).parents[3]
FILE = CONTENT / "en" / "vocabulary.yaml"
WORDS: dict[str, dict[str, Any]] = {word["slug"]: word for word in orjson.loads(vocabulary()["en"].body)}
# Valence and arousal, 1 to 9, as the Glasgow Norms print them.
PRINTED = {
    "hollow": (3.73, 3.3),
    "tense": (2.97, 5.12),
    "lonely": (1.84, 3.8),
    "calm": (7.34, 3.74),
    "content": (8.16, 6.55),
    "tender": (5.88, 5.44),
    "curious": (6.78, 6.45),
    "passionate": (8.14, 8.18),
}
NAMED = (
    "Scott",
    "Keitel",
    "Becirspahic",
    "Yao",
    "Sereno",
    "2019",
    "Behavior Research Methods",
    "51",
    "1258",
    "1270",
    "10.3758/s13428-018-1099-3",
    "Creative Commons Attribution",
    "rescaled",
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a copy of the content that a test may spoil."""
    return Path(copytree(CONTENT, tmp_path / "content"))


def spoil(content: Path, slug: str, **fields: Any) -> list[str]:
    file = content / "en" / "vocabulary.yaml"
    written = yaml.safe_load(file.read_text())
    written[slug] = {**written.get(slug, {}), **fields}
    file.write_text(yaml.safe_dump(written))
    with pytest.raises(InvalidContentError) as caught:
        load(content)
    return caught.value.faults


def labels(**marked: bool) -> set[str]:
    return {word["label"] for word in WORDS.values() if marked.items() <= word.items()}


def test_there_are_102_rated_words_and_29_placed_by_hand() -> None:
    assert (len(labels(rated=True)), len(labels(rated=False))) == (102, 29)


@pytest.mark.parametrize(("slug", "printed"), PRINTED.items())
def test_a_rated_word_is_where_its_source_puts_it(slug: str, printed: tuple[float, float]) -> None:
    word = WORDS[slug]
    rescaled = [(value - 5) / 4 for value in printed]
    assert word["rated"]
    assert [word["pleasantness"], word["energy"]] == pytest.approx(rescaled, abs=0.00501)


def test_words_that_may_mean_danger_are_handled_with_care() -> None:
    assert labels(care=True) == {"hopeless", "despair", "desperate", "worthless", "trapped", "like a burden"}


def test_there_are_twelve_words_for_feeling_little() -> None:
    assert labels(numb=True) == {
        "numb",
        "blank",
        "empty",
        "flat",
        "foggy",
        "far away",
        "behind glass",
        "on autopilot",
        "shut down",
        "hollow",
        "muted",
        "frozen",
    }


def test_every_corner_of_the_plane_has_words() -> None:
    corners = [(word["pleasantness"] > 0, word["energy"] > 0) for word in WORDS.values()]
    assert min(corners.count((pleasant, lively)) for pleasant in (True, False) for lively in (True, False)) >= 8


def test_a_check_in_can_hold_every_word() -> None:
    slugs = list(WORDS)
    for start in range(0, len(slugs), 20):
        data = check_in(words=slugs[start : start + 20])
        assert parse(data, CheckIn)[1] == data


@pytest.mark.parametrize("place", [FILE, ROOT / "frontend" / "src" / "lib" / "i18n" / "en-licences.ts"])
def test_file_and_app_say_whose_ratings_they_are(place: Path) -> None:
    said = " ".join(place.read_text().replace("#", "").split())
    assert [part for part in NAMED if part not in said] == []


def test_the_words_as_they_stand_are_valid() -> None:
    assert checks.content_is_valid() == []


def test_a_check_names_the_word_and_the_field(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faults = spoil(content, "calm", energy=-1.5)
    monkeypatch.setattr(words, "load", lambda: load(content))
    assert faults == ["en/calm: energy: -1.5 is less than the minimum of -1"]
    assert checks.content_is_valid() == [Error(faults[0], id="checkins.E001")]


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"pleasantness": 1.01}, "pleasantness: 1.01 is greater than the maximum of 1"),
        ({"rated": "yes"}, "rated: 'yes' is not of type 'boolean'"),
        ({"care": False}, "care: True was expected"),
        ({"label": "Calm"}, "label: 'Calm' does not match '^[^A-Z!]{2,24}$'"),
        ({"label": "peaceful"}, "label: 'peaceful' stands there twice"),
    ],
)
def test_a_word_has_its_shape(content: Path, fields: dict[str, Any], fault: str) -> None:
    assert f"en/calm: {fault}" in spoil(content, "calm", **fields)


def test_a_slug_is_small_letters(content: Path) -> None:
    word = {"label": "at ease", "pleasantness": 0.5, "energy": -0.3, "rated": False}
    assert spoil(content, "At ease", **word) == ["en/At ease: a slug is small letters and hyphens"]


def test_a_translation_keeps_the_slugs_and_lacks_are_in_english(content: Path) -> None:
    (content / "de").mkdir()
    calm = {"label": "ruhig", "pleasantness": 0.6, "energy": -0.3, "rated": False}
    (content / "de" / "vocabulary.yaml").write_text(yaml.safe_dump({"calm": calm}))
    german = {word["slug"]: word for word in orjson.loads(load(content)["de"].body)}
    assert list(german) == list(WORDS)
    assert german["calm"] == {"slug": "calm", "language": "de", **calm}
    assert german["numb"] == WORDS["numb"]


def test_anyone_gets_the_words_and_no_cookie() -> None:
    answer = APIClient().get(URL, HTTP_ACCEPT_LANGUAGE="fi-FI, fi;q=0.9")
    assert answer.json() == list(WORDS.values())
    assert {name: answer[name] for name in ("Content-Language", "Cache-Control", "Vary", "ETag")} == {
        "Content-Language": "en",
        "Cache-Control": "public, max-age=3600",
        "Vary": "Accept-Language, Cookie",
        "ETag": f'"{sha256(answer.content).hexdigest()}"',
    }
    assert answer.cookies == {}


def test_a_phone_that_has_the_words_gets_304_and_no_body() -> None:
    first = APIClient().get(URL)
    again = APIClient().get(URL, HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
