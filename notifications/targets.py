"""Where a reminder leads: the exercise asked for, else one of its kind, another each day."""

from datetime import date
from functools import cache
from uuid import UUID

from django.conf import settings

from backend.exercises.catalogue import catalogue
from notifications.messages import FALLBACK
from notifications.models import Reminder


def target(reminder: Reminder, day: date, delivery_id: UUID | None = None) -> str:
    """Return the address a tap opens; with the delivery's id the phone can say what became of it.

    Whoever comes that way has answered the reminder, even where no worker saw the tap.
    """
    path = "/" if reminder.kind == "check_in" else _exercise_path(reminder, day)
    told = f"?delivery={delivery_id}&reminder={reminder.id}" if delivery_id else ""
    return f"{settings.SITE_URL}{path}{told}"


def _exercise_path(reminder: Reminder, day: date) -> str:
    shelf = catalogue()[FALLBACK].exercises
    asked = reminder.data.get("exercise")
    if asked in shelf:
        return f"/practise/{asked}"
    alike = _alike(reminder.kind)
    return f"/practise/{alike[day.toordinal() % len(alike)]}" if alike else "/practise"


@cache
def _alike(kind: str | None) -> list[str]:
    return [slug for slug, item in catalogue()[FALLBACK].exercises.items() if item["kind"] == kind]
