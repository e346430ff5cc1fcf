"""Is it alive, is it ready, how is it doing: for process managers and operators."""

from ipaddress import ip_address
from typing import cast

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from redis.exceptions import RedisError

from backend.core.cache import FailOpenRedisCache
from notifications.metrics import registry, scan_lag_seconds

WORST_LAG_SECONDS = 300


@never_cache
def healthz(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def readyz(_request: HttpRequest) -> JsonResponse:
    """Answer 200 when people can be served: database there, Redis there, reminders not late."""
    checks = {"database": _database(), "redis": _redis()}
    checks["reminders"] = checks["database"] and scan_lag_seconds(timezone.now()) <= WORST_LAG_SECONDS
    return JsonResponse(checks, status=200 if all(checks.values()) else 503)


@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus text, for callers on this machine only."""
    if not ip_address(request.META["REMOTE_ADDR"]).is_loopback:
        return HttpResponse(status=404)
    return HttpResponse(generate_latest(registry(timezone.now())), content_type=CONTENT_TYPE_LATEST)


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _redis() -> bool:
    try:
        cast("FailOpenRedisCache", cache).ping()
    except RedisError:
        return False
    return True
