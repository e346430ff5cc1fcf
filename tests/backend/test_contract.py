"""The golden files, held against the server."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from backend.accounts.serializers import setting_id
from backend.checkins import names
from backend.checkins.serializers import CheckIn
from backend.core.shapes import InvalidRecordError, parse
from tests.clients import Phone

CONTRACT = Path(__file__).parents[1] / "contract"


def golden(name: str) -> Any:
    return json.loads((CONTRACT / name).read_text())


def test_the_server_knows_the_same_names_in_the_same_order() -> None:
    assert {
        "absences": list(get_args(names.Absence)),
        "temperatures": list(get_args(names.Temperature)),
        "weights": list(get_args(names.Weight)),
        "colours": list(get_args(names.Colour)),
        "textures": list(get_args(names.Texture)),
        "sounds": list(get_args(names.Sound)),
        "zones": list(get_args(names.Zone)),
        "sides": list(get_args(names.Side)),
        "marks": list(get_args(names.Mark)),
        "experiences": list(get_args(names.Experience)),
        "habits": list(get_args(names.HabitName)),
        "around": list(names.AROUND),
    } == golden("names.json")


@pytest.mark.parametrize("data", golden("check_ins.json")["valid"])
def test_valid_check_ins_are_stored_as_they_came(data: dict[str, Any]) -> None:
    assert parse(data, CheckIn)[1] == data


@pytest.mark.parametrize("case", golden("check_ins.json")["invalid"])
def test_invalid_check_ins_name_their_field(case: dict[str, Any]) -> None:
    with pytest.raises(InvalidRecordError) as refused:
        parse(case["data"], CheckIn)
    assert refused.value.attr == case["attr"]


@pytest.mark.parametrize(("key", "expected"), golden("setting_ids.json").items())
def test_settings_have_one_id_everywhere(key: str, expected: str) -> None:
    assert str(setting_id(key)) == expected


def test_a_sync_request_is_answered_as_agreed(alice: Phone) -> None:
    example = golden("sync.json")
    answer = alice.post("sync/", example["request"], expect=200)
    assert answer.pop("epoch") == alice.account["epoch"]
    assert answer == example["answer"]
