"""The ways in that an account has of its own. Without one it is anonymous: only its devices reach it."""

from typing import NamedTuple

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import Count

from backend.accounts.models import Account, RecoveryCode


class Ways(NamedTuple):
    passkeys: int
    email: str | None
    email_verified: bool
    password: bool
    totp: bool
    recovery_codes: int

    @property
    def any(self) -> bool:
        """Say whether somebody without a device of this account gets in. A second factor alone lets nobody in."""
        return bool(self.passkeys or self.email_verified or self.recovery_codes)


def ways_of(account: Account) -> Ways:
    address = EmailAddress.objects.filter(user=account).order_by("-verified", "-primary").first()
    verified = bool(address and address.verified)
    counted = Authenticator.objects.filter(user=account).values_list("type").annotate(Count("pk"))
    authenticators: dict[str, int] = dict(counted)
    return Ways(
        passkeys=authenticators.get(Authenticator.Type.WEBAUTHN, 0),
        email=address.email if address else None,
        email_verified=verified,
        password=verified and account.has_usable_password(),
        totp=bool(authenticators.get(Authenticator.Type.TOTP)),
        recovery_codes=RecoveryCode.objects.filter(account=account).count(),
    )


@transaction.atomic
def forget_password_without_address(account: Account) -> None:
    """Let a password, and the app after it, go with the address that it goes with."""
    if ways_of(account).email_verified:
        return
    account.set_unusable_password()
    account.save(update_fields=["password"])
    Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).delete()
