"""Confirming crisis lines, and taking a confirmation back."""

from datetime import datetime, timedelta

from backend.support.crisis_lines import crisis_lines
from backend.support.models import LineConfirmation

LASTS = timedelta(days=180)


class UnknownLineError(ValueError):
    """The key is that of no line in the content."""


def confirm(*, line: str, by: str, at: datetime, note: str = "") -> LineConfirmation:
    """Say who has looked; a later look replaces an earlier one. Raises UnknownLineError."""
    if line not in crisis_lines().all_keys():
        raise UnknownLineError(line)
    row, _new = LineConfirmation.objects.update_or_create(
        line=line, defaults={"confirmed_by": by, "confirmed_at": at, "note": note}
    )
    return row


def withdraw(*, line: str) -> bool:
    """Return whether there was a confirmation to withdraw."""
    deleted, _by_model = LineConfirmation.objects.filter(line=line).delete()
    return bool(deleted)


def confirmed_on() -> dict[str, str]:
    """Return the UTC day, as ISO 8601, of each confirmed line by its key."""
    rows = LineConfirmation.objects.values_list("line", "confirmed_at")
    return {line: at.date().isoformat() for line, at in rows}


def is_old(row: LineConfirmation, now: datetime) -> bool:
    return now - row.confirmed_at > LASTS
