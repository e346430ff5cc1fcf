"""What has run out is forgotten."""

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef

from backend.accounts.models import Account, Device, RecoveryCode
from backend.accounts.services.accounts import delete_account

# A session outlives the last time that its phone was noted as seen by up to an hour.
MARGIN = timedelta(days=1)


def forget_sessions(*, now: datetime) -> None:
    Session.objects.filter(expire_date__lt=now).delete()


def delete_unreachable_accounts(*, now: datetime) -> None:
    """Delete the copies that nobody can open again: no way back in, and no phone with a session that can still live."""
    long_ago = now - timedelta(seconds=settings.SESSION_COOKIE_AGE) - MARGIN
    own = OuterRef("pk")
    forgotten = Account.objects.filter(login=None, created_at__lt=long_ago).exclude(
        Exists(Device.objects.filter(account=own, last_seen_at__gte=long_ago))
        | Exists(Authenticator.objects.filter(user=own, type=Authenticator.Type.WEBAUTHN))
        | Exists(EmailAddress.objects.filter(user=own, verified=True))
        | Exists(RecoveryCode.objects.filter(account=own))
    )
    for account in forgotten:
        delete_account(account)
