"""What a browser needs to install Thaw and to start it: shell, manifest, worker, and pages for when they fail."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pwa.app_settings
import pytest
from django.test import Client
from pytest_django import Settings

ROOT = Path(__file__).parents[3]
ROUTES = json.loads((ROOT / "tests" / "contract" / "routes.json").read_text())
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "media-src blob:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
}


@pytest.fixture(autouse=True)
def static_files(settings: Settings, db: None) -> None:
    """Serve static files from where they are written, so that no build has to come first."""
    settings.STATICFILES_DIRS = [ROOT / "frontend" / "public" / "static"]
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture
def dist(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a build that holds nothing but a shell and a worker."""
    (tmp_path / "index.html").write_text("<!doctype html><title>Thaw</title>")
    (tmp_path / "serviceworker.js").write_text("self.addEventListener('fetch', () => {}) // naïve")
    settings.FRONTEND_DIST = tmp_path
    # django-pwa reads its settings once, when it is imported.
    monkeypatch.setattr(pwa.app_settings, "PWA_SERVICE_WORKER_PATH", str(tmp_path / "serviceworker.js"))
    return tmp_path


def manifest(client: Client) -> dict[str, Any]:
    body: dict[str, Any] = client.get("/manifest.json").json()
    return body


def pictures(body: dict[str, Any]) -> Iterator[dict[str, str]]:
    yield from body["icons"]
    yield from body["screenshots"]
    for shortcut in body["shortcuts"]:
        yield from shortcut["icons"]


@pytest.mark.parametrize("address", ROUTES["shell"])
def test_every_address_of_the_app_answers_with_the_shell(client: Client, dist: Path, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.content) == (200, (dist / "index.html").read_bytes())
    assert answer["Content-Type"] == "text/html; charset=utf-8"
    assert answer["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("address", ROUTES["not_found"])
def test_any_other_address_is_404_with_a_kind_page(client: Client, dist: Path, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "There is nothing at this address." in answer.content.decode()
    assert "call your local emergency number" in answer.content.decode()
    assert "<script" not in answer.content.decode()


@pytest.mark.parametrize("address", ["/", "/manifest.json", "/serviceworker.js"])
def test_what_has_not_changed_is_304_and_what_has_is_sent(client: Client, dist: Path, address: str) -> None:
    first = client.get(address)
    again = client.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(address, headers={"if-none-match": '"an older build"'}).content == first.content


def test_a_new_build_is_served_without_a_restart(client: Client, dist: Path) -> None:
    before = client.get("/")["ETag"]
    (dist / "index.html").write_text("<!doctype html><title>Thaw, newer</title>")
    assert client.get("/", headers={"if-none-match": before}).content == b"<!doctype html><title>Thaw, newer</title>"


@pytest.mark.parametrize("address", ["/", "/manifest.json", "/serviceworker.js"])
def test_nothing_can_be_posted_to_the_shell(client: Client, dist: Path, address: str) -> None:
    assert client.post(address).status_code == 405


def test_without_a_build_the_shell_says_what_to_do(client: Client, dist: Path) -> None:
    (dist / "index.html").unlink()
    answer = client.get("/")
    assert answer.status_code == 503
    assert "The screens of Thaw have not been built yet." in answer.content.decode()


def test_without_a_build_the_worker_is_not_a_page(client: Client, dist: Path) -> None:
    (dist / "serviceworker.js").unlink()
    answer = client.get("/serviceworker.js")
    assert (answer.status_code, answer["Content-Type"]) == (503, "text/plain")


def test_the_worker_may_control_the_whole_site_and_is_never_stale(client: Client, dist: Path) -> None:
    answer = client.get("/serviceworker.js")
    assert answer.content == (dist / "serviceworker.js").read_bytes()
    assert {name: answer[name] for name in ("Content-Type", "Service-Worker-Allowed", "Cache-Control")} == {
        "Content-Type": "text/javascript; charset=utf-8",
        "Service-Worker-Allowed": "/",
        "Cache-Control": "no-cache",
    }


def test_the_manifest_names_the_app_once_and_for_all(client: Client) -> None:
    answer = client.get("/manifest.json")
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/manifest+json", "no-cache")
    body = answer.json()
    named = {name: value for name, value in body.items() if name not in {"icons", "shortcuts", "screenshots"}}
    assert named == {
        "id": "/",
        "name": "Thaw",
        "short_name": "Thaw",
        "description": "When feelings seem far away: notice what is there, and what isn't, a minute at a time.",
        "lang": "en",
        "dir": "ltr",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "display_override": ["standalone", "minimal-ui"],
        "background_color": "#FAF6F0",
        "theme_color": "#FAF6F0",
        "categories": ["health", "lifestyle"],
        "launch_handler": {"client_mode": ["navigate-existing", "auto"]},
        "prefer_related_applications": False,
    }


def test_the_manifest_has_icons_for_every_purpose(client: Client) -> None:
    assert [(icon["purpose"], icon["sizes"]) for icon in manifest(client)["icons"]] == [
        ("any", "192x192"),
        ("any", "512x512"),
        ("maskable", "192x192"),
        ("maskable", "512x512"),
        ("monochrome", "512x512"),
    ]


def test_the_shortcuts_lead_to_screens(client: Client, dist: Path) -> None:
    shortcuts = manifest(client)["shortcuts"]
    assert {shortcut["name"]: shortcut["url"] for shortcut in shortcuts} == {
        "Check in": "/",
        "Glimmer": "/glimmer",
        "Breathe": "/practise/longer-out-breath",
    }
    assert [client.get(shortcut["url"]).status_code for shortcut in shortcuts] == [200, 200, 200]


def test_the_screenshots_show_a_phone_and_a_wide_screen(client: Client) -> None:
    assert {picture["form_factor"] for picture in manifest(client)["screenshots"]} == {"narrow", "wide"}


def test_every_picture_is_there_in_the_size_it_says(client: Client) -> None:
    for picture in pictures(manifest(client)):
        answer = client.get(picture["src"])
        assert answer.status_code == 200, picture["src"]
        png = answer.getvalue()
        assert f"{int.from_bytes(png[16:20])}x{int.from_bytes(png[20:24])}" == picture["sizes"]


@pytest.mark.parametrize(
    "name", ["icons/apple-touch-icon.png", "icons/favicon.svg", "icons/favicon.ico", "thaw/page.css"]
)
def test_what_pages_link_to_is_there(client: Client, name: str) -> None:
    answer = client.get(f"/static/{name}")
    assert answer.status_code == 200
    answer.close()


def test_a_missing_asset_is_never_a_page(client: Client, dist: Path) -> None:
    answer = client.get("/static/assets/gone-abcdef12.js")
    assert (answer.status_code, answer["Content-Type"]) == (404, "text/plain")


def test_a_missing_address_of_the_api_answers_in_the_shape_of_every_error(client: Client) -> None:
    answer = client.get("/api/v1/nowhere/")
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (404, "not_found")


@pytest.mark.parametrize("address", ["/", "/nowhere", "/manifest.json", "/serviceworker.js", "/api/v1/exercises/"])
def test_every_answer_is_locked_to_this_origin(client: Client, dist: Path, address: str) -> None:
    answer = client.get(address)
    assert set(answer["Content-Security-Policy"].split("; ")) == POLICY
    names = ("Referrer-Policy", "X-Content-Type-Options", "Cross-Origin-Opener-Policy", "X-Frame-Options")
    assert [answer[name] for name in names] == ["same-origin", "nosniff", "same-origin", "DENY"]
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in answer["Permissions-Policy"]
    assert "Strict-Transport-Security" not in answer


def test_the_build_s_own_style_and_script_are_allowed_and_no_other(client: Client, dist: Path) -> None:
    (dist / "index.html").write_text("<style>p{color:red}</style><script>1</script><script src='/a.js'></script>")
    answer = client.get("/")
    for again in (answer, client.get("/", headers={"if-none-match": answer["ETag"]})):
        assert set(again["Content-Security-Policy"].split("; ")) - POLICY == {
            "style-src 'self' 'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='",
            "script-src 'self' 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='",
        }


def test_static_files_carry_the_same_headers(client: Client) -> None:
    answer = client.get("/static/icons/favicon.svg")
    answer.close()
    assert set(answer["Content-Security-Policy"].split("; ")) == POLICY
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in answer


def test_a_hashed_file_is_kept_for_good_and_others_are_asked_for_again(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "index-rX_4R3R-.js").write_text("export {}")
    (tmp_path / "notes.txt").write_text("read me")
    settings.STATICFILES_DIRS = [tmp_path]
    client = Client()
    answers = [client.get(f"/static/{name}") for name in ("assets/index-rX_4R3R-.js", "notes.txt")]
    assert [answer["Cache-Control"] for answer in answers] == [
        "max-age=315360000, public, immutable",
        "max-age=60, public",
    ]
    for answer in answers:
        answer.close()


def test_the_icon_that_browsers_ask_for_unasked_is_there(client: Client) -> None:
    assert client.get("/favicon.ico")["Location"] == "/static/icons/favicon.ico"


def test_https_is_kept_once_it_is_there(client: Client, dist: Path, settings: Settings) -> None:
    settings.SECURE_HSTS_SECONDS = 365 * 24 * 3600
    assert client.get("/", secure=True)["Strict-Transport-Security"] == "max-age=31536000"


def test_the_api_docs_need_nothing_from_elsewhere_and_no_inline_code(client: Client) -> None:
    answer = client.get("/api/docs/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "//" not in page
    assert page.count("<script") == page.count("<script src=") == 3
    assert "<style" not in page
    assert client.get("/api/docs/?script=").status_code == 200


def test_an_error_of_the_server_still_shows_help(client: Client, dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (dist / "index.html").unlink()
    (dist / "index.html").mkdir()
    client.raise_request_exception = False
    answer = client.get("/")
    assert answer.status_code == 500
    assert "Something broke on our side." in answer.content.decode()
    assert "call your local emergency number" in answer.content.decode()
