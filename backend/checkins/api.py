"""Check-ins and practices over REST."""

from backend.checkins.collections import CHECK_INS, PRACTICES
from backend.core.api import RecordViewSet, documented


@documented
class CheckInViewSet(RecordViewSet):
    collection = CHECK_INS


@documented
class PracticeViewSet(RecordViewSet):
    collection = PRACTICES
