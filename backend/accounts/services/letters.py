"""E-mail that waits in PostgreSQL until the mail server has taken it, or until it is of no use any more."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused

from django.core.mail import EmailMessage
from django.db.models import F

from backend.accounts.models import Letter

OF_USE = timedelta(minutes=15)  # a code
NEWS_FOR = timedelta(days=3)  # word of a change: late is better than never
LEASE = timedelta(seconds=30)  # longer than EMAIL_TIMEOUT; then somebody else may try

log = logging.getLogger(__name__)


def write(*, to: str, subject: str, body: str, now: datetime, of_use: timedelta = OF_USE) -> Letter:
    return Letter.objects.create(
        to=to, subject=subject, body=body, created_at=now, next_try_at=now, of_use_until=now + of_use
    )


def send_waiting(clock: Callable[[], datetime]) -> None:
    """Try again what the mail server did not take, or what no worker heard of."""
    Letter.objects.filter(of_use_until__lte=clock()).delete()
    for pk in Letter.objects.filter(next_try_at__lte=clock()).order_by("next_try_at").values_list("pk", flat=True):
        send(letter_id=pk, now=clock())


def send(*, letter_id: int, now: datetime) -> None:
    """Send a letter, unless it is sent already or somebody else is at it."""
    waiting = Letter.objects.filter(pk=letter_id, next_try_at__lte=now, of_use_until__gt=now)
    if not waiting.update(tries=F("tries") + 1, next_try_at=now + LEASE):
        return
    letter = Letter.objects.get(pk=letter_id)
    try:
        EmailMessage(letter.subject, letter.body, to=[letter.to]).send()
    except SMTPRecipientsRefused:
        log.warning("the mail server refuses the address of a letter: it is dropped")
    except (SMTPException, OSError) as error:
        log.warning("the mail server did not take a letter, try %s: %s", letter.tries, type(error).__name__)
        return
    letter.delete()
