"""Who is still there: what a batch of due reminders needs to know about their people."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import NamedTuple
from uuid import UUID

from django.contrib.auth import get_user_model
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Greatest

from backend.checkins.models import CheckIn, Practice
from notifications.models import Delivery, Reminder
from notifications.pace import IGNORED, Pace, pace_of

CHANGED = ("pace", "revision")


class Tempo(NamedTuple):
    """`last` is the local date of the occurrence that last went out."""

    pace: Pace
    last: date | None


def tempos(rows: Sequence[Reminder], now: datetime) -> dict[int, Tempo]:
    """Return the tempo of each reminder, by its row."""
    sent = _sent(rows)
    paces = {row.pk: pace_of(_heard_at(row), sent[row.pk][0], now) for row in rows}
    # Most people answer: only for the others is it asked whether they wrote something down.
    silent = [row for row in rows if paces[row.pk] is not Pace.FULL]
    written = _written({row.account_id for row in silent})
    for row in silent:
        heard_at = max(filter(None, (_heard_at(row), written.get(row.account_id))))
        paces[row.pk] = pace_of(heard_at, sent[row.pk][0], now)
    return {row.pk: Tempo(paces[row.pk], sent[row.pk][1]) for row in rows}


def heard(account_id: UUID, at: datetime) -> None:
    """Note an answer of the person, whose account is locked; the phones learn of a pace that changes."""
    reminders = Reminder.objects.filter(account_id=account_id, deleted=False)
    reminders.update(heard_at=at)
    faded = list(reminders.exclude(pace=Pace.FULL).exclude(pace=None).order_by("row"))
    for row in faded:
        row.pace = Pace.FULL
    tell(faded)
    for row in faded:
        row.save(update_fields=CHANGED)


def tell(rows: Iterable[Reminder]) -> None:
    """Give rows, whose accounts are locked, a new revision, so that phones fetch them; save them yourself."""
    for row in rows:
        accounts = get_user_model().objects.filter(pk=row.account_id)
        accounts.update(revision=F("revision") + 1)
        row.revision = accounts.values_list("revision", flat=True).get()


def _heard_at(row: Reminder) -> datetime:
    """Return the last sign of life. A pause is none of being away: silence counts anew from the day it ends."""
    heard_at = row.heard_at or row.updated_at
    return max(heard_at, datetime.combine(row.paused_until, time(), UTC)) if row.paused_until else heard_at


def _sent(rows: Sequence[Reminder]) -> Mapping[int, tuple[list[datetime], date | None]]:
    out = Delivery.objects.filter(reminder=OuterRef("pk"), slot=0, sent_at__isnull=False).order_by("-local_date")
    found = Reminder.objects.filter(pk__any=[row.pk for row in rows]).annotate(
        sent=ArraySubquery(out.values("sent_at")[:IGNORED]), last=Subquery(out.values("local_date")[:1])
    )
    return {pk: (sent, last) for pk, sent, last in found.values_list("pk", "sent", "last")}


def _written(account_ids: set[UUID]) -> dict[UUID, datetime]:
    """Return when each account last wrote down a check-in or a practice."""
    if not account_ids:
        return {}
    last = [
        Subquery(model.objects.filter(account=OuterRef("pk")).order_by("-revision").values("updated_at")[:1])
        for model in (CheckIn, Practice)
    ]
    accounts = get_user_model().objects.filter(pk__any=account_ids).annotate(last=Greatest(*last))
    return dict(accounts.filter(last__isnull=False).values_list("pk", "last"))
