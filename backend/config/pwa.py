"""The installable app: its shell, manifest and worker. Each is revalidated at every visit, so a new build is seen."""

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256

import pwa.views
from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page, require_safe

View = Callable[..., HttpResponse]
INLINE = {
    "style-src": re.compile(rb"<style>(.*?)</style>", re.DOTALL),
    "script-src": re.compile(rb"<script>(.*?)</script>", re.DOTALL),
}


def revalidated(view: View) -> View:
    """Add 'no-cache' and an ETag; a request that has the same bytes already is answered 304."""
    return require_safe(conditional_page(cache_control(no_cache=True)(view)))


def shell(request: HttpRequest, **_address: object) -> HttpResponse:
    """Answer any address of the app with the one page that the service worker has precached too."""
    try:
        page = (settings.FRONTEND_DIST / "index.html").read_bytes()
    except FileNotFoundError:
        return require_safe(render)(request, "not_built.html", status=503)
    answer = gzip_page(revalidated(lambda _: HttpResponse(page, content_type="text/html; charset=utf-8")))
    # Also on a 304, whose headers take the place of the first ones.
    response: HttpResponse = csp_update(inline(page))(answer)(request)  # type: ignore[assignment]
    return response


def inline(page: bytes) -> dict[str, list[str]]:
    """Return the sources that allow the styles and scripts which the build has put into the page, and no other."""
    hashes = {name: map(sha256, pattern.findall(page)) for name, pattern in INLINE.items()}
    return {name: [f"'sha256-{b64encode(it.digest()).decode()}'" for it in found] for name, found in hashes.items()}


@revalidated
def manifest(request: HttpRequest) -> HttpResponse:
    response: HttpResponse = pwa.views.manifest(request)
    response["Content-Type"] = "application/manifest+json"
    return response


@revalidated
def service_worker(request: HttpRequest) -> HttpResponse:
    try:
        response: HttpResponse = pwa.views.service_worker(request)
    except FileNotFoundError:
        # Not 404: a browser that already runs our worker keeps it.
        return HttpResponse("The service worker has not been built.\n", content_type="text/plain", status=503)
    response["Content-Type"] = "text/javascript; charset=utf-8"
    response["Service-Worker-Allowed"] = "/"
    return response
