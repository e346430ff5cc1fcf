"""What a request costs, and how long a promise is kept."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from backend.core.models import Receipt
from backend.sync import services, tasks
from tests.clients import Phone, change, check_in

REMINDER = {"kind": "breathwork", "local_time": "09:30", "weekdays": [1, 3], "time_zone": "Europe/Berlin"}
PRACTICE = {"exercise": "longer-out-breath", "started_at": "2026-11-23T20:30:00Z"}
MIXED: dict[str, dict[str, Any]] = {"practices": PRACTICE, "reminders": REMINDER}


def queries(work: Callable[[], Any]) -> int:
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


@pytest.mark.parametrize("count", [3, 500])
def test_a_request_asks_as_often_for_many_changes_as_for_one(alice: Phone, count: int) -> None:
    def cost(many: int) -> int:
        return queries(lambda: alice.sync(*[change(check_in()) for _ in range(many)]))

    assert cost(count) == cost(1)


@pytest.mark.parametrize("count", [1, 3, 500])
def test_edits_deletes_conflicts_and_replays_cost_no_more_than_creates(alice: Phone, count: int) -> None:
    made = [change(check_in()) for _ in range(count)]
    creating = queries(lambda: alice.sync(*made))
    kinds = {
        "replays": made,
        "edits": [change(check_in(nearness=9), id=op["id"], base_revision=n) for n, op in enumerate(made, 1)],
        "conflicts": [change(check_in(nearness=1), id=op["id"], base_revision=0) for op in made],
        "deletes": [change(None, id=op["id"], base_revision=count + n) for n, op in enumerate(made, 1)],
    }
    assert max(queries(partial(alice.sync, *ops)) for ops in kinds.values()) <= creating


@pytest.mark.parametrize("count", [1, 3, 250])
def test_a_request_of_mixed_collections_has_a_fixed_price(alice: Phone, count: int) -> None:
    def cost(many: int) -> int:
        both = [change(data, collection=name) for name, data in MIXED.items() for _ in range(many)]
        return queries(partial(alice.sync, *both))

    assert cost(count) == cost(1)


@pytest.mark.parametrize("size", [1, 3, 500])
def test_a_page_costs_the_same_wherever_it_lies_and_however_large_it_is(alice: Phone, size: int) -> None:
    alice.sync(*[change(check_in()) for _ in range(500)])
    alice.sync(*[change(REMINDER, collection="reminders") for _ in range(20)])
    first = queries(lambda: alice.sync(cursor=0, limit=1))
    assert {queries(partial(alice.sync, cursor=at, limit=size)) for at in (0, 3, 250, 515)} == {first}
    assert queries(partial(alice.sync, cursor=520, limit=size)) < first


def test_receipts_are_kept_for_ninety_days_and_then_forgotten(alice: Phone) -> None:
    kept, old = change(check_in()), change(check_in())
    alice.sync(kept, old)
    now = timezone.now()
    Receipt.objects.filter(op_id=kept["op_id"]).update(created_at=now - timedelta(days=89, hours=23))
    Receipt.objects.filter(op_id=old["op_id"]).update(created_at=now - timedelta(days=90, minutes=1))
    assert services.prune_receipts(now=now) == 1
    assert [str(receipt.op_id) for receipt in Receipt.objects.all()] == [kept["op_id"]]


def test_many_receipts_are_forgotten_bit_by_bit(alice: Phone) -> None:
    alice.sync(*[change(check_in()) for _ in range(30)])
    Receipt.objects.update(created_at=timezone.now() - timedelta(days=91))
    assert queries(lambda: services.prune_receipts(now=timezone.now(), at_once=10)) == 4
    assert Receipt.objects.count() == 0


def test_the_daily_task_forgets_receipts(alice: Phone) -> None:
    alice.sync(change(check_in()))
    Receipt.objects.update(created_at=timezone.now() - timedelta(days=200))
    tasks.prune_receipts()
    assert Receipt.objects.count() == 0


def test_a_phone_after_two_hundred_days_loses_and_doubles_nothing(alice: Phone) -> None:
    """Its receipt is gone: a replayed create is known by its content, a replayed edit by its base."""
    made = change(check_in())
    alice.sync(made)
    edit = change(check_in(nearness=8), id=made["id"], base_revision=1)
    alice.sync(edit)
    Receipt.objects.all().delete()
    again = alice.sync(edit, change(check_in(), id=str(uuid4())))
    assert [result["status"] for result in again["results"]] == ["applied", "applied"]
    assert [record["revision"] for record in again["records"]] == [2, 3]


def test_an_answer_is_packed_for_a_phone_that_can_unpack_it(alice: Phone) -> None:
    alice.sync(*[change(check_in()) for _ in range(20)])
    body = {"device": alice.device, "epoch": alice.account["epoch"]}
    plain = alice.http.post("/api/v1/sync/", body, format="json")
    packed = alice.http.post("/api/v1/sync/", body, format="json", HTTP_ACCEPT_ENCODING="gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.content) * 4 < len(plain.content)
