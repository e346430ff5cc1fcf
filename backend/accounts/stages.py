"""What stands between the first proof and being signed in."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.utils import is_mfa_enabled


class SecondFactorStage(AuthenticateStage):
    """Ask only those who chose an authenticator app.

    allauth asks for a passkey too, and so locks out who signs in by e-mail because the phone with it is lost.
    """

    def handle(self) -> tuple[Any, bool]:
        if not is_mfa_enabled(self.login.user, [Authenticator.Type.TOTP]):
            return None, True
        answer: tuple[Any, bool] = super().handle()
        return answer
