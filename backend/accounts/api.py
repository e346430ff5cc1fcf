"""The anonymous account and its devices."""

from typing import Any, cast

from django.contrib.auth import login, logout
from django.middleware.csrf import get_token
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.permissions import AllowAny, BasePermission, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from backend.accounts.authentication import DEVICE
from backend.accounts.models import Account, Device
from backend.accounts.serializers import (
    AccountSerializer,
    KnownDeviceSerializer,
    OpenAccountSerializer,
    ProfileSerializer,
)
from backend.accounts.services import delete_account, end_device, open_account
from backend.core.requests import account_id
from backend.core.throttles import AccountThrottle, OpenAccountThrottle

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"


class AccountView(APIView):
    def get_permissions(self) -> list[BasePermission]:
        return [AllowAny() if self.request.method == "POST" else IsAuthenticated()]

    def get_throttles(self) -> list[BaseThrottle]:
        return [OpenAccountThrottle() if self.request.method == "POST" else AccountThrottle()]

    @extend_schema(request=OpenAccountSerializer, responses={200: AccountSerializer, 201: AccountSerializer})
    def post(self, request: Request) -> Response:
        """Open an anonymous account with this device; signed in already, answer the account there is."""
        if request.user.is_authenticated:
            return Response(_account(request))
        asked = OpenAccountSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        wanted = asked.validated_data
        device = open_account(
            locale=wanted["locale"],
            time_zone=wanted["time_zone"],
            device_id=wanted["device"]["id"],
            label=wanted["device"]["label"],
            now=timezone.now(),
        )
        _sign_in(request, device)
        return Response(_account(request), status=201)

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


class DeviceListView(APIView):
    @extend_schema(responses=KnownDeviceSerializer(many=True))
    def get(self, request: Request) -> Response:
        devices = Device.objects.filter(account_id=account_id(request)).order_by("created_at")
        return Response([_device(request, device) for device in devices])


class DeviceView(APIView):
    @extend_schema(
        responses={204: None}, parameters=[OpenApiParameter("device_id", OpenApiTypes.UUID, OpenApiParameter.PATH)]
    )
    def delete(self, request: Request, device_id: str) -> Response:
        """End a device: its session and push subscriptions are gone."""
        device = Device.objects.filter(account_id=account_id(request), id=device_id).first()
        if device is None:
            raise NotFound
        end_device(device)
        return Response(status=204)


def _sign_in(request: Request, device: Device) -> None:
    login(request._request, device.account, backend=MODEL_BACKEND)
    request.session[DEVICE] = str(device.id)
    request.session.save()
    Device.objects.filter(pk=device.pk).update(session_key=request.session.session_key)
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
        "device": _device(request, cast("Device", request.auth)) if request.auth else None,
        "created_at": account.created_at,
    }


def _device(request: Request, device: Device) -> dict[str, Any]:
    return {
        "id": device.id,
        "label": device.label,
        "created_at": device.created_at,
        "last_seen_at": device.last_seen_at,
        "current": request.auth == device,
    }
