"""Who may come to allauth's views, and in which shape they answer."""

import json
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, cast

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal import ratelimit
from allauth.headless.base.response import AuthenticationResponse, ConflictResponse
from allauth.headless.base.views import APIView
from allauth.headless.constants import Client
from allauth.headless.internal.decorators import browser_view
from allauth.headless.internal.restkit.response import APIResponse
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponseBase, JsonResponse

from backend.accounts.authentication import pass_by, visitor
from backend.accounts.services.ways import ways_of

RETRY_AFTER_SECONDS = 60
NEW_VISITORS = {"visit": "60/m/ip"}
TOO_OFTEN = {"too_many_login_attempts", "rate_limited"}
NO_MAIL = {"code": "no_mail", "message": "This server can't send e-mail."}

Gate = Callable[[HttpRequest], HttpResponseBase | None]
View = Callable[..., HttpResponseBase]


def with_device(request: HttpRequest) -> HttpResponseBase | None:
    """Let in who is signed in with a device; everybody else is a stranger."""
    found = visitor(request)
    if found and found[1]:
        return None
    request.user = AnonymousUser()
    return _response(AuthenticationResponse(request))


def signing_in(request: HttpRequest) -> HttpResponseBase | None:
    """Let in who wants to sign in: strangers, newcomers, and anonymous accounts on their way into another one.

    Those stay signed in until they are in. Who has ways in of their own leaves first.
    """
    if _at_home(request):
        return _response(ConflictResponse(request))
    request.user = AnonymousUser()
    return None


def anybody(request: HttpRequest) -> HttpResponseBase | None:
    """Let everybody in; who may still sign in counts as not signed in."""
    if not _at_home(request):
        request.user = AnonymousUser()
    return None


def _at_home(request: HttpRequest) -> bool:
    found = visitor(request)
    return bool(found and found[1] and ways_of(found[0]).any)


def by_mail(gate: Gate) -> Gate:
    """Refuse what would send e-mail where there is none."""

    def closed(request: HttpRequest) -> HttpResponseBase | None:
        if settings.MAIL.host or request.method != "POST":
            return gate(request)
        return _response(APIResponse(request, errors=[NO_MAIL], status=HTTPStatus.CONFLICT))

    return closed


def exposed(view: type[APIView], gate: Gate, *methods: str) -> View:
    """Return an allauth view for the browser client, with only these methods, behind a gate."""
    inner = view.as_view(client=Client.BROWSER, http_method_names=[*methods])

    def serve(request: HttpRequest) -> HttpResponseBase:
        pass_by(request)
        return _limited(request, gate(request) or _answered(inner, request))

    return new_visitors_slowly(browser_view(serve))


def new_visitors_slowly(view: View) -> View:
    """Make few sessions for one address: whoever comes without one gets a row."""

    @wraps(view)
    def limited(request: HttpRequest) -> HttpResponseBase:
        if request.session.session_key or ratelimit.consume(
            request, app="accounts", action="visit", config=NEW_VISITORS, limit_get=True
        ):
            return view(request)
        return JsonResponse({"status": 429}, status=429, headers={"Retry-After": RETRY_AFTER_SECONDS})

    return limited


def _answered(view: View, request: HttpRequest) -> HttpResponseBase:
    try:
        return view(request)
    except ImmediateHttpResponse as answer:
        return _response(answer.response)
    except IntegrityError:  # two at once: an address that another account has just proved, a second authenticator app
        return _response(ConflictResponse(request))


def _limited(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Answer 429 wherever it was too often: allauth says so by a 400 where it counts by account or address."""
    status = response.status_code
    if (
        status == HTTPStatus.BAD_REQUEST
        and (errors := _errors(response))
        and TOO_OFTEN & {one["code"] for one in errors}
    ):
        response = _response(APIResponse(request, errors=errors, status=HTTPStatus.TOO_MANY_REQUESTS))
    if response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        response.headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def _errors(response: HttpResponseBase) -> list[dict[str, Any]]:
    errors = json.loads(response.content)["errors"] if isinstance(response, JsonResponse) else []
    return cast("list[dict[str, Any]]", errors)


def _response(untyped: Any) -> HttpResponseBase:
    return cast("HttpResponseBase", untyped)
