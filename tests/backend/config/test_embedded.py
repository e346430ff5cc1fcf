"""The embedded servers: private, repeatable after a crash, and polite to every folder that is not theirs."""

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
import redis

from backend.config.bootstrap import Failure
from backend.config.embedded import only_one, servers
from backend.config.place import LONGEST_SOCKET, place
from backend.config.processes import Orders, start, stop, sweep
from backend.config.servers import Server
from tests.notifications.processes import until

Running = dict[str, Server]


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield a DATA_DIR in a clone under a home that is closed to everyone else."""
    for variable in ("DATABASE_URL", "REDIS_URL"):
        monkeypatch.delenv(variable, raising=False)
    home = tmp_path / "home"
    (home / "clone" / ".data").mkdir(parents=True)
    home.chmod(0o700)
    yield home / "clone" / ".data"
    remove(home / "clone" / ".data")


def remove(data_dir: Path) -> None:
    """Remove what lies outside pytest's own folder."""
    here = place(data_dir)
    shutil.rmtree(here.home)
    shutil.rmtree(here.sockets, ignore_errors=True)


@contextmanager
def running(data_dir: Path) -> Iterator[Running]:
    with servers(data_dir, data_dir, durable=True) as started:
        yield {server.variable: server for server in started}


def answer(run: Running) -> tuple[object, object]:
    with psycopg.connect(run["DATABASE_URL"].url) as connection:
        row = connection.execute("SELECT current_user || ' in ' || current_database()").fetchone()
    with redis.Redis.from_url(run["REDIS_URL"].url) as client:
        return row, client.ping()


def modes(path: Path) -> dict[Path, tuple[int, int]]:
    """Return mode and owner of every folder from the root to `path`."""
    return {folder: (folder.stat().st_mode, folder.stat().st_uid) for folder in (path, *path.parents)}


def test_a_closed_home_stays_closed_and_its_servers_run(data_dir: Path) -> None:
    around = (data_dir, Path("/var/lib"))
    before = [modes(path) for path in around]
    with running(data_dir) as run:
        assert answer(run) == (("thaw in thaw",), True)
        assert [modes(path) for path in around] == before
    assert [modes(path) for path in around] == before


def test_nobody_else_can_reach_the_sockets(data_dir: Path) -> None:
    with running(data_dir) as run:
        sockets = place(data_dir).sockets
        assert (sockets.stat().st_mode & 0o777, run["REDIS_URL"].url) == (0o700, f"unix://{sockets}/redis.sock")
        assert sockets.stat().st_uid != 0


def test_they_start_again_after_a_power_cut(data_dir: Path) -> None:
    with running(data_dir) as run:
        with psycopg.connect(run["DATABASE_URL"].url) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
        for server in run.values():
            os.kill(server.child.process.pid, signal.SIGKILL)
            server.child.process.wait()
    with somebody_else_with_the_number_of_postgresql(data_dir), running(data_dir) as run:
        connection = psycopg.connect(run["DATABASE_URL"].url)
        assert connection.execute("SELECT number FROM kept").fetchall() == [(7,)]
        connection.close()


@contextmanager
def somebody_else_with_the_number_of_postgresql(data_dir: Path) -> Iterator[None]:
    """Write into postmaster.pid the number of another process of the same user, as after a restart of the machine."""
    here = place(data_dir)
    sweep(here.home / "postgresql")
    other = start(Orders("sleep", ["sleep", "600"], data_dir / "sleep.log", person=here.person))
    file = here.home / "postgresql" / "postmaster.pid"
    _, *rest = file.read_text().splitlines()
    file.write_text("\n".join([str(other.process.pid), *rest]))
    yield
    stop(other)


def test_what_a_killed_launcher_left_is_ended_first(data_dir: Path) -> None:
    with running(data_dir) as left, running(data_dir) as run:
        assert answer(run) == (("thaw in thaw",), True)
        assert [server.child.process.wait(5) for server in left.values()] == [0, 0]


def test_data_of_another_postgresql_is_refused(data_dir: Path) -> None:
    data = place(data_dir).home / "postgresql"
    data.mkdir()
    (data / "PG_VERSION").write_text("16\n")
    with pytest.raises(Failure) as failure, running(data_dir):
        pass
    assert str(failure.value) == (
        f"The data in {data} was written by PostgreSQL 16 and Thaw brings 18: "
        "dump it with 16, or choose another DATA_DIR."
    )


def test_a_second_launcher_is_told_so(data_dir: Path) -> None:
    with only_one(data_dir), pytest.raises(Failure) as failure, only_one(data_dir):
        pass
    assert str(failure.value) == f"Thaw already runs on {data_dir}: stop that one first, or choose another DATA_DIR."


def test_the_path_to_a_socket_is_short_wherever_the_clone_is(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["a-long-name-for-a-folder"] * 8)
    deep.mkdir(parents=True)
    sockets = place(deep).sockets
    remove(deep)
    assert len(os.fsencode(sockets / ".s.PGSQL.5432.lock")) <= LONGEST_SOCKET


@pytest.mark.parametrize("ignored", [signal.SIGINT, signal.SIGQUIT])
def test_a_child_takes_what_a_job_in_the_background_ignores(tmp_path: Path, ignored: signal.Signals) -> None:
    sleeper = [sys.executable, "-c", "print('here', flush=True); import time; time.sleep(60)"]
    before = signal.signal(ignored, signal.SIG_IGN)
    try:
        child = start(Orders("The sleeper", sleeper, tmp_path / "log"))
    finally:
        signal.signal(ignored, before)
    until(lambda: child.log.read_text() == "here\n")
    child.process.send_signal(ignored)
    assert child.process.wait(10) != 0
