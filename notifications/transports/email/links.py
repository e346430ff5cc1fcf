"""Links in mails: what they name, and that nobody else can have made them."""

import hmac
from base64 import urlsafe_b64encode
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer, TimestampSigner

CONFIRM, STOP = "notifications.email.confirm", "notifications.email.stop"
CONFIRM_WITHIN = timedelta(days=3)
SEPARATOR = "."
KEY_BYTES = 18


def key_of(account: UUID, address: str) -> str:
    """Return the name of an address of an account, the same for ever, from which neither can be told."""
    return keyed(f"{account} {address.lower()}")


def keyed(text: str) -> str:
    digest = hmac.digest(settings.SECRET_KEY.encode(), f"notifications.email {text}".encode(), "sha256")
    return urlsafe_b64encode(digest[:KEY_BYTES]).decode()


def confirm_link(key: str) -> str:
    return f"{settings.SITE_URL}/email/confirm/{TimestampSigner(sep=SEPARATOR, salt=CONFIRM).sign(key)}/"


def stop_link(key: str) -> str:
    return f"{settings.SITE_URL}/email/unsubscribe/{Signer(sep=SEPARATOR, salt=STOP).sign(key)}/"


def confirmed_key(token: str) -> str | None:
    """Return the key in a confirming link; None when it is too old or no link of ours."""
    try:
        return TimestampSigner(sep=SEPARATOR, salt=CONFIRM).unsign(token, max_age=CONFIRM_WITHIN)
    except BadSignature:
        return None


def stopped_key(token: str) -> str | None:
    """Return the key in a link that stops mails, however old; None when it is no link of ours."""
    try:
        return Signer(sep=SEPARATOR, salt=STOP).unsign(token)
    except BadSignature:
        return None
