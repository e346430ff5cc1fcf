"""Content over HTTP: the same for everyone, so no account, no session, no cookie."""

from drf_spectacular.utils import OpenApiParameter
from rest_framework.permissions import AllowAny
from rest_framework.views import APIView

LANGUAGE = OpenApiParameter("Accept-Language", str, OpenApiParameter.HEADER, description="e.g. 'de-AT, en;q=0.5'")
KNOWN = OpenApiParameter("If-None-Match", str, OpenApiParameter.HEADER, description="the ETag of what is there already")
UNCHANGED = {304: None}


class ContentView(APIView):
    authentication_classes = ()
    permission_classes = (AllowAny,)
