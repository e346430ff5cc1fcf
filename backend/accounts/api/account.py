"""The account and its way into a device."""

from typing import Any, cast

from allauth.account.adapter import get_adapter
from django.contrib.auth import logout
from django.middleware.csrf import get_token
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.authentication import BaseAuthentication
from rest_framework.permissions import AllowAny, BasePermission, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from backend.accounts.api.devices import described
from backend.accounts.authentication import DeviceSession, NewcomerSession, bind, enter
from backend.accounts.models import Account, Device
from backend.accounts.serializers import AccountSerializer, OpenAccountSerializer, ProfileSerializer
from backend.accounts.services.accounts import delete_account, open_account
from backend.accounts.services.devices import attach_device
from backend.accounts.services.ways import ways_of
from backend.core.throttles import AccountThrottle, OpenAccountThrottle


class AccountView(APIView):
    def get_authenticators(self) -> list[BaseAuthentication]:
        return [NewcomerSession() if self._begins() else DeviceSession()]

    def get_permissions(self) -> list[BasePermission]:
        return [AllowAny() if self._begins() else IsAuthenticated()]

    def get_throttles(self) -> list[BaseThrottle]:
        return [OpenAccountThrottle() if self._begins() else AccountThrottle()]

    def _begins(self) -> bool:
        return self.request is not None and self.request.method == "POST"

    @extend_schema(request=OpenAccountSerializer, responses={200: AccountSerializer, 201: AccountSerializer})
    def post(self, request: Request) -> Response:
        """Open an anonymous account with this device, or attach the device to the account just signed in to.

        A device that is attached already is answered with its account.
        """
        if request.auth:
            return Response(_account(request))
        asked = OpenAccountSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        wanted = asked.validated_data
        made = _attach(request, wanted) if request.user.is_authenticated else _open(request, wanted)
        return Response(_account(request), status=201 if made else 200)

    @extend_schema(responses=AccountSerializer)
    def get(self, request: Request) -> Response:
        return Response(_account(request))

    @extend_schema(request=ProfileSerializer(partial=True), responses=AccountSerializer)
    def patch(self, request: Request) -> Response:
        asked = ProfileSerializer(data=request.data, partial=True)
        asked.is_valid(raise_exception=True)
        account = cast("Account", request.user)
        Account.objects.filter(pk=account.pk).update(**asked.validated_data)
        account.refresh_from_db()
        return Response(_account(request))

    @extend_schema(responses={204: None})
    def delete(self, request: Request) -> Response:
        """Delete every row of this account at once."""
        delete_account(cast("Account", request.user))
        logout(request._request)
        return Response(status=204)


def _open(request: Request, wanted: dict[str, Any]) -> bool:
    device = open_account(
        locale=wanted["locale"],
        time_zone=wanted["time_zone"],
        device_id=wanted["device"]["id"],
        label=wanted["device"]["label"],
        now=timezone.now(),
    )
    enter(request._request, device.account)
    _bind(request, device)
    return True


def _attach(request: Request, wanted: dict[str, Any]) -> bool:
    device, made = attach_device(
        account=cast("Account", request.user),
        device_id=wanted["device"]["id"],
        label=wanted["device"]["label"],
        now=timezone.now(),
        session_key=request._request.session.session_key,
    )
    _bind(request, device)
    if made:
        get_adapter().send_notification_mail("phone_signed_in", device.account)
    return made


def _bind(request: Request, device: Device) -> None:
    bind(request._request, device)
    request.user = device.account
    request.auth = device


def _account(request: Request) -> dict[str, Any]:
    account = cast("Account", request.user)
    return {
        "id": account.pk,
        "locale": account.locale,
        "time_zone": account.time_zone,
        "epoch": account.epoch,
        "csrf_token": get_token(request._request),
        "device": described(request, cast("Device", request.auth)),
        "ways": ways_of(account)._asdict(),
        "created_at": account.created_at,
    }
