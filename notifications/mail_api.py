"""The e-mail address a person gives for reminders. What is answered never depends on anybody else's."""

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from backend.core.requests import account_id
from backend.core.throttles import AccountThrottle, FailOpenThrottle
from notifications import serializers
from notifications.models import MailAddress
from notifications.services import mailboxes
from notifications.transports.email.reach import available


class AskMailThrottle(FailOpenThrottle):
    scope = "ask_mail"


class AskMailDayThrottle(FailOpenThrottle):
    scope = "ask_mail_day"


class EmailView(APIView):
    def get_throttles(self) -> list[BaseThrottle]:
        asks: list[BaseThrottle] = [AskMailThrottle(), AskMailDayThrottle()] if self.request.method == "PUT" else []
        return [AccountThrottle(), *asks]

    @extend_schema(responses=serializers.MailAddressSerializer)
    def get(self, request: Request) -> Response:
        return Response(_shown(MailAddress.objects.filter(account_id=account_id(request)).first()))

    @extend_schema(request=serializers.NewMailAddressSerializer, responses=serializers.MailAddressSerializer)
    def put(self, request: Request) -> Response:
        """Give an address; its owner gets one mail to say yes to. The same again sends that mail again."""
        asked = serializers.NewMailAddressSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        if not available():
            raise ValidationError({"address": ["This server sends no e-mail."]}, code="unavailable")
        try:
            address = asked.validated_data["address"]
            row = mailboxes.ask(account_id=account_id(request), address=address, now=timezone.now())
        except mailboxes.RefusedAddressError as error:
            raise ValidationError({"address": [str(error)]}) from error
        return Response(_shown(row))

    @extend_schema(responses={204: None})
    def delete(self, request: Request) -> Response:
        """Forget the address; nothing more goes there."""
        mailboxes.forget(account_id(request))
        return Response(status=204)


def _shown(row: MailAddress | None) -> dict[str, Any]:
    return {
        "address": row.address if row else None,
        "confirmed": bool(row and row.confirmed_at and not row.retired_at),
        "retired": row.retired_reason or None if row else None,
        "available": available(),
    }
