"""What is sealed goes through the server unopened."""

from typing import Any

import pytest

from backend.core.shapes import InvalidRecordError, parse
from backend.vault.models import SealedRecord
from backend.vault.serializers import Sealed
from tests.backend.test_contract import golden
from tests.clients import Phone, change

ENVELOPE = golden("sealed.json")["valid"][0]["envelope"]


def seal(**fields: Any) -> dict[str, Any]:
    return change({"kind": "note", "envelope": ENVELOPE}, collection="sealed", **fields)


@pytest.mark.parametrize("data", golden("sealed.json")["valid"])
def test_an_envelope_comes_down_as_it_went_up(alice: Phone, data: dict[str, Any]) -> None:
    op = change(data, collection="sealed")
    answer = alice.sync(op)
    assert answer["results"] == [{"op_id": op["op_id"], "status": "applied", "revision": 1}]
    assert answer["records"] == [
        {"collection": "sealed", "id": op["id"], "revision": 1, "deleted": False, "data": data}
    ]


@pytest.mark.parametrize("case", golden("sealed.json")["invalid"])
def test_what_is_no_envelope_is_refused_and_named(case: dict[str, Any]) -> None:
    with pytest.raises(InvalidRecordError) as refused:
        parse(case["data"], Sealed)
    assert refused.value.attr == case["attr"]


def test_two_edits_meet_in_a_conflict_that_carries_the_other_envelope(alice: Phone) -> None:
    made = seal()
    alice.sync(made)
    elsewhere = {**ENVELOPE, "ciphertext": "ZWxzZXdoZXJl"}
    alice.sync(seal(id=made["id"], base_revision=1, data={"kind": "note", "envelope": elsewhere}))
    (result,) = alice.sync(seal(id=made["id"], base_revision=1))["results"]
    assert result["status"] == "conflict"
    assert result["record"]["data"]["envelope"] == elsewhere


def test_a_deleted_one_leaves_no_ciphertext(alice: Phone) -> None:
    made = seal()
    alice.sync(made, change(None, collection="sealed", id=made["id"], base_revision=1))
    row = SealedRecord.objects.get()
    assert (row.deleted, row.data, row.kind) == (True, {}, None)


def test_an_envelope_over_64_kb_is_refused_before_anything_is_written(alice: Phone) -> None:
    large = {**ENVELOPE, "ciphertext": "a" * 65_536}
    body = {"device": alice.device, "changes": [seal(), seal(data={"kind": "note", "envelope": large})]}
    alice.post("sync/", body, expect=413)
    assert SealedRecord.objects.count() == 0


def test_bob_cannot_have_what_alice_sealed(alice: Phone, bob: Phone) -> None:
    alice.sync(seal())
    assert bob.sync()["records"] == []
