"""From an anonymous account into another one."""

from typing import cast

from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from backend.accounts.models import Account, Device
from backend.accounts.serializers import TicketSerializer
from backend.accounts.services.merging import InvalidTicketError, end_merged, make_ticket
from backend.accounts.services.ways import ways_of


class NotAnonymous(APIException):
    status_code = 409
    default_code = "not_anonymous"
    default_detail = "This account has a way to sign in of its own. Log out first."


class MergeView(APIView):
    @extend_schema(request=None, responses=TicketSerializer)
    def post(self, request: Request) -> Response:
        """Return a ticket with which another account may end this device once everything has arrived there."""
        if ways_of(cast("Account", request.user)).any:
            raise NotAnonymous
        return Response({"ticket": make_ticket(cast("Device", request.auth))})


class MergedView(APIView):
    @extend_schema(request=TicketSerializer, responses={204: None})
    def post(self, request: Request) -> Response:
        """End the device of the ticket, and its account unless another phone holds it. Again changes nothing."""
        asked = TicketSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        try:
            end_merged(ticket=asked.validated_data["ticket"], into=cast("Account", request.user))
        except InvalidTicketError as error:
            raise ValidationError({"ticket": ["This ticket is not valid."]}) from error
        return Response(status=204)
