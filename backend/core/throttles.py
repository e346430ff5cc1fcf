"""Limits per account or address. They fail open: without Redis people are served all the same."""

import logging
from typing import TYPE_CHECKING

from redis.exceptions import RedisError
from rest_framework.throttling import SimpleRateThrottle

if TYPE_CHECKING:
    from rest_framework.request import Request
    from rest_framework.views import APIView

log = logging.getLogger(__name__)


class FailOpenThrottle(SimpleRateThrottle):
    def allow_request(self, request: "Request", view: "APIView") -> bool:
        try:
            return super().allow_request(request, view)
        except RedisError:
            log.warning("Redis is away: throttle '%s' lets requests through", self.scope)
            return True

    def get_cache_key(self, request: "Request", view: "APIView") -> str:
        ident = request.user.pk if request.user.is_authenticated else request.META.get("REMOTE_ADDR", "")
        return self.cache_format % {"scope": self.scope, "ident": ident}


class AccountThrottle(FailOpenThrottle):
    scope = "account"


class OpenAccountThrottle(FailOpenThrottle):
    scope = "open_account"
