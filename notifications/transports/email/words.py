"""How a message is put as e-mail: plain text, the words of the lock screen, and nothing that counts who looks."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from notifications.messages import FALLBACK, content, mail_words, said
from notifications.models import Delivery, MailAddress
from notifications.targets import target
from notifications.transports.email.links import confirm_link, keyed

# After its lease another worker may take a delivery over, so a mail is begun well before.
BEFORE_THE_LEASE_ENDS = timedelta(seconds=30)
AT_ONCE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Letter:
    """`id` is the same at each try of one occurrence, so that a mailbox which gets it twice can tell.

    It is not begun after `until`. A way to stop is added when it is sent, since that depends on the address.
    """

    id: str
    subject: str
    text: str
    language: str
    until: datetime


def reminder(delivery: Delivery, _now: datetime) -> Letter:
    words = said(delivery)
    return Letter(
        id=keyed(f"occurrence {delivery.pk}"),
        subject=words.title,
        # Without the delivery's id in the link, which would tell who opened which mail.
        text=f"{words.body}\n\n{target(delivery.reminder, delivery.local_date)}",
        language=words.language,
        until=min(delivery.expires_at, delivery.lease_until - BEFORE_THE_LEASE_ENDS),
    )


def trial(now: datetime) -> Letter:
    book = content()[FALLBACK]
    return Letter(
        id=keyed(f"trial {now.isoformat()}"),
        subject=book["title"],
        text=f"{book['mail']['trial']}\n\n{settings.SITE_URL}/reminders",
        language=FALLBACK,
        until=now + timedelta(seconds=AT_ONCE_SECONDS),
    )


def asking(row: MailAddress, now: datetime) -> Letter:
    """Return the one mail that goes to an address before its owner has agreed."""
    words, language = mail_words(row.account.locale)
    return Letter(
        id=keyed(f"asking {row.key} {now.isoformat()}"),
        subject=words["asking_subject"],
        text=f"{words['asking']}\n\n{confirm_link(row.key)}\n\n{words['not_asked']}",
        language=language,
        until=now + timedelta(seconds=AT_ONCE_SECONDS),
    )
