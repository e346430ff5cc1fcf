"""Mailboxes as the tests speak of them: given in the app, confirmed on the page that the mail leads to."""

from datetime import datetime
from urllib.parse import urlsplit

from django.test import Client
from django.utils import timezone

from notifications.models import MailAddress
from notifications.services.asking import claim_asks, send_asks
from notifications.transports.email.links import key_of
from tests.clients import Phone
from tests.notifications.mail_server import MailServer, links
from tests.notifications.receivers import NOON

ALICES = "alice@example.org"
NOTHING = {"address": None, "confirmed": False, "retired": None, "available": True}
GIVEN = {**NOTHING, "address": ALICES}


def mailbox(phone: Phone, address: str = ALICES) -> MailAddress:
    """Return an address whose owner has said yes."""
    key = key_of(phone.account_id, address)
    return MailAddress.objects.create(
        account_id=phone.account_id, address=address, key=key, created_at=NOON, confirmed_at=NOON
    )


def give(phone: Phone, address: str = ALICES, *, expect: int = 200) -> dict[str, object]:
    answer: dict[str, object] = phone.call("put", "email/", {"address": address}, expect=expect)
    return answer


def ask_owners(now: datetime | None = None) -> None:
    """Do what the tick and a worker do: send the mails that ask owners."""
    moment = now or timezone.now()
    send_asks(claim_asks(moment), lambda: moment)


def path(link: str) -> str:
    return urlsplit(link).path


def say_yes(server: MailServer, address: str = ALICES) -> None:
    """Open the page behind the link in the last mail to the address, as its owner does, and press the button."""
    link = links(server.to(address)[-1])[0]
    assert stranger().post(path(link)).status_code == 200


def stranger() -> Client:
    """Return a browser that knows nothing of any account, and a server that insists on CSRF tokens."""
    return Client(enforce_csrf_checks=True)
