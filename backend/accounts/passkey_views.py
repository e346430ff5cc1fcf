"""allauth's views of passkeys, for whatever a phone or somebody else may send."""

import struct
from typing import Any

from allauth.headless.internal.restkit.response import ErrorResponse
from allauth.headless.mfa import inputs
from allauth.headless.mfa import views as mfa
from allauth.headless.mfa.response import AddWebAuthnResponse
from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.internal import flows as webauthn
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from django.http import HttpRequest, HttpResponse

from backend.accounts.allauth_views import ProvingView

# What reading and checking a credential ends in when it is not one, or not signed by its passkey. allauth knows a few.
UNREADABLE = (
    AssertionError,
    AttributeError,
    InvalidSignature,
    LookupError,
    RecursionError,
    TypeError,
    UnsupportedAlgorithm,
    ValueError,
    struct.error,
)


class Readable:
    """Answers 400 to what is no credential."""

    def handle_input(self, data: object) -> HttpResponse | None:
        try:
            answer: HttpResponse | None = super().handle_input(data)  # type: ignore[misc] # allauth's view
        except UNREADABLE:
            error = get_adapter().validation_error("incorrect_code")
            return ErrorResponse(self.request, exception=error)  # type: ignore[attr-defined] # as above
        return answer


class SignInView(Readable, mfa.LoginWebAuthnView):
    pass


class SecondFactorView(Readable, mfa.AuthenticateWebAuthnView):
    pass


class ReauthenticateView(Readable, mfa.ReauthenticateWebAuthnView):
    pass


class PasskeyInput(inputs.AddWebAuthnInput):
    """Keeps of what the browser sent only what it takes to check the passkey again."""

    def clean_credential(self) -> dict[str, Any]:
        sent = self.cleaned_data["credential"]
        if not isinstance(sent, dict) or not isinstance(sent.get("response"), dict):
            raise get_adapter().validation_error("incorrect_code")
        response = {name: sent["response"].get(name) for name in ("clientDataJSON", "attestationObject")}
        return {
            "id": sent.get("id"),
            "rawId": sent.get("rawId"),
            "type": "public-key",
            "response": response,
            "clientExtensionResults": {"credProps": {"rk": True}},
        }


class PasskeyView(Readable, ProvingView, mfa.ManageWebAuthnView):
    """Every passkey signs in on its own: it is kept on the phone and asks for finger, face or code."""

    input_class = {**mfa.ManageWebAuthnView.input_class, "POST": PasskeyInput}  # noqa: RUF012 - as allauth has it

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        options = webauthn.begin_registration(request, request.user, passwordless=True)
        return AddWebAuthnResponse(request, options)
