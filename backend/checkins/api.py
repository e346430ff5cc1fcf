"""Check-ins and practices over REST."""

from backend.checkins.collections import CHECK_INS, PRACTICES
from backend.checkins.examples import CHECK_IN_EDITS, CHECK_IN_EXAMPLES, PRACTICE_EDITS, PRACTICE_EXAMPLES
from backend.core.api import RecordViewSet, documented


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
