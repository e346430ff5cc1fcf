"""Recovery codes: eight ways back in, shown once, each good for one time."""

import re
import secrets
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac

from backend.accounts.models import Account, RecoveryCode

CODES = 8
GROUPS, LETTERS = 4, 4
# Crockford's: nothing that is read as something else. 16 letters of 32 are 80 bits.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
READ_AS = str.maketrans("OIL", "011")


@transaction.atomic
def new_recovery_codes(*, account: Account, now: datetime) -> list[str]:
    """Return a new set, which is written down nowhere else; the old ones end."""
    Account.objects.select_for_update().get(pk=account.pk)
    codes = [_code() for _ in range(CODES)]
    RecoveryCode.objects.filter(account=account).delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(account=account, digest=digest(code), created_at=now) for code in codes
    )
    return codes


@transaction.atomic
def spend(*, code: str, account: Account | None = None) -> Account | None:
    """Use a code up; return whose it was, or None where it is wrong, used, or another account's than the one named."""
    found = (
        RecoveryCode.objects.select_related("account")
        .select_for_update(of=("self",))
        .filter(digest__in=[digest(code, secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])
        .first()
    )
    if found is None or account not in {None, found.account}:
        return None
    found.delete()
    return found.account


def digest(code: str, secret: str | None = None) -> str:
    read = re.sub(r"[^0-9A-Z]", "", code.upper()).translate(READ_AS)
    return salted_hmac("backend.accounts.recovery", read, secret=secret, algorithm="sha256").hexdigest()


def _code() -> str:
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(GROUPS))
    return "-".join(groups)
