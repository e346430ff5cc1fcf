"""Sync on the server: invariants and faults of PROTOCOL.md."""

import gzip
import json
from typing import Any
from uuid import uuid4

import pytest

from backend.accounts.models import Account
from backend.checkins.models import CheckIn
from backend.core.models import EPOCH_STEP, Receipt
from backend.sync import services
from tests.clients import Phone, change, check_in


def statuses(answer: dict[str, Any]) -> list[str]:
    return [result["status"] for result in answer["results"]]


def test_a_check_in_goes_up_and_comes_down(alice: Phone) -> None:
    op = change(check_in(nearness=4))
    answer = alice.sync(op)
    assert answer["results"] == [{"op_id": op["op_id"], "status": "applied", "revision": 1}]
    assert answer["records"] == [
        {"collection": "check_ins", "id": op["id"], "revision": 1, "deleted": False, "data": check_in(nearness=4)}
    ]
    assert (answer["cursor"], answer["more"], answer["epoch"]) == (1, False, alice.account["epoch"])


def test_a_replayed_op_answers_what_the_first_try_answered(alice: Phone) -> None:
    made, bad = change(check_in()), change(check_in(nearness=11))
    first = alice.sync(made, bad)
    again = alice.sync(made, bad)
    assert statuses(again) == ["duplicate", "duplicate"]
    assert [result["first"] for result in again["results"]] == ["applied", "rejected"]
    assert again["results"][1]["errors"] == first["results"][1]["errors"]
    assert CheckIn.objects.count() == 1
    assert again["cursor"] == 1


def test_the_same_op_twice_in_one_request_has_one_effect(alice: Phone) -> None:
    op = change(check_in())
    assert statuses(alice.sync(op, op)) == ["applied", "duplicate"]


def test_a_bad_change_is_rejected_alone(alice: Phone) -> None:
    answer = alice.sync(change(check_in()), change(check_in(nearness=99)), change(check_in()))
    assert statuses(answer) == ["applied", "rejected", "applied"]
    assert answer["results"][1]["errors"][0]["attr"] == "nearness"


def test_an_unknown_collection_is_rejected_alone(alice: Phone) -> None:
    answer = alice.sync(change(check_in(), collection="dreams"), change(check_in()))
    assert statuses(answer) == ["rejected", "applied"]


def test_a_stale_edit_is_a_conflict_and_writes_nothing(alice: Phone) -> None:
    made = change(check_in(nearness=3))
    alice.sync(made)
    alice.sync(change(check_in(nearness=5), id=made["id"], base_revision=1))
    answer = alice.sync(change(check_in(nearness=9), id=made["id"], base_revision=1))
    (result,) = answer["results"]
    assert (result["status"], result["revision"]) == ("conflict", 2)
    assert result["record"]["data"]["nearness"] == 5
    assert CheckIn.objects.get().data["nearness"] == 5


def test_a_lost_receipt_of_a_create_does_no_harm(alice: Phone) -> None:
    made = change(check_in())
    alice.sync(made)
    Receipt.objects.all().delete()
    assert statuses(alice.sync(made)) == ["applied"]
    assert statuses(alice.sync({**made, "op_id": str(uuid4()), "data": check_in(nearness=8)})) == ["conflict"]


def test_a_delete_leaves_a_tombstone_without_a_word(alice: Phone) -> None:
    made = change(check_in(around=["work"]))
    alice.sync(made)
    answer = alice.sync(change(None, id=made["id"], base_revision=1), cursor=1)
    assert answer["records"] == [
        {"collection": "check_ins", "id": made["id"], "revision": 2, "deleted": True, "data": {}}
    ]
    row = CheckIn.objects.get()
    assert (row.data, row.kind, row.occurred_at) == ({}, None, None)


def test_an_edit_can_bring_a_deleted_record_back(alice: Phone) -> None:
    made = change(check_in())
    alice.sync(made, change(None, id=made["id"], base_revision=1))
    stale = alice.sync(change(check_in(nearness=6), id=made["id"], base_revision=1))
    assert stale["results"][0]["record"]["deleted"] is True
    assert statuses(alice.sync(change(check_in(nearness=6), id=made["id"], base_revision=2))) == ["applied"]
    assert CheckIn.objects.get().deleted is False


def test_deleting_what_is_not_there_is_applied(alice: Phone) -> None:
    answer = alice.sync(change(None))
    assert answer["results"][0]["status"] == "applied"
    assert (answer["cursor"], answer["records"]) == (0, [])


def test_several_changes_of_one_record_in_one_request_each_get_their_own_revision(alice: Phone) -> None:
    made = change(check_in(nearness=1))
    edit = change(check_in(nearness=2), id=made["id"], base_revision=1)
    answer = alice.sync(made, edit)
    assert [result["revision"] for result in answer["results"]] == [1, 2]
    assert [record["revision"] for record in answer["records"]] == [2]


def test_pages_of_the_feed_add_up_to_the_whole(alice: Phone) -> None:
    made = [change(check_in()) for _ in range(5)]
    alice.sync(*made)
    cursor, seen, more = 0, [], True
    while more:
        page = alice.sync(cursor=cursor, limit=2)
        seen += [record["id"] for record in page["records"]]
        cursor, more = page["cursor"], page["more"]
    assert seen == [op["id"] for op in made]
    assert cursor == 5


def test_without_echo_what_was_stored_as_sent_does_not_come_back(alice: Phone) -> None:
    other = change(check_in(nearness=1))
    alice.sync(other)
    plain, gone = change(check_in(nearness=2)), change({}, id=other["id"], base_revision=1, deleted=True)
    moved = change({**check_in(nearness=3), "occurred_at": "2026-11-23T21:30:00+01:00"})
    answer = alice.sync(plain, gone, moved, cursor=1, echo=False)
    assert [result["revision"] for result in answer["results"]] == [2, 3, 4]
    assert [record["data"]["occurred_at"] for record in answer["records"]] == ["2026-11-23T20:30:00Z"]
    assert answer["cursor"] == 4
    assert alice.sync(change(check_in()), cursor=4, echo=False)["records"] == []


def test_without_echo_what_the_server_adds_comes_down(alice: Phone) -> None:
    reminder = {"kind": "breathwork", "local_time": "09:30", "weekdays": [1, 3], "time_zone": "Europe/Berlin"}
    answer = alice.sync(change(reminder, collection="reminders"), echo=False)
    assert [record["data"]["next_due_at"][-1] for record in answer["records"]] == ["Z"]


def test_without_echo_all_else_comes_down(alice: Phone) -> None:
    made = [change(check_in(nearness=number)) for number in range(3)]
    alice.sync(*made)
    answer = alice.sync(change(check_in()), cursor=1, echo=False)
    assert [record["id"] for record in answer["records"]] == [op["id"] for op in made[1:]]
    # The answer to the first try was lost: what the phone does not know yet is told.
    again = alice.sync(made[2], change(check_in(), id=made[1]["id"]), cursor=1, echo=False)
    assert statuses(again) == ["duplicate", "conflict"]
    assert [record["revision"] for record in again["records"]] == [2, 3, 4]


def test_another_epoch_starts_the_feed_again_and_still_applies(alice: Phone) -> None:
    alice.sync(change(check_in()))
    answer = alice.sync(change(check_in()), cursor=1, epoch="another")
    assert statuses(answer) == ["applied"]
    assert [record["revision"] for record in answer["records"]] == [1, 2]


def test_a_cursor_from_the_future_starts_the_feed_again(alice: Phone) -> None:
    alice.sync(change(check_in()))
    assert len(alice.sync(cursor=10**12)["records"]) == 1


def test_commits_lost_in_a_failover_are_noticed_and_asked_for(alice: Phone) -> None:
    kept, lost = change(check_in()), change(check_in(nearness=8))
    alice.sync(kept)
    before = Account.objects.values("revision").get()
    alice.sync(lost, cursor=1)
    CheckIn.objects.filter(id=lost["id"]).delete()
    Receipt.objects.filter(op_id=lost["op_id"]).delete()
    Account.objects.update(**before)
    answer = alice.sync(change(check_in()), cursor=2)
    assert answer["epoch"] != alice.account["epoch"], "the phone goes through what it has, as after a restore"
    assert [record["revision"] for record in answer["records"]] == [1, 1 + EPOCH_STEP + 1]


def test_a_restore_changes_the_epoch_and_no_old_revision_matches(alice: Phone) -> None:
    made = change(check_in())
    alice.sync(made)
    services.raise_epochs()
    account = Account.objects.get()
    assert account.epoch != alice.account["epoch"]
    answer = alice.sync(change(check_in()))
    assert answer["results"][0]["revision"] == 1 + EPOCH_STEP + 1
    assert len(answer["records"]) == 2


def test_fields_of_a_newer_app_survive_the_round_trip(alice: Phone) -> None:
    data = check_in(weather={"sky": "grey", "birds": [1, 2]})
    assert alice.sync(change(data))["records"][0]["data"] == data


@pytest.mark.parametrize(
    "data",
    [
        check_in(note="a\x00b"),
        check_in(note={"a\x00": 1}),
        check_in(big=2**60),
        check_in(big=1e300),
        check_in(deep=[[[[[[[[[[1]]]]]]]]]]),
        check_in(occurred_at="0001-01-01T00:00:00+14:00"),
        check_in(time_zone="Middle/Earth"),
        check_in(occurred_at="2026-11-23T20:30:00"),
    ],
)
def test_what_cannot_be_stored_is_rejected_and_never_breaks(alice: Phone, data: dict[str, Any]) -> None:
    assert statuses(alice.sync(change(data))) == ["rejected"]


def test_a_gzipped_body_is_understood(alice: Phone) -> None:
    body = {"device": alice.device, "epoch": None, "cursor": 0, "changes": [change(check_in())]}
    answer = alice.http.post(
        "/api/v1/sync/",
        gzip.compress(json.dumps(body).encode()),
        content_type="application/json",
        HTTP_CONTENT_ENCODING="gzip",
    )
    assert statuses(answer.json()) == ["applied"]


def test_too_much_is_refused_before_anything_is_written(alice: Phone) -> None:
    many = [change(check_in()) for _ in range(501)]
    alice.post("sync/", {"device": alice.device, "changes": many}, expect=413)
    large = [change(check_in()), change(check_in(filler="x" * 70_000))]
    alice.post("sync/", {"device": alice.device, "changes": large}, expect=413)
    assert (CheckIn.objects.count(), Account.objects.get().revision) == (0, 0)


def test_a_gzip_bomb_is_refused(alice: Phone) -> None:
    bomb = gzip.compress(b'{"device": "' + b" " * 50_000_000)
    answer = alice.http.post("/api/v1/sync/", bomb, content_type="application/json", HTTP_CONTENT_ENCODING="gzip")
    assert answer.status_code == 413


def test_bob_never_sees_or_touches_what_is_alices(alice: Phone, bob: Phone) -> None:
    made = change(check_in())
    alice.sync(made)
    assert bob.sync()["records"] == []
    answer = bob.sync(change(check_in(nearness=0), id=made["id"], base_revision=1))
    assert statuses(answer) == ["applied"], "the id is Bob's own, in his own account"
    assert CheckIn.objects.get(account_id=alice.account_id).data["nearness"] == 3


def test_bob_may_use_an_op_id_that_alice_used(alice: Phone, bob: Phone) -> None:
    op = change(check_in())
    alice.sync(op)
    assert statuses(bob.sync(op)) == ["applied"]


def test_a_deleted_account_answers_401(alice: Phone) -> None:
    alice.delete("account/")
    alice.post("sync/", {"device": alice.device}, expect=401)
