"""The catalogue over HTTP."""

from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request

from backend.core.conditional import conditional_response, preferred_language
from backend.core.content import FALLBACK
from backend.core.content_api import KNOWN, LANGUAGE, UNCHANGED, ContentView
from backend.exercises.catalogue import Shelves, catalogue
from backend.exercises.serializers import ExerciseSerializer


class CatalogueView(ContentView):
    def shelves(self) -> Shelves:
        wanted = self.request.headers.get("Accept-Language", "")
        return catalogue()[preferred_language(wanted, catalogue(), FALLBACK)]


class ExerciseListView(CatalogueView):
    @extend_schema(
        operation_id="exercises_list",
        parameters=[LANGUAGE, KNOWN],
        responses={200: ExerciseSerializer(many=True), **UNCHANGED},
    )
    def get(self, request: Request) -> HttpResponseBase:
        """List every exercise, shelf by shelf, the gentlest first."""
        return conditional_response(request, self.shelves().listed)


class ExerciseView(CatalogueView):
    @extend_schema(
        operation_id="exercises_retrieve",
        parameters=[LANGUAGE, KNOWN],
        responses={200: ExerciseSerializer, **UNCHANGED},
    )
    def get(self, request: Request, slug: str) -> HttpResponseBase:
        """Return one exercise."""
        rendered = self.shelves().single.get(slug)
        if rendered is None:
            raise NotFound
        return conditional_response(request, rendered)
