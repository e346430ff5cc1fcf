"""People and their phones, as the tests speak of them."""

from typing import Any
from uuid import UUID, uuid4

from rest_framework.test import APIClient


class Phone:
    """A phone with an anonymous account. Each call names the status it expects and returns the body."""

    def __init__(self, client: APIClient | None = None) -> None:
        self.http = client or APIClient(enforce_csrf_checks=True)
        self.device = str(uuid4())

    def open_account(self) -> "Phone":
        body = {
            "locale": "en",
            "time_zone": "Europe/Berlin",
            "device": {"id": self.device, "label": "A phone"},
        }
        self.account = self.post("account/", body, expect=201)
        self.http.credentials(HTTP_X_CSRFTOKEN=self.account["csrf_token"])
        return self

    @property
    def account_id(self) -> UUID:
        return UUID(str(self.account["id"]))

    def call(self, method: str, path: str, body: Any = None, *, expect: int, **extra: Any) -> Any:
        answer = getattr(self.http, method)(f"/api/v1/{path}", body, format="json", **extra)
        assert answer.status_code == expect, (answer.status_code, answer.content)
        return answer.json() if answer.content else None

    def get(self, path: str, *, expect: int = 200) -> Any:
        answer = self.http.get(f"/api/v1/{path}")
        assert answer.status_code == expect, (answer.status_code, answer.content)
        return answer.json()

    def post(self, path: str, body: Any, *, expect: int = 201, **extra: Any) -> Any:
        return self.call("post", path, body, expect=expect, **extra)

    def patch(self, path: str, body: Any, *, expect: int = 200) -> Any:
        return self.call("patch", path, body, expect=expect)

    def delete(self, path: str, *, expect: int = 204) -> Any:
        return self.call("delete", path, expect=expect)

    def sync(self, *changes: dict[str, Any], cursor: int = 0, epoch: str | None = "own", **asked: Any) -> Any:
        body = {
            "device": self.device,
            "epoch": self.account["epoch"] if epoch == "own" else epoch,
            "cursor": cursor,
            "changes": list(changes),
            **asked,
        }
        return self.post("sync/", body, expect=200)


def check_in(**fields: Any) -> dict[str, Any]:
    """Return the data of a valid check-in."""
    base = {"kind": "check_in", "occurred_at": "2026-11-23T20:30:00Z", "time_zone": "Europe/Berlin"}
    answers = {} if "absence" in fields else {"nearness": 3}
    return {**base, **answers, **fields}


def change(data: dict[str, Any] | None = None, /, **fields: Any) -> dict[str, Any]:
    """Return a sync change, by default the making of a check-in."""
    return {
        "op_id": str(uuid4()),
        "collection": "check_ins",
        "id": str(uuid4()),
        "base_revision": None,
        "deleted": data is None,
        "data": data or {},
        **fields,
    }
