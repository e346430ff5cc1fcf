"""The cache on Redis. Whatever is kept there limits how often something is done, so without Redis it is done."""

import logging
import time
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

log = logging.getLogger(__name__)
T = TypeVar("T")
REST_SECONDS = 5.0


class FailOpenRedisCache(RedisCache):
    """Finds nothing and takes everything while Redis is away.

    It asks again after a rest only: one sign-in counts in a dozen places, and each would wait for the timeout.
    """

    _resting_until = 0.0  # of time.monotonic(); each thread has a cache of its own

    def ping(self) -> None:
        """Raise RedisError while Redis is away."""
        self._cache.get_client().ping()

    def add(self, *args: Any, **kwargs: Any) -> bool:
        return self._asked(super().add, True, *args, **kwargs)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        return self._asked(super().get, default, key, default, version)

    def set(self, *args: Any, **kwargs: Any) -> None:
        self._asked(super().set, None, *args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> bool:
        return self._asked(super().delete, False, *args, **kwargs)

    def _asked(self, ask: Callable[..., T], otherwise: T, *args: Any, **kwargs: Any) -> T:
        if time.monotonic() < self._resting_until:
            return otherwise
        try:
            return ask(*args, **kwargs)
        except RedisError as error:
            self._resting_until = time.monotonic() + REST_SECONDS
            log.warning("Redis is away (%s): nothing is limited", type(error).__name__)
            return otherwise
