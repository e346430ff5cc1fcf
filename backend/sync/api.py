"""One request does both directions of a sync."""

from typing import Any

import msgspec
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.gzip import gzip_page
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotAuthenticated, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from backend.core.json import TooLarge
from backend.core.records import AccountGoneError
from backend.core.requests import account_id
from backend.core.schema import struct_serializer
from backend.core.shapes import RecordTooLargeError
from backend.sync import services
from backend.sync.serializers import CHANGES, SyncAnswer, SyncRequest


@method_decorator(gzip_page, name="dispatch")
class SyncView(APIView):
    @extend_schema(request=struct_serializer(SyncRequest, "Sync"), responses=struct_serializer(SyncAnswer))
    def post(self, request: Request) -> Response:
        """Send changes up and take what is new down (see PROTOCOL.md). The body may be gzip."""
        wanted = _parsed(request.data)
        if len(wanted.changes) > CHANGES:
            raise TooLarge
        try:
            return Response(services.sync(account_id=account_id(request), request=wanted, now=timezone.now()))
        except RecordTooLargeError as error:
            raise TooLarge from error
        except AccountGoneError as error:
            raise NotAuthenticated from error


def _parsed(body: Any) -> SyncRequest:
    try:
        return msgspec.convert(body, SyncRequest)
    except msgspec.ValidationError as error:
        raise ValidationError({"non_field_errors": [str(error)]}) from error
