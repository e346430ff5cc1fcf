"""Whom to call, what kinds of therapy there are, and what emotional numbness is."""

import re

from django.http.response import HttpResponseBase
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from backend.core.conditional import conditional_response, preferred_language
from backend.core.content import FALLBACK, render
from backend.core.content_api import KNOWN, LANGUAGE, UNCHANGED, ContentView
from backend.support.crisis_lines import crisis_lines
from backend.support.modalities import modalities
from backend.support.serializers import HelpSerializer, ModalitySerializer, UnderstandingCardSerializer
from backend.support.services import confirmed_on
from backend.support.understanding import understanding

COUNTRY = OpenApiParameter("country", str, pattern="^[A-Za-z]{2}$", description="ISO 3166; without it: all countries")


class CrisisLineListView(ContentView):
    @extend_schema(
        operation_id="support_lines", parameters=[COUNTRY, KNOWN], responses={200: HelpSerializer, **UNCHANGED}
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Return emergency numbers and crisis lines; for a country of which nothing is known, the fallback alone."""
        lines, code = crisis_lines(), _country(request)
        chosen = [item for item in lines.countries.values() if code in (None, item["country"])]
        return conditional_response(request, render(lines.answer(chosen, confirmed_on()), None))


class ModalityListView(ContentView):
    @extend_schema(
        operation_id="support_modalities",
        parameters=[LANGUAGE, KNOWN],
        responses={200: ModalitySerializer(many=True), **UNCHANGED},
    )
    def get(self, request: Request) -> HttpResponseBase:
        """List five kinds of therapy, in no ranking."""
        language = preferred_language(request.headers.get("Accept-Language", ""), modalities(), FALLBACK)
        return conditional_response(request, modalities()[language])


class UnderstandingCardListView(ContentView):
    @extend_schema(
        operation_id="support_understanding",
        parameters=[LANGUAGE, KNOWN],
        responses={200: UnderstandingCardSerializer(many=True), **UNCHANGED},
    )
    def get(self, request: Request) -> HttpResponseBase:
        """List short cards about emotional numbness, those of one group together."""
        language = preferred_language(request.headers.get("Accept-Language", ""), understanding(), FALLBACK)
        return conditional_response(request, understanding()[language])


def _country(request: Request) -> str | None:
    code = request.query_params.get("country")
    if code is None:
        return None
    if not re.fullmatch(r"[A-Za-z]{2}", code):
        raise ValidationError({"country": "A country is two letters, as in 'DE'."})
    return code.upper()
