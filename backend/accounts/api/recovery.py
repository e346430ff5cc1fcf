"""Recovery codes: a new set, and coming back in with one."""

from typing import cast

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import APIException, PermissionDenied, ValidationError
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from backend.accounts.api.session import session_state
from backend.accounts.authentication import NewcomerSession, enter
from backend.accounts.models import Account
from backend.accounts.serializers import RecoverSerializer, RecoveryCodesSerializer, SessionSerializer
from backend.accounts.services.recovery import new_recovery_codes, spend
from backend.accounts.services.ways import ways_of
from backend.core.throttles import RecoverThrottle, RecoveryCodesThrottle


class SignedInAlready(APIException):
    status_code = 409
    default_code = "signed_in"
    default_detail = "Somebody is signed in on this phone. Log out first."


class RecoveryCodesView(APIView):
    throttle_classes = (RecoveryCodesThrottle,)

    @extend_schema(request=None, responses=RecoveryCodesSerializer)
    def post(self, request: Request) -> Response:
        """Return a new set of recovery codes, this once; the old ones end.

        403 `reauthentication_required`: the person has to prove who they are, as for allauth's 401.
        """
        if is_reauthentication_required(request._request, app="allauth.mfa"):
            raise PermissionDenied(code="reauthentication_required")
        account = cast("Account", request.user)
        codes = new_recovery_codes(account=account, now=timezone.now())
        get_adapter().send_notification_mail("recovery_codes_made", account)
        return Response({"codes": codes})


class RecoverView(APIView):
    authentication_classes = (NewcomerSession,)
    permission_classes = (AllowAny,)
    throttle_classes = (RecoverThrottle,)

    @extend_schema(request=RecoverSerializer, responses=SessionSerializer)
    def post(self, request: Request) -> Response:
        """Sign in with a recovery code. Attach the device next."""
        asked = RecoverSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        if request.auth and ways_of(cast("Account", request.user)).any:
            raise SignedInAlready
        account = spend(code=asked.validated_data["code"])
        if account is None:
            raise ValidationError({"code": ["This code doesn't work. Each one works once."]})
        enter(request._request, account)
        record_authentication(request._request, account, "recovery_code")
        request.user = account
        return Response(session_state(request))
