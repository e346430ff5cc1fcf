"""Every endpoint against every kind of caller: a stranger, and Bob who wants what is Alice's."""

from base64 import urlsafe_b64encode
from typing import Any
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from drf_spectacular.generators import SchemaGenerator

from tests.clients import Phone, check_in

PUBLIC = {
    ("get", "/api/v1/exercises/"),
    ("get", "/api/v1/exercises/{slug}/"),
    ("get", "/api/v1/push/key/"),
    ("get", "/api/v1/support/lines/"),
    ("get", "/api/v1/support/modalities/"),
    ("get", "/api/v1/vocabulary/"),
    ("get", "/api/v1/support/understanding/"),
    ("post", "/api/v1/account/"),
    ("get", "/api/v1/account/session/"),
    ("post", "/api/v1/account/recover/"),
}
REMINDER = {
    "kind": "breathwork",
    "local_time": "09:30",
    "weekdays": [1, 3, 5],
    "time_zone": "Europe/Berlin",
}
PRACTICE = {"exercise": "longer-out-breath", "started_at": "2026-11-23T20:30:00Z"}


def operations() -> list[tuple[str, str]]:
    schema: Any = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call] # ships without types
    return sorted((method, path) for path, methods in schema["paths"].items() for method in methods)


def alices_things(alice: Phone) -> dict[str, str]:
    """Return, for each path with a parameter, the parameter's value for something that is Alice's."""
    made = {
        "check-ins": alice.post("check-ins/", {"id": str(uuid4()), **check_in()})["id"],
        "practices": alice.post("practices/", {"id": str(uuid4()), **PRACTICE})["id"],
        "reminders": alice.post("reminders/", {"id": str(uuid4()), **REMINDER})["id"],
    }
    return {
        **{f"/api/v1/{name}/{{id}}/": value for name, value in made.items()},
        "/api/v1/reminders/{id}/responses/": made["reminders"],
        "/api/v1/account/devices/{device_id}/": alice.device,
        "/api/v1/push/subscriptions/{id}/": alice.post("push/subscriptions/", subscription(alice))["id"],
    }


def subscription(phone: Phone) -> dict[str, Any]:
    """Return what a browser gives that subscribed at a vendor."""
    point = ec.generate_private_key(ec.SECP256R1()).public_key()
    p256dh = point.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return {
        "endpoint": f"https://updates.push.services.mozilla.com/wpush/v2/{uuid4().hex}",
        "keys": {"p256dh": urlsafe_b64encode(p256dh).decode(), "auth": urlsafe_b64encode(bytes(16)).decode()},
        "key_id": phone.get("push/key/")["key_id"],
    }


def fill(path: str, value: str) -> str:
    head, _, tail = path.partition("{")
    return f"{head}{value}{tail.partition('}')[2]}".removeprefix("/api/v1/")


@pytest.mark.django_db
@pytest.mark.parametrize(("method", "path"), [op for op in operations() if op not in PUBLIC])
def test_a_stranger_gets_401(method: str, path: str) -> None:
    Phone().call(method, fill(path, str(uuid4())) if "{" in path else path.removeprefix("/api/v1/"), {}, expect=401)


def test_bob_gets_404_for_everything_that_is_alices(alice: Phone, bob: Phone) -> None:
    things = alices_things(alice)
    before = alice.sync()["records"]
    tried = {path for method, path in operations() if "{" in path and (method, path) not in PUBLIC}
    assert tried == set(things), "name here what is Alice's behind each path with a parameter"
    for method, path in operations():
        if path in things:
            bob.call(method, fill(path, things[path]), body_for(method, path), expect=404)
    assert alice.sync()["records"] == before


def body_for(method: str, path: str) -> dict[str, Any] | None:
    if path.endswith("/responses/"):
        return {"delivery": str(uuid4()), "response": "opened", "at": "2026-11-23T20:30:00Z"}
    return {"base_revision": 1} if method == "patch" else None


@pytest.mark.parametrize("path", ["check-ins/", "practices/", "reminders/", "push/subscriptions/"])
def test_bobs_lists_are_empty_while_alices_are_not(alice: Phone, bob: Phone, path: str) -> None:
    alices_things(alice)
    answer = bob.get(path)
    assert (answer["results"] if isinstance(answer, dict) else answer) == []
