"""What an authenticator app and the server share is sealed in the database: a copy of it alone opens no account."""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac


def seal(text: str) -> str:
    return _seals().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """Return what was sealed under today's SECRET_KEY or a former one; raises cryptography.fernet.InvalidToken."""
    return _seals().decrypt(sealed).decode()


def _seals() -> MultiFernet:
    """Return the seals, today's first."""
    return MultiFernet([_seal(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _seal(secret: str) -> Fernet:
    key = salted_hmac("backend.accounts.sealing", "", secret=secret, algorithm="sha256").digest()
    return Fernet(urlsafe_b64encode(key))
