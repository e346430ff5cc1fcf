"""What a proxy says about a visitor is believed only from the proxies that were named, and https hardens the cookie."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from ipaddress import ip_network
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings

from backend.core.proxies import TrustedProxyMiddleware

PROXY, STRANGER, VISITOR = "10.0.0.7", "192.0.2.66", "198.51.100.4"
PUBLIC = "https://thaw.example.org"
SAID = """
import json
from django.conf import settings
names = (
    "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "SECURE_HSTS_SECONDS", "SECURE_PROXY_SSL_HEADER",
    "SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "SITE_URL", "TRUSTED_PROXIES",
)
print(json.dumps({name: getattr(settings, name) for name in names}, default=str))
"""


@pytest.fixture
def own_proxies(settings: Any) -> None:
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.0/8"), ip_network("fd00::/8")]


@pytest.mark.parametrize(
    ("sender", "chain", "believed"),
    [
        (PROXY, VISITOR, VISITOR),
        (PROXY, f"203.0.113.9, {VISITOR}", VISITOR),
        (PROXY, f"{VISITOR}, 10.0.0.8", VISITOR),
        (PROXY, "10.0.0.9, 10.0.0.8", "10.0.0.9"),
        ("fd00::1", "2001:db8::5", "2001:db8::5"),
        (STRANGER, VISITOR, STRANGER),
        ("", VISITOR, ""),
    ],
)
def test_the_visitor_is_the_last_address_that_no_proxy_of_ours_has(
    own_proxies: None, sender: str, chain: str, believed: str
) -> None:
    assert passed_on(sender, HTTP_X_FORWARDED_FOR=chain)["REMOTE_ADDR"] == believed


def test_a_strangers_forwarded_headers_are_gone_before_anything_reads_them(own_proxies: None) -> None:
    headers = {"HTTP_X_FORWARDED_FOR": VISITOR, "HTTP_X_FORWARDED_PROTO": "https", "HTTP_X_FORWARDED_HOST": "evil.test"}
    assert {name for name in passed_on(STRANGER, **headers) if name.startswith("HTTP_X_FORWARDED")} == set()


def test_with_no_proxy_named_nobody_is_believed() -> None:
    assert passed_on("127.0.0.1", HTTP_X_FORWARDED_FOR=VISITOR)["REMOTE_ADDR"] == "127.0.0.1"


def passed_on(sender: str, **headers: Any) -> dict[str, Any]:
    """Return the META that the rest of the application sees."""
    seen: list[HttpRequest] = []

    def rest(request: HttpRequest) -> HttpResponse:
        seen.append(request)
        return HttpResponse()

    TrustedProxyMiddleware(rest)(RequestFactory().get("/", REMOTE_ADDR=sender, **headers))
    return seen[0].META


def settings_of(**environment: str) -> dict[str, Any]:
    """Return what settings.py makes of an environment, read in a process of its own."""
    said = subprocess.check_output([sys.executable, "-c", SAID], env={**os.environ, **environment}, text=True)
    found: dict[str, Any] = json.loads(said)
    found["TRUSTED_PROXIES"] = [ip_network(text) for text in found["TRUSTED_PROXIES"]]
    return found


@pytest.fixture
def behind_https(db: None) -> Iterator[Client]:
    cache.clear()
    environment = {
        "SITE_URL": PUBLIC,
        "TRUSTED_PROXIES": "10.0.0.0/8",
        "DJANGO_SETTINGS_MODULE": "backend.config.settings",
    }
    with override_settings(**settings_of(**environment)):
        yield Client(HTTP_HOST="thaw.example.org", REMOTE_ADDR=PROXY)


def test_behind_https_the_cookie_is_secure_and_bound_to_the_host(behind_https: Client) -> None:
    answer = open_account(behind_https, HTTP_X_FORWARDED_PROTO="https")
    assert answer.status_code == 201
    (cookie,) = answer.cookies.values()
    assert (cookie.key, cookie["secure"], cookie["path"], cookie["domain"]) == ("__Host-sessionid", True, "/", "")
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


@pytest.mark.parametrize(
    ("sender", "proto", "kept"), [(PROXY, "https", True), (PROXY, "http", False), (STRANGER, "https", False)]
)
def test_https_is_promised_for_a_year_only_where_the_proxy_says_that_it_was_used(
    behind_https: Client, sender: str, proto: str, *, kept: bool
) -> None:
    answer = behind_https.get("/healthz", REMOTE_ADDR=sender, HTTP_X_FORWARDED_PROTO=proto)
    assert answer.headers.get("Strict-Transport-Security") == ("max-age=31536000" if kept else None)


def test_an_http_site_has_a_plain_cookie_and_promises_nothing(db: None) -> None:
    cache.clear()
    answer = open_account(Client(), HTTP_X_FORWARDED_PROTO="https")
    (cookie,) = answer.cookies.values()
    assert (cookie.key, cookie["secure"]) == ("sessionid", "")
    assert "Strict-Transport-Security" not in answer.headers


def open_account(client: Client, **headers: Any) -> Any:
    body = {"locale": "en", "time_zone": "Europe/Berlin", "device": {"id": str(uuid4()), "label": "A phone"}}
    return client.post("/api/v1/account/", json.dumps(body), content_type="application/json", **headers)
