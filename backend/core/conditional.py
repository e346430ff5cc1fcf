"""Serves rendered content: picks the language, answers 304 to a phone that has these bytes already."""

from collections.abc import Collection

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

from backend.core.content import Rendered

CACHE_CONTROL = "public, max-age=3600"


def preferred_language(accept_language: str, offered: Collection[str], fallback: str) -> str:
    """Return the first wanted language that is offered ('de-AT' is served by 'de'), else the fallback."""
    for wanted, _quality in parse_accept_lang_header(accept_language):
        for candidate in (wanted, wanted.partition("-")[0]):
            if candidate in offered:
                return candidate
    return fallback


def conditional_response(request: HttpRequest, rendered: Rendered) -> HttpResponseBase:
    response = HttpResponse(rendered.body, content_type="application/json")
    response["ETag"] = rendered.etag
    response["Cache-Control"] = CACHE_CONTROL
    if rendered.language:
        response["Content-Language"] = rendered.language
        patch_vary_headers(response, ["Accept-Language"])
    return get_conditional_response(request, etag=rendered.etag, response=response) or response
