"""Reminders over REST, the phone's responses, and the addresses a browser gives for push."""

from typing import Any, cast
from uuid import UUID

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound, PermissionDenied, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from backend.accounts.models import Device
from backend.core.api import RecordViewSet, documented
from backend.core.requests import account_id
from backend.core.throttles import FailOpenThrottle
from notifications import serializers
from notifications.collections import REMINDERS
from notifications.models import Delivery, PushSubscription, Reminder
from notifications.services.responding import note_shown, respond
from notifications.services.subscribing import subscribe
from notifications.services.trying import send_trials
from notifications.transports.shape import Result
from notifications.transports.web_push.endpoints import RefusedEndpointError
from notifications.transports.web_push.keys import current_key


@documented
class ReminderViewSet(RecordViewSet):
    collection = REMINDERS


class TestPushThrottle(FailOpenThrottle):
    scope = "test_push"


class ResponseView(APIView):
    @extend_schema(request=serializers.ResponseSerializer, responses=serializers.AnsweredSerializer)
    def post(self, request: Request, pk: UUID) -> Response:
        """Say what the phone knows about a delivery; `later` makes a snooze. Saying it again changes nothing."""
        asked = serializers.ResponseSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        said = asked.validated_data
        try:
            reminder = Reminder.objects.get(account_id=account_id(request), id=pk, deleted=False)
            found = respond(
                reminder=reminder,
                delivery_id=said["delivery"],
                response=said["response"],
                at=said["at"],
                now=timezone.now(),
            )
        except (Reminder.DoesNotExist, Delivery.DoesNotExist) as error:
            raise NotFound from error
        if said["response"] == "shown" and request.auth:
            note_shown(device=_device(request), at=said["at"], now=timezone.now())
        later_at = found.due_at if found.pk != said["delivery"] else None
        return Response({"state": found.state, "later_at": later_at})


class PushKeyView(APIView):
    @extend_schema(responses=serializers.PushKeySerializer)
    def get(self, _request: Request) -> Response:
        """Return the key that browsers subscribe with."""
        key = current_key()
        return Response({"key_id": key.id, "public_key": key.public_key})


class SubscriptionListView(APIView):
    @extend_schema(responses=serializers.SubscriptionSerializer(many=True))
    def get(self, request: Request) -> Response:
        found = PushSubscription.objects.filter(account_id=account_id(request)).select_related("device")
        return Response(serializers.SubscriptionSerializer(found.order_by("created_at"), many=True).data)

    @extend_schema(
        request=serializers.NewSubscriptionSerializer,
        responses={200: serializers.SubscriptionSerializer, 201: serializers.SubscriptionSerializer},
    )
    def post(self, request: Request) -> Response:
        """Keep where this device can be reached; the same again is answered 200."""
        asked = serializers.NewSubscriptionSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        try:
            kept, made = subscribe(device=_device(request), wanted=asked.validated_data, now=timezone.now())
        except RefusedEndpointError as error:
            raise ValidationError({"endpoint": [str(error)]}) from error
        return Response(serializers.SubscriptionSerializer(kept).data, status=201 if made else 200)


class SubscriptionView(APIView):
    @extend_schema(responses={204: None})
    def delete(self, request: Request, pk: UUID) -> Response:
        gone, _ = PushSubscription.objects.filter(account_id=account_id(request), pk=pk).delete()
        if not gone:
            raise NotFound
        return Response(status=204)


class TestPushView(APIView):
    throttle_classes = (TestPushThrottle,)

    @extend_schema(request=None, responses=serializers.TestPushSerializer(many=True))
    def post(self, request: Request) -> Response:
        """Send a trial message at once, to this device or else by e-mail; the answer says what became of it."""
        results = send_trials(device=_device(request), now=timezone.now())
        return Response([_tried(*each) for each in results])


def _tried(transport: str, address: Any, result: Result) -> dict[str, Any]:
    said = {"outcome": result.outcome, "status": result.status, "retry_after": result.retry_after}
    return {"transport": transport, "subscription": address.pk, **said}


def _device(request: Request) -> Device:
    device = cast("Device | None", request.auth)
    if device is None:
        raise PermissionDenied
    return device
