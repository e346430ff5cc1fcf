"""Children that never outlive us: started tethered, stopped in bounded time, swept up after a crash."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from backend.config.place import Person

PR_SET_PDEATHSIG = 1  # <linux/prctl.h>
PATIENCE_SECONDS = 15


@dataclass(frozen=True)
class Child:
    """A running server; `farewell` is the signal that asks it to finish in good order."""

    name: str
    process: "subprocess.Popen[bytes]"
    log: Path
    farewell: signal.Signals = signal.SIGTERM


@dataclass(frozen=True)
class Orders:
    """What to run and as whom."""

    name: str
    command: list[str]
    log: Path
    environment: Mapping[str, str] | None = None
    folder: Path | None = None
    person: Person | None = None
    farewell: signal.Signals = signal.SIGTERM
    if_we_die: signal.Signals = signal.SIGTERM


def start(orders: Orders) -> Child:
    """Start a child in a session of its own, so that Ctrl-C reaches us alone and we stop things in order."""
    person = orders.person
    with orders.log.open("wb") as output:
        process = subprocess.Popen(
            orders.command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=orders.environment,
            cwd=orders.folder,
            user=person.uid if person else None,
            group=person.gid if person else None,
            extra_groups=[] if person else None,
            start_new_session=True,
            preexec_fn=_beginning(orders.if_we_die),  # noqa: PLW1509 - the launcher has one thread
        )
    return Child(orders.name, process, orders.log, orders.farewell)


def _beginning(last_word: signal.Signals) -> Callable[[], None]:
    """Have the child take its signals, and on Linux the kernel send it `last_word` when we die, even by kill -9."""
    libc = ctypes.CDLL(None) if sys.platform.startswith("linux") else None
    parent = os.getpid()

    def begin() -> None:
        # A job in the background of a script ignores these, and so would the child until it has handlers of its own.
        for ignored in (signal.SIGINT, signal.SIGQUIT):
            signal.signal(ignored, signal.SIG_DFL)
        if libc:
            libc.prctl(PR_SET_PDEATHSIG, last_word)
            if os.getppid() != parent:
                os._exit(1)

    return begin


def stop(child: Child) -> None:
    """Ask, wait, insist; nothing of the child's session is left afterwards."""
    with suppress(ProcessLookupError):
        child.process.send_signal(child.farewell)
    with suppress(subprocess.TimeoutExpired):
        child.process.wait(PATIENCE_SECONDS)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.process.pid, signal.SIGKILL)
    child.process.wait()


def sweep(folder: Path) -> None:
    """End every process that still works in `folder`: what a killed launcher left behind."""
    orphans = [process for process in psutil.process_iter() if _works_in(process, folder)]
    for process in orphans:
        with suppress(psutil.Error):
            process.send_signal(signal.SIGINT)
    _, stubborn = psutil.wait_procs(orphans, timeout=PATIENCE_SECONDS)
    for process in stubborn:
        with suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(stubborn, timeout=PATIENCE_SECONDS)


def _works_in(process: psutil.Process, folder: Path) -> bool:
    try:
        return Path(process.cwd()) == folder
    except (psutil.Error, OSError):
        return False
