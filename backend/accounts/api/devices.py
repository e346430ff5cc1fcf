"""The list of devices, and ending them."""

from typing import Any, cast

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from backend.accounts.models import Device
from backend.accounts.serializers import KnownDeviceSerializer
from backend.accounts.services.devices import end_device, end_other_devices
from backend.core.requests import account_id


class DeviceListView(APIView):
    @extend_schema(responses=KnownDeviceSerializer(many=True))
    def get(self, request: Request) -> Response:
        devices = Device.objects.filter(account_id=account_id(request)).order_by("created_at")
        return Response([described(request, device) for device in devices])

    @extend_schema(responses={204: None}, operation_id="v1_account_devices_end_others")
    def delete(self, request: Request) -> Response:
        """End all devices but this one."""
        end_other_devices(cast("Device", request.auth))
        return Response(status=204)


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


def described(request: Request, device: Device) -> dict[str, Any]:
    return {
        "id": device.id,
        "label": device.label,
        "created_at": device.created_at,
        "last_seen_at": device.last_seen_at,
        "current": request.auth == device,
    }
