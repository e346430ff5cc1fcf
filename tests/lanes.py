"""Runs stages: one after the other, or in lanes beside each other; the first one that fails is named."""

import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from backend.config.bootstrap import ROOT, Failure

FOLDERS = {"npm": ROOT / "frontend"}


@dataclass(frozen=True)
class Stage:
    """One command; its first word decides the folder it runs in."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Lanes:
    """What needs nothing of one another: each stage mostly keeps one processor busy, and a machine has two."""

    lanes: Mapping[str, list[Stage]]


def run(stages: list[Stage | Lanes], environment: dict[str, str]) -> None:
    """Run them in turn. Raises Failure."""
    for stage in stages:
        if isinstance(stage, Lanes):
            _run_beside(stage.lanes, environment)
        else:
            _run_stage(stage, environment)


def _run_beside(lanes: Mapping[str, list[Stage]], environment: dict[str, str]) -> None:
    failed = Event()
    with ThreadPoolExecutor(len(lanes)) as pool:
        futures = [pool.submit(_run_lane, name, stages, environment, failed) for name, stages in lanes.items()]
        for future in as_completed(futures):
            future.result()


def _run_lane(lane: str, stages: list[Stage], environment: dict[str, str], failed: Event) -> None:
    for stage in stages:
        if failed.is_set():
            return
        try:
            _run_stage(stage, environment, lane)
        except Failure:
            failed.set()
            raise


def _run_stage(stage: Stage, environment: dict[str, str], lane: str = "") -> None:
    mark = f"[{lane}] " if lane else ""
    words = [Path(word).name if word == sys.executable else word for word in stage.command]
    print(f"\n{mark}== {stage.name}: {' '.join(words)}", flush=True)
    started = time.monotonic()
    folder = FOLDERS.get(stage.command[0], ROOT)
    code = _call(stage.command, folder, {**environment, **stage.environment}, mark)
    if code != 0:
        took = time.monotonic() - started
        raise Failure(f"The stage '{stage.name}' failed after {took:.0f} s; later ones did not run.")


def _call(command: list[str], folder: Path, environment: dict[str, str], mark: str) -> int:
    if not mark:
        return subprocess.call(command, cwd=folder, env=environment)
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    with process:
        for line in process.stdout or ():
            print(f"{mark}{line}", end="", flush=True)
    return process.returncode
