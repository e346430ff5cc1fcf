"""The words of Understand: what a machine can check of being short, plain, honest and kind."""

import re
from typing import Any, get_args

import orjson
import pytest

from backend.checkins.names import Experience
from backend.exercises.catalogue import catalogue
from backend.support.understanding import understanding

CARDS: list[dict[str, Any]] = orjson.loads(understanding()["en"].body)
MOST_WORDS = 180
LONGEST_MEAN = 14
LONGEST_SENTENCE = 24
UNKIND = (
    "should",
    "must",
    "ought to",
    "great job",
    "well done",
    "good job",
    "journey",
    "streak",
    "snap out of",
    "try harder",
)
PROMISES = (
    "will (return|come back|feel|help|heal|pass|get better|be over|go away)",
    "cures?",
    "heals?",
    "guarantee",
    "proven",
    r"(within|in|after) (a|one|two|three|four|six|\d+|a few|some) (days?|weeks?|months?|years?)",
)
DIAGNOSES = (
    "you (have|suffer from|are suffering from) (ptsd|depression|burnout|an? \\w*disorder|trauma|anxiety)",
    "you are (depressed|ill|sick|traumatised|burnt out|mentally)",
    "this means that you",
    "the (cause|reason) is",
)
# A method, or a word that blames: none of them stands beside thoughts of suicide.
UNSAFE = (
    "commit",
    "successful",
    "failed",
    "overdos",
    "pills?",
    "hang",
    "jump",
    "bridge",
    "knife",
    "cut",
    "rope",
    "gun",
)
ABSTINENCE = ("abstain", "abstinence", "sober", "clean", "relapse", "addict", "quit", "give up", "shame", "bad habit")

each = pytest.mark.parametrize("card", CARDS, ids=[card["slug"] for card in CARDS])


def texts(card: dict[str, Any]) -> list[str]:
    return [f"{card['title']}.", card["lead"], *card["body"]]


def sentences(card: dict[str, Any]) -> list[str]:
    return [part for text in texts(card) for part in re.split(r"(?<=[.?:])['’]?\s+", text)]


def said(card: dict[str, Any], phrases: tuple[str, ...]) -> list[str]:
    pattern = re.compile(rf"\b({'|'.join(phrases)})\b", re.IGNORECASE)
    return [text for text in texts(card) if pattern.search(text)]


def of_group(name: str) -> list[dict[str, Any]]:
    return [card for card in CARDS if card["group"] == name]


def named(slug: str) -> str:
    return " ".join(text for card in CARDS if card["slug"] == slug for text in texts(card))


def test_groups_stand_together_in_the_order_of_the_screen() -> None:
    groups = [card["group"] for card in CARDS]
    runs = [group for at, group in enumerate(groups) if at == 0 or groups[at - 1] != group]
    assert {group: groups.count(group) for group in runs} == {
        "what_it_is": 3,
        "causes": 7,
        "feels": 6,
        "impact": 3,
        "quick_fixes": 4,
        "emergency": 1,
    }
    assert len(runs) == len(set(runs))


def test_there_are_the_seven_causes_and_no_other() -> None:
    assert [card["slug"] for card in of_group("causes")] == [
        "trauma",
        "ptsd",
        "depression",
        "stress-or-anxiety",
        "burnout",
        "medication",
        "told-not-to-feel",
    ]


def test_each_experience_of_a_check_in_has_its_card() -> None:
    assert [card["experience"] for card in of_group("feels")] == list(get_args(Experience))


@each
def test_it_takes_less_than_a_minute_to_read(card: dict[str, Any]) -> None:
    assert len(" ".join(texts(card)).split()) <= MOST_WORDS


@each
def test_a_twelve_year_old_can_read_it(card: dict[str, Any]) -> None:
    lengths = [len(part.split()) for part in sentences(card)]
    assert sum(lengths) / len(lengths) <= LONGEST_MEAN
    assert max(lengths) <= LONGEST_SENTENCE


@each
@pytest.mark.parametrize("phrases", [UNKIND, PROMISES, DIAGNOSES], ids=["unkind", "promises", "diagnoses"])
def test_it_says_nothing_unkind_promised_or_like_a_diagnosis(card: dict[str, Any], phrases: tuple[str, ...]) -> None:
    assert said(card, phrases) == []


@each
def test_it_never_raises_its_voice(card: dict[str, Any]) -> None:
    assert [text for text in texts(card) if "!" in text] == []


@each
def test_what_could_be_tried_is_in_the_catalogue(card: dict[str, Any]) -> None:
    assert card.get("try", "here-and-now") in catalogue()["en"].exercises


@each
def test_what_could_be_tried_asks_for_no_gate(card: dict[str, Any]) -> None:
    assert "gates" not in catalogue()["en"].exercises[card.get("try", "here-and-now")]


@each
def test_where_things_may_seem_unreal_nothing_looks_inward(card: dict[str, Any]) -> None:
    if card["slug"] in {"behind-glass", "ptsd", "trauma"}:
        assert catalogue()["en"].exercises[card["try"]]["inner_focus"] is False


@each
def test_figures_and_studies_have_a_source(card: dict[str, Any]) -> None:
    claims = r"\d|\bstud(y|ies)\b|\bsurvey\b|\btrial\b|\breview\b|\bin a hundred\b|\bguideline\b"
    if re.search(claims, " ".join(card["body"])):
        assert card["sources"] != []


def test_the_card_about_medicines_says_not_to_stop_on_ones_own() -> None:
    assert "do not stop or change it on your own" in named("medication")
    assert "Whoever prescribes it can look at it with you" in named("medication")


@pytest.mark.parametrize("card", of_group("quick_fixes"), ids=lambda card: card["slug"])
def test_quick_ways_out_are_neither_forbidden_nor_shamed(card: dict[str, Any]) -> None:
    assert said(card, ABSTINENCE) == []


def test_suicide_is_said_plainly_and_no_method_is_named() -> None:
    (card,) = of_group("emergency")
    assert "thoughts of suicide" in card["lead"]
    assert "hurting yourself" in card["body"][0]
    assert [found for found in CARDS if said(found, UNSAFE)] == []
