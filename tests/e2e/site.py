"""The whole of Thaw, started the way `make run` starts it, for tests that look at it from outside."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psutil
import psycopg
from psycopg.sql import SQL, Identifier
from redis import Redis

from tests.services import own_redis

ROOT = Path(__file__).resolve().parents[2]
READY = re.compile(r"Thaw is ready: open (\S+)")
STARTS_WITHIN_SECONDS = 180
# Redis has 16 databases; the test processes themselves take the first of them, one each.
SITES_AT_MOST = 6
REDIS_NUMBERS = count(3 + SITES_AT_MOST * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")))


class Site:
    """One installation with its own database, data folder and port; it can be stopped and started again."""

    # Compressing the static files takes most of a start. Whether they are still good, a start finds out itself.
    _collected: ClassVar[Path | None] = None

    def __init__(self, data_dir: Path, **environment: str) -> None:
        self._static = data_dir / "static"
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.environment = {
            **os.environ,
            "PORT": str(self.port),
            "DATA_DIR": str(data_dir),
            "DATABASE_URL": new_database(),
            # On a shared one a site's worker would take the tasks of another.
            "REDIS_URL": own_redis(os.environ["REDIS_URL"], next(REDIS_NUMBERS)),
            "WEB_CONCURRENCY": "1",
            "TICK_SECONDS": "1",
            "PYTHONWARNINGS": "default",
            **environment,
        }
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        if Site._collected and not self._static.exists():
            shutil.copytree(Site._collected, self._static)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "backend.config.launch"],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        watchdog = threading.Timer(STARTS_WITHIN_SECONDS, self.process.kill)
        watchdog.start()
        said = []
        for line in self.process.stdout or ():
            said.append(line)
            if READY.search(line):
                watchdog.cancel()
                Site._collected = Site._collected or self._static
                return
        watchdog.cancel()
        self.stop()
        raise AssertionError("".join(said))

    def stop(self) -> None:
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            with self.process:
                self.process.communicate(timeout=60)
            self.process = None

    def forget_limits(self) -> None:
        """Begin to count anew: all phones of all tests come from one address."""
        with Redis.from_url(self.environment["REDIS_URL"]) as redis:
            for key in [*redis.scan_iter("*throttle*"), *redis.scan_iter("*allauth*")]:
                redis.delete(key)

    def tables_with(self, text: str) -> list[str]:
        """Return the tables of its database in which any row holds the text."""
        with psycopg.connect(self.environment["DATABASE_URL"]) as connection:
            names = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
            holding = SQL("SELECT 1 FROM {} AS line WHERE strpos(line::text, %s) > 0 LIMIT 1")
            return [
                name for (name,) in names if connection.execute(holding.format(Identifier(name)), [text]).fetchone()
            ]

    @contextmanager
    def away(self) -> Iterator[None]:
        """Keep the server down inside the block."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Let the server take every request and answer none inside the block, as a poor network seems to."""
        assert self.process
        family = psutil.Process(self.process.pid).children(recursive=True)
        web = [each for each in family if "granian" in each.cmdline()]
        for each in web:
            each.suspend()
        try:
            yield
        finally:
            for each in web:
                each.resume()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def new_database() -> str:
    """Make an empty database on the run's PostgreSQL; return its URL."""
    parts = urlsplit(os.environ["DATABASE_URL"])
    name = f"e2e_{uuid4().hex[:12]}"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return urlunsplit(parts._replace(path=f"/{name}"))
