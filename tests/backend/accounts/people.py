"""A person's phones, as far as ways in are concerned."""

import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from rest_framework.test import APIClient

from tests.backend.accounts.authenticator import Authenticator
from tests.clients import Phone

ALLAUTH = "/_allauth/browser/v1/"


class Person(Phone):
    """A phone that can prove who holds it. `ask` speaks to allauth, and names the status it expects."""

    def __init__(self) -> None:
        super().__init__(APIClient(enforce_csrf_checks=True, HTTP_HOST="localhost:8000"))
        self.keys = Authenticator()

    def ask(self, method: str, path: str, body: Any = None, *, expect: int = 200) -> Any:
        self.token()
        answer = getattr(self.http, method)(f"{ALLAUTH}{path}", body, format="json")
        assert answer.status_code == expect, (answer.status_code, answer.content)
        assert set(answer.cookies) <= {"sessionid"}
        return answer.json()

    def token(self) -> Any:
        state = self.get("account/session/")
        self.http.credentials(HTTP_X_CSRFTOKEN=state["csrf_token"])
        return state

    def attach(self, *, expect: int = 201) -> "Person":
        """Attach this phone to the account just signed in to."""
        self.token()
        body = {"locale": "en", "time_zone": "UTC", "device": {"id": self.device, "label": "Another phone"}}
        self.account = self.post("account/", body, expect=expect)
        self.http.credentials(HTTP_X_CSRFTOKEN=self.account["csrf_token"])
        return self

    @property
    def ways(self) -> Any:
        return self.get("account/")["ways"]

    def make_passkey(self, name: str = "This phone") -> Any:
        options = self.ask("get", "account/authenticators/webauthn")["data"]["creation_options"]
        body = {"name": name, "credential": self.keys.make(options)}
        return self.ask("post", "account/authenticators/webauthn", body)["data"]

    def sign_in_by_passkey(self, keys: Authenticator, *, expect: int = 200) -> Any:
        options = self.ask("get", "auth/webauthn/login")["data"]["request_options"]
        return self.ask("post", "auth/webauthn/login", {"credential": keys.sign(options)}, expect=expect)

    def give_address(self, address: str, code: Callable[[], str]) -> None:
        self.ask("post", "account/email", {"email": address})
        self.ask("post", "auth/email/verify", {"key": code()})

    def sign_in_by_mail(self, address: str, code: Callable[[], str], *, expect: int = 200) -> Any:
        self.ask("post", "auth/code/request", {"email": address}, expect=401)
        return self.ask("post", "auth/code/confirm", {"code": code()}, expect=expect)

    def set_password(self, password: str) -> Any:
        return self.ask("post", "account/password/change", {"new_password": password})

    def sign_in_by_password(self, address: str, password: str, *, expect: int = 200) -> Any:
        return self.ask("post", "auth/login", {"email": address, "password": password}, expect=expect)

    def make_totp(self) -> str:
        """Return the secret that the authenticator app keeps."""
        secret: str = self.ask("get", "account/authenticators/totp", expect=404)["meta"]["secret"]
        self.ask("post", "account/authenticators/totp", {"code": totp(secret)})
        return secret

    def recovery_codes(self) -> list[str]:
        codes: list[str] = self.post("account/recovery-codes/", {}, expect=200)["codes"]
        return codes

    def recover(self, code: str, *, expect: int = 200) -> Any:
        self.token()
        return self.post("account/recover/", {"code": code}, expect=expect)


def pending(answer: Any) -> list[str]:
    return [flow["id"] for flow in answer["data"]["flows"] if flow.get("is_pending")]


def totp(secret: str, *, later: int = 0) -> str:
    """Return what an authenticator app shows now, or some steps of 30 seconds later."""
    shown: str = format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))
    return shown


def ids(phone: Phone) -> list[UUID]:
    return [UUID(device["id"]) for device in phone.get("account/devices/")]
