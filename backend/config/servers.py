"""What the embedded servers have in common: how they are waited for and what they say when they fail."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from backend.config.bootstrap import Failure
from backend.config.processes import Child, stop

STARTS_WITHIN_SECONDS = 60  # replaying the log after a crash takes a while
POLL_SECONDS = 0.05


@dataclass(frozen=True)
class Server:
    """A running server, and the variable that tells the application where it is."""

    child: Child
    variable: str
    url: str


def wait_for(child: Child, answers: Callable[[], bool]) -> None:
    """Wait until the server answers; raise Failure with its own last words when it ends instead."""
    deadline = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < deadline and child.process.poll() is None:
        if answers():
            return
        time.sleep(POLL_SECONDS)
    stop(child)
    raise Failure(
        f"{child.name} did not start: {last_words(child.log.read_text(errors='replace'))} (details: {child.log})."
    )


def last_words(output: str) -> str:
    """Return the line that says most: the last fatal one, else the last."""
    lines = [line.strip() for line in output.splitlines() if line.strip()] or ["no output"]
    return next((line for line in reversed(lines) if "FATAL" in line or "error" in line), lines[-1]).rstrip(".")
