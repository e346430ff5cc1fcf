"""allauth's views where Thaw needs something else of them."""

from typing import Any, cast
from uuid import uuid4

from allauth.account.internal.flows.code_verification import AbstractCodeVerificationProcess
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.account.models import EmailAddress
from allauth.core import context
from allauth.headless.account import views as account
from allauth.headless.mfa import inputs
from allauth.headless.mfa import views as mfa
from allauth.headless.mfa.response import TOTPNotFoundResponse
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.http import HttpRequest, HttpResponse

from backend.accounts.models import Account
from backend.accounts.services.recovery import spend
from backend.accounts.services.ways import forget_password_without_address, ways_of


def look_up_nobody() -> None:
    """Look an account up, as allauth does where there is one: no clock tells whether there is."""
    Account.objects.filter(pk=uuid4()).first()


def code_of(process: AbstractCodeVerificationProcess) -> str:
    """Return the code that was mailed, none when its address has left the account since: others may read it there."""
    holder = process.user.pk if process.user else uuid4()
    email = process.state.get("email", "")
    held = EmailAddress.objects.filter(user_id=holder, email__iexact=email, verified=True).exists()
    return process.code if held else ""


class RequestLoginCodeView(account.RequestLoginCodeView):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.input._user is None:  # noqa: SLF001 - allauth's own view reads it
            look_up_nobody()
        return super().post(request, *args, **kwargs)


class ConfirmLoginCodeView(account.ConfirmLoginCodeView):
    def get_input_kwargs(self) -> dict[str, Any]:
        if self.process.user is None:
            look_up_nobody()
        return {**super().get_input_kwargs(), "code": code_of(self.process)}


class ResetPasswordInput(account.ResetPasswordInput):
    """Looks at the new password only where the code is right: else it would be looked at for known addresses alone."""

    def clean(self) -> dict[str, Any]:
        return self.cleaned_data if self.errors else super().clean()


class ResetPasswordView(account.ResetPasswordView):
    input_class = ResetPasswordInput

    def get_input_kwargs(self) -> dict[str, Any]:
        if self.process.user is None:
            look_up_nobody()
        return {**super().get_input_kwargs(), "code": code_of(self.process)}


class EmailView(account.ManageEmailView):
    def delete(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer: HttpResponse = super().delete(request, *args, **kwargs)
        forget_password_without_address(cast("Account", request.user))
        return answer


class SecondFactorInput(inputs.AuthenticateInput):
    """A recovery code answers too."""

    recovered = False

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        self.recovered = spend(code=code, account=self.user) is not None
        return code if self.recovered else super().clean_code()

    def save(self) -> None:
        if self.recovered:
            record_authentication(context.request, self.user, "recovery_code")
        else:
            super().save()


class SecondFactorView(mfa.AuthenticateView):
    input_class = SecondFactorInput


class ReauthenticateInput(SecondFactorInput):
    def save(self) -> None:
        record_authentication(context.request, self.user, "mfa", reauthenticated=True)


class ReauthenticateView(mfa.ReauthenticateView):
    input_class = ReauthenticateInput


class ProvingView:
    """Making a way in proves who somebody is as well as using it: the recovery codes come right after."""

    proof = "mfa"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer: HttpResponse = super().post(request, *args, **kwargs)  # type: ignore[misc] # allauth's view
        record_authentication(request, request.user, self.proof, reauthenticated=True)
        return answer


class TotpView(ProvingView, mfa.ManageTOTPView):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the same secret until it is confirmed: a reload comes back from the app that has it by then."""
        begun = request.session.get(SECRET_SESSION_KEY)
        answer: HttpResponse = super().get(request, *args, **kwargs)
        if begun is None or request.session.get(SECRET_SESSION_KEY) == begun:
            return answer
        request.session[SECRET_SESSION_KEY] = begun
        url = get_adapter().build_totp_url(request.user, begun)
        return cast("HttpResponse", TOTPNotFoundResponse(request, begun, url))


class PasswordView(ProvingView, account.ChangePasswordView):
    """A first password is a new way in: who sets it proves who they are. It needs an address to go with."""

    proof = "password"

    def handle_input(self, data: object) -> HttpResponse | None:
        if not self.request.user.has_usable_password():
            raise_if_reauthentication_required(self.request, app="allauth.account")
        if not ways_of(self.request.user).email_verified:
            return account.ConflictResponse(self.request)
        return super().handle_input(data)
