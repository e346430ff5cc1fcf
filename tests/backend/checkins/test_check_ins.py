"""Check-ins over REST: the same record and the same rules as in sync."""

from typing import Any
from uuid import uuid4

import pytest

from tests.clients import Phone, change, check_in


def made(phone: Phone, **fields: object) -> Any:
    return phone.post("check-ins/", {"id": str(uuid4()), **check_in(**fields)})


def test_a_check_in_made_over_rest_reaches_every_phone(alice: Phone) -> None:
    record = made(alice, nearness=7)
    (down,) = alice.sync()["records"]
    assert (down["id"], down["revision"], down["data"]["nearness"]) == (record["id"], record["revision"], 7)


def test_making_it_again_is_200_and_changes_nothing(alice: Phone) -> None:
    body = {"id": str(uuid4()), **check_in()}
    first = alice.post("check-ins/", body, expect=201)
    assert alice.post("check-ins/", body, expect=200) == first


def test_making_something_else_under_the_same_id_is_409(alice: Phone) -> None:
    record = made(alice)
    answer = alice.post("check-ins/", {**check_in(nearness=9), "id": record["id"]}, expect=409)
    assert answer["record"] == record


def test_an_edit_names_the_revision_it_was_made_on(alice: Phone) -> None:
    record = made(alice)
    edited = alice.patch(f"check-ins/{record['id']}/", {"nearness": 8, "base_revision": 1})
    assert (edited["nearness"], edited["revision"]) == (8, 2)
    stale = alice.patch(f"check-ins/{record['id']}/", {"nearness": 0, "base_revision": 1}, expect=409)
    assert stale["record"] == edited
    alice.patch(f"check-ins/{record['id']}/", {"nearness": 0}, expect=400)


def test_null_takes_an_answer_away_and_absent_stays_absent(alice: Phone) -> None:
    record = made(alice, nearness=2, energy=-0.5, pleasantness=0)
    edited = alice.patch(
        f"check-ins/{record['id']}/", {"nearness": None, "absence": "behind_glass", "base_revision": 1}
    )
    assert "nearness" not in edited
    assert (edited["absence"], edited["energy"], edited["pleasantness"]) == ("behind_glass", -0.5, 0.0)


def test_a_deleted_check_in_is_gone_and_its_tombstone_syncs(alice: Phone) -> None:
    record = made(alice)
    alice.delete(f"check-ins/{record['id']}/")
    alice.get(f"check-ins/{record['id']}/", expect=404)
    assert alice.get("check-ins/")["results"] == []
    assert alice.sync(cursor=1)["records"][0]["deleted"] is True


def test_lists_narrow_by_time_and_kind(alice: Phone) -> None:
    early = made(alice, occurred_at="2026-01-01T08:00:00Z")
    late = made(alice, occurred_at="2026-06-01T08:00:00Z", kind="glimmer")
    assert [r["id"] for r in alice.get("check-ins/?since=2026-03-01T00:00:00Z")["results"]] == [late["id"]]
    assert [r["id"] for r in alice.get("check-ins/?until=2026-06-01T08:00:00Z")["results"]] == [early["id"]]
    assert [r["id"] for r in alice.get("check-ins/?kind=glimmer")["results"]] == [late["id"]]
    alice.get("check-ins/?since=yesterday", expect=400)


def test_filters_go_together_and_stay_on_the_next_page(alice: Phone) -> None:
    glimmers = [
        change(check_in(kind="glimmer", occurred_at=f"2026-03-{1 + day % 28:02}T08:00:00Z")) for day in range(120)
    ]
    others = [change(check_in(occurred_at="2026-03-05T08:00:00Z")), change(check_in(kind="glimmer"))]
    alice.sync(*glimmers, *others)
    page = alice.get("check-ins/?kind=glimmer&since=2026-03-01T00:00:00Z&until=2026-04-01T00:00:00Z")
    rest = alice.get(page["next"].partition("/api/v1/")[2])
    found = [record["id"] for record in page["results"] + rest["results"]]
    assert (sorted(found), rest["next"]) == (sorted(op["id"] for op in glimmers), None)


@pytest.mark.parametrize("query", ["kind=mood", "kind=%00", "since=2027-01-01T00:00:00Z", "until=2020-01-01T00:00:00Z"])
def test_a_filter_that_nothing_passes_leaves_an_empty_list(alice: Phone, query: str) -> None:
    made(alice)
    assert alice.get(f"check-ins/?{query}") == {"next": None, "results": []}


def test_practices_narrow_by_when_they_began(alice: Phone) -> None:
    days = ("2026-01-01", "2026-06-01")
    early, late = (
        alice.post("practices/", {"exercise": "feet-on-the-floor", "started_at": f"{day}T08:00:00Z"}) for day in days
    )
    assert alice.get("practices/?since=2026-06-01T08:00:00Z")["results"] == [late]
    assert alice.get("practices/?until=2026-06-01T08:00:00Z")["results"] == [early]


def test_long_lists_come_in_pages(alice: Phone) -> None:
    alice.sync(*[change(check_in()) for _ in range(150)])
    page = alice.get("check-ins/")
    rest = alice.get(page["next"].partition("/api/v1/")[2])
    ids = [record["id"] for record in page["results"] + rest["results"]]
    assert (len(page["results"]), len(set(ids)), rest["next"]) == (100, 150, None)


@pytest.mark.parametrize(
    ("fields", "attr"),
    [
        ({"nearness": 11}, "nearness"),
        ({"nearness": -1}, "nearness"),
        ({"nearness": 2.5}, "nearness"),
        ({"nearness": "3"}, "nearness"),
        ({"nearness": True}, "nearness"),
        ({"nearness": 3, "absence": "nothing"}, None),
        ({"absence": "neutral"}, "absence"),
        ({"pleasantness": 1.5}, "pleasantness"),
        ({"kind": "mood"}, "kind"),
        ({"kind": "foggy_span"}, None),
        ({"ended_at": "2026-11-24T00:00:00Z"}, None),
        ({"nearness": None}, None),
        ({"words": ["Not A Slug"]}, "words"),
        ({"body": [{"zone": "chest", "side": "left", "mark": "warm"}]}, "body"),
    ],
)
def test_invalid_check_ins_are_400_in_one_shape(alice: Phone, fields: dict[str, Any], attr: str | None) -> None:
    answer = alice.post("check-ins/", {"id": str(uuid4()), **check_in(), **fields}, expect=400)
    assert answer["type"] == "validation_error"
    assert answer["errors"][0]["attr"] == (attr or "non_field_errors")


@pytest.mark.parametrize("absence", ["nothing", "cannot_tell", "behind_glass", "too_mixed"])
def test_an_absence_is_a_whole_answer(alice: Phone, absence: str) -> None:
    record = made(alice, absence=absence)
    assert (record["absence"], "nearness" in record) == (absence, False)


def test_a_glimmer_needs_no_answer(alice: Phone) -> None:
    record = alice.post(
        "check-ins/",
        {"kind": "glimmer", "occurred_at": "2026-11-23T20:30:00Z", "time_zone": "UTC", "id": str(uuid4())},
    )
    assert record["kind"] == "glimmer"


def test_times_come_back_as_utc(alice: Phone) -> None:
    assert made(alice, occurred_at="2026-11-23T21:30:00+01:00")["occurred_at"] == "2026-11-23T20:30:00Z"
