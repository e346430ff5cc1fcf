"""What is said when an address or the server fails: a page to people, the error shape to programs."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.csrf import csrf_failure


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django passes it by name
    if request.path.startswith(settings.STATIC_URL):
        # A browser that asked for a script or a picture must never be given a page instead.
        return HttpResponse("Not found.\n", content_type="text/plain", status=404)
    if request.path.startswith("/api/"):
        return _error("client_error", "not_found", "There is nothing at this address.", 404)
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    if request.path.startswith("/api/"):
        return _error("server_error", "error", "Something went wrong on the server. Nothing was changed.", 500)
    return render(request, "500.html", status=500)


def forgotten_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a program in JSON: a phone takes a page for that of a captive portal."""
    if request.path.startswith(("/api/", "/_allauth/")):
        return _error("client_error", "permission_denied", f"CSRF failed: {reason}", 403)
    return csrf_failure(request, reason)


def _error(kind: str, code: str, detail: str, status: int) -> JsonResponse:
    return JsonResponse({"type": kind, "errors": [{"code": code, "detail": detail, "attr": None}]}, status=status)
