"""Where allauth is bent to Thaw: nobody signs up, e-mail waits in its queue, a passkey is a way in and no more."""

import logging
import time
from datetime import timedelta
from functools import partial
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from celery import current_app
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from kombu.exceptions import OperationalError

from backend.accounts.authentication import enter
from backend.accounts.models import Account
from backend.accounts.services.letters import NEWS_FOR, OF_USE, write
from backend.accounts.services.sealing import seal, unseal
from backend.accounts.services.ways import ways_of
from backend.accounts.tasks import send_letter

# With the broker, since somebody waits for the answer.
PATIENCE = {"socket_connect_timeout": 1, "socket_timeout": 1, "max_retries": 1, "interval_start": 0, "interval_step": 0}
log = logging.getLogger(__name__)
ALLAUTH_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write the letter down and let a worker send it: whether an address is known can't be told by the clock."""
        self._post(template_prefix, email, context, OF_USE)

    def send_notification_mail(
        self, template_prefix: str, user: Account, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tell of a change to the ways in: to the address that goes, where one does."""
        to = email or (context or {}).get("deleted_email") or EmailAddress.objects.get_primary_email(user)
        if to and settings.MAIL.host:
            self._post("account/email/news", to, {"change": template_prefix.rpartition("/")[2]}, NEWS_FOR)

    def _post(self, template: str, to: str, context: dict[str, Any], of_use: timedelta) -> None:
        message = self.render_mail(template, to, {**context, "site": settings.SITE_URL})
        letter = write(to=to, subject=message.subject, body=str(message.body), now=timezone.now(), of_use=of_use)
        transaction.on_commit(partial(_hurry, letter.pk))

    def get_client_ip(self, request: HttpRequest) -> str:
        address: str = request.META.get("REMOTE_ADDR", "")  # as backend/core/proxies.py left it
        return address

    def get_login_stages(self) -> list[str]:
        return ["allauth.account.stages.LoginByCodeStage", "backend.accounts.stages.SecondFactorStage"]

    def login(self, request: HttpRequest, user: Account) -> None:
        proofs = get_authentication_records(request, user)
        enter(request, user, backend=getattr(user, "backend", ALLAUTH_BACKEND))
        if proofs and not get_authentication_records(request, user):  # the session was another account's, and is over
            record_authentication(request, user, proofs[-1]["method"])

    def can_delete_email(self, email_address: EmailAddress) -> bool:
        ways = ways_of(email_address.user)
        return not email_address.verified or bool(ways.passkeys or ways.recovery_codes)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Count having just signed in as proof too.

        Who lost the phone comes in by e-mail or a recovery code, and has to be able to remove the lost passkey
        without it.
        """
        records = get_authentication_records(self.request, self.request.user)
        latest = max((record["at"] for record in records), default=0)
        return bool(time.time() - latest >= settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)


def _hurry(letter_id: int) -> None:
    try:
        with current_app.connection_for_write(transport_options=PATIENCE) as broker:
            send_letter.apply_async((letter_id,), connection=broker, retry=False)  # type: ignore[call-arg] # its stub knows no connection
    except OperationalError:
        log.warning("Celery's broker is away: a letter waits until it is back")


class MfaAdapter(DefaultMFAAdapter):
    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)

    def generate_authenticator_name(self, user: Account, type: Authenticator.Type) -> str:  # noqa: A002 - as allauth calls it
        return "A passkey"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": "Thaw"}

    def _get_user_identifier(self, user: Account) -> str:
        """Return what a phone calls this account among its passkeys."""
        address = EmailAddress.objects.get_primary_email(user)
        return address or f"Thaw, since {user.created_at:%d %B %Y}"
