"""The words of the cards: what a machine can check of being honest and kind."""

import re
from typing import Any

import orjson
import pytest

from backend.support.modalities import modalities

CARDS: list[dict[str, Any]] = orjson.loads(modalities()["en"].body)
PROMISES = r"will (help|heal|feel|work|calm)|cures?|heals?|guarantee|proven|best|most effective"
ORDERS = r"should|must|ought to|have to"
LONGEST_SENTENCE = 32

each = pytest.mark.parametrize("card", CARDS, ids=[card["slug"] for card in CARDS])


def texts(card: dict[str, Any]) -> list[str]:
    return [card["what"], card["may_suit"], card.get("session", ""), card["known"]["text"], *card["ask"]]


def test_there_are_the_five_in_the_order_of_the_article() -> None:
    assert [card["title"] for card in CARDS] == ["SE", "IFS", "EMDR", "DBT", "CBT"]


def test_what_is_known_is_graded_as_it_was_read() -> None:
    assert {card["slug"]: card["known"]["strength"] for card in CARDS} == {
        "se": "early",
        "ifs": "early",
        "emdr": "guideline",
        "dbt": "not_read",
        "cbt": "guideline",
    }


@each
def test_a_claim_has_its_source_and_no_claim_has_none(card: dict[str, Any]) -> None:
    known = card["known"]
    assert bool(known["sources"]) == (known["strength"] != "not_read")


@each
def test_early_evidence_is_called_early(card: dict[str, Any]) -> None:
    assert ("evidence is early" in card["known"]["text"]) == (card["known"]["strength"] == "early")


@each
@pytest.mark.parametrize("phrases", [PROMISES, ORDERS, "!"], ids=["promises", "orders", "shouting"])
def test_it_promises_nothing_and_orders_nothing(card: dict[str, Any], phrases: str) -> None:
    pattern = phrases if phrases == "!" else rf"\b({phrases})\b"
    # 'You don't have to' lifts an order.
    said = [text.replace("don't have to", "") for text in texts(card)]
    assert [text for text in said if re.search(pattern, text, re.IGNORECASE)] == []


@each
def test_whom_it_suits_is_said_cautiously(card: dict[str, Any]) -> None:
    assert card["may_suit"].startswith("It may suit you if ")


@each
def test_its_sentences_are_short(card: dict[str, Any]) -> None:
    sentences = [part for text in texts(card) for part in re.split(r"(?<=[.?:;])\s+", text)]
    assert [part for part in sentences if len(part.split()) > LONGEST_SENTENCE] == []


@each
def test_what_to_ask_are_questions(card: dict[str, Any]) -> None:
    assert [question for question in card["ask"] if not question.endswith("?")] == []
