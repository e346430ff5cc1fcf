"""A pytest plugin: one PostgreSQL and one Redis for the whole run, started before Django reads its settings.

xdist's workers inherit the environment, so they find everything named and start nothing.
"""

import os
import secrets
from collections.abc import Generator
from contextlib import ExitStack
from urllib.parse import urlsplit, urlunsplit

import pytest

from backend.config.embedded import throwaway_servers

NAMES = ("DATABASE_URL", "REDIS_URL")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None]:
    os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
    if not all(os.environ.get(name) for name in NAMES):
        stack = ExitStack()
        os.environ.update(stack.enter_context(throwaway_servers()))
        early_config.add_cleanup(stack.close)
    if worker := os.environ.get("PYTEST_XDIST_WORKER"):
        os.environ["REDIS_URL"] = own_redis(os.environ["REDIS_URL"], 1 + int(worker.removeprefix("gw")))
    return (yield)


def own_redis(url: str, number: int) -> str:
    """Return the address of another database of the same Redis: a worker that clears its own disturbs no other."""
    if url.startswith("unix://"):
        return f"{url.partition('?')[0]}?db={number}"
    return urlunsplit(urlsplit(url)._replace(path=f"/{number}"))
