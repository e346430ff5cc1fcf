"""The full check-in: what counts as an answer, what stands there once, what is kept as it came."""

from typing import Any
from uuid import uuid4

import pytest

from backend.checkins.serializers import CheckIn
from backend.core.shapes import InvalidRecordError, parse
from tests.clients import Phone, change, check_in

BARE = {"kind": "check_in", "occurred_at": "2026-11-23T20:30:00Z", "time_zone": "Europe/Berlin"}
TIGHT = {"zone": "jaw", "side": "front", "mark": "tight"}
NO_ANSWER = "a check-in needs at least one answer"


def refusal(data: dict[str, Any]) -> tuple[str, str | None]:
    with pytest.raises(InvalidRecordError) as refused:
        parse(data, CheckIn)
    return refused.value.detail, refused.value.attr


@pytest.mark.parametrize(
    "nothing",
    [
        {},
        {"senses": {}},
        {"senses": {"colour": None}},
        {"senses": {"smell": "smoke"}},
        {"words": [], "body": [], "around": [], "experiences": [], "habits": []},
        {"belongs_to": str(uuid4()), "practice": str(uuid4())},
    ],
)
def test_what_says_nothing_is_no_answer(nothing: dict[str, Any]) -> None:
    assert refusal({**BARE, **nothing}) == (NO_ANSWER, None)


@pytest.mark.parametrize(
    "answer",
    [
        {"nearness": 0},
        {"world_nearness": 0},
        {"pleasantness": 0, "energy": 0},
        {"absence": "nothing"},
        {"words": ["numb"]},
        {"senses": {"sound": "silence"}},
        {"body": [{"zone": "chest", "side": "front", "mark": "blank"}]},
        {"around": ["people"]},
        {"experiences": ["guilt"]},
        {"habits": [{"habit": "work"}]},
    ],
)
def test_any_one_answer_is_enough(answer: dict[str, Any]) -> None:
    assert parse({**BARE, **answer}, CheckIn)[1] == {**BARE, **answer}


@pytest.mark.parametrize(
    ("field", "values", "detail"),
    [
        ("words", ["numb", "flat", "numb"], "words names a word twice"),
        ("around", ["work", "work"], "around names a tag twice"),
        ("experiences", ["guilt", "guilt"], "experiences names an experience twice"),
        ("habits", [{"habit": "work", "before": 3}, {"habit": "work"}], "habits names a habit twice"),
        ("body", [TIGHT, {**TIGHT, "mark": "warm"}], "body names a place on the body twice"),
    ],
)
def test_nothing_stands_there_twice(field: str, values: list[Any], detail: str) -> None:
    assert refusal(check_in(**{field: values})) == (detail, field)


def test_front_and_back_are_two_places() -> None:
    body = [TIGHT, {**TIGHT, "side": "back"}, {**TIGHT, "zone": "neck"}]
    assert parse(check_in(body=body), CheckIn)[1]["body"] == body


def test_a_refusal_over_rest_names_its_field_and_says_why(alice: Phone) -> None:
    answer = alice.post("check-ins/", check_in(words=["numb", "numb"]), expect=400)
    assert answer["errors"] == [{"code": "invalid", "detail": "words names a word twice", "attr": "words"}]


def test_what_is_around_is_open_for_newer_apps() -> None:
    assert parse(check_in(around=["full_moon"]), CheckIn)[1]["around"] == ["full_moon"]


def test_a_check_in_cannot_belong_to_itself(alice: Phone) -> None:
    made = change(check_in(nearness=3))
    itself = {**made, "op_id": str(uuid4()), "data": check_in(belongs_to=made["id"])}
    answer = alice.sync(itself, made)
    detail = "a check-in belongs to another one, not to itself"
    assert answer["results"][0]["errors"] == [{"code": "invalid", "detail": detail, "attr": "belongs_to"}]
    assert [record["data"] for record in answer["records"]] == [check_in(nearness=3)]


def test_a_check_in_may_belong_to_one_the_server_has_never_seen(alice: Phone) -> None:
    data = check_in(belongs_to=str(uuid4()))
    assert alice.sync(change(data))["records"][0]["data"] == data


def test_a_refused_record_leaves_no_trace_for_the_next_change_of_the_same_request(alice: Phone) -> None:
    record = str(uuid4())
    answer = alice.sync(change(check_in(belongs_to=record), id=record), change(None, id=record))
    assert [result["status"] for result in answer["results"]] == ["rejected", "applied"]
    assert (answer["results"][1]["revision"], answer["records"], answer["cursor"]) == (None, [], 0)


NEWER = {
    "senses": {"colour": "blue", "smell": "smoke"},
    "body": [{**TIGHT, "strength": {"of": 10, "is": [3]}}, {"zone": "neck", "side": "back", "mark": "aching"}],
    "habits": [{"habit": "screens", "before": 4, "minutes": [20, 15]}],
}


def test_parts_of_a_newer_app_survive_sync(alice: Phone) -> None:
    data = check_in(**NEWER)
    made = change(data)
    assert alice.sync(made)["records"][0]["data"] == data
    edited = {**data, "nearness": 9}
    answer = alice.sync(change(edited, id=made["id"], base_revision=1), cursor=1)
    assert answer["records"][0]["data"] == edited


def test_parts_of_a_newer_app_survive_an_edit_over_rest(alice: Phone) -> None:
    made = alice.post("check-ins/", {"id": str(uuid4()), **check_in(**NEWER)})
    edited = alice.patch(f"check-ins/{made['id']}/", {"nearness": 9, "base_revision": 1})
    assert {name: edited[name] for name in NEWER} == NEWER


def test_an_unanswered_part_is_absent_and_not_null() -> None:
    stored = parse(
        check_in(senses={"colour": "blue", "sound": None}, habits=[{"habit": "work", "after": None}]), CheckIn
    )
    assert (stored[1]["senses"], stored[1]["habits"]) == ({"colour": "blue"}, [{"habit": "work"}])
