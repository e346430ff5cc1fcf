"""Real processes to be killed, stopped and restarted, on the database of the running test."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection
from redis import Redis

from backend.config.celery import app
from tests.e2e.push_service import PushService

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60
QUEUES = 12  # the first of Redis's 16 databases that neither a site nor a test process has
CELERY = ["-m", "celery", "-A", "backend.config.celery:app"]
WORKER = [*CELERY, "worker", "--loglevel", "WARNING", "--without-gossip", "--without-mingle", "--concurrency"]
SET_UP = "import django; django.setup()\n"


def python(*arguments: str, **environment: str) -> "subprocess.Popen[str]":
    """Start a Python that sees the database of the running test, and the same keys and push services."""
    own = {
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "backend.config.settings",
        "VAPID_KEYS": settings.VAPID_KEYS,
        "VAPID_SUBJECT": settings.VAPID_SUBJECT,
        "PUSH_EXTRA_HOSTS": ",".join(f"{host}:{port}" for host, port in settings.PUSH_EXTRA_HOSTS),
    }
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **own, **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@contextmanager
def running(*arguments: str, **environment: str) -> Iterator["subprocess.Popen[str]"]:
    """Run a Python for the time of the block; whatever is left of it is killed."""
    child = python(*arguments, **environment)
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def script(text: str) -> tuple[str, str]:
    return "-c", SET_UP + text


def database_url() -> str:
    parts = urlsplit(os.environ["DATABASE_URL"])
    return urlunsplit(parts._replace(path=f"/{connection.settings_dict['NAME']}"))


def until(seen: Callable[[], Any], seconds: float = PATIENCE_SECONDS) -> Any:
    """Return what `seen` returns as soon as it is true."""
    deadline = time.monotonic() + seconds
    while not (found := seen()):
        assert time.monotonic() < deadline, "it did not come"
    return found


@contextmanager
def deaf_broker() -> Iterator[str]:
    """Yield the address of a broker that takes calls and never says a word."""
    with socket.socket() as ear:
        ear.bind(("127.0.0.1", 0))
        ear.listen()
        yield f"redis://127.0.0.1:{ear.getsockname()[1]}/0"


@contextmanager
def own_queue() -> Iterator[str]:
    """Queue in a database of Redis's that this process has alone, empty before and after; yield its address."""
    address = urlsplit(settings.REDIS_URL)
    number = QUEUES + int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    if address.scheme == "unix":
        url = f"redis+socket://{address.path}?virtual_host={number}"
    else:
        url = urlunsplit(address._replace(path=f"/{number}"))
    with redis_of(url) as server, queue_at(url):
        server.flushdb()
        yield url
        server.flushdb()


def redis_of(url: str) -> Redis:
    """Return a client for what a broker's address names."""
    return Redis.from_url(re.sub(r"^redis\+socket://([^?]*)\?virtual_host=", r"unix://\1?db=", url))


@contextmanager
def queue_at(url: str) -> Iterator[None]:
    """Let this process queue its tasks there, with no connection left over from elsewhere."""
    before = app.conf.broker_url
    try:
        _lead_to(url)
        yield
    finally:
        _lead_to(before)


def _lead_to(url: str) -> None:
    app.conf.update(broker_url=url)
    app.set_default()
    app._after_fork()  # type: ignore[attr-defined] # forgets connections, as a forked worker does


class HoldingService(PushService):
    """A push service that takes a message and keeps its answer back until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.holding = True

    def let_go(self) -> None:
        self.holding = False
        self._loop.call_soon_threadsafe(self._release.set)

    async def _accept(self, *message: Any) -> Any:
        answer = await super()._accept(*message)
        if self.holding:
            await self._release.wait()
        return answer
