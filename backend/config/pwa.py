"""The installable app: its shell, manifest and worker. Each is revalidated at every visit, so a new build is seen."""

from collections.abc import Callable

import pwa.views
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

View = Callable[..., HttpResponse]


def revalidated(view: View) -> View:
    """Add 'no-cache' and an ETag; a request that has the same bytes already is answered 304."""
    return require_safe(conditional_page(cache_control(no_cache=True)(view)))


@revalidated
def shell(request: HttpRequest, **_address: object) -> HttpResponse:
    """Answer any address of the app with the one page that the service worker has precached too."""
    try:
        page = (settings.FRONTEND_DIST / "index.html").read_bytes()
    except FileNotFoundError:
        return render(request, "not_built.html", status=503)
    return HttpResponse(page, content_type="text/html; charset=utf-8")


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
