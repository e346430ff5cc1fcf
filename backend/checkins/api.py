"""Check-ins and practices over REST, and the words that a check-in may hold."""

from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from backend.checkins.collections import CHECK_INS, PRACTICES
from backend.checkins.examples import CHECK_IN_EDITS, CHECK_IN_EXAMPLES, PRACTICE_EDITS, PRACTICE_EXAMPLES
from backend.checkins.serializers import WordSerializer
from backend.checkins.vocabulary import vocabulary
from backend.core.api import RecordViewSet, documented
from backend.core.conditional import conditional_response, preferred_language
from backend.core.content import FALLBACK
from backend.core.content_api import KNOWN, LANGUAGE, UNCHANGED, ContentView


@documented
class CheckInViewSet(RecordViewSet):
    """Moments that someone noticed: check-ins, glimmers and foggy spans of days."""

    collection = CHECK_INS
    examples = CHECK_IN_EXAMPLES
    edits = CHECK_IN_EDITS


@documented
class PracticeViewSet(RecordViewSet):
    """Doings of an exercise. Leaving early is an ending like any other."""

    collection = PRACTICES
    examples = PRACTICE_EXAMPLES
    edits = PRACTICE_EDITS


class VocabularyView(ContentView):
    @extend_schema(
        operation_id="vocabulary",
        parameters=[LANGUAGE, KNOWN],
        responses={200: WordSerializer(many=True), **UNCHANGED},
    )
    def get(self, request: Request) -> HttpResponseBase:
        """List words for feelings, each with its place on the plane of pleasantness and energy."""
        language = preferred_language(request.headers.get("Accept-Language", ""), vocabulary(), FALLBACK)
        return conditional_response(request, vocabulary()[language])
