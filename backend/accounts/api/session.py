"""Before and after an account: the token for allauth's paths, and leaving."""

from typing import Any, cast

from django.conf import settings
from django.contrib.auth import logout
from django.middleware.csrf import get_token
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import APIException
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from backend.accounts.authentication import NewcomerSession, pass_by
from backend.accounts.models import Device
from backend.accounts.serializers import LogOutSerializer, SessionSerializer
from backend.accounts.services.devices import end_device, is_only_way
from backend.core.throttles import SessionThrottle


class SessionView(APIView):
    authentication_classes = (NewcomerSession,)
    permission_classes = (AllowAny,)
    throttle_classes = (SessionThrottle,)

    @extend_schema(responses=SessionSerializer)
    def get(self, request: Request) -> Response:
        """Return the CSRF token for the next call, and what there is to sign in with. Signing in makes a new token."""
        pass_by(request._request)
        return Response(session_state(request))


class NoWayBack(APIException):
    status_code = 409
    default_code = "no_way_back"
    default_detail = "Nobody could sign in to this account again. Add a way in first, or log out anyway."


class LogOutView(APIView):
    authentication_classes = (NewcomerSession,)

    @extend_schema(request=LogOutSerializer, responses={204: None})
    def post(self, request: Request) -> Response:
        """End this device: its session and push subscriptions are gone, the account stays.

        An account that nobody could sign in to again is deleted with it, if asked for by `anyway`.
        """
        asked = LogOutSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        device = cast("Device | None", request.auth)
        if device and is_only_way(device) and not asked.validated_data["anyway"]:
            raise NoWayBack
        if device:
            end_device(device)
        logout(request._request)
        return Response(status=204)


def session_state(request: Request) -> dict[str, Any]:
    return {
        "csrf_token": get_token(request._request),
        "signed_in": request.user.is_authenticated,
        "mail": bool(settings.MAIL.host),
    }
