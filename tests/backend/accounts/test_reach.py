"""What of allauth can be reached, by whom, and with what in the answer."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.headless.account.urls import build_urlpatterns as account_urls
from allauth.headless.constants import Client as AllauthClient
from allauth.headless.mfa.urls import build_urlpatterns as mfa_urls
from django.core.management import call_command
from django.test import Client, override_settings
from django.urls import URLPattern, get_resolver

from backend.accounts.allauth_urls import urlpatterns
from backend.accounts.models import Account
from backend.config.env import Mail
from tests.backend.accounts.people import ALLAUTH, Person
from tests.backend.core.test_proxies import PROXY, PUBLIC, settings_of

HERS = "anna@example.org"
PASSWORD = "a window over the harbour"
# What a session without a device, an ended one and a stranger are refused alike.
OF_DEVICES = [
    ("get", "account/authenticators"),
    ("get", "account/authenticators/totp"),
    ("post", "account/authenticators/totp"),
    ("delete", "account/authenticators/totp"),
    ("get", "account/authenticators/webauthn"),
    ("post", "account/authenticators/webauthn"),
    ("delete", "account/authenticators/webauthn"),
    ("get", "account/email"),
    ("post", "account/email"),
    ("delete", "account/email"),
    ("post", "account/password/change"),
    ("post", "auth/email/verify"),
    ("post", "auth/reauthenticate"),
    ("post", "auth/2fa/reauthenticate"),
    ("get", "auth/webauthn/reauthenticate"),
]


@pytest.mark.parametrize(("method", "path"), OF_DEVICES)
@pytest.mark.parametrize("who", ["a stranger", "a newcomer"])
def test_only_devices_change_an_account(anna: Person, method: str, path: str, who: str) -> None:
    caller = Person()
    if who == "a newcomer":
        caller.recover(anna.recovery_codes()[0])
    said = caller.ask(method, path, {}, expect=401)
    assert said["meta"]["is_authenticated"] is False


def test_a_newcomer_is_a_stranger_to_the_rest_of_the_api(anna: Person) -> None:
    caller = Person()
    caller.recover(anna.recovery_codes()[0])
    caller.token()
    for path in ("account/", "account/devices/", "check-ins/", "reminders/", "push/subscriptions/"):
        caller.get(path, expect=401)
    caller.post("sync/", {}, expect=401)
    caller.post("account/recovery-codes/", {}, expect=401)
    caller.post("account/merge/", {}, expect=401)
    caller.delete("account/", expect=401)
    assert caller.token()["signed_in"] is True


@pytest.mark.parametrize(
    "path",
    ["auth/signup", "auth/webauthn/signup", "auth/code/resend", "account/phone", "auth/phone/verify",
     "account/authenticators/recovery-codes", "auth/2fa/trust", "config", "auth/session/../signup"],
)  # fmt: skip
def test_what_is_not_listed_is_not_there(db: None, path: str) -> None:
    stranger = Person()
    stranger.token()
    for method in ("get", "post"):
        assert getattr(stranger.http, method)(f"{ALLAUTH}{path}", {}, format="json").status_code == 404
    assert Account.objects.count() == 0


def test_no_page_of_allauth_can_be_reached(client: Client) -> None:
    for path in ("/accounts/login/", "/accounts/signup/", "/_allauth/openapi.html", "/_allauth/app/v1/config"):
        assert client.get(path).status_code == 404
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    assert not any(name.startswith(("account_", "mfa_")) for name in names)


def test_a_way_that_allauth_adds_is_noticed() -> None:
    def listed(patterns: list[Any], before: str = "") -> set[str]:
        found: set[str] = set()
        for one in patterns:
            path = before + str(one.pattern)
            found |= {path} if isinstance(one, URLPattern) else listed(one.url_patterns, path)
        return found

    theirs = listed([*account_urls(AllauthClient.BROWSER), *mfa_urls(AllauthClient.BROWSER)])
    left_out = {"account/phone", "auth/phone/verify", "auth/phone/verify/resend", "auth/signup", "auth/code/resend",
                "auth/email/verify/resend"}  # fmt: skip
    assert theirs - listed(urlpatterns) == left_out


def test_a_write_without_the_token_is_refused(anna: Person) -> None:
    anna.http.credentials()
    answer = anna.http.post(f"{ALLAUTH}account/email", {"email": HERS}, format="json")
    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["auth/code/request", "auth/password/request"])
def test_without_a_mail_server_strangers_are_told_so(db: None, settings: Any, path: str) -> None:
    settings.MAIL = Mail()
    stranger = Person()
    assert stranger.token()["mail"] is False
    assert stranger.ask("post", path, {"email": HERS}, expect=409)["errors"][0]["code"] == "no_mail"


def test_without_a_mail_server_an_address_can_be_looked_at_and_not_given(
    anna: Person, settings: Any, code: Callable[[], str]
) -> None:
    anna.give_address(HERS, code)
    settings.MAIL = Mail()
    assert anna.ask("post", "account/email", {"email": "b@example.org"}, expect=409)["errors"][0]["code"] == "no_mail"
    assert anna.ask("get", "account/email")["data"][0]["email"] == HERS


def test_behind_https_the_answers_of_allauth_set_the_one_cookie(db: None) -> None:
    environment = {
        "SITE_URL": PUBLIC,
        "TRUSTED_PROXIES": "10.0.0.0/8",
        "DJANGO_SETTINGS_MODULE": "backend.config.settings",
    }
    with override_settings(**settings_of(**environment)):
        behind = Client(HTTP_HOST="thaw.example.org", REMOTE_ADDR=PROXY, HTTP_X_FORWARDED_PROTO="https")
        first = behind.get("/api/v1/account/session/")
        answer = behind.post(
            f"{ALLAUTH}auth/login",
            {"email": HERS, "password": PASSWORD},
            content_type="application/json",
            headers={"X-CSRFToken": first.json()["csrf_token"], "Origin": PUBLIC, "Referer": PUBLIC},
        )
        assert answer.status_code == 400
        options = behind.get(f"{ALLAUTH}auth/webauthn/login")
    (cookie,) = first.cookies.values()
    assert (cookie.key, cookie["secure"], cookie["httponly"]) == ("__Host-sessionid", True, True)
    for one in (answer, options):
        assert set(one.cookies) <= {"__Host-sessionid"}


def test_a_stale_token_is_refused_in_json_since_a_page_would_be_taken_for_a_portals(db: None) -> None:
    stale = Client(enforce_csrf_checks=True)
    answer = stale.post(f"{ALLAUTH}auth/login", {}, content_type="application/json")
    assert (answer.status_code, answer["Content-Type"]) == (403, "application/json")
    assert answer.json()["errors"][0]["code"] == "permission_denied"


def test_answers_are_kept_by_nobody(anna: Person) -> None:
    for path in ("/api/v1/account/session/", "/api/v1/account/", f"{ALLAUTH}auth/session"):
        control = anna.http.get(path).headers.get("Cache-Control", "")
        assert "no-store" in control or "private" in control, path


def test_operators_sign_in_to_the_admin_by_name_and_people_do_not(
    anna: Person, code: Callable[[], str], client: Client
) -> None:
    anna.give_address(HERS, code)
    anna.set_password(PASSWORD)
    Account.objects.create_superuser("olga", PASSWORD)
    refused = client.post("/admin/login/", {"username": HERS, "password": PASSWORD})
    assert (refused.status_code, "_auth_user_id" in client.session) == (200, False)
    assert client.post("/admin/login/", {"username": "olga", "password": PASSWORD}).status_code == 302
    assert client.get("/admin/").status_code == 200


def test_an_operator_is_a_stranger_to_the_app(db: None) -> None:
    operator = Person()
    operator.http.force_login(Account.objects.create_superuser("olga", PASSWORD))
    operator.get("account/", expect=401)
    assert operator.token()["signed_in"] is False
    operator.ask("get", "account/authenticators", expect=401)
    operator.attach()
    assert Account.objects.get(pk=operator.account["id"]).login is None


def test_the_settings_pass_allauths_own_checks() -> None:
    call_command("check", "--fail-level", "WARNING")
