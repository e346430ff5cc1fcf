"""What of allauth can be reached, under /_allauth/browser/v1/. What is not listed is not there."""

from allauth.headless.account import views as account
from allauth.headless.mfa import views as mfa
from django.urls import path

from backend.accounts import allauth_views as ours
from backend.accounts import passkey_views as passkeys
from backend.accounts.gates import anybody, by_mail, exposed, signing_in, with_device

urlpatterns = [
    path("auth/session", exposed(account.SessionView, anybody, "get")),
    path("auth/login", exposed(account.LoginView, signing_in, "post")),
    path("auth/code/request", exposed(ours.RequestLoginCodeView, by_mail(signing_in), "post")),
    path("auth/code/confirm", exposed(ours.ConfirmLoginCodeView, signing_in, "post")),
    path("auth/password/request", exposed(account.RequestPasswordResetView, by_mail(signing_in), "post")),
    path("auth/password/reset", exposed(ours.ResetPasswordView, signing_in, "post")),
    path("auth/webauthn/login", exposed(passkeys.SignInView, signing_in, "get", "post")),
    path("auth/2fa/authenticate", exposed(ours.SecondFactorView, signing_in, "post")),
    path("auth/webauthn/authenticate", exposed(passkeys.SecondFactorView, signing_in, "get", "post")),
    path("auth/reauthenticate", exposed(account.ReauthenticateView, with_device, "post")),
    path("auth/2fa/reauthenticate", exposed(ours.ReauthenticateView, with_device, "post")),
    path("auth/webauthn/reauthenticate", exposed(passkeys.ReauthenticateView, with_device, "get", "post")),
    path("auth/email/verify", exposed(account.VerifyEmailView, with_device, "post")),
    path("account/email", exposed(ours.EmailView, by_mail(with_device), "get", "post", "delete")),
    path("account/password/change", exposed(ours.PasswordView, with_device, "post")),
    path("account/authenticators", exposed(mfa.AuthenticatorsView, with_device, "get")),
    path("account/authenticators/totp", exposed(ours.TotpView, with_device, "get", "post", "delete")),
    path("account/authenticators/webauthn", exposed(passkeys.PasskeyView, with_device, "get", "post", "put", "delete")),
]
