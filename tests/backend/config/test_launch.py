"""The launcher as a person meets it: its sentences, its one ready line, its end."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from backend.config.bootstrap import ROOT
from tests.backend.config.test_embedded import remove

LAUNCH = [sys.executable, "-m", "backend.config.launch"]
REPLACED = {"DATABASE_URL", "REDIS_URL", "DATA_DIR"}
WITHIN_SECONDS = 100


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    return port


def launch(data_dir: Path, **variables: str) -> subprocess.Popen[str]:
    kept = {name: value for name, value in os.environ.items() if name not in REPLACED}
    environment = {**kept, "DATA_DIR": str(data_dir), **variables}
    pipe = subprocess.PIPE
    return subprocess.Popen(LAUNCH, cwd=ROOT, env=environment, stdout=pipe, stderr=pipe, text=True)


def told(data_dir: Path, **variables: str) -> tuple[int, str]:
    """Return exit status and the sentence of a launch that cannot succeed."""
    process = launch(data_dir, **variables)
    _, errors = process.communicate(timeout=WITHIN_SECONDS)
    return process.returncode, errors.strip()


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        sentence = (
            f"Port {port} is in use: stop the program that uses it, or choose another with PORT={port + 1} make run."
        )
        assert told(tmp_path, PORT=str(port)) == (1, sentence)


def test_a_database_that_does_not_answer_is_named(tmp_path: Path, free_port: int) -> None:
    url = f"postgresql://thaw:secret@127.0.0.1:{free_port}/thaw"
    code, sentence = told(tmp_path, PORT=str(free_port), DATABASE_URL=url)
    assert (code, sentence.count("\n")) == (1, 0)
    assert sentence.startswith("DATABASE_URL leads to no usable PostgreSQL: ")
    assert "secret" not in sentence


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("TICK_SECONDS", "often", "TICK_SECONDS is 'often', but has to be a whole number from 1 to 3600."),
        ("SITE_URL", "thaw", "SITE_URL is 'thaw', but has to look like https://thaw.example.org."),
        ("REDIS_URL", "localhost", "REDIS_URL has to begin with redis:// or rediss:// or unix://."),
    ],
)
def test_an_unusable_value_is_told_in_one_sentence(tmp_path: Path, name: str, value: str, sentence: str) -> None:
    assert told(tmp_path, **{name: value}) == (1, sentence)


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Yield one DATA_DIR for the runs of this module: the second start is the quick one."""
    data_dir = tmp_path_factory.mktemp("launch")
    yield data_dir
    remove(data_dir)


@pytest.mark.parametrize("farewell", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_nothing_outlives_the_launcher(data_dir: Path, free_port: int, farewell: signal.Signals) -> None:
    process = launch(data_dir, PORT=str(free_port))
    assert process.stdout is not None
    last = next(line for line in process.stdout if not line.endswith(" s\n"))
    assert last == f"Thaw is ready: open http://localhost:{free_port} (Ctrl-C stops it)\n"
    children = psutil.Process(process.pid).children(recursive=True)
    process.send_signal(farewell)
    process.communicate(timeout=WITHIN_SECONDS)
    assert process.returncode == (-signal.SIGKILL if farewell == signal.SIGKILL else 0)
    # A worker's own children follow it a moment later.
    _, alive = psutil.wait_procs(children, timeout=30)
    assert [child.cmdline() for child in alive] == []
