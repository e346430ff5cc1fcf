"""PostgreSQL and Redis of our own, for `make run` and the tests.

`python -m backend.config.embedded -- <command>` runs one command beside servers that forget everything.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from backend.config.bootstrap import Failure, say
from backend.config.place import Place, place, require_room
from backend.config.postgresql import postgresql
from backend.config.processes import stop, sweep
from backend.config.redis_server import redis_server
from backend.config.servers import Server

THROWAWAY = "thaw-test-"
LEFT_BEHIND_SECONDS = 600
MAKERS = {"DATABASE_URL": postgresql, "REDIS_URL": redis_server}


@contextmanager
def only_one(data_dir: Path) -> Iterator[None]:
    """Hold DATA_DIR for one launcher at a time; the hold ends with us, however we end."""
    data_dir.mkdir(parents=True, exist_ok=True)
    with (data_dir / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Failure(
                f"Thaw already runs on {data_dir}: stop that one first, or choose another DATA_DIR."
            ) from None
        yield


@contextmanager
def servers(data_dir: Path, logs: Path, *, durable: bool) -> Iterator[list[Server]]:
    """Run the servers that the environment does not name, and stop them in reverse order."""
    needed = [make for variable, make in MAKERS.items() if not os.environ.get(variable, "").strip()]
    with ExitStack() as stack:
        running: list[Server] = []
        if needed:
            here = _cleared(data_dir)
        for make in needed:
            running.append(make(here, logs, durable=durable))
            stack.callback(stop, running[-1].child)
        yield running


def _cleared(data_dir: Path) -> Place:
    """End what a killed launcher left, then remove its lock files: their numbers may be somebody else's by now."""
    here = place(data_dir)
    require_room(here.home)
    for data in (here.home / "postgresql", here.home / "redis"):
        sweep(data)
    for left in (here.home / "postgresql" / "postmaster.pid", *here.sockets.iterdir()):
        left.unlink(missing_ok=True)
    return here


@contextmanager
def throwaway_servers() -> Iterator[dict[str, str]]:
    """Run empty servers in a DATA_DIR of their own; return the environment that leads to them."""
    _remove_left_behind()
    data_dir = Path(tempfile.mkdtemp(prefix=THROWAWAY))
    try:
        with only_one(data_dir), servers(data_dir, data_dir, durable=False) as running:
            yield {"DATA_DIR": str(data_dir), **{server.variable: server.url for server in running}}
    finally:
        _remove(data_dir)


def _remove_left_behind() -> None:
    """Remove what killed test runs left: old folders of ours that nobody holds."""
    for data_dir in Path(tempfile.gettempdir()).glob(f"{THROWAWAY}*"):
        with suppress(OSError, Failure):
            found = data_dir.stat()
            if found.st_uid == os.geteuid() and time.time() - found.st_mtime > LEFT_BEHIND_SECONDS:
                with only_one(data_dir):
                    _remove(data_dir)


def _remove(data_dir: Path) -> None:
    here = place(data_dir)
    for path in (here.sockets, here.home, data_dir):
        shutil.rmtree(path, ignore_errors=True)


def main() -> None:
    with throwaway_servers() as environment:
        command = sys.argv[sys.argv.index("--") + 1 :]
        code = subprocess.call(command, env={**os.environ, **environment})
    sys.exit(code)


if __name__ == "__main__":
    say(main)
