"""What the API's description shows is true: its examples are taken, and lists narrow as it says."""

from typing import Any
from uuid import uuid4

import pytest
from drf_spectacular.generators import SchemaGenerator

from tests.clients import Phone

KINDS = {"check_in", "glimmer", "foggy_span"}


def operation(method: str, path: str) -> dict[str, Any]:
    schema: Any = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call] # ships without types
    found: dict[str, Any] = schema["paths"][f"/api/v1/{path}"][method]
    return found


def shown(part: dict[str, Any]) -> list[Any]:
    return [example["value"] for example in part["content"]["application/json"]["examples"].values()]


def test_there_is_an_example_of_every_kind_and_of_an_absence_alone() -> None:
    sent = shown(operation("post", "check-ins/")["requestBody"])
    assert {record["kind"] for record in sent} == KINDS
    bare = {"id", "kind", "occurred_at", "time_zone"}
    assert [set(record) - bare for record in sent if "absence" in record] == [{"absence"}]


def test_the_full_check_in_shows_every_field_that_goes_with_nearness() -> None:
    schema: Any = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call] # as above
    fields = set(schema["components"]["schemas"]["CheckInRequest"]["properties"])
    full = max(shown(operation("post", "check-ins/")["requestBody"]), key=len)
    assert fields - set(full) == {"absence", "ended_at", "practice"}


@pytest.mark.parametrize("path", ["check-ins/", "practices/"])
def test_every_example_is_taken_and_answered_as_shown(alice: Phone, path: str) -> None:
    made, single = operation("post", path), operation("patch", f"{path}{{id}}/")
    pairs = list(zip(shown(made["requestBody"]), shown(made["responses"]["201"]), strict=True))
    for revision, (sent, answered) in enumerate(pairs, start=1):
        own = {"id": str(uuid4())}
        assert alice.post(path, {**sent, **own}) == {**answered, **own, "revision": revision}
    record = alice.post(path, pairs[0][0])
    (edit,) = shown(single["requestBody"])
    changed = alice.patch(f"{path}{record['id']}/", {**edit, "base_revision": record["revision"]})
    asked = {name: value for name, value in edit.items() if name != "base_revision"}
    assert {name: changed.get(name) for name in asked} == asked


@pytest.mark.parametrize("path", ["check-ins/", "practices/", "reminders/"])
def test_a_list_is_one_page_and_not_a_list_of_pages(alice: Phone, path: str) -> None:
    schema: Any = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call] # as above
    answer = operation("get", path)["responses"]["200"]["content"]["application/json"]["schema"]
    page = schema["components"]["schemas"][answer["$ref"].rpartition("/")[2]]
    assert set(page["properties"]) == set(alice.get(path))


@pytest.mark.parametrize(
    ("path", "filters"),
    [
        ("check-ins/", {"cursor", "kind", "since", "until"}),
        ("practices/", {"cursor", "since", "until"}),
        ("reminders/", {"cursor", "kind"}),
    ],
)
def test_every_filter_is_described(path: str, filters: set[str]) -> None:
    parameters = operation("get", path)["parameters"]
    assert {parameter["name"] for parameter in parameters if parameter["description"]} == filters
