"""The one mail that asks the owner of an address: sent like a reminder, from the table, as often as it takes.

An address gets few of them, whoever asks for it and from however many accounts, so that nobody can be mailed at through
us. That is counted when one goes out, and nobody is told of it: the count would tell that somebody else had asked.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.core.cache import cache
from django.db import transaction
from redis.exceptions import RedisError

from notifications.models import MailAddress
from notifications.services.tallies import count
from notifications.services.vendors import circuits, keep, snapshot
from notifications.transports.email import reach, words
from notifications.transports.email.links import keyed
from notifications.transports.email.send import send
from notifications.transports.shape import TEMPORARY, Clock, Outcome, Parcel, Result

BATCH = 100
LEASE = timedelta(seconds=90)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=2)
ASKED_FOR = timedelta(days=1)  # from then on it is given up
# What the operator has to mend is mended within the day, as a rule.
MAY_GO_LATER = (TEMPORARY | {Outcome.UNAUTHORISED}) - {Outcome.UNANSWERED}
MOST, WITHIN_SECONDS = 3, 7 * 24 * 3600  # mails to one address


@transaction.atomic
def claim_asks(now: datetime) -> list[UUID]:
    """Take up what is due; whoever gives no sign in time is taken over."""
    if not reach.available():
        return []
    due = MailAddress.objects.filter(ask_at__lte=now).order_by("ask_at")
    ids = list(due.select_for_update(skip_locked=True).values_list("pk", flat=True)[:BATCH])
    MailAddress.objects.filter(pk__in=ids).update(ask_at=now + LEASE)
    return ids


def send_asks(ids: Sequence[UUID], clock: Clock) -> None:
    now = clock()
    due = MailAddress.objects.filter(pk__in=ids, ask_at__gt=now, confirmed_at__isnull=True, retired_at__isnull=True)
    rows = [row for row in due.select_related("account") if _may_be_asked(row)]
    found = circuits({row.origin for row in rows})
    before = snapshot(found)
    for parcel, result in send([Parcel(row, words.asking(row, now)) for row in rows], found, clock):
        _record(parcel.address, result, clock())
    keep(before, found, clock())


def _may_be_asked(row: MailAddress) -> bool:
    """Tell whether its address has not had too many; without Redis nobody knows, and it waits."""
    name = f"notifications.asked.{keyed(row.address.lower())}"
    try:
        cache.add(name, 0, WITHIN_SECONDS)
        had: int = cache.incr(name) if row.ask_attempts == 0 else 0
    except (RedisError, ValueError):
        return False
    if had > MOST:
        _next(row, None)
    return had <= MOST


def _record(row: MailAddress, result: Result, now: datetime) -> None:
    count({("answer", f"{row.origin} {result.outcome} {result.status}"): 1})
    if result.outcome is Outcome.GONE:
        count(reach.note([(row, result)], now))
    again = result.outcome in MAY_GO_LATER
    pause = min(FIRST_PAUSE * 2**row.ask_attempts, LONGEST_PAUSE)
    _next(row, now + pause if again and now < row.created_at + ASKED_FOR else None)


def _next(row: MailAddress, ask_at: datetime | None) -> None:
    """Say when to try again, unless the person has asked anew meanwhile."""
    mine = MailAddress.objects.filter(pk=row.pk, key=row.key, created_at=row.created_at, ask_attempts=row.ask_attempts)
    mine.update(ask_at=ask_at, ask_attempts=row.ask_attempts + 1)
